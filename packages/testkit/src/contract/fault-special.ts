/* oxlint-disable vitest/no-conditional-expect, vitest/valid-expect, vitest/expect-expect -- one check serves every method, and says which fact failed */
import { describe, expect } from "vitest";
import { checkRead, ended } from "./fault-checks.ts";
import { describeLag } from "./fault-lag.ts";
import { describeLists } from "./fault-lists.ts";
import { methodNames, methods } from "./fault-methods.ts";
import { describeNothingThere } from "./fault-nothing-there.ts";
import type { Pairs } from "./fault-pairs.ts";
import { describeSha256 } from "./fault-sha256.ts";
import { type FaultFactory, type FaultKind, onFaultStage } from "./fault-stage.ts";
import { stateOf } from "./fault-state.ts";
import { createGate } from "./gate.ts";

/** Faults that need more than a rule for requests. */
export function describeSpecial(pairs: Pairs, kind: FaultKind, factory: FaultFactory): void {
  describe.concurrent(`${kind} in special states`, { timeout: 120_000 }, () => {
    describePort(pairs, kind, factory);
    describeNothingThere(pairs, factory);
    if (kind === "git") describeSha256(pairs);
    else describeLag(pairs, kind, factory);
    if (kind === "github") describeLists(pairs, factory);
  });
}

function describePort(pairs: Pairs, kind: FaultKind, factory: FaultFactory): void {
  for (const name of methodNames.filter((each) => kind !== "git" || each !== "check"))
    pairs.test("refused", name, (meeting) =>
      onFaultStage(meeting.on(factory), async (stage) => {
        const method = methods[name];
        await method.prepare(stage);
        const before = await stateOf(stage);
        const call = await method.aim(stage);
        const gate = await createGate(stage.double.url);
        try {
          const forge = stage.newForge({ url: gate.url, timeoutMs: 20_000 });
          await gate.shut();
          meeting.begin();
          const outcome = await ended(call(forge), 30_000);
          meeting.end();
          if (outcome.kind === "write") expect(outcome.result).toMatchObject({ kind: "retry_at" });
          else {
            expect([...outcome.facts.values()].map((fact) => fact.kind === "unknown" && fact.reason)).toEqual(
              [...outcome.facts].map(() => "unreachable"),
            );
          }
          expect(await stateOf(stage)).toEqual(before);
          await gate.open();
          const next = await call(forge);
          if (next.kind === "write") expect(next.result).toMatchObject({ kind: "done" });
          else checkRead(next, await call(stage.newForge({ url: gate.url })), { read: [], write: [] }, false);
        } finally {
          await gate.shut();
        }
      }),
    );
}
