import { describeForge } from "./describe-forge.ts";
import { gitFactory } from "./git-harness.ts";

describeForge("a git forge over file URLs", gitFactory("file"));
