import { describe, expect, it } from "vitest";
import type { ConflictRecord, HubDecision, LocalVersion } from "../model.ts";
import {
  hubTask,
  hubWorkstream,
  inputOf,
  linkOf,
  localPlan,
  localTask,
  withoutId,
} from "./plan-input.fixture.ts";
import { planSync } from "./plan-sync.ts";
import type { PlanInput } from "./types.ts";

const key = "W-1-T1";

/** One linked task; `local` and `hub` say how the sides differ from the base. */
function oneTask(
  local: Parameters<typeof localTask>[1],
  hub: Parameters<typeof hubTask>[1],
  link: Parameters<typeof linkOf>[1] = {},
  more: Partial<PlanInput> = {},
): PlanInput {
  const input = inputOf({
    plans: [localPlan("W-1", [localTask(key, local)])],
    tasks: [hubTask(key, hub)],
    links: [linkOf(key, link)],
  });
  return { ...input, ...more };
}

function at(version: LocalVersion) {
  return { versions: new Map([[`${key}.status`, version]]) };
}

function copies(frontmatter: string, fence: string) {
  return { status: { frontmatter, fence } };
}

type Values = HubDecision["values"];

/** One decision of the files, and the hub's of the same key. */
function planOfDecision(values: Values, found?: Values) {
  const places = Object.fromEntries(
    Object.keys(values).map((field, index) => [field, { line: index + 2, column: field.length + 3 }]),
  );
  const decisions = [{ file: "d.md", key: "a/DEC-001", values, places }];
  const known = new Map<string, HubDecision>();
  if (found !== undefined) known.set("a/DEC-001", { key: "a/DEC-001", rev: 2, values: found });
  return planSync(inputOf({ local: { decisions }, hub: { decisions: known } }));
}

const settled = { rev: 1, linkRev: 4, orphaned: false, conflicts: [] };

describe("a task that both sides have", () => {
  it("needs nothing when both are as the base", () => {
    const plan = planSync(oneTask({}, {}));
    expect(plan).toMatchObject({ items: [], edits: [], findings: [], asked: [] });
  });

  it("moves the base when both sides came to the same", () => {
    const plan = planSync(
      oneTask({ is: "done" }, { is: "done", rev: 2, fieldRevs: { status: 2, title: 1 } }),
    );
    expect(plan.items).toEqual([
      {
        ...settled,
        do: "task",
        id: `id-${key}`,
        key,
        rev: 2,
        set: {},
        base: { status: "done", title: key },
        baseRevs: { status: 2, title: 1 },
      },
    ]);
    expect(plan.edits).toEqual([]);
  });

  it("moves the base's revision when the hub left a value and came back to it", () => {
    const plan = planSync(oneTask({}, { rev: 3, fieldRevs: { status: 3, title: 1 } }));
    expect(plan.items).toMatchObject([{ set: {}, baseRevs: { status: 3, title: 1 } }]);
  });

  it("writes everything about a task in one item", () => {
    const plan = planSync(
      oneTask(
        { is: "done", priority: "high" },
        { values: { status: "todo", title: "other" }, rev: 7, fieldRevs: { status: 1, title: 7 } },
      ),
    );
    expect(plan.items).toEqual([
      {
        ...settled,
        do: "task",
        id: `id-${key}`,
        key,
        rev: 7,
        set: { status: "done", priority: "high" },
        base: { status: "done", title: key, priority: "high" },
        baseRevs: { status: 8, title: 1, priority: 8 },
      },
    ]);
    expect(plan.edits).toEqual([
      { file: "W-1.md", blob: "blob-W-1", do: "value", key, field: "title", value: "other", rev: 7 },
    ]);
    expect(plan.counts).toMatchObject({ pushes: 2, proposed: 1, conflicts: 0 });
  });

  it("takes a value away on the other side when one side lost it", () => {
    const base = { status: "todo", title: key, priority: "low" };
    const baseRevs = { status: 1, title: 1, priority: 1 };
    const gone = planSync(oneTask({}, { values: base, fieldRevs: baseRevs }, { base, baseRevs }));
    expect(gone.items).toMatchObject([{ set: { priority: null }, base: { status: "todo", title: key } }]);
    const lost = planSync(
      oneTask({ priority: "low" }, { rev: 2, fieldRevs: { ...baseRevs, priority: 2 } }, { base, baseRevs }),
    );
    expect(lost).toMatchObject({ items: [], edits: [{ field: "priority", value: null, rev: 2 }] });
  });

  it("gets a link although only values wait for a merge", () => {
    const { items, edits } = planSync(
      inputOf({
        plans: [localPlan("W-1", [localTask(key)])],
        tasks: [hubTask(key, { values: { status: "todo", title: key, priority: "low" } })],
      }),
    );
    expect(items).toMatchObject([{ linkRev: null, set: {}, base: { status: "todo", title: key } }]);
    expect(edits).toMatchObject([{ do: "value", field: "priority", value: "low" }]);
  });

  it("is linked again when it comes back, once", () => {
    expect(planSync(oneTask({}, {}, { orphaned: true })).items).toMatchObject([{ orphaned: false, set: {} }]);
    expect(planSync(oneTask({}, {})).items).toEqual([]);
  });
});

