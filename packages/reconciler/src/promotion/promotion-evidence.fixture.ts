import { evaluate, type PhaseEvidence } from "@coulomb-loop/cadence";
import type { Cadence, Evidence } from "@coulomb-loop/schemas";
import { digestOf } from "@coulomb-loop/schemas/digest";
import { loop, repoId } from "./promotion-files.fixture.ts";

const hour = 3_600_000;

/** Anchor of the first cycle of every phase. */
export const firstCycle = Date.UTC(2026, 5, 18, 12);

/** What the evidence of a phase is made of. */
export interface PhaseFacts {
  readonly phase: string;
  /** A letter for each hourly cycle: `s` success, `f` failure. */
  readonly letters: string;
  /** Names of the repos in the phase, with the instant from which they are there. */
  readonly repos: ReadonlyMap<string, number | undefined>;
  readonly analyses: NonNullable<Cadence["analyses"]>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Evidence of hourly cycles in which every repo does alike, with what its analyses make of it. */
export function evidenceOf({ phase, letters, repos, analyses, now }: PhaseFacts): PhaseEvidence {
  const cycles = letters.split("").map((letter, seq) => {
    const anchor = new Date(firstCycle + seq * hour).toISOString().replace(".000Z", "Z");
    return { letter, anchor, seq, id: `${loop}/${phase}@${anchor}` };
  });
  const slots = cycles.flatMap((cycle) => [...repos.keys()].map((name) => slotOf(phase, name, cycle)));
  const evidence: Evidence = {
    format_version: "1.0",
    kind: "evidence",
    loop,
    phase,
    as_of: new Date(now).toISOString(),
    timezone: "Europe/Berlin",
    tzdata: "2026a",
    analyses: [...analyses],
    digests: { policy: "0".repeat(64), definitions: {} },
    repos: [...repos].map(([name, since]) => ({
      repo: repoId(name),
      ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
    })),
    past: [],
    activities: ["coach"],
    cycles: cycles.map(({ id, anchor, seq }) => ({ id, anchor, seq })),
    slots: slots.map(({ slot }) => slot),
    events: slots.flatMap(({ events }) => events),
    records: slots.flatMap(({ records }) => records),
  };
  return { evidence, results: evaluate(evidence) };
}

interface Cycle {
  readonly letter: string;
  readonly anchor: string;
  readonly id: string;
}

function slotOf(
  phase: string,
  name: string,
  { letter, anchor, id }: Cycle,
): { slot: Evidence["slots"][number]; events: Evidence["events"]; records: Evidence["records"] } {
  const key = `${loop}/coach/${repoId(name)}@${anchor}`;
  const record = {
    record_id: `00000000-0000-4000-8000-${digestOf([phase, key]).slice(0, 12)}`,
    agent: "coach",
    repo: repoId(name),
    slot: key,
    attempt: 1,
    trigger: "schedule" as const,
    success: true,
    outcome: "success" as const,
    time_s: 1,
    started_at: anchor,
    finished_at: anchor,
    recorded_at: anchor,
    actor: "agent",
  };
  return {
    slot: { key, activity: "coach", repo: repoId(name), due: anchor, cycle: id },
    events:
      letter === "f"
        ? [{ slot: key, seq: 1, type: "intervention", by: "hub", at: anchor, data: { kind: "force" } }]
        : [],
    records: letter === "s" ? [{ record, received_at: anchor, sent_by: "agent-token" }] : [],
  };
}
