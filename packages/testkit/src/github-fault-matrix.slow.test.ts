import { describeFaults } from "./contract/faults.ts";
import { githubFaults } from "./github-harness.ts";

describeFaults("github", githubFaults, { strikes: "some" });
