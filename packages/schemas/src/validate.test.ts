import { describe, expect, it } from "vitest";
import type { Finding } from "./finding.ts";
import { toPointer } from "./finding.ts";
import {
  validateCadence,
  validateCoulomb,
  validateDecision,
  validatePlan,
  validateRoster,
  validateSchedule,
  validateWorkplan,
} from "./validate.ts";
import type { Validator } from "./validator.ts";

const entry = { repo: "kaizen-agentic", wave: 0 };
const roster = { schema_version: "roster/v1", loop: "kaizen-stack", active: [entry] };
const agent = { cadence: "daily", cron: "15 * * * *", enabled: true };
const schedule = { timezone: "Europe/Berlin", agents: { coach: agent } };
const analysis = {
  key: "cycles-clean",
  unit: "cycle",
  scope: "fleet",
  availability: "all",
  consecutive_success_limit: 3,
  on_missing: "hold",
  close_deadline: "PT55M",
};
const cadence = {
  schema_version: "cadence/v1",
  loop: "kaizen-stack",
  timezone: "Europe/Berlin",
  steps: ["coach"],
  phases: [{ name: "bootstrap", schedule: { coach: agent } }],
};
const coulomb = {
  schema_version: "coulomb/v1",
  installation: "coulomb-loop",
  timezone: "UTC",
  forges: [{ name: "local", kind: "git", url: "../forge" }],
  ops_repo: { forge: "local", owner: "coulomb", repo: "coulomb-loop" },
};
const digest = "0".repeat(64);
const repoPlan = {
  repo_id: "local/coulomb/a",
  forge: "local",
  owner: "coulomb",
  repo: "a",
  loop: "kaizen-stack",
  mode: "run",
  phase: "bootstrap",
  wave: 0,
  timezone: "Europe/Berlin",
  key: "k",
  class: "in_sync",
  reason: "equal",
  inputs_digest: digest,
  file: ".kaizen/schedule.yml",
  paths: [],
  edits: [[0, 1, "x"]],
  result_blob: null,
  change: null,
  gate: { open: true },
  overrides: [],
  source: { what: "kaizen-stack roster, active" },
};
const plan = {
  format_version: "1.0",
  kind: "plan",
  installation: "coulomb-loop",
  tool_version: "0.1.0",
  created_at: "2026-06-18T00:00:00Z",
  ops_inputs_digest: digest,
  repos: [repoPlan],
  plan_digest: digest,
};

function findingsOf(validate: Validator<unknown>, value: unknown): Finding[] {
  const checked = validate(value);
  return checked.ok ? [] : checked.findings;
}

/** What a test compares: code and pointer, in order of pointer. */
function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ code, path }) => `${code} ${toPointer(path ?? [])}`).sort();
}

const text: readonly [string, Validator<unknown>, unknown, string[]][] = [
  ["a document that is no map", validateRoster, [], ["schema_type "]],
  ["no document at all", validateRoster, undefined, ["schema_type "]],
  ["an empty file", validateSchedule, null, ["schema_type "]],
  ["a missing key", validateSchedule, { timezone: "UTC" }, ["schema_required "]],
  ["an unknown key", validateRoster, { ...roster, aktive: [] }, ["schema_unknown_key /aktive"]],
  ["a number for text", validateRoster, { ...roster, loop: 5 }, ["schema_type /loop"]],
  ["text for a list", validateRoster, { ...roster, active: "all" }, ["schema_type /active"]],
  [
    "text for a whole number",
    validateRoster,
    { ...roster, active: [{ ...entry, wave: "1" }] },
    ["schema_type /active/0/wave"],
  ],
  [
    "a broken number",
    validateRoster,
    { ...roster, active: [{ ...entry, wave: 1.5 }] },
    ["schema_type /active/0/wave"],
  ],
  [
    "a number out of range",
    validateRoster,
    { ...roster, active: [{ ...entry, wave: 100 }] },
    ["schema_range /active/0/wave"],
  ],
  [
    "no number",
    validateRoster,
    { ...roster, active: [{ ...entry, wave: Number.NaN }] },
    ["schema_type /active/0/wave"],
  ],
  [
    "a word that is none of the list",
    validateSchedule,
    { ...schedule, agents: { coach: { ...agent, cadence: "hourly" } } },
    ["schema_enum /agents/coach/cadence"],
  ],
  ["text of another form", validateRoster, { ...roster, decision: "1" }, ["schema_pattern /decision"]],
  ["an empty text", validateSchedule, { ...schedule, timezone: "" }, ["schema_range /timezone"]],
  ["a list with too few items", validateCadence, { ...cadence, steps: [] }, ["schema_range /steps"]],
  [
    "a list that says something twice",
    validateCadence,
    { ...cadence, steps: ["coach", "coach"] },
    ["schema_range /steps"],
  ],
  [
    "a mark of another document",
    validateWorkplan,
    { id: "A-WP-0001", type: "note", title: "t", status: "active", tasks: [] },
    ["schema_const /type"],
  ],
  [
    "a repo named ..",
    validateRoster,
    { ...roster, active: [{ repo: ".." }] },
    ["schema_pattern /active/0/repo"],
  ],
  [
    "a path out of the repo",
    validateRoster,
    { ...roster, schedule_path: "a/../../b" },
    ["schema_pattern /schedule_path"],
  ],
  [
    "an absolute path",
    validateRoster,
    { ...roster, schedule_path: "/etc/passwd" },
    ["schema_pattern /schedule_path"],
  ],
  [
    "a secret in plain text",
    validateCoulomb,
    { ...coulomb, forges: [{ ...coulomb.forges[0], token: "s3cr3t" }] },
    ["schema_type /forges/0/token"],
  ],
  [
    "a secret from two places",
    validateCoulomb,
    { ...coulomb, forges: [{ ...coulomb.forges[0], token: { env: "A", file: "b" } }] },
    ["schema_range /forges/0/token"],
  ],
  [
    "an instant with an offset",
    validateDecision,
    {
      schema_version: "decision/v1",
      id: "DEC-001",
      question: "q",
      options: [{ key: "A", summary: "s" }],
      status: "accepted",
      decided_at: "2026-06-18T00:00:00+02:00",
    },
    ["schema_pattern /decided_at"],
  ],
  [
    "a duration with months",
    validateCadence,
    { ...cadence, analyses: [{ ...analysis, max_age: "P1M" }] },
    ["schema_pattern /analyses/0/max_age"],
  ],
  [
    "an edit with three numbers",
    validatePlan,
    { ...plan, repos: [{ ...repoPlan, edits: [[0, 1, 2]] }] },
    ["schema_type /repos/0/edits/0/2"],
  ],
];