describe("a field that both sides changed", () => {
  const hub = { is: "in_progress", rev: 5, fieldRevs: { status: 5, title: 1 } };
  const c1: LocalVersion = { kind: "commit", commit: "c1" };

  it("has its version asked for, and nothing of its task is written meanwhile", () => {
    const plan = planSync(oneTask({ is: "blocked", priority: "low" }, hub));
    expect(plan.asked).toEqual([{ key, field: "status" }]);
    expect(plan).toMatchObject({ items: [], edits: [], counts: { pushes: 0 } });
  });

  it("has the hub's value proposed and the loser recorded in one plan", () => {
    const plan = planSync(oneTask({ is: "blocked" }, hub, {}, at(c1)));
    const record: ConflictRecord = {
      taskId: `id-${key}`,
      taskKey: key,
      field: "status",
      local: { value: "blocked", version: "commit:c1" },
      remote: { value: "in_progress", version: "rev:5" },
      base: "todo",
      loser: "local",
    };
    expect(plan.items).toMatchObject([{ set: {}, base: { status: "todo" }, conflicts: [record] }]);
    expect(plan.edits).toMatchObject([{ do: "value", value: "in_progress", rev: 5 }]);
    const later = oneTask({ is: "blocked" }, hub, {}, at(c1));
    const recorded = planSync({ ...later, hub: { ...later.hub, conflicts: [record] } });
    expect(recorded.items).toEqual([]);
    expect(recorded.edits).toEqual(plan.edits);
  });

  it("has the file's value pushed with the record in the same item", () => {
    const plan = planSync(oneTask({ is: "done" }, hub, {}, at(c1)));
    expect(plan.items).toMatchObject([
      {
        set: { status: "done" },
        base: { status: "done" },
        baseRevs: { status: 6 },
        conflicts: [{ loser: "remote" }],
      },
    ]);
    expect(plan.counts).toMatchObject({ pushes: 1, proposed: 0, conflicts: 1 });
  });

  it("waits for a person when it is done against cancelled, and says so each time", () => {
    const input = oneTask({ is: "done" }, { ...hub, is: "cancelled" }, {}, at(c1));
    const plan = planSync(input);
    expect(plan).toMatchObject({ manual: [{ isNew: true, record: { loser: null } }], edits: [] });
    expect(plan.items).toMatchObject([{ set: {}, conflicts: [{ loser: null }], base: { status: "todo" } }]);
    const conflicts = plan.manual.map(({ record }) => record);
    const again = planSync({ ...input, hub: { ...input.hub, conflicts } });
    expect(again).toMatchObject({ items: [], edits: [], manual: [{ isNew: false }] });
    const answered = conflicts.map((each) => ({ ...each, loser: "remote" as const }));
    expect(planSync({ ...input, hub: { ...input.hub, conflicts: answered } })).toMatchObject({
      manual: [],
      items: [{ set: { status: "done" }, conflicts: [] }],
    });
  });
});

