import { describeForge } from "./describe-forge.ts";
import { gitFactory } from "./git-harness.ts";

describeForge("a git forge over work trees", gitFactory("worktree"), { canMerge: false });
