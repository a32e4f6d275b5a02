import { describe, expect, it } from "vitest";
import { hubTask, inputOf, linkOf, localPlan, localTask, withoutId } from "../plan/plan-input.fixture.ts";
import type { FileEdit, PlanInput } from "../plan/types.ts";
import { checkSync } from "./check-sync.ts";
import { exitCodeOf } from "./exit-code.ts";
import { doneItem, lease, portsOf, proposed } from "./ports.fixture.ts";
import type { ItemOutcome } from "./ports.ts";
import { runSync } from "./run-sync.ts";
import type { SyncOptions } from "./types.ts";

const key = "W-1-T1";
const options: SyncOptions = { maxRemovalPercent: 20 };

function oneTask(local: Parameters<typeof localTask>[1] = {}, hub: Parameters<typeof hubTask>[1] = {}) {
  return inputOf({
    plans: [localPlan("W-1", [localTask(key, local)])],
    tasks: [hubTask(key, hub)],
    links: [linkOf(key)],
  });
}

const quiet = oneTask();
const pushes = oneTask({ is: "done" });
const proposes = oneTask({}, { is: "done", rev: 2, fieldRevs: { status: 2, title: 1 } });
const conflicting = oneTask(
  { is: "blocked" },
  { is: "in_progress", rev: 2, fieldRevs: { status: 2, title: 1 } },
);
const creates = inputOf({ plans: [localPlan("W-1", [withoutId(localTask(key))])] });
const sweeping = inputOf({
  plans: [
    localPlan(
      "W-1",
      Array.from({ length: 51 }, (_, index) => localTask(`W-1-T${index}`)),
    ),
  ],
});

function run(input: PlanInput, more: Partial<SyncOptions> = {}, fakes: Parameters<typeof portsOf>[1] = {}) {
  const ports = portsOf(input, fakes);
  return { ...ports, ended: runSync(ports.workplans, ports.hub, { ...options, ...more }) };
}

function finding(severity: "error" | "warning") {
  return { code: "yaml_style", severity, message: "m" };
}

function failing(): Promise<never> {
  return Promise.reject(new Error("down"));
}

