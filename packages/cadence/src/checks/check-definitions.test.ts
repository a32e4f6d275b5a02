import { describe, expect, it } from "vitest";
import type { DefinitionFile, OpsFiles } from "../ops-documents.fixture.ts";
import { brief, cadence, definition, loop, opsDocuments, phase } from "../ops-documents.fixture.ts";
import { definitionDigest } from "../digests.ts";
import { checkOpsDocuments } from "./check-ops-documents.ts";

const asOf = Date.UTC(2026, 7, 1);
const file = "activity-definitions/hourly-coach.md";
const policy = "loops/kaizen-stack/cadence.yaml";

function check(definitions: readonly DefinitionFile[], files: Partial<OpsFiles> = {}): string[] {
  return brief(checkOpsDocuments(opsDocuments({ definitions, ...files }), asOf));
}

const trigger = (more: object) => ({ trigger: { kind: "cron", cron: "15 * * * *", ...more } });
const named = (id: string, more: object = {}) =>
  definition({ id, ...more }, { file: `activity-definitions/${id}.md` });
const after = (...ids: string[]) => ({ depends_on: ids.map((activity) => ({ activity })) });

const source = (often: string) => ({
  type: "kaizen",
  resolver: "discover_kaizen_scheduled_repos",
  params: { domain: "custodian", cadence: often },
  bind: "kaizen",
});

/** Frontmatter that is enabled with a proof of some state of it. */
const proved = (digest: string, title: string) => ({
  title,
  enabled: true,
  enable_gate: { requires: ["smoke_test"], proof: [{ kind: "smoke_test", ref: "log", digest }] },
});

const both = (isEnabled: boolean) =>
  check([definition({ enabled: true }), named("hourly-other", { enabled: isEnabled })]);

describe("the cadence of what an activity runs over", () => {
  it.each([
    ["bootstrap", "15 * * * *", "daily", undefined],
    ["stabilize", "15 * * * *", "daily", "error"],
    ["stabilize", "0 9 * * *", "daily", undefined],
    ["stabilize", "0 9 * * 1", "weekly", undefined],
    ["stabilize", "0 9 * * 1-5", "daily", "error"],
    ["stabilize", "0 9 1,8,15,22 * *", "weekly", "error"],
    ["stabilize", "0 9 * 1 *", "daily", "error"],
    ["stabilize", "0 9 1 * *", "monthly", undefined],
    ["stabilize", "0 9 28 * *", "monthly", undefined],
    ["stabilize", "0 9 31 * *", "monthly", "error"],
    ["stabilize", "0 9 1 1 *", "monthly", "error"],
    ["stabilize", "0 9,21 1 1-6 *", "monthly", "error"],
    ["stabilize", "0 9 * * *", "monthly", "error"],
    ["stabilize", "0 9 * * 1", "monthly", "error"],
    ["stabilize", "* * * * *", "monthly", "error"],
    ["stabilize", "0 9 * * *", "manual", "error"],
    ["stabilize", "0 9 1 * *", "manual", "error"],
    ["bootstrap", "0 9 * * *", "manual", undefined],
  ])("in phase %s with %s is not %s: %s", (name, cron, often, severity) => {
    const definitions = [
      definition({
        phase: name,
        trigger: { kind: "cron", cron, timezone: "Europe/Berlin" },
        context: { sources: [source(often)] },
      }),
    ];
    const found = checkOpsDocuments(opsDocuments({ definitions }), asOf);
    expect(found.find(({ code }) => code === "definition_cadence")?.severity).toBe(severity);
  });
});

/** What is found of an activity that comes after one with this cron. */
const followed = (cron: string, more: object, front: object = {}) => {
  const following = named("daily-other", {
    phase: "stabilize",
    trigger: { kind: "after", ...front },
    ...after("daily-coach"),
    ...more,
  });
  const first = named("daily-coach", { phase: "stabilize", trigger: { kind: "cron", cron } });
  return check([definition(), first, following]);
};

