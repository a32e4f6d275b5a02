import { describeCanary } from "./canary.fixture.ts";

describeCanary("github");