describe("a run", () => {
  it("with nothing due asks for no lease, and looks after the proposal", async () => {
    const { calls, ended } = run(quiet);
    expect(await ended).toMatchObject({ outcome: "in_sync", hubWrites: 0, rounds: 1 });
    expect(calls).toEqual(["hub", "files", "propose"]);
  });

  it("that closes an obsolete proposal says that it wrote", async () => {
    const { calls, ended } = run(
      quiet,
      {},
      {
        workplans: { propose: () => Promise.resolve(proposed("none", 1)) },
      },
    );
    expect(await ended).toMatchObject({ outcome: "written", hubWrites: 0 });
    expect(calls).not.toContain("lease");
  });

  it("writes to the hub, then proposes, then gives the lease back", async () => {
    const { calls, ended } = run(pushes);
    expect(await ended).toMatchObject({ outcome: "written", hubWrites: 1, rounds: 1 });
    expect(calls).toEqual(["hub", "files", "lease", "sync", "propose", "release"]);
  });

  it("only proposes without a lease", async () => {
    const { calls, ended } = run(proposes);
    expect(await ended).toMatchObject({ outcome: "written", proposal: { kind: "open" } });
    expect(calls).toEqual(["hub", "files", "propose"]);
  });

  it("proposes the ids that the hub has just given", async () => {
    const seen: FileEdit[] = [];
    const { ended } = run(
      creates,
      {},
      {
        workplans: {
          propose: (edits) => {
            seen.push(...edits);
            return Promise.resolve(proposed("open", 1));
          },
        },
      },
    );
    const { plan, planDigest } = await ended;
    expect(plan.edits).toMatchObject([{ do: "task_id", id: null }]);
    expect(planDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(seen).toMatchObject([{ do: "task_id", key, id: `new-${key}` }]);
  });

  it("asks for versions, and takes the head for what cannot be told", async () => {
    const { calls, ended } = run(conflicting);
    const { plan } = await ended;
    expect(calls.slice(0, 3)).toEqual(["hub", "files", "versions"]);
    expect(plan.items).toMatchObject([{ conflicts: [{ local: { version: "commit:h1" } }] }]);
  });

  it("has the hub's history confirm what a commit says to have copied", async () => {
    const asked: unknown[] = [];
    const { ended } = run(
      conflicting,
      {},
      {
        workplans: {
          versions: async ([name], isCopied) => {
            if (name === undefined || !(await isCopied(name, 1))) return new Map();
            return new Map([[`${name.key}.${name.field}`, { kind: "copied", rev: 1 }]]);
          },
        },
        hub: {
          hadValue: (...args) => {
            asked.push(args);
            return Promise.resolve(true);
          },
        },
      },
    );
    expect((await ended).plan).toMatchObject({ items: [], edits: [{ value: "in_progress", rev: 2 }] });
    expect(asked).toEqual([[`id-${key}`, { key, field: "status" }, 1, "blocked"]]);
  });

  it("observes anew when the lease is newer than what was seen", async () => {
    let seq = 9;
    const { calls, ended } = run(
      pushes,
      {},
      {
        hub: {
          observe: () => Promise.resolve({ ...pushes.hub, seq: seq++ }),
          lease: () => Promise.resolve({ ...lease, seq: 10 }),
        },
      },
    );
    expect(await ended).toMatchObject({ outcome: "written", rounds: 2 });
    expect(calls).toEqual(["hub", "files", "lease", "hub", "files", "sync", "propose", "release"]);
  });

  it("tells its steps", async () => {
    const steps: string[] = [];
    await run(pushes, { onStep: (step) => void steps.push(step) }).ended;
    expect(steps).toHaveLength(4);
  });
});

describe("a run that may not write", () => {
  it("is busy while another run has the lease", async () => {
    const { calls, ended } = run(
      pushes,
      {},
      {
        hub: { lease: () => Promise.resolve({ kind: "held", by: "ci", until: "2026-01-01T00:00:00Z" }) },
      },
    );
    expect(await ended).toMatchObject({ outcome: "busy", hubWrites: 0 });
    expect(calls).toEqual(["hub", "files", "lease"]);
  });

  it("is busy once another run took its lease, and leaves the proposal to it", async () => {
    const { calls, ended } = run(pushes, {}, { hub: { sync: () => Promise.resolve("lease_lost") } });
    expect(await ended).toMatchObject({ outcome: "busy", hubWrites: 0 });
    expect(calls).not.toContain("propose");
    expect(calls).toContain("release");
  });

  it("is refused by the guard, unless exactly its plan is given", async () => {
    const { calls, ended } = run(sweeping);
    const { outcome, planDigest } = await ended;
    expect(outcome).toBe("refused");
    expect(calls).toEqual(["hub", "files"]);
    const applied = run(sweeping, { planDigest });
    expect(await applied.ended).toMatchObject({ outcome: "written", hubWrites: 51 });
  });

  it("leaves a plan alone that is not the saved one", async () => {
    const { calls, ended } = run(pushes, { planDigest: "another" });
    expect(await ended).toMatchObject({ outcome: "stale_plan", hubWrites: 0 });
    expect(calls).toEqual(["hub", "files"]);
  });

  it("takes a saved plan for stale when a side moves under it", async () => {
    const { planDigest } = await run(pushes).ended;
    const stale: ItemOutcome = { kind: "stale" };
    const moved = run(pushes, { planDigest }, { hub: { sync: () => Promise.resolve([stale]) } });
    expect(await moved.ended).toMatchObject({ outcome: "stale_plan", rounds: 1 });
  });

  it.each([
    ["in_sync", quiet, 0, []],
    ["planned", pushes, 2, []],
    ["planned", proposes, 3, ["judge"]],
    ["planned", sweeping, 4, []],
  ])("plans %s, dry", async (outcome, input, code, more) => {
    const { calls, ended } = run(input, { dryRun: true });
    const dry = await ended;
    expect(dry.outcome).toBe(outcome);
    expect(exitCodeOf(dry)).toBe(code);
    expect(calls).toEqual(["hub", "files", ...more]);
  });

  it.each(["declined", "edited"] as const)(
    "says of a proposal that is %s what a run would say",
    async (kind) => {
      const workplans = { judge: () => Promise.resolve(proposed(kind)) };
      const dry = await run(proposes, { dryRun: true }, { workplans }).ended;
      expect([dry.outcome, dry.message, exitCodeOf(dry)]).toEqual(["people", kind, 4]);
    },
  );

  it.each([
    [pushes, "1 write to the hub and 0 edits are due"],
    [proposes, "0 writes to the hub and 1 edit are due"],
    [creates, "1 write to the hub and 1 edit are due"],
  ])("counts what is due", async (input, message) => {
    expect((await run(input, { dryRun: true }).ended).message).toBe(message);
  });
});

describe("a side that moves", () => {
  it("makes the run begin again, under the same lease", async () => {
    let tries = 0;
    const { calls, ended } = run(
      pushes,
      {},
      {
        hub: {
          sync: (_lease, items) =>
            Promise.resolve(
              items.map((item) => (++tries === 1 ? { kind: "stale" } : doneItem(pushes, item))),
            ),
        },
      },
    );
    expect(await ended).toMatchObject({ outcome: "written", hubWrites: 1, rounds: 2 });
    expect(calls.filter((name) => name === "lease")).toHaveLength(1);
    expect(calls.filter((name) => name === "propose")).toHaveLength(1);
  });

  it.each([
    ["the hub", { hub: { sync: () => Promise.resolve([{ kind: "stale" } as const]) } }],
    ["the hub, without an answer to every item", { hub: { sync: () => Promise.resolve([]) } }],
    ["the files", { workplans: { propose: () => Promise.resolve(proposed("stale")) } }],
  ])("ends the run after three rounds: %s", async (_name, fakes) => {
    const { calls, ended } = run(pushes, {}, fakes);
    expect(await ended).toMatchObject({ outcome: "unsettled", rounds: 3 });
    expect(calls.at(-1)).toBe("release");
  });
});

describe("what waits for people", () => {
  it.each(["declined", "edited"] as const)("is a proposal that is %s", async (kind) => {
    const { ended } = run(proposes, {}, { workplans: { propose: () => Promise.resolve(proposed(kind)) } });
    const people = await ended;
    expect(people).toMatchObject({ outcome: "people", proposal: { kind } });
    expect(exitCodeOf(people)).toBe(4);
  });

  it("is what the hub refuses, while the rest is written and proposed", async () => {
    const { calls, ended } = run(
      pushes,
      {},
      {
        hub: {
          sync: () => Promise.resolve([{ kind: "refused", code: "id_taken", message: "taken", hint: "h" }]),
        },
      },
    );
    expect(await ended).toMatchObject({
      outcome: "people",
      hubWrites: 0,
      findings: [{ code: "id_taken", severity: "error", hint: "h" }],
    });
    expect(calls).toContain("propose");
  });

  it("is a task that the hub refuses to make: no id is proposed for it", async () => {
    const seen: (readonly FileEdit[])[] = [];
    const fakes: Parameters<typeof portsOf>[1] = {
      hub: { sync: () => Promise.resolve([{ kind: "refused", code: "gone", message: "deleted" }]) },
      workplans: {
        propose: (edits) => {
          seen.push(edits);
          return Promise.resolve(proposed("none"));
        },
      },
    };
    expect(await run(creates, {}, fakes).ended).toMatchObject({ outcome: "people", hubWrites: 0 });
    expect(seen).toEqual([[]]);
  });

  it("is a conflict that only a person may decide, also when it was recorded before", async () => {
    const done = oneTask({ is: "done" }, { is: "cancelled", rev: 2, fieldRevs: { status: 2, title: 1 } });
    const first = await run(done).ended;
    expect(first).toMatchObject({ outcome: "people", hubWrites: 1 });
    const conflicts = first.plan.manual.map(({ record }) => record);
    const again = run({ ...done, hub: { ...done.hub, conflicts } });
    expect(await again.ended).toMatchObject({ outcome: "people", hubWrites: 0 });
    expect(again.calls).not.toContain("lease");
  });

  it.each([
    ["of the reader", { ...quiet, local: { ...quiet.local, findings: [finding("error")] } }, "people"],
    ["that is a warning", { ...quiet, local: { ...quiet.local, findings: [finding("warning")] } }, "in_sync"],
  ])("is a finding %s", async (_name, input, outcome) => {
    expect((await run(input).ended).outcome).toBe(outcome);
  });

  it("is what a file refuses to take", async () => {
    const { ended } = run(
      proposes,
      {},
      {
        workplans: {
          propose: () => Promise.resolve({ ...proposed("open", 1), findings: [finding("error")] }),
        },
      },
    );
    expect(await ended).toMatchObject({ outcome: "people", findings: [{ code: "yaml_style" }] });
  });

  it("is not a forge that puts writes off: that is tried again", async () => {
    const { ended } = run(
      proposes,
      {},
      { workplans: { propose: () => Promise.resolve(proposed("waiting")) } },
    );
    const waiting = await ended;
    expect(waiting.outcome).toBe("unsettled");
    expect(exitCodeOf(waiting)).toBe(3);
  });
});

describe("a port that fails", () => {
  it.each([
    ["hub.observe", { hub: { observe: failing } }, []],
    ["files.observe", { workplans: { observe: failing } }, []],
    ["lease", { hub: { lease: failing } }, []],
    ["sync", { hub: { sync: failing } }, ["release"]],
    ["propose", { workplans: { propose: failing } }, ["release"]],
  ])("ends the run with its error, and the lease is given back: %s", async (_name, fakes, released) => {
    const { calls, ended } = run(pushes, {}, fakes);
    await expect(ended).rejects.toThrow("down");
    expect(calls.filter((name) => name === "release")).toEqual(released);
  });

  it("does not hide how the run ended when only the lease cannot be given back", async () => {
    const { ended } = run(pushes, {}, { hub: { release: failing } });
    expect((await ended).outcome).toBe("written");
    const both = run(
      pushes,
      {},
      { hub: { release: failing, sync: () => Promise.reject(new Error("first")) } },
    );
    await expect(both.ended).rejects.toThrow("first");
  });
});

describe("checkSync", () => {
  it("plans with versions, and writes nothing", async () => {
    const { calls, workplans, hub } = portsOf(conflicting);
    const { plan, input } = await checkSync(workplans, hub, 20);
    expect(calls).toEqual(["hub", "files", "versions"]);
    expect(plan.counts).toMatchObject({ conflicts: 1, proposed: 1 });
    expect(input.versions.size).toBe(1);
  });
});
