import type { HubApi } from "@coulomb-loop/schemas/hub";
import { criteriaDigest, definitionDigest, scheduleDigest } from "../digests.ts";
import { instantText } from "../instant.ts";
import {
  type DefinitionFile,
  loop,
  opsDocuments,
  ramp,
  rampCadence,
  roster,
} from "../ops-documents.fixture.ts";
import type { OpsDocuments } from "../ops-documents.ts";
import { expectedSlots } from "../slots.ts";
import { recordId } from "./evidence.fixture.ts";
import { type GatherInput, gatherEvidence, type LedgerFacts } from "./gather.ts";

export const at = (text: string) => Date.parse(text);

export const nothing: LedgerFacts = { slots: [], events: [], records: [] };

/** An ops repo with these roster entries, whose phases are hourly and daily. */
export function fleet(
  active: readonly object[] = [{ repo: "alpha" }, { repo: "beta" }],
  more: object = {},
  definitions: DefinitionFile[] = ramp(),
): OpsDocuments {
  return opsDocuments({
    loops: [loop({ roster: roster({ active }), cadence: rampCadence(more) })],
    definitions,
  });
}

/** The evidence of the phase bootstrap, from 10:00 on. */
export function gather(
  documents: OpsDocuments,
  ledger: LedgerFacts,
  asOf: string,
  more: Partial<GatherInput> = {},
) {
  return gatherEvidence({
    documents,
    loop: "kaizen-stack",
    phase: "bootstrap",
    ledger,
    asOf: at(asOf),
    from: at("2026-07-06T10:00:00Z"),
    tzdata: "2026a",
    ...more,
  });
}

/** The ledger in which every slot of [from, to) that is expected stands, and closed ten minutes after due unless `open` says otherwise. */
export function ledgerOf(
  documents: OpsDocuments,
  from: string,
  to: string,
  isOpen: (key: string) => boolean = () => false,
): LedgerFacts {
  const cadence = documents.loops[0]?.cadence?.value;
  const bodies = new Map(documents.definitions.map(({ value, body }) => [value.id, body]));
  const found = expectedSlots(documents, at(from), at(to)).map(({ key, activity, due, cycle, readyAt }) => {
    const { definition, repo, loop: name } = activity;
    const digests = {
      definition_digest: definitionDigest(definition, bodies.get(definition.id) ?? ""),
      policy_digest: cadence === undefined ? "" : criteriaDigest(cadence),
      schedule_digest: scheduleDigest(repo),
    };
    const slot: HubApi.Slot = {
      id: recordId(key, 1),
      key,
      loop: name,
      activity: definition.id,
      repo: repo.id,
      due: instantText(due),
      cycle,
      ...digests,
      ready_at: new Date(readyAt).toISOString(),
      state: "open",
      created_at: "2026-07-01T00:00:00Z",
    };
    return { slot, due, step: activity.step, digests };
  });
  const closed = found.filter(({ slot }) => !isOpen(slot.key));
  return {
    slots: found.map(({ slot }) => slot),
    events: closed.map(({ slot: { key }, due, digests }) => ({
      slot: key,
      seq: 1,
      id: "dispatched#1",
      type: "dispatched",
      data: { attempt: 1, trigger: "schedule", ...digests },
      by: "tick",
      at: new Date(due + 5000).toISOString(),
    })),
    records: closed.map(({ slot: { key, repo }, due, step }) => ({
      received_at: new Date(due + 600_000).toISOString(),
      sent_by: "pilot",
      record: {
        record_id: recordId(key, 2),
        agent: step,
        repo,
        slot: key,
        attempt: 1,
        trigger: "schedule",
        success: true,
        outcome: "success",
        time_s: 60,
        started_at: new Date(due + 60_000).toISOString(),
        finished_at: new Date(due + 120_000).toISOString(),
        recorded_at: new Date(due + 120_000).toISOString(),
        actor: "agent",
      },
    })),
  };
}