describe("copies of a status that differ", () => {
  it.each([
    ["frontmatter", copies("done", "todo")],
    ["fence", copies("todo", "done")],
  ])("mean the one that left the base: %s", (_name, local) => {
    const plan = planSync(oneTask(local, {}));
    expect(plan.edits).toEqual([{ file: "W-1.md", blob: "blob-W-1", do: "repair", key, value: "done" }]);
    // The base stays: it says which copy was changed until both agree.
    expect(plan.items).toMatchObject([
      { set: { status: "done" }, base: { status: "todo" }, baseRevs: { status: 1 } },
    ]);
  });

  it("move no base while the hub has the value already", () => {
    const plan = planSync(
      oneTask(copies("done", "todo"), { is: "done", rev: 2, fieldRevs: { status: 2, title: 1 } }),
    );
    expect(plan).toMatchObject({ items: [], edits: [{ do: "repair", value: "done" }] });
  });

  it("are both replaced when the hub's value is proposed", () => {
    const plan = planSync(
      oneTask(
        copies("blocked", "todo"),
        { is: "done", rev: 2, fieldRevs: { status: 2, title: 1 } },
        {},
        { versions: new Map([[`${key}.status`, { kind: "commit", commit: "c1" }]]) },
      ),
    );
    expect(plan.edits).toMatchObject([{ do: "value", value: "done" }]);
  });

  it.each([
    ["both left the base", inputWith(copies("done", "blocked"), true)],
    ["there is no base", inputWith(copies("done", "todo"), false)],
  ])("stop the task when %s", (_name, input) => {
    const plan = planSync(input);
    expect(plan.findings).toMatchObject([{ code: "status_disagrees", file: "W-1.md", line: 7 }]);
    expect(plan).toMatchObject({ items: [], edits: [] });
  });

  it("stop a new task", () => {
    const plan = planSync(inputOf({ plans: [localPlan("W-1", [localTask(key, copies("done", "todo"))])] }));
    expect(plan).toMatchObject({ items: [], findings: [{ code: "status_disagrees" }] });
  });

  function inputWith(local: ReturnType<typeof copies>, isLinked: boolean): PlanInput {
    return inputOf({
      plans: [localPlan("W-1", [localTask(key, local)])],
      tasks: [hubTask(key)],
      links: isLinked ? [linkOf(key)] : [],
    });
  }
});

describe("a task that the hub deleted", () => {
  const tombstone = { deleted: true, rev: 3 };

  it("is proposed as cancelled, and nothing is pushed to it", () => {
    const plan = planSync(oneTask({ is: "done", priority: "low" }, tombstone));
    expect(plan).toMatchObject({ items: [], counts: { proposed: 1, pushes: 0 } });
    expect(plan.edits).toMatchObject([{ do: "value", field: "status", value: "cancelled", rev: 3 }]);
  });

  it("is left alone once it is cancelled in both copies", () => {
    expect(planSync(oneTask({ is: "cancelled" }, tombstone)).edits).toEqual([]);
    const half = { status: { frontmatter: "cancelled", fence: "todo" } };
    expect(planSync(oneTask(half, tombstone)).edits).toMatchObject([{ value: "cancelled" }]);
  });
});

