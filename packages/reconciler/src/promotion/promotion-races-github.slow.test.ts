import { afterAll } from "vitest";
import { hostedGrounds } from "../ground.fixture.ts";
import { describeByHand } from "./promotion-by-hand.fixture.ts";
import { describeLeftSuccess, describeRaces } from "./promotion-races.fixture.ts";

const grounds = hostedGrounds("github");
afterAll(() => grounds.end());

describeRaces(grounds.create);
describeLeftSuccess(grounds.create);
describeByHand(grounds.create);
