import { describeForge } from "./describe-forge.ts";
import { githubFactory } from "./github-harness.ts";

describeForge("a forge of GitHub", githubFactory());