describe("workplans and their workstreams", () => {
  it("creates a workstream before its tasks, and has the ids proposed", () => {
    const { hubId: _hubId, ...plan } = localPlan("W-1", [withoutId(localTask(key))]);
    const { items, edits } = planSync(inputOf({ plans: [plan], workstreams: [] }));
    expect(items.map((item) => item.do)).toEqual(["workstream", "create"]);
    expect(edits).toMatchObject([
      { do: "workstream_id", key: "W-1", id: null },
      { do: "task_id", key, id: null },
    ]);
  });

  it("updates a workstream whose frontmatter changed, also its order", () => {
    const workstream = { title: "W-1", status: "active", depends_on: ["W-2", "W-3"] };
    const known = { ...workstream, depends_on: ["W-3", "W-2"] };
    const input = (values: typeof known) =>
      inputOf({
        plans: [localPlan("W-1", [], { workstream })],
        workstreams: [hubWorkstream("W-1", { values })],
      });
    expect(planSync(input(known)).items).toEqual([
      { do: "workstream", key: "W-1", id: "id-W-1", rev: 3, values: workstream },
    ]);
    expect(planSync(input(workstream)).items).toEqual([]);
  });

  it.each([
    ["another repo has it", { repo: "local/acme/other" }],
    ["its id is another one's", { key: "W-9" }],
  ])("stops the whole workplan when %s", (_name, more) => {
    const plan = planSync(
      inputOf({
        plans: [localPlan("W-1", [localTask(key)]), localPlan("W-2", [localTask("W-2-T1")])],
        workstreams: [hubWorkstream("W-1", more), hubWorkstream("W-2")],
      }),
    );
    expect(plan.findings).toMatchObject([{ code: "link_mismatch", file: "W-1.md" }]);
    expect(plan.items).toMatchObject([{ do: "create", key: "W-2-T1" }]);
  });

  it("stops workplans of one id, without taking their tasks for gone", () => {
    const plan = planSync(
      inputOf({
        plans: [localPlan("W-1", [localTask(key)]), localPlan("W-1", [], { file: "copy.md" })],
        tasks: [hubTask(key)],
        links: [linkOf(key)],
      }),
    );
    expect(plan.findings.map(({ code }) => code)).toEqual(["duplicate_id", "duplicate_id"]);
    expect(plan.items).toEqual([]);
  });

  it("makes no new task in a deleted workstream, and goes on with the others", () => {
    const plan = planSync(
      inputOf({
        plans: [localPlan("W-1", [localTask(key, { is: "done" }), localTask("W-1-T2")])],
        workstreams: [hubWorkstream("W-1", { deleted: true })],
        tasks: [hubTask(key)],
        links: [linkOf(key)],
      }),
    );
    expect(plan.findings).toMatchObject([{ code: "workstream_deleted" }]);
    expect(plan.items).toMatchObject([{ do: "task", set: { status: "done" } }]);
  });
});

describe("decisions", () => {
  const accepted = { status: "accepted", chosen: "a" };

  it.each([
    ["new", { status: "proposed" }, undefined, [{ do: "decision", rev: null }]],
    ["changed", { status: "accepted" }, { status: "proposed" }, [{ do: "decision", rev: 2 }]],
    ["the same in another order", { chosen: "a", status: "accepted" }, accepted, []],
    ["superseded", { ...accepted, status: "superseded" }, accepted, [{ do: "decision", rev: 2 }]],
  ])("plans one that is %s", (_name, values, found, items) => {
    expect(planOfDecision(values, found)).toMatchObject({ items, findings: [] });
  });

  it.each([
    ["rejected", { ...accepted, status: "rejected" }, { line: 2, column: 9 }],
    ["another choice", { ...accepted, chosen: "b" }, { line: 3, column: 9 }],
    ["superseded, and another choice", { status: "superseded", chosen: "b" }, { line: 3, column: 9 }],
    ["without a choice", { status: "accepted" }, { line: 1, column: 1 }],
    ["superseded without a choice", { status: "superseded" }, { line: 2, column: 9 }],
  ])("leaves an accepted one that became %s, and says where", (_name, values, place) => {
    const { items, findings } = planOfDecision(values, accepted);
    expect(items).toEqual([]);
    expect(findings).toMatchObject([{ code: "decision_immutable", file: "d.md", ...place }]);
  });
});

describe("the order of a plan", () => {
  it("is workstreams, new tasks, tasks, each by key; edits by file and key", () => {
    const { hubId: _hubId, ...second } = localPlan("W-2", [
      withoutId(localTask("W-2-T2")),
      withoutId(localTask("W-2-T1")),
    ]);
    const plan = planSync(
      inputOf({
        plans: [
          second,
          localPlan("W-1", [localTask("W-1-T2", { is: "done" }), localTask(key, { is: "done" })]),
        ],
        workstreams: [hubWorkstream("W-1")],
        tasks: [hubTask("W-1-T2"), hubTask(key)],
        links: [linkOf("W-1-T2"), linkOf(key)],
      }),
    );
    expect(plan.items.map((item) => item.key)).toEqual(["W-2", "W-2-T1", "W-2-T2", key, "W-1-T2"]);
    expect(plan.edits.map((edit) => edit.key)).toEqual(["W-2", "W-2-T1", "W-2-T2"]);
  });
});
