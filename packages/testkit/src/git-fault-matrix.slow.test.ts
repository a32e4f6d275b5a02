import { describeFaults } from "./contract/faults.ts";
import { gitFaults } from "./git-fault-harness.ts";

describeFaults("git", gitFaults, { strikes: "few" });
