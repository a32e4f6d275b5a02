import { describeForge } from "./describe-forge.ts";
import { giteaFactory } from "./gitea-harness.ts";

describeForge("a forge of Gitea", giteaFactory());
