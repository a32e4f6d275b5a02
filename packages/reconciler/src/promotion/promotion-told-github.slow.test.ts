import { afterAll } from "vitest";
import { hostedGrounds } from "../ground.fixture.ts";
import { describeTold } from "./promotion-told.fixture.ts";

const grounds = hostedGrounds("github");
afterAll(() => grounds.end());

describeTold(grounds.create);
