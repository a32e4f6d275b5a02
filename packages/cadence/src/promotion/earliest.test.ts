import { describe, expect, it } from "vitest";
import { instantText } from "../instant.ts";
import { candidatesOf } from "./attempt.ts";
import { decidePromotion } from "./decide.ts";
import { earliestMerge } from "./earliest.ts";
import { criterion, judged, now } from "./evidence.fixture.ts";
import { factsOf, phases, policy, record, type Scene } from "./promotion.fixture.ts";

function earliest(scene: Scene): string | undefined {
  const { earliest: at } = decidePromotion(factsOf(scene));
  return at === undefined ? undefined : instantText(at);
}

const present = instantText(now);
const soaking = (required: number) =>
  policy({ phases: phases({ required_soak_cycles: required, exit: [] }) });
const demotion = (number: number, repo: string, cooldown: number) =>
  record(number, [repo], {
    direction: "demote",
    from: "stabilize",
    to: "bootstrap",
    cooldown_cycles: cooldown,
  });
const bootstrap = (letters: Record<string, string>, analyses = [criterion()]) => ({
  phases: { bootstrap: judged(letters, { analyses }) },
});
const two = ["a", "b"].map((repo) => ({ repo, wave: 0 }));
const office = [{ name: "office", kind: "allow", cron: "0 9 * * 1-4", duration: "PT7H" }];

describe("the earliest merge", () => {
  it.each<[string, Scene, string | undefined]>([
    ["is now when only people are missing", {}, present],
    ["is now where the policy has no windows", { policy: policy({ promotion_windows: undefined }) }, present],
    ["is when the last missing cycle's last slot is due", bootstrap({ a: "ss" }), "2026-06-18T16:30:00Z"],
    ["is after all cycles that are missing", bootstrap({ a: "ssf" }), "2026-06-18T18:30:00Z"],
    [
      "is that of the repo that lags most",
      { active: two, ...bootstrap({ a: "sss", b: "-ss" }) },
      "2026-06-18T16:30:00Z",
    ],
    ["is after the soak", { policy: soaking(5), ...bootstrap({ a: "sss" }) }, "2026-06-18T18:00:00Z"],
    [
      "is after the cooldown",
      { records: [demotion(1, "a", 5)], ...bootstrap({ a: "sss" }) },
      "2026-06-18T18:00:00Z",
    ],
    [
      "is after the first cooldown",
      {
        active: two,
        records: [demotion(1, "a", 5), demotion(2, "b", 4)],
        ...bootstrap({ a: "sss", b: "sss" }),
      },
      "2026-06-18T17:00:00Z",
    ],
    [
      "minds no cooldown of who is left out",
      { active: two, records: [demotion(1, "a", 9)], ...bootstrap({ a: "sss", b: "sss" }) },
      present,
    ],
    [
      "is now where a hold waits for a person",
      { records: [record(1, ["a"], { direction: "hold" })] },
      present,
    ],
    ["is in a window", { policy: policy({ promotion_windows: office }) }, "2026-06-22T07:00:00Z"],
    [
      "is in a window after the last cycle",
      { policy: policy({ promotion_windows: office }), ...bootstrap({ a: "f" }) },
      "2026-06-22T07:00:00Z",
    ],
    [
      "is never where no window opens",
      {
        policy: policy({
          promotion_windows: [{ name: "no", kind: "deny", cron: "0 0 * * *", duration: "PT25H" }],
        }),
      },
      undefined,
    ],
    ["is never where no cycle comes", { definitions: [], ...bootstrap({ a: "s" }) }, undefined],
    [
      "is never where no cycle comes to soak in",
      { definitions: [], policy: soaking(5), ...bootstrap({ a: "s" }) },
      undefined,
    ],
  ])("%s", (_what, scene, expected) => {
    expect(earliest(scene)).toBe(expected);
  });

  it("waits for no dry run", () => {
    const analyses = [
      criterion(),
      criterion({ key: "shown", enforcement: "dry_run", consecutive_success_limit: 9 }),
    ];
    const exit = policy({ analyses, phases: phases({ exit: ["cycles-clean", "shown"] }) });
    expect(earliest({ policy: exit, ...bootstrap({ a: "sss" }, analyses) })).toBe(present);
  });

  it("waits for no criterion that the phase does not ask for", () => {
    const analyses = [criterion(), criterion({ key: "other", consecutive_success_limit: 9 })];
    expect(earliest({ policy: policy({ analyses }), ...bootstrap({ a: "sss" }, analyses) })).toBe(present);
  });

  it("waits for a target's own success", () => {
    const analyses = [criterion({ availability: { minimum_repos: 1 } })];
    const active = [
      { repo: "a", wave: 0 },
      { repo: "b", wave: 1 },
    ];
    expect(
      earliest({ active, policy: policy({ analyses }), ...bootstrap({ a: "ss", b: "sss" }, analyses) }),
    ).toBe("2026-06-18T16:30:00Z");
  });

  it("waits for the soak of the wave before", () => {
    const waves = [
      { name: "canary", select: { wave: 0 }, required_soak_cycles: 2 },
      { name: "rest", select: { wave: 1 } },
    ];
    const active = [
      { repo: "a", wave: 0, phase: "stabilize" },
      { repo: "b", wave: 1 },
    ];
    const stabilize = judged({ a: "s" }, { phase: "stabilize", analyses: [] });
    const shown = { bootstrap: judged({ b: "sss" }), stabilize };
    const scene = {
      active,
      policy: policy({ waves, phases: phases({}, { required_soak_cycles: 9 }) }),
      phases: shown,
    };
    expect(earliest(scene)).toBe("2026-06-20T06:00:00Z");
  });

  it("is not told without a policy", () => {
    const attempt = { from: "bootstrap", to: "stabilize", wave: undefined, targets: [], leftOut: [] };
    expect(earliestMerge(factsOf({ policy: {} }), attempt, [])).toBeUndefined();
    expect(candidatesOf(factsOf({ policy: {} }))).toEqual([]);
  });
});

