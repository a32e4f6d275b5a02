import { afterAll } from "vitest";
import { hostedGrounds } from "../ground.fixture.ts";
import { describeKills } from "./promotion-kills.fixture.ts";

const grounds = hostedGrounds("github");
afterAll(() => grounds.end());

describeKills(grounds.create);
