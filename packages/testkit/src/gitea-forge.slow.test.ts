import { describeForge } from "./describe-forge.ts";
import { giteaFactory } from "./gitea-harness.ts";

// A folder of some hundred entries takes some pages.
describeForge("a forge of Gitea", giteaFactory({ paging: { trees: 100 } }));
