import { describe, expect, it } from "vitest";
import type { Activity, ActivityChoice } from "./activities.ts";
import { declaredActivities, phaseClock, timingOf } from "./activities.ts";
import type { OpsFiles } from "./ops-documents.fixture.ts";
import {
  activity,
  agent,
  definition,
  loop,
  opsDocuments,
  override,
  phase,
  ramp,
  rampCadence,
  roster,
} from "./ops-documents.fixture.ts";

const asOf = Date.UTC(2026, 7, 1);
const minute = 60_000;

interface Fleet {
  readonly active?: readonly object[];
  readonly policy?: object;
  readonly definitions?: OpsFiles["definitions"];
}

function fleet({ active = [{ repo: "alpha" }], policy = {}, definitions = ramp() }: Fleet) {
  return opsDocuments({
    loops: [loop({ roster: roster({ active }), cadence: rampCadence(policy) })],
    definitions,
  });
}

function told({ repo, definition: { id }, clock, override: by }: Activity): string {
  return `${repo.repo} ${id} ${clock.cron.text}${by === undefined ? "" : " overridden"}`;
}

function declared(files: Fleet, at = asOf, choice: ActivityChoice = "enabled"): string[] {
  return declaredActivities(fleet(files), at, choice).map(told);
}

function after(upstream: string): object {
  return { trigger: { kind: "after" }, depends_on: [{ activity: upstream }] };
}

