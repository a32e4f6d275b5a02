import { afterAll } from "vitest";
import { describeCuts } from "./crash-cuts.fixture.ts";
import { hostedGrounds } from "./ground.fixture.ts";

const grounds = hostedGrounds("gitea");
afterAll(() => grounds.end());

describeCuts(grounds.create);
