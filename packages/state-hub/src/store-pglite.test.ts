import { openPglite } from "./index.ts";
import { describeStore } from "./store-contract.fixture.ts";

describeStore("PGlite", { open: () => openPglite() });
