import { describe, expect, it } from "vitest";
import { hubTask, inputOf, linkOf, localPlan, localTask, withoutId } from "./plan-input.fixture.ts";
import { planSync } from "./plan-sync.ts";

const key = "W-1-T1";
const other = "W-1-T2";

/** Beside each stopped task stands one that goes on. */
function planned(local: ReturnType<typeof localTask>[], tasks: ReturnType<typeof hubTask>[]) {
  const plan = planSync(
    inputOf({
      plans: [localPlan("W-1", local), localPlan("W-2", [localTask("W-2-T9", { is: "done" })])],
      tasks: [...tasks, hubTask("W-2-T9")],
      links: [linkOf("W-2-T9")],
    }),
  );
  expect(plan.items).toContainEqual(expect.objectContaining({ key: "W-2-T9", set: { status: "done" } }));
  return { ...plan, items: plan.items.filter((item) => item.key !== "W-2-T9") };
}

describe("which task of the hub one of a file is", () => {
  it("is the one whose id it names", () => {
    expect(planned([localTask(key)], [hubTask(key)]).items).toMatchObject([{ do: "task", linkRev: null }]);
  });

  it("is the one of its key, and the id is proposed", () => {
    const plan = planned([withoutId(localTask(key))], [hubTask(key)]);
    expect(plan.items).toMatchObject([{ do: "task", id: `id-${key}` }]);
    expect(plan.edits).toMatchObject([{ do: "task_id", key, id: `id-${key}` }]);
  });

  it("is a new one with the id of the file, when the hub knows neither", () => {
    const plan = planned([localTask(key, { priority: "low" })], []);
    expect(plan.items).toEqual([
      {
        do: "create",
        key,
        id: `id-${key}`,
        workstream: "W-1",
        values: { status: "todo", title: key, priority: "low" },
      },
    ]);
    expect(plan.edits).toEqual([]);
  });

  it("is the same after the file was renamed", () => {
    const plan = planSync(
      inputOf({
        plans: [localPlan("W-1", [localTask(key)], { file: "moved.md" })],
        tasks: [hubTask(key)],
        links: [linkOf(key)],
      }),
    );
    expect(plan).toMatchObject({ items: [], edits: [], findings: [] });
  });
});

describe("a task that is stopped", () => {
  const elsewhere = { repo: "local/acme/other" };
  it.each([
    [
      "the hub knows the id under another key",
      [localTask(key, { hubId: "x" })],
      [hubTask(other, { id: "x" })],
    ],
    ["the hub has another id for the key", [localTask(key, { hubId: "x" })], [hubTask(key)]],
    ["the id is a task's of another repo", [localTask(key)], [hubTask(key, elsewhere)]],
    ["the key is a task's of another repo", [withoutId(localTask(key))], [hubTask(key, elsewhere)]],
    [
      "the id is a deleted task's of another key",
      [localTask(key, { hubId: "x" })],
      [hubTask(other, { id: "x", deleted: true })],
    ],
  ])("does not fit: %s", (_name, local, tasks) => {
    const plan = planned(local, tasks);
    expect(plan.findings).toMatchObject([
      { code: "link_mismatch", severity: "error", file: "W-1.md", line: 7 },
    ]);
    expect(plan.items).toEqual([]);
    expect(plan.edits).toEqual([]);
  });

  it.each([
    ["key", [localTask(key), localTask(key, { hubId: "x", line: 9 })]],
    ["id", [localTask(key, { hubId: "x" }), localTask(other, { hubId: "x", line: 9 })]],
  ])("stands twice by its %s", (_name, local) => {
    const plan = planned(local, []);
    expect(plan.findings).toMatchObject([
      { code: "task_duplicate", line: 7 },
      { code: "task_duplicate", line: 9 },
    ]);
    expect(plan.items).toEqual([]);
  });
});

function goneAgain(link: Parameters<typeof linkOf>[1], task: Parameters<typeof hubTask>[1]) {
  const plans = [localPlan("W-1", [])];
  return planSync(inputOf({ plans, tasks: [hubTask(key, task)], links: [linkOf(key, link)] })).items;
}

describe("a task that is gone from the files", () => {
  const gone = (more: Parameters<typeof localPlan>[2] = {}, unreadable: readonly string[] = []) =>
    planSync(
      inputOf({
        plans: [localPlan("W-1", [], more)],
        local: { unreadable },
        tasks: [hubTask(key, { is: "done" })],
        links: [linkOf(key)],
      }),
    );

  it("has its link marked, and stays in the hub", () => {
    const plan = gone();
    expect(plan.items).toEqual([
      {
        do: "task",
        id: `id-${key}`,
        key,
        rev: 1,
        linkRev: 4,
        set: {},
        base: { status: "todo", title: key },
        baseRevs: { status: 1, title: 1 },
        orphaned: true,
        conflicts: [],
      },
    ]);
    expect(plan.counts.orphans).toBe(1);
  });

  it.each([
    ["a file cannot be read", gone({}, ["W-9.md"])],
    ["it stands in its file with a flaw", gone({ flawed: [key] })],
    ["its workplan may hold it unseen", gone({ shadowed: true })],
  ])("does not count as gone while %s", (_name, plan) => {
    expect(plan).toMatchObject({ items: [], counts: { orphans: 0 } });
  });

  it("does not count as gone while its workplan may hold it unseen, wherever the hub has moved it", () => {
    const plan = planSync(
      inputOf({
        plans: [localPlan("W-1", [], { shadowed: true })],
        tasks: [{ ...hubTask(key), workstream: "W-9" }],
        links: [linkOf(key)],
      }),
    );
    expect(plan).toMatchObject({ items: [], counts: { orphans: 0 } });
  });

  it("counts as gone with its whole workplan, beside another that may hold unseen tasks", () => {
    const plan = planSync(
      inputOf({
        plans: [localPlan("W-2", [], { shadowed: true })],
        tasks: [hubTask(key)],
        links: [linkOf(key)],
      }),
    );
    expect(plan.items).toMatchObject([{ key, orphaned: true }]);
  });

  it("is not gone when its id stands under another key", () => {
    const plan = planSync(
      inputOf({
        plans: [localPlan("W-1", [localTask(other, { hubId: `id-${key}` })])],
        tasks: [hubTask(key)],
        links: [linkOf(key)],
      }),
    );
    expect(plan).toMatchObject({ items: [], findings: [{ code: "link_mismatch" }] });
  });

  it("is marked once, and not when the hub has deleted it too", () => {
    expect(goneAgain({ orphaned: true }, {})).toEqual([]);
    expect(goneAgain({}, { deleted: true })).toEqual([]);
  });
});
