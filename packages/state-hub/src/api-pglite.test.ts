import { describeHubApi } from "./api-contract.fixture.ts";
import { openPglite } from "./index.ts";
import { describeReplicas } from "./replica-contract.fixture.ts";

describeHubApi("PGlite", () => openPglite());
describeReplicas("PGlite", () => openPglite());
