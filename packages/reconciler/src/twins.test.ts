import type { FileState, Observed, RepoObservation } from "@coulomb-loop/forge";
import { blobId } from "@coulomb-loop/schemas/digest";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createIntern } from "./intern.ts";
import { readOpsRepo } from "./ops-repo.ts";
import type { PlanInputs, PlannedFleet } from "./plan-fleet.ts";
import { planFleet } from "./plan-fleet.ts";
import type { ReadingMemo } from "./schedule-file.ts";
import type { BaseRecord } from "./state.ts";

const now = Date.parse("2026-08-01T12:00:00Z");
const head = "a".repeat(40);
const branch = "coulomb/lab/schedule-kaizen";

/** Something particular about an entry of the roster, as it stands there. */
const entries = [
  "",
  "",
  "",
  ", domain: own",
  ", wave: 2",
  ", phase: daily",
  ', overrides: [{ path: /agents/coach/cron, value: "5 * * * *", reason: r, owner: o, expires_at: "2026-09-01T00:00:00Z" }]',
  ', overrides: [{ path: /agents/coach/cron, value: "5 * * * *", reason: r, owner: o, expires_at: "2026-07-01T00:00:00Z" }]',
];

const inSync =
  'timezone: Europe/Berlin\ndomain: custodian\nagents:\n  coach: { cadence: daily, cron: "15 * * * *", enabled: true }\n';

/** What a pilot's file may hold; `undefined`: it has none. */
const files = [
  inSync,
  `# Ours.\n${inSync}`,
  `${inSync}own: 1\n`,
  inSync.replace("15 *", "16 *"),
  inSync.replace("15 * * * *", "5 * * * *"),
  inSync.replace("Berlin", "Paris"),
  `${inSync}enabled: false\n`,
  `${inSync}paused: { until: "2026-08-02T00:00:00Z", reason: holiday }\n`,
  "agents: [",
  undefined,
];

const values = {
  "/timezone": "Europe/Berlin",
  "/agents/coach/cadence": "daily",
  "/agents/coach/cron": "15 * * * *",
  "/agents/coach/enabled": true,
};

const bases: readonly (Partial<BaseRecord> | undefined)[] = [
  { values },
  { values, merged: 4, audited: 4 },
  { values: { ...values, "/agents/coach/cron": "16 * * * *" } },
  { values: { ...values, "/agents/gone/cron": "1 * * * *" } },
  { values, loop: "other" },
  { values, refused: { digest: "d", head, message: "no" } },
  { values, synced: { digest: "e".repeat(64), since: "2026-07-30T00:00:00.000Z" } },
  undefined,
];

const facts = ["fine", "fine", "fine", "fine", "archived", "unreachable", "other head"] as const;
const proposals = ["none", "none", "none", "merged", "closed", "unknown"] as const;

const seen = {
  file: fc.oneof({ weight: 2, arbitrary: fc.constant(inSync) }, fc.constantFrom(...files)),
  facts: fc.constantFrom(...facts),
  proposals: fc.constantFrom(...proposals),
};
const drawnRepo = fc.record({
  entry: fc.constantFrom(...entries),
  base: fc.constantFrom(...bases),
  ...seen,
  later: fc.record(seen),
});
type Drawn = typeof drawnRepo extends fc.Arbitrary<infer T> ? T : never;

test("repos that are planned together come to what each comes to alone", () => {
  fc.assert(
    fc.property(fc.array(drawnRepo, { minLength: 1, maxLength: 12 }), (drawn) => {
      const before = inputsOf(drawn);
      const first = planFleet(before);
      expect(together(before)).toEqual(first);
      // Now everything in sync is remembered, so that more of them are alike; and some have changed since.
      const memory = { base: shared(first.base), declined: [] };
      const later = { ...inputsOf(drawn.map((each) => ({ ...each, ...each.later }))), memory };
      expect(together(later)).toEqual(planFleet(later));
    }),
    { numRuns: 60 },
  );
});

test("repos in sync share the parts of their plans, and keep their names, heads and places", () => {
  const fine = { file: inSync, facts: "fine", proposals: "none" } as const;
  const pilot: Drawn = { ...fine, entry: "", base: { values }, later: fine };
  const inputs = inputsOf([pilot, { ...pilot, facts: "other head" }, pilot]);
  const memory = { base: shared(planFleet(inputs).base), declined: [] };
  const { plan, base } = planFleet({ ...inputs, memory, readings: readingsOf(inputs) });
  const [first, second, third] = plan.repos;
  expect(second?.paths).toBe(first?.paths);
  expect(third?.paths).toBe(first?.paths);
  expect(plan.repos.map((each) => [each.repo_id, each.head, each.source.line])).toEqual([
    ["local/acme/pilot-0", head, 5],
    ["local/acme/pilot-1", "b".repeat(40), 6],
    ["local/acme/pilot-2", head, 7],
  ]);
  expect(base).toEqual(memory.base);
  expect(base.every((record, index) => record === memory.base[index])).toBe(true);
});

