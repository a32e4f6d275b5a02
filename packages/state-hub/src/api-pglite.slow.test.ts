import { describeHubApi } from "./api-contract.fixture.ts";
import { openPglite } from "./index.ts";
import { describeRecords } from "./record-contract.fixture.ts";
import { describeReplicas } from "./replica-contract.fixture.ts";
import { describeSlotEvents } from "./slot-event-contract.fixture.ts";
import { describeSlots } from "./slot-contract.fixture.ts";

describeHubApi("PGlite", () => openPglite());
describeReplicas("PGlite", () => openPglite());
describeSlots("PGlite", () => openPglite());
describeSlotEvents("PGlite", () => openPglite());
describeRecords("PGlite", () => openPglite());
