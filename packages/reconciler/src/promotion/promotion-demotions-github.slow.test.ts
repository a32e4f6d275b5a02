import { afterAll } from "vitest";
import { hostedGrounds } from "../ground.fixture.ts";
import { describeDemotions } from "./promotion-demotions.fixture.ts";

const grounds = hostedGrounds("github");
afterAll(() => grounds.end());

describeDemotions(grounds.create);
