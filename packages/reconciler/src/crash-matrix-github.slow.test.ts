import { afterAll } from "vitest";
import { describeAnswers, describeCrashes } from "./crash-matrix.fixture.ts";
import { hostedGrounds } from "./ground.fixture.ts";

const grounds = hostedGrounds("github");
afterAll(() => grounds.end());

describeCrashes(grounds.create);
describeAnswers(grounds.create);
