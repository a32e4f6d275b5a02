import { afterAll } from "vitest";
import { hostedGrounds } from "../ground.fixture.ts";
import { describeTold } from "./promotion-told.fixture.ts";

const grounds = hostedGrounds("gitea");
afterAll(() => grounds.end());

describeTold(grounds.create);
