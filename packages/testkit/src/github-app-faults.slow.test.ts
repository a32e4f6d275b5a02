import { describeFaults } from "./contract/faults.ts";
import { githubAppFaults } from "./github-harness.ts";

describeFaults("github", githubAppFaults, { strikes: "few" });