/** The earliest merge of a daily soak of four cycles, of which three are there. */
const days = (night: string) => {
  const asOf = Date.parse(night);
  const stabilize = judged({ a: "sss" }, { phase: "stabilize", analyses: [], asOf });
  const scene: Scene = {
    active: [{ repo: "a", phase: "stabilize" }],
    policy: policy({ phases: phases({}, { required_soak_cycles: 4 }) }),
    phases: { stabilize },
    now: asOf,
  };
  return earliest(scene);
};

describe("over the nights on which Berlin changes its clocks", () => {
  const nights = {
    spring: "2027-03-28T00:30:00Z",
    autumn: "2026-10-25T00:30:00Z",
  };
  const from = (night: keyof typeof nights, letters: string, more: Scene = {}): Scene => ({
    ...more,
    now: Date.parse(nights[night]),
    phases: { bootstrap: judged({ a: letters }, { asOf: Date.parse(nights[night]) }) },
  });

  it.each<[keyof typeof nights, string, string]>([
    ["spring", "s", "2027-03-28T02:30:00Z"],
    ["autumn", "s", "2026-10-25T02:30:00Z"],
  ])("hourly cycles go on by the hour: %s", (night, letters, expected) => {
    expect(earliest(from(night, letters))).toBe(expected);
    const soaked = from(night, letters, { policy: soaking(3) });
    expect(earliest(soaked)).toBe(expected.replace(":30:", ":00:").replace("T02", "T03"));
  });

  it.each<[keyof typeof nights, string, string]>([
    ["spring", "0 2 * * *", "2027-03-28T01:00:00Z"],
    ["spring", "30 3 * * *", "2027-03-28T01:30:00Z"],
    ["autumn", "0 3 * * *", "2026-10-25T02:00:00Z"],
    ["autumn", "30 2 * * *", "2026-10-25T00:30:00Z"],
  ])("a window opens once: %s, %s", (night, cron, expected) => {
    const windows = [{ name: "night", kind: "allow", cron, duration: "PT45M" }];
    expect(earliest(from(night, "sss", { policy: policy({ promotion_windows: windows }) }))).toBe(expected);
  });

  it("a window lasts as long as it says, not until the clock says so", () => {
    const windows = [{ name: "night", kind: "allow", cron: "0 1 * * *", duration: "PT3H" }];
    const at = (instant: string, night: keyof typeof nights) => {
      const scene = from(night, "sss", { policy: policy({ promotion_windows: windows }) });
      const gates = decidePromotion({ ...factsOf(scene), now: Date.parse(instant) }).gates;
      return gates.find(({ key }) => key === "window")?.result;
    };
    expect(at("2027-03-28T02:59:59Z", "spring")).toBe("success");
    expect(at("2027-03-28T03:00:00Z", "spring")).toBe("pending");
    expect(at("2026-10-25T01:59:59Z", "autumn")).toBe("success");
    expect(at("2026-10-25T02:00:00Z", "autumn")).toBe("pending");
  });

  it("a daily soak counts cycles, not hours", () => {
    expect(days("2027-03-27T12:00:00Z")).toBe("2027-03-29T06:00:00Z");
    expect(days("2026-10-24T12:00:00Z")).toBe("2026-10-26T07:00:00Z");
  });
});
