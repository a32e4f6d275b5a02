import type { Analysis, Evidence } from "@coulomb-loop/schemas";
import { type AnalysisResult, evaluate } from "../evidence/evaluate.ts";
import type { Result } from "../evidence/verdict.ts";
import { instantText } from "../instant.ts";
import type { PhaseEvidence } from "./attempt.ts";

const hour = 3_600_000;

/** When everything is decided: a Thursday, half an hour into the last cycle that evidence shows. */
export const now = Date.parse("2026-06-18T15:30:00Z");

/** Id of a repo by its name. */
export function repoId(name: string): string {
  return `local/coulomb/${name}`;
}

/** An exit criterion that asks for three hourly cycles of each repo. */
export function criterion(more: Partial<Analysis> = {}): Analysis {
  return {
    key: "cycles-clean",
    unit: "cycle",
    scope: "per_repo",
    availability: "all",
    consecutive_success_limit: 3,
    on_missing: "hold",
    close_deadline: "PT55M",
    ...more,
  };
}

/** Parts of some evidence that differ from the usual. */
export interface EvidenceParts {
  readonly phase?: string;
  readonly analyses?: readonly Analysis[];
  readonly past?: readonly string[];
  readonly actor?: string;
  readonly sentBy?: string;
  readonly since?: Readonly<Record<string, string>>;
  readonly asOf?: number;
}

/**
 * Evidence of hourly cycles with one slot of each repo, a letter a cycle, the last letter the cycle that runs: `s` success, `f`
 * failure, `i` inconclusive, `n` not in sync, `p` pending (only as the last), `-` no slot.
 */
export function shown(repos: Readonly<Record<string, string>>, parts: EvidenceParts = {}): Evidence {
  const { phase = "bootstrap", asOf = now, since = {} } = parts;
  const most = Math.max(0, ...Object.values(repos).map(({ length }) => length));
  const last = Math.floor(asOf / hour) * hour;
  const cycles = Array.from({ length: most }, (_, at) => {
    const anchor = instantText(last - (most - 1 - at) * hour);
    return { id: `kaizen-stack/${phase}@${anchor}`, anchor, seq: at };
  });
  const slots = Object.entries(repos).flatMap(([name, letters]) =>
    letters
      .padStart(most, "-")
      .split("")
      .flatMap((letter, at) => {
        const cycle = cycles[at];
        return cycle === undefined || letter === "-" ? [] : [slotOf(name, letter, cycle, parts)];
      }),
  );
  return {
    format_version: "1.0",
    kind: "evidence",
    loop: "kaizen-stack",
    phase,
    as_of: new Date(asOf).toISOString(),
    timezone: "Europe/Berlin",
    tzdata: "2026a",
    analyses: [...(parts.analyses ?? [criterion()])],
    digests: { policy: "0".repeat(64), definitions: {} },
    repos: Object.keys(repos).map((name) => ({
      repo: repoId(name),
      ...(since[name] === undefined ? {} : { since: since[name] }),
    })),
    past: (parts.past ?? []).map(repoId),
    activities: ["metrics"],
    cycles,
    slots: slots.map(({ slot }) => slot),
    events: slots.flatMap(({ events }) => events),
    records: slots.flatMap(({ records }) => records),
  };
}

interface Cycle {
  readonly id: string;
  readonly anchor: string;
}

function slotOf(name: string, letter: string, { id, anchor }: Cycle, { actor, sentBy }: EvidenceParts) {
  const key = `kaizen-stack/metrics/${repoId(name)}@${anchor}`;
  const slot = { key, activity: "metrics", repo: repoId(name), due: anchor, cycle: id };
  const event = (type: Evidence["events"][number]["type"], data?: Evidence["events"][number]["data"]) => ({
    slot: key,
    seq: 1,
    type,
    by: "hub",
    at: anchor,
    ...(data === undefined ? {} : { data }),
  });
  const events =
    letter === "f"
      ? [event("intervention", { kind: "force" })]
      : letter === "i"
        ? [event("unreadable")]
        : letter === "n"
          ? [event("not_in_sync")]
          : [];
  const record = {
    record_id: `${name}-${anchor}`,
    agent: "metrics",
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
    actor: actor ?? "agent",
  };
  const records = letter === "s" ? [{ record, received_at: anchor, sent_by: sentBy ?? "agent-token" }] : [];
  return { slot, events, records };
}

/** Evidence with what its analyses make of it. */
export function judged(repos: Readonly<Record<string, string>>, parts: EvidenceParts = {}): PhaseEvidence {
  const evidence = shown(repos, parts);
  return { evidence, results: evaluate(evidence) };
}

/** The result of an analysis of the whole fleet that is what a test says, whatever its cycles are. */
export function chosen(result: Result, analysis: Partial<Analysis> = {}): AnalysisResult {
  const reasons = {
    success: "streak_reached",
    failure: "cycle_failed",
    inconclusive: "cycle_inconclusive",
    pending: "waiting",
  } as const;
  const length = result === "success" ? 3 : 1;
  return {
    analysis: criterion({ scope: "fleet", ...analysis }),
    result,
    reason: reasons[result],
    streak: { length, cycles: [], brokenBy: undefined, newest: undefined, last: undefined },
    needed: 1,
    repos: new Map(),
    cycles: [],
    lowerBound: 0,
  };
}