describe("an activity that comes after another", () => {
  const other = "activity-definitions/daily-other.md";

  it.each([
    ["a close at the next due time", { policy: { close_deadline: "P1D" } }, {}, "policy/close_deadline"],
    [
      "a jitter above half of the time to start",
      { policy: { start_deadline: "PT5M" } },
      { jitter: { max: "PT3M" } },
      "trigger/jitter/max",
    ],
    [
      "a start at the close",
      { policy: { start_deadline: "PT1H", close_deadline: "PT1H" } },
      {},
      "policy/start_deadline",
    ],
  ])("is judged by the clock of that one: %s", (_what, more, front, path) => {
    expect(followed("0 8 * * *", more, front)).toEqual([`deadline_order ${other}/${path}`]);
  });

  it("may close until just before the next due time of that one", () => {
    expect(followed("0 8 * * *", { policy: { close_deadline: "PT23H" } })).toEqual([]);
  });

  it.each([
    ["0 8 * * *", "daily", []],
    ["0 8 * * 1", "daily", [`definition_cadence ${other}/context/sources/0/params/cadence`]],
    ["0 8 * * *", "manual", [`definition_cadence ${other}/context/sources/0/params/cadence`]],
  ])("fires as often as that one: %s is %s", (cron, often, expected) => {
    expect(followed(cron, { context: { sources: [source(often)] } })).toEqual(expected);
  });

  it("has no clock where that one is started by hand, or is itself", () => {
    const manual = named("daily-coach", { phase: "stabilize", trigger: { kind: "manual" } });
    const following = named("daily-other", {
      phase: "stabilize",
      trigger: { kind: "after" },
      ...after("daily-coach"),
      policy: { close_deadline: "P9D" },
    });
    expect(check([definition(), manual, following])).toEqual([]);
    const itself = named("daily-other", {
      phase: "stabilize",
      trigger: { kind: "after" },
      ...after("daily-other"),
      policy: { close_deadline: "P9D" },
    });
    expect(check([definition(), itself])).toEqual([`dependency_cycle ${other}/depends_on`]);
  });
});

