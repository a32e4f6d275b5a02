import type { Database } from "@coulomb-loop/state-hub";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { emptied, openStage, type Stage } from "./stage.fixture.ts";
import { decisionClaims } from "./tick-decision-contract.fixture.ts";
import { dispatchClaims } from "./tick-dispatch-contract.fixture.ts";
import { interventionClaims } from "./tick-intervention-contract.fixture.ts";
import { ledgerClaims } from "./tick-ledger-contract.fixture.ts";
import { overlapClaims } from "./tick-overlap-contract.fixture.ts";
import { preparationClaims } from "./tick-preparation-contract.fixture.ts";
import { start } from "./tick-words.fixture.ts";

/** The claims of page 06, 4, on any store that hubs run on. */
export function describeTick(name: string, openDatabase: () => Promise<Database>): void {
  describe(`tick on ${name}`, () => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await openDatabase();
    });
    afterAll(() => database?.close());
    let stage: Stage | undefined;
    const close = async () => {
      await stage?.close();
      stage = undefined;
    };
    afterEach(close);
    const opened = async () => {
      await close();
      if (database === undefined) throw new Error("it is opened before the tests");
      stage = await openStage(await emptied(database), start);
      return stage;
    };
    ledgerClaims(opened);
    dispatchClaims(opened);
    decisionClaims(opened);
    overlapClaims(opened);
    preparationClaims(opened);
    interventionClaims(opened);
  });
}
