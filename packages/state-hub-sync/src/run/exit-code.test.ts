import { describe, expect, it } from "vitest";
import { hubTask, inputOf, linkOf, localPlan, localTask } from "../plan/plan-input.fixture.ts";
import { planSync } from "../plan/plan-sync.ts";
import type { SyncPlan } from "../plan/types.ts";
import { exitCodeOf } from "./exit-code.ts";
import { proposed } from "./ports.fixture.ts";
import type { SyncRun } from "./types.ts";

const key = "W-1-T1";
const later = { rev: 2, fieldRevs: { status: 2, title: 1 } };

function planOf(local: object, hub: object = {}, links = [linkOf(key)]): SyncPlan {
  const plans = [localPlan("W-1", [localTask(key, local)])];
  return planSync(inputOf({ plans, tasks: [hubTask(key, hub)], links }));
}

const inSync = planOf({});
const pushes = planOf({ is: "done" });
const proposes = planOf({}, { is: "done", ...later });
const mismatch = planOf({ hubId: "x" });

describe("the exit code of a plan", () => {
  it.each([
    ["nothing is due", inSync, 0],
    ["only a base is to move", planOf({ is: "done" }, { is: "done", ...later }), 0],
    ["a push is due", pushes, 2],
    ["a create is due", planSync(inputOf({ plans: [localPlan("W-1", [localTask(key)])] })), 2],
    [
      "a task is gone",
      planSync(inputOf({ plans: [localPlan("W-1", [])], tasks: [hubTask(key)], links: [linkOf(key)] })),
      2,
    ],
    ["a value of the hub waits", proposes, 3],
    [
      "a version is still asked for",
      planOf({ is: "done", title: "x" }, { values: { status: "todo", title: "y" }, ...later }),
      2,
    ],
    ["both a push and a proposal are due", planOf({ title: "x" }, { is: "done", ...later }), 3],
    ["the guard", { ...pushes, guard: "51 new tasks" }, 4],
    ["a mismatch", mismatch, 4],
    [
      "a warning beside a push",
      { ...pushes, findings: [{ code: "c", severity: "warning", message: "m" }] },
      2,
    ],
  ] as const)("%s", (_name, plan, code) => {
    expect(exitCodeOf(plan)).toBe(code);
  });
});

function ended(outcome: SyncRun["outcome"], more: Partial<SyncRun> = {}): SyncRun {
  const rest = { planDigest: "d", message: "m", findings: [], hubWrites: 0, rounds: 1 };
  return { plan: pushes, outcome, ...rest, ...more };
}

describe("the exit code of a run", () => {
  it.each([
    [ended("in_sync"), 0],
    [ended("written"), 0],
    [ended("written", { proposal: proposed("open") }), 3],
    [ended("in_sync", { proposal: proposed("open") }), 3],
    [ended("in_sync", { proposal: proposed("none") }), 0],
    [ended("refused"), 4],
    [ended("people", { proposal: proposed("open") }), 4],
    [ended("stale_plan", { findings: [{ code: "c", severity: "error", message: "m" }] }), 5],
    [ended("busy"), 2],
    [ended("unsettled"), 2],
    [ended("planned", { plan: proposes }), 3],
    [ended("planned", { plan: mismatch }), 4],
  ])("%#", (run, code) => {
    expect(exitCodeOf(run)).toBe(code);
  });
});