/** Plans with readings, so that like repos are planned once; without, each is planned alone. */
function together(inputs: PlanInputs): PlannedFleet {
  return planFleet({ ...inputs, readings: readingsOf(inputs) });
}

/** Records as they are read back: those of one text are one object. */
function shared(base: readonly BaseRecord[]): readonly BaseRecord[] {
  const intern = createIntern<BaseRecord["values"]>();
  return base.map((record) => ({ ...record, values: intern(record.values) }));
}

function content(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Everything a former run has read. */
function readingsOf(inputs: PlanInputs): ReadingMemo {
  const intern = createIntern<unknown>();
  const kept = new Map<string, unknown>();
  const readings = {
    getReading: (blob: string) => kept.get(blob),
    putReading: (blob: string, value: unknown) => void kept.set(blob, intern(value)),
  };
  planFleet({ ...inputs, readings });
  return readings;
}

function inputsOf(drawn: readonly Drawn[]): PlanInputs {
  const roster = `schema_version: roster/v1\nloop: kaizen\ndefaults: { forge: local, owner: acme, domain: custodian, phase: hourly }\nactive:\n${drawn
    .map(({ entry }, index) => `  - { repo: pilot-${index}${entry} }\n`)
    .join("")}`;
  const cadence = `schema_version: cadence/v1\nloop: kaizen\ntimezone: Europe/Berlin\nsteps: [coach]\nphases:\n  - name: hourly\n    schedule: { coach: { cadence: daily, cron: "15 * * * *", enabled: true } }\n  - name: daily\n    schedule: { coach: { cadence: daily, cron: "15 6 * * *", enabled: true } }\n`;
  const coulomb = `schema_version: coulomb/v1\ninstallation: lab\ntimezone: Europe/Berlin\nforges:\n  - { name: local, kind: git, url: "/srv" }\nops_repo: { forge: local, owner: acme, repo: ops }\n`;
  const ops = readOpsRepo(
    {
      files: [
        { path: "coulomb.yaml", kind: "coulomb", content: content(coulomb) },
        { path: "loops/kaizen/roster.yaml", kind: "roster", content: content(roster) },
        { path: "loops/kaizen/cadence.yaml", kind: "cadence", content: content(cadence) },
      ],
      loopFolders: ["loops/kaizen"],
    },
    now,
  );
  expect(ops.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const ids = drawn.map((_, index) => `local/acme/pilot-${index}`);
  const records = drawn.flatMap(({ base }, index): BaseRecord[] =>
    base === undefined
      ? []
      : [
          {
            repo_id: ids[index] ?? "",
            loop: "kaizen",
            file: ".kaizen/schedule.yml",
            values: {},
            merged: 0,
            audited: 0,
            ...base,
          },
        ],
  );
  return {
    ...ops,
    installation: "lab",
    toolVersion: "1.0.0",
    observations: new Map(drawn.map((each, index) => [ids[index] ?? "", observationOf(each, index)])),
    memory: { base: shared(records), declined: [] },
    now,
  };
}

function observationOf(drawn: Drawn, index: number): RepoObservation {
  const name = { owner: "acme", repo: `pilot-${index}` };
  if (drawn.facts === "unreachable") {
    const nothing = { kind: "unknown", reason: "unreachable", message: "no answer" } as const;
    return { repo: name, facts: nothing, files: new Map(), branches: new Map(), proposals: new Map() };
  }
  const proof = drawn.facts === "other head" ? "b".repeat(40) : head;
  const known = <T>(value: T): Observed<T> => ({ kind: "known", value, proof });
  return {
    repo: name,
    facts: known({
      id: name.repo,
      defaultBranch: "main",
      head: proof,
      eligible: drawn.facts === "archived" ? { ok: false, reason: "archived" } : { ok: true },
    }),
    files: new Map([[".kaizen/schedule.yml", known(fileOf(drawn.file))]]),
    branches: new Map([[branch, known({ kind: "absent" } as const)]]),
    proposals: new Map([[branch, proposalsOf(drawn.proposals, name)]]),
  };
}

function fileOf(text: string | undefined): FileState {
  if (text === undefined) return { kind: "absent" };
  const bytes = new TextEncoder().encode(text);
  return { kind: "file", blob: blobId(bytes), bytes };
}

function proposalsOf(
  kind: Drawn["proposals"],
  repo: { readonly owner: string; readonly repo: string },
): NonNullable<ReturnType<RepoObservation["proposals"]["get"]>> {
  if (kind === "unknown") return { kind: "unknown", reason: "incomplete", message: "cut" };
  if (kind === "none") return { kind: "known", value: [], proof: head };
  const summary = {
    ref: { repo, branch, number: 3 },
    state: kind,
    title: "t",
    body: "",
    draft: false,
    labels: [],
    base: "main",
    head,
    openedAt: 0,
    openedBy: "bot",
  };
  return { kind: "known", value: [summary], proof: head };
}