describe("checkOpsDocuments on activity definitions", () => {
  it("finds two enabled definitions of one step, and not one that waits", () => {
    expect(both(true)).toEqual(["step_twice activity-definitions/hourly-other.md/enabled"]);
    expect(both(false)).toEqual([]);
  });

  it.each([
    ["a clean one", {}, []],
    [
      "an unknown loop",
      { loop: "kaizen-stak" },
      [`definition_phase ${policy}/phases/0/definitions/0`, `loop_unknown ${file}/loop`],
    ],
    [
      "an unknown phase",
      { phase: "bootstrp" },
      [`definition_phase ${policy}/phases/0/definitions/0`, `phase_unknown ${file}/phase`],
    ],
    ["an unknown zone", trigger({ timezone: "Berlin" }), [`zone_unknown ${file}/trigger/timezone`]],
    ["a trigger without cron", { trigger: { kind: "cron" } }, [`cron_missing ${file}/trigger`]],
    ["a trigger by hand", { trigger: { kind: "manual" } }, []],
    [
      "a cron of six fields",
      trigger({ cron: "0 15 * * * *" }),
      [`cron_fields ${file}/trigger/cron`, `definition_cron ${file}/trigger/cron`],
    ],
    [
      "another cron than the phase",
      trigger({ cron: "16 * * * *" }),
      [`definition_cron ${file}/trigger/cron`],
    ],
    ["the phase's cron in other words", trigger({ cron: "15 0-23 * * 0-6" }), []],
    [
      "a close at the next due time",
      { policy: { close_deadline: "PT60M" } },
      [`deadline_order ${file}/policy/close_deadline`],
    ],
    ["a close just before it", { policy: { close_deadline: "PT59M59S" } }, []],
    [
      "a jitter above half of the time to start",
      { ...trigger({ jitter: { max: "PT3M" } }), policy: { start_deadline: "PT5M" } },
      [`deadline_order ${file}/trigger/jitter/max`],
    ],
    [
      "a jitter of half of it",
      { ...trigger({ jitter: { max: "PT2M" } }), policy: { start_deadline: "PT4M" } },
      [],
    ],
    ["a trigger after nothing", { trigger: { kind: "after" } }, [`after_nothing ${file}/trigger/kind`]],
    [
      "a loop over what is not bound",
      { context: { sources: [source("daily")], for_each: "other.runs" } },
      [`for_each_unbound ${file}/context/for_each`],
    ],
    [
      "a gate without proof",
      {
        enabled: true,
        enable_gate: { requires: ["smoke_test", "dry_run"], proof: [{ kind: "dry_run", ref: "log" }] },
      },
      [`gate_digest ${file}/enable_gate/proof/0`, `gate_unproved ${file}/enabled`],
    ],
    [
      "a proof of no definition in particular",
      {
        enabled: true,
        enable_gate: { requires: ["smoke_test"], proof: [{ kind: "smoke_test", ref: "log" }] },
      },
      [`gate_digest ${file}/enable_gate/proof/0`],
    ],
    ["a gate, and not enabled", { enabled: false, enable_gate: { requires: ["smoke_test"] } }, []],
    ["no gate", { enabled: true }, []],
    ["an unknown variable in its title", { task: { title: "{{repos}}" } }, [`variable_unknown ${file}/task`]],
    [
      "unknown variables in its commands",
      { task: { title: "t", prepare: "run {{x}}", close: "{{repo}} {{y}} {{z}}" } },
      Array.from({ length: 3 }, () => `variable_unknown ${file}/task`),
    ],
    [
      "a dependency that does not exist",
      after("hourly-metrics"),
      [`definition_missing ${file}/depends_on/0/activity`],
    ],
    ["a dependency on itself", after("hourly-coach"), [`dependency_cycle ${file}/depends_on`]],
    [
      "places after a flawed item",
      { depends_on: [{}, { activity: "hourly-metrics" }] },
      [`definition_missing ${file}/depends_on/1/activity`],
    ],
  ])("finds what is wrong with %s", (_what, more, expected) => {
    expect(check([definition(more)])).toEqual(expected);
  });

  it("takes a proof of the definition as it is, and of no other state", () => {
    const [read] = opsDocuments({ definitions: [definition(proved("0".repeat(64), "One"))] }).definitions;
    const digest = read === undefined ? "" : definitionDigest(read.value, read.body);
    expect(check([definition(proved(digest, "One"))])).toEqual([]);
    expect(check([definition(proved(digest, "Another"))])).toEqual([
      `gate_digest ${file}/enable_gate/proof/0`,
    ]);
  });

  it.each([
    ["0 8 * * *", "P1D", true],
    ["0 8 * * *", "PT23H", false],
    ["0 8 * * 1", "P6DT23H", false],
    ["0 8 * * 1,2", "P1D", true],
    ["0,10 * * * *", "PT10M", true],
    ["0,10 * * * *", "PT9M", false],
    ["50 23 * * *", "PT20H", false],
    ["0 0 1 1 *", "P364D", false],
    ["0 0 29 2 *", "P364D", false],
  ])("of %s with a close of %s: flawed is %s", (cron, close, flawed) => {
    const manual = phase({ schedule: { coach: { cadence: "manual", enabled: true } } });
    const found = check(
      [definition({ trigger: { kind: "cron", cron }, policy: { close_deadline: close } })],
      {
        loops: [loop({ cadence: cadence({ phases: [manual] }) })],
      },
    );
    expect(found.includes(`deadline_order ${file}/policy/close_deadline`)).toBe(flawed);
  });

  it("compares its cron only where the phase lists it", () => {
    const unlisted = cadence({ phases: [phase({ definitions: [] })] });
    expect(
      check([definition(trigger({ cron: "16 * * * *" }))], { loops: [loop({ cadence: unlisted })] }),
    ).toEqual([]);
  });

  it("says nothing of a phase's cron that cannot be read", () => {
    const broken = cadence({
      phases: [phase({ schedule: { coach: { cadence: "daily", cron: "15 * *", enabled: true } } })],
    });
    expect(check([definition()], { loops: [loop({ cadence: broken })] })).toEqual([
      `cron_fields ${policy}/phases/0/schedule/coach/cron`,
    ]);
  });

  it("finds a file of another name, and an id that stands twice", () => {
    expect(check([definition(), definition({}, { file: "activity-definitions/copy.md" })])).toEqual([
      "duplicate_id activity-definitions/copy.md/id",
      "id_file activity-definitions/copy.md/id",
    ]);
  });

  it.each([
    ["{{repo}} {{ slot }} {{cycle}} {{agent}} {{inputs.a}} {{inputs.a.b_c}}", []],
    ["{{repos}}", ["20:1"]],
    ["a\n\n  {{x}} and {{y}}", ["22:3", "22:13"]],
    ["{{}}", ["20:1"]],
    ["{{inputs}} {{inputs.}} {{inputs.A}}", ["20:1", "20:12", "20:24"]],
    ["{repo} {{ {{repo}} }} }}{{", []],
    ["{{Repo}}", ["20:1"]],
    ["é {{x}}", ["20:3"]],
    ["a\r\n{{x}}\r\n", ["21:1"]],
  ])("finds the unknown variables of a body, %j", (body, places) => {
    expect(check([definition({}, { body })])).toEqual(
      places.map((place) => `variable_unknown ${file}:${place}`).sort(),
    );
  });

  it.each([
    [
      "two",
      [named("hourly-coach", after("b")), named("b", after("hourly-coach"))],
      [`dependency_cycle ${file}/depends_on`],
    ],
    [
      "three, behind one that is in none",
      [
        named("hourly-coach", after("b")),
        named("b", after("c")),
        named("c", after("d")),
        named("d", after("b")),
      ],
      ["dependency_cycle activity-definitions/b.md/depends_on"],
    ],
    [
      "none, where two need one",
      [named("hourly-coach", after("b", "c")), named("b", after("d")), named("c", after("d")), named("d")],
      [],
    ],
  ])("finds a cycle of %s", (_what, definitions, expected) => {
    expect(check(definitions)).toEqual(expected);
  });

  it("says nothing of a dependency whose file could not be read", () => {
    expect(check([definition(after("hourly-metrics"))], { unread: ["hourly-metrics"] })).toEqual([]);
  });
});
