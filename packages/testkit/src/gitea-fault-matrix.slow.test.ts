import { describeFaults } from "./contract/faults.ts";
import { giteaFaults } from "./gitea-harness.ts";

describeFaults("gitea", giteaFaults, { strikes: "few" });
