import { slotKey } from "@coulomb-loop/cadence";
import type { Analysis, Evidence, EvidenceEvent, EvidenceRecord, EvidenceSlot } from "@coulomb-loop/schemas";

const [hour, minute] = [3_600_000, 60_000];
/** When the first cycle of a history begins. */
export const start = Date.UTC(2026, 5, 1);
const repos = ["kaizen-agentic", "the-custodian", "activity-core"].map((name) => `local/coulomb/${name}`);
const steps = ["metrics", "coach", "optimization"];
/** Both exit profiles. */
export const analyses: readonly Analysis[] = [
  {
    key: "smoke-clean",
    unit: "cycle",
    scope: "per_repo",
    availability: { minimum_repos: 1 },
    consecutive_success_limit: 3,
    on_missing: "hold",
    start_deadline: "PT5M",
    close_deadline: "PT55M",
    complete_when: "prepared",
  },
  {
    key: "cycles-clean",
    unit: "cycle",
    scope: "fleet",
    availability: "all",
    consecutive_success_limit: 3,
    on_missing: "hold",
    max_age: "PT2H",
    start_deadline: "PT5M",
    close_deadline: "PT55M",
    evidence: { accept: ["verified", "ci", "human"] },
  },
];

const text = (instant: number) => new Date(instant).toISOString();
const whole = (instant: number) => text(instant).replace(".000Z", "Z");
const digest = (digit: string) => digit.repeat(64);
const [definition, policy, schedule, bundle] = ["d", "b", "5", "1"].map(digest);
const head = "a".repeat(40);

interface Written {
  readonly slot: EvidenceSlot;
  readonly events: readonly EvidenceEvent[];
  readonly records: readonly EvidenceRecord[];
}

/** A slot that was prepared, dispatched, closed and settled; one of 97 failed first and was tried again. */
function writtenSlot(hours: number, repo: string, step: number, number: number, isFailed: boolean): Written {
  const due = start + hours * hour + step * 15 * minute;
  const activity = `hourly-${steps[step]}`;
  const key = slotKey({ loop: "kaizen-stack", activity, repo, due });
  const digests = {
    definition_digest: `${definition}`,
    policy_digest: `${policy}`,
    schedule_digest: `${schedule}`,
  };
  const isRetried = number % 97 === 0;
  const told = (type: EvidenceEvent["type"], after: number, data: EvidenceEvent["data"] = {}) => ({
    type,
    at: text(due + after),
    data,
  });
  const dispatch = (attempt: number, after: number, trigger: string) => {
    const [ready_at, start_by] = [text(due + after - 4000), text(due + after + 5 * minute)];
    return told("dispatched", after, {
      attempt,
      trigger,
      task: key,
      ready_at,
      start_by,
      late: false,
      ...digests,
    });
  };
  const events = [
    told("prepared", 2500, { attempt: 1, digest: `${bundle}`, head }),
    dispatch(1, 4000, "schedule"),
    ...(isRetried
      ? [
          dispatch(2, 11 * minute, "retry"),
          told("prepared", 12 * minute, { attempt: 2, digest: `${bundle}`, head }),
        ]
      : []),
    told("settled", 20 * minute, { reason: "closed", message: "a record closed it" }),
  ];
  const record = (attempt: number, after: number, success: boolean): EvidenceRecord => ({
    received_at: text(due + after + 700),
    sent_by: "pilot",
    record: {
      record_id: `${(number * 2 + attempt).toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`,
      agent: `${steps[step]}`,
      repo,
      slot: key,
      cycle: cycleOf(hours),
      attempt,
      trigger: attempt === 1 ? "schedule" : "retry",
      success,
      outcome: success ? "success" : "failed",
      time_s: 120,
      quality: 0.8,
      quality_source: "self",
      ...(success ? {} : { reason: "no network" }),
      started_at: text(due + after - 2 * minute),
      finished_at: text(due + after),
      recorded_at: text(due + after + 400),
      cost: { usd: 0.12 },
      actor: "agent",
      provenance: { head, bundle: `${bundle}`, definition: `${definition}` },
      prev: digest("e"),
    },
  });
  return {
    slot: { key, activity, repo, due: whole(due), cycle: cycleOf(hours), ready_at: text(due), ...digests },
    events: events.map((event, index) => ({ slot: key, seq: index + 1, by: "tick", ...event })),
    records: isRetried
      ? [record(1, 10 * minute, false), record(2, 19 * minute, true)]
      : [record(1, 19 * minute, !isFailed)],
  };
}

function cycleOf(hours: number): string {
  return `kaizen-stack/bootstrap@${whole(start + hours * hour)}`;
}

/**
 * The evidence of so many days of hourly cycles over three repos and three steps: every slot prepared, dispatched, closed by a record and
 * settled, one of 97 after a retry. With `failing` one of so many failed for good.
 */
export function history(count: number, failing = Number.POSITIVE_INFINITY): Evidence {
  const hours = Array.from({ length: count * 24 }, (_, index) => index);
  let number = 0;
  const slots = hours.flatMap((at) =>
    steps.flatMap((_, step) =>
      repos.map((repo) => writtenSlot(at, repo, step, ++number, number % failing === 0)),
    ),
  );
  return {
    format_version: "1.0",
    kind: "evidence",
    loop: "kaizen-stack",
    phase: "bootstrap",
    as_of: text(start + hours.length * hour),
    timezone: "Europe/Berlin",
    tzdata: process.versions.tz ?? "unknown",
    analyses: [...analyses],
    digests: {
      policy: `${policy}`,
      definitions: Object.fromEntries(steps.map((step) => [`hourly-${step}`, `${definition}`])),
    },
    repos: repos.map((repo) => ({ repo, schedule_digest: `${schedule}` })),
    past: [],
    activities: steps.map((step) => `hourly-${step}`),
    cycles: hours.map((at) => ({ id: cycleOf(at), anchor: whole(start + at * hour), seq: at })),
    slots: slots.map(({ slot }) => slot),
    events: slots.flatMap(({ events }) => events),
    records: slots.flatMap(({ records }) => records),
  };
}