describe("declaredActivities", () => {
  it("are every enabled definition in every active repo that is in its phase", () => {
    const active = [{ repo: "beta", phase: "stabilize" }, { repo: "alpha" }];
    expect(declared({ active })).toEqual([
      "alpha hourly-metrics 0 * * * *",
      "alpha hourly-coach 15 * * * *",
      "alpha hourly-optimization 30 * * * *",
      "beta daily-metrics 0 8 * * *",
      "beta daily-coach 0 9 * * *",
      "beta daily-optimization 0 10 * * *",
    ]);
  });

  it("are none in repos that wait, are saturated or leave", () => {
    const documents = opsDocuments({
      loops: [
        loop({
          roster: roster({
            active: [],
            expansion_queue: [{ repo: "gamma" }],
            saturated: [{ repo: "delta" }],
            removed: [{ repo: "epsilon", mode: "disable", reason: "closed" }],
          }),
          cadence: rampCadence(),
        }),
      ],
      definitions: ramp(),
    });
    expect(declaredActivities(documents, asOf)).toEqual([]);
  });

  it.each<readonly [string, Fleet, ActivityChoice, readonly string[]]>([
    ["is not enabled", { definitions: [definition()] }, "enabled", []],
    [
      "is not enabled, but listed",
      { definitions: [definition()] },
      "listed",
      ["alpha hourly-coach 15 * * * *"],
    ],
    [
      "is neither enabled nor listed",
      { definitions: [activity("other", "coach", "0 0 * * *", { enabled: false })] },
      "listed",
      [],
    ],
    [
      "is enabled and not listed",
      { definitions: [activity("other", "records", "0 0 * * *")] },
      "enabled",
      ["alpha other 0 0 * * *"],
    ],
    [
      "is of another loop",
      { definitions: [activity("hourly-coach", "coach", "0 0 * * *", { loop: "other" })] },
      "listed",
      [],
    ],
    [
      "is of a phase that no repo is in",
      { definitions: [activity("daily-coach", "coach", "0 0 * * *", { phase: "stabilize" })] },
      "listed",
      [],
    ],
    [
      "fires by hand",
      { definitions: [activity("hourly-coach", "coach", "", { trigger: { kind: "manual" } })] },
      "listed",
      [],
    ],
    [
      "has a cron that cannot be read",
      { definitions: [activity("hourly-coach", "coach", "61 * * * *")] },
      "listed",
      [],
    ],
    [
      "has a zone that there is not",
      {
        definitions: [
          activity("hourly-coach", "coach", "", {
            trigger: { kind: "cron", cron: "0 * * * *", timezone: "Mars/Base" },
          }),
        ],
      },
      "listed",
      [],
    ],
  ])("of a definition that %s", (_, files, choice, expected) => {
    expect(declared(files, asOf, choice)).toEqual(expected);
  });

  it("are none of an agent that the phase switches off", () => {
    const schedule = { coach: agent("15 * * * *", { enabled: false }) };
    const phases = [phase({ definitions: ["hourly-metrics", "hourly-coach"], schedule })];
    expect(declared({ policy: { phases } })).toEqual([
      "alpha hourly-metrics 0 * * * *",
      "alpha hourly-optimization 30 * * * *",
    ]);
  });

  it.each([
    [
      "the loop's zone, where the definition names none",
      { kind: "cron", cron: "0 * * * *" },
      "Europe/Berlin",
      {},
    ],
    [
      "its own zone and policy",
      { kind: "cron", cron: "0 * * * *", timezone: "UTC", dst: { overlap: "each" } },
      "UTC",
      { overlap: "each" },
    ],
  ])("have %s", (_, trigger, zone, dst) => {
    const documents = fleet({ definitions: [activity("hourly-coach", "coach", "", { trigger })] });
    expect(declaredActivities(documents, asOf).map(({ clock }) => [clock.zone, clock.dst])).toEqual([
      [zone, { gap: "shift", overlap: "first", ...dst }],
    ]);
  });

  describe("with an override", () => {
    const coach = [activity("hourly-coach", "coach", "15 * * * *")];
    const end = Date.parse("2026-09-01T00:00:00Z");
    const of = (overrides: readonly object[], at = asOf, definitions: OpsFiles["definitions"] = coach) =>
      declared({ active: [{ repo: "alpha", overrides }], definitions }, at);

    it.each([
      [end - 1, "alpha hourly-coach 20 * * * * overridden"],
      [end, "alpha hourly-coach 15 * * * *"],
    ])("at %d are by its cron while it is alive", (at, expected) => {
      expect(of([override()], at)).toEqual([expected]);
    });

    it.each<readonly [string, readonly object[], string]>([
      ["of another agent", [override({ path: "/agents/optimization/cron" })], "15 * * * *"],
      ["of another value", [override({ path: "/agents/coach/cadence", value: "weekly" })], "15 * * * *"],
      ["that leaves the cron to the repo", [override({ value: undefined })], "15 * * * *"],
      ["that cannot be read", [override({ value: "often" })], "15 * * * *"],
      ["that is the last of two", [override(), override({ value: "40 * * * *" })], "40 * * * * overridden"],
      [
        "that ended, behind one that is alive",
        [override(), override({ value: "40 * * * *", expires_at: "2026-07-01T00:00:00Z" })],
        "20 * * * * overridden",
      ],
      [
        "that leaves the cron to the repo after one that pins it",
        [override(), override({ value: undefined })],
        "15 * * * *",
      ],
    ])("%s", (_, overrides, expected) => {
      expect(of(overrides)).toEqual([`alpha hourly-coach ${expected}`]);
    });

    it("hold no less for a definition in a zone of its own: the pilot's cron is read in the loop's", () => {
      const trigger = { kind: "cron", cron: "15 * * * *", timezone: "UTC" };
      const active = [{ repo: "alpha", overrides: [override()] }];
      const documents = fleet({ active, definitions: [activity("hourly-coach", "coach", "", { trigger })] });
      expect(declaredActivities(documents, asOf).map(({ clock }) => clock.zone)).toEqual(["Europe/Berlin"]);
    });

    it("hold for what comes after the overridden step", () => {
      const definitions = [
        ...coach,
        activity("hourly-optimization", "optimization", "", after("hourly-coach")),
      ];
      expect(of([override()], asOf, definitions)).toEqual([
        "alpha hourly-coach 20 * * * * overridden",
        "alpha hourly-optimization 20 * * * * overridden",
      ]);
      const own = override({ path: "/agents/optimization/cron", value: "50 * * * *" });
      expect(of([override(), own], asOf, definitions).at(-1)).toBe(
        "alpha hourly-optimization 50 * * * * overridden",
      );
    });
  });

  describe("after another activity", () => {
    it("are due when that one is, also over several", () => {
      const definitions = [
        activity("hourly-metrics", "metrics", "7 * * * *"),
        activity("hourly-optimization", "optimization", "", after("hourly-coach")),
        activity("hourly-coach", "coach", "", after("hourly-metrics")),
      ];
      expect(declared({ definitions })).toEqual([
        "alpha hourly-metrics 7 * * * *",
        "alpha hourly-optimization 7 * * * *",
        "alpha hourly-coach 7 * * * *",
      ]);
    });

    it("read its cron in the zone of its own loop", () => {
      const other = {
        folder: "loops/other",
        roster: roster({ loop: "other", active: [] }),
        cadence: rampCadence({ loop: "other", timezone: "America/New_York" }),
        decisions: [],
        promotions: [],
        seals: [],
      };
      const documents = opsDocuments({
        loops: [loop({ roster: roster({ active: [{ repo: "alpha" }] }), cadence: rampCadence() }), other],
        definitions: [
          activity("upstream", "metrics", "", {
            loop: "other",
            trigger: { kind: "cron", cron: "0 9 * * *" },
          }),
          activity("hourly-coach", "coach", "", after("upstream")),
        ],
      });
      expect(declaredActivities(documents, asOf).map(({ clock }) => clock.zone)).toEqual([
        "America/New_York",
      ]);
    });

    it.each([
      ["itself", [activity("hourly-coach", "coach", "", after("hourly-coach"))]],
      [
        "one that waits for it",
        [
          activity("hourly-coach", "coach", "", after("hourly-metrics")),
          activity("hourly-metrics", "metrics", "", after("hourly-coach")),
        ],
      ],
      ["none", [activity("hourly-coach", "coach", "", { trigger: { kind: "after" } })]],
      ["one that there is not", [activity("hourly-coach", "coach", "", after("nothing"))]],
      [
        "one that is started by hand",
        [
          activity("hourly-coach", "coach", "", after("hourly-metrics")),
          activity("hourly-metrics", "metrics", "", { trigger: { kind: "manual" } }),
        ],
      ],
    ])("are never due when they wait for %s", (_, definitions) => {
      expect(declared({ definitions }, asOf, "listed")).toEqual([]);
    });
  });
});