describe("a validator", () => {
  it.each(text)("reports %s", (_what, validate, value, expected) => {
    const findings = findingsOf(validate, value);
    expect(brief(findings)).toEqual(expected);
    expect(findings.every(({ severity, message }) => severity === "error" && message !== "")).toBe(true);
  });

  it("returns the very value it was given", () => {
    const checked = validateRoster(roster);
    expect(checked.ok && checked.value).toBe(roster);
  });

  it("reports all flaws at once, and every place once", () => {
    const flawed = {
      schema_version: "roster/v1",
      loop: "Kaizen Stack",
      activ: [],
      active: [{ repo: "a b" }, { wave: -1 }, { repo: "c", overrides: [{ path: "agents", value: 3 }] }],
      removed: [{ repo: "d", mode: "delete" }],
    };
    expect(brief(findingsOf(validateRoster, flawed))).toEqual([
      "schema_enum /removed/0/mode",
      "schema_pattern /active/0/repo",
      "schema_pattern /active/2/overrides/0/path",
      "schema_pattern /loop",
      "schema_range /active/1/wave",
      "schema_required /active/1",
      "schema_required /active/2/overrides/0",
      "schema_required /active/2/overrides/0",
      "schema_required /active/2/overrides/0",
      "schema_required /removed/0",
      "schema_type /active/2/overrides/0/value",
      "schema_unknown_key /activ",
    ]);
  });

  it("forgets the findings of the call before", () => {
    expect(validateRoster({}).ok).toBe(false);
    expect(validateRoster(roster)).toEqual({ ok: true, value: roster });
    expect(brief(findingsOf(validateRoster, { ...roster, x: 1 }))).toEqual(["schema_unknown_key /x"]);
  });

  it.each([
    ["a near miss", validateRoster, { ...roster, expansion_que: [] }, "expansion_queue"],
    [
      "a near miss in an entry",
      validateRoster,
      { ...roster, active: [{ ...entry, ovverrides: [] }] },
      "overrides",
    ],
    ["a near miss of an enum", validateCadence, { ...cadence, adoption: "take_over" }, "takeover"],
    [
      "every word of an enum",
      validateSchedule,
      { ...schedule, agents: { coach: { ...agent, cadence: "sometimes" } } },
      "monthly",
    ],
    ["what a missing key means", validateRoster, { schema_version: "roster/v1", loop: "a" }, "active"],
    ["what a value must be", validateRoster, { ...roster, loop: 1 }, "kaizen-stack"],
    ["how the keys of a map look", validateSchedule, { ...schedule, agents: { Coach: agent } }, "[a-z0-9]"],
  ] satisfies [string, Validator<unknown>, unknown, string][])(
    "hints at %s",
    (_what, validate, value, hint) => {
      const findings = findingsOf(validate, value);
      expect(findings).toHaveLength(1);
      expect(findings[0]?.hint).toContain(hint);
    },
  );

  it("points at the key of an unknown key, and offers keys of one's own only where they are free", () => {
    const [free] = findingsOf(validateRoster, { ...roster, ttl: 1 });
    expect(free).toMatchObject({ target: "key", path: ["ttl"] });
    expect(free?.hint).toContain("x_");
    const [closed] = findingsOf(validateCadence, { ...cadence, suspend: { reason: "r", until: 1 } });
    expect(closed?.hint).not.toContain("x_");
    const [agents] = findingsOf(validateSchedule, { ...schedule, agents: { "-": agent } });
    expect(agents?.hint).not.toContain("x_");
  });

  it.each(["x_note", "x-note"])("leaves %s to its user", (key) => {
    expect(
      findingsOf(validateRoster, { ...roster, [key]: { any: [1] }, active: [{ ...entry, [key]: 1 }] }),
    ).toEqual([]);
  });

  it("says in words what a pattern wants", () => {
    const [finding] = findingsOf(validateRoster, { ...roster, decision: "first" });
    expect(finding?.message).toContain("DEC-001");
    expect(finding?.message).not.toContain("^DEC");
    const [bare] = findingsOf(validateDecision, {
      schema_version: "decision/v1",
      id: "DEC-001",
      question: "q",
      options: [{ key: "a b", summary: "s" }],
      status: "proposed",
    });
    expect(bare?.message).toContain("^[A-Za-z0-9-]+$");
  });

  it("names no more than the beginning of a long value", () => {
    const [finding] = findingsOf(validateRoster, { ...roster, loop: "A".repeat(10_000) });
    expect(finding?.message.length).toBeLessThan(300);
  });

  it.each([
    ["roster/v2", "newer"],
    ["roster/v10", "newer"],
    ["roster/v0", "write"],
    ["cadence/v2", "write"],
    ["v2", "write"],
    [2, "write"],
    [null, "write"],
    [{ toString: false }, "write"],
  ])("refuses schema_version %j", (version, kind) => {
    const [finding, ...more] = findingsOf(validateRoster, { ...roster, schema_version: version });
    expect(more).toEqual([]);
    expect(finding?.code).toBe("schema_version");
    expect(finding?.path).toEqual(["schema_version"]);
    expect(finding?.hint).toContain(kind === "newer" ? "update" : "schema_version: roster/v1");
  });

  it.each([
    ["a suspension by text", validateCadence, { ...cadence, suspend: "yes" }, "schema_type /suspend"],
    ["a suspension without reason", validateCadence, { ...cadence, suspend: {} }, "schema_type /suspend"],
    [
      "a suspension with a wrong end",
      validateCadence,
      { ...cadence, suspend: { reason: "r", until: "soon" } },
      "schema_pattern /suspend/until",
    ],
    [
      "an availability of no form",
      validateCadence,
      { ...cadence, analyses: [{ ...analysis, availability: "some" }] },
      "schema_type /analyses/0/availability",
    ],
    [
      "an availability of too few",
      validateCadence,
      { ...cadence, analyses: [{ ...analysis, availability: { minimum_repos: 0 } }] },
      "schema_range /analyses/0/availability/minimum_repos",
    ],
    [
      "a short object id",
      validatePlan,
      { ...plan, repos: [{ ...repoPlan, blob: "abc" }] },
      "schema_type /repos/0/blob",
    ],
    [
      "a digest that is a number",
      validatePlan,
      { ...plan, repos: [{ ...repoPlan, change: 1 }] },
      "schema_type /repos/0/change",
    ],
  ] satisfies [string, Validator<unknown>, unknown, string][])(
    "reports %s once",
    (_what, validate, value, expected) => {
      expect(brief(findingsOf(validate, value))).toEqual([expected]);
    },
  );

  it.each([
    ["text", "on"],
    ["a flag", false],
    ["nothing", null],
    ["a map", { a: 1 }],
    ["a list", [1, "a"]],
  ])("takes %s as the value of a path", (_what, live) => {
    const path = {
      pointer: "/agents/coach/cron",
      live,
      class: "drift",
      row: 5,
      ownership: "overridable",
      reason: "r",
      source: { what: "seed" },
    };
    expect(findingsOf(validatePlan, { ...plan, repos: [{ ...repoPlan, paths: [path] }] })).toEqual([]);
  });

  it("keeps keys of digits as they are written, and counts positions in lists", () => {
    const agents = { "08": { ...agent, enabled: 1 }, "7": { ...agent, enabled: 1 } };
    const paths = findingsOf(validateSchedule, { ...schedule, agents }).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        ["agents", "08", "enabled"],
        ["agents", "7", "enabled"],
      ]),
    );
    expect(findingsOf(validateRoster, { ...roster, active: [entry, {}] })[0]?.path).toEqual(["active", 1]);
  });

  it("takes keys with the signs of pointers apart", () => {
    const flawed = { ...coulomb, people: [{ user: "ada", logins: { "a/b~c": "" } }] };
    expect(findingsOf(validateCoulomb, flawed)[0]?.path).toEqual(["people", 0, "logins", "a/b~c"]);
  });

  it("reports a key that objects are born with", () => {
    const hostile: unknown = JSON.parse('{"timezone":"UTC","agents":{},"__proto__":{},"constructor":1}');
    expect(brief(findingsOf(validateSchedule, hostile))).toEqual([
      "schema_unknown_key /__proto__",
      "schema_unknown_key /constructor",
    ]);
  });
});
