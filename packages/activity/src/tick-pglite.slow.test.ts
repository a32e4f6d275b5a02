import { openPglite } from "@coulomb-loop/state-hub";
import { describeTick } from "./tick-contract.fixture.ts";

describeTick("PGlite", () => openPglite());