describe("phaseClock", () => {
  it.each([
    ["bootstrap", "0 * * * *"],
    ["stabilize", "0 8 * * *"],
    ["operate", undefined],
  ])("of %s is that of its first step: %s", (name, cron) => {
    expect(phaseClock(fleet({}), "kaizen-stack", name)?.cron.text).toBe(cron);
  });

  it("is that of a definition that does not fire yet", () => {
    const definitions = [activity("hourly-metrics", "metrics", "3 * * * *", { enabled: false })];
    expect(phaseClock(fleet({ definitions }), "kaizen-stack", "bootstrap")?.cron.text).toBe("3 * * * *");
  });

  it.each([
    ["a loop that there is not", "other", ramp()],
    ["a first step that is in no list", "kaizen-stack", [activity("other", "metrics", "0 * * * *")]],
    ["a first step without a cron", "kaizen-stack", [activity("hourly-coach", "coach", "0 * * * *")]],
  ])("is none for %s", (_, name, definitions) => {
    expect(phaseClock(fleet({ definitions }), name, "bootstrap")).toBeUndefined();
  });
});

describe("timingOf", () => {
  it.each([
    [{ jitter: { max: "PT2M" } }, { start_deadline: "PT5M", close_deadline: "PT40M" }, [2, 5, 40]],
    [{}, {}, [0, undefined, undefined]],
    [{ jitter: { max: "P1M" } }, { start_deadline: "soon" }, [0, undefined, undefined]],
  ])("of %j and %j are %j minutes", (jitter, policy, expected) => {
    const trigger = { kind: "cron", cron: "0 * * * *", ...jitter };
    const [read] = opsDocuments({ definitions: [definition({ trigger, policy })] }).definitions;
    const timing = read === undefined ? undefined : timingOf(read.value);
    const inMinutes = [timing?.jitter, timing?.startDeadline, timing?.closeDeadline];
    expect(inMinutes.map((each) => (each === undefined ? undefined : each / minute))).toEqual(expected);
  });
});
