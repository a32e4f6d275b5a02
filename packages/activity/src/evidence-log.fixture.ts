import type { Analysis, Evidence } from "@coulomb-loop/schemas";
import type { RepoStay } from "./cycle-then.ts";
import { type CycleLog, logEntries } from "./evidence-log.ts";

const hours = ["11", "12", "13", "14"];
export const repos = ["local/acme/billing", "local/acme/shop"];
export const id = (hour: string) => `upkeep/bootstrap@2026-07-06T${hour}:00:00Z`;
export const since = Date.parse("2026-07-06T11:00:00Z");

/** Three hours of two repos with one activity, after one of nobody; `closes` says what a slot's record is. */
export function evidence(
  closes: (
    hour: string,
    repo: string,
  ) => Partial<Evidence["records"][number]["record"]> | undefined = () => ({}),
  more: Partial<Evidence> = {},
): Evidence {
  const slots = hours.slice(1).flatMap((hour) =>
    repos.map((repo) => ({
      key: `upkeep/hourly-coach/${repo}@2026-07-06T${hour}:00:00Z`,
      activity: "hourly-coach",
      repo,
      due: `2026-07-06T${hour}:00:00Z`,
      cycle: id(hour),
    })),
  );
  return {
    format_version: "1.0",
    kind: "evidence",
    loop: "upkeep",
    phase: "bootstrap",
    as_of: "2026-07-06T14:30:00.000Z",
    timezone: "Europe/Berlin",
    tzdata: "2026a",
    analyses: [
      {
        key: "clean",
        unit: "cycle",
        scope: "fleet",
        availability: "all",
        consecutive_success_limit: 2,
        on_missing: "hold",
        close_deadline: "PT55M",
      },
    ],
    digests: { policy: "0".repeat(64), definitions: {} },
    repos: repos.map((repo) => ({ repo })),
    past: [],
    activities: ["hourly-coach"],
    cycles: hours.map((hour, seq) => ({ id: id(hour), anchor: `2026-07-06T${hour}:00:00Z`, seq })),
    slots,
    events: [],
    records: slots.flatMap(({ key, repo, due }, index) => {
      const record = closes(due.slice(11, 13), repo);
      const at = due.replace(":00:00Z", ":10:00.000Z");
      return record === undefined
        ? []
        : [
            {
              received_at: at,
              sent_by: "agent",
              record: {
                record_id: `00000000-0000-4000-8000-00000000000${index}`,
                agent: "coach",
                repo,
                slot: key,
                attempt: 1,
                trigger: "schedule",
                success: true,
                outcome: "success",
                time_s: 60,
                started_at: at,
                finished_at: at,
                recorded_at: at,
                actor: "agent",
                ...record,
              },
            },
          ];
    }),
    ...more,
  };
}

export const soak: Analysis = {
  key: "closed-in-time",
  unit: "cycle",
  scope: "per_repo",
  availability: "all",
  consecutive_success_limit: 1,
  on_missing: "hold",
  close_deadline: "PT55M",
};

export const log = (found: Evidence, more: Partial<CycleLog> = {}): CycleLog => ({
  evidence: found,
  since,
  soak: found.analyses[0] ?? soak,
  stays: [],
  phases: ["bootstrap", "stabilize"],
  ...more,
});

export const lines = (found: Evidence, more: Partial<CycleLog> = {}) =>
  logEntries(log(found, more), new Set()).map((entry) => entry.lines.join("\n"));

/** Evidence without some of its slots. */
export function without(found: Evidence, isGone: (slot: Evidence["slots"][number]) => boolean): Evidence {
  const slots = found.slots.filter((slot) => !isGone(slot));
  const keys = new Set(slots.map(({ key }) => key));
  return { ...found, slots, records: found.records.filter(({ record }) => keys.has(record.slot ?? "")) };
}

/** A stay of the repo `shop`. */
export const stay = (phase: string, from: number, to: number): RepoStay => ({
  repo: { id: "local/acme/shop" },
  phase,
  from,
  to,
});
