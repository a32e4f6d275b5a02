import { describe, expect, it } from "vitest";
import { explainTask } from "./explain-task.ts";
import { hubTask, hubWorkstream, inputOf, linkOf, localPlan, localTask } from "./plan-input.fixture.ts";
import type { PlanInput } from "./types.ts";

const key = "W-1-T1";

function inputWith(more: Partial<PlanInput> = {}): PlanInput {
  const input = inputOf({
    plans: [
      localPlan("W-1", [localTask(key, { is: "blocked", title: "new" }), localTask("W-1-T2")]),
      localPlan("W-2", [localTask("W-2-T2")]),
    ],
    tasks: [
      hubTask(key, { is: "done", rev: 5, fieldRevs: { status: 5, title: 1 } }),
      hubTask("W-1-T2", { deleted: true }),
      hubTask("W-1-T9"),
    ],
    links: [linkOf(key)],
    versions: new Map([[`${key}.status`, { kind: "commit", commit: "c1" }]]),
  });
  return { ...input, ...more };
}

function stopped(local: Parameters<typeof localTask>[1], links = [linkOf(key)]) {
  const plans = [localPlan("W-1", [localTask(key, local)])];
  return explainTask(inputOf({ plans, tasks: [hubTask(key)], links }), key);
}

describe("explainTask", () => {
  it.each([key, "T1"])("says of %s what both sides have and which row decides", (name) => {
    expect(explainTask(inputWith(), name)).toEqual({
      kind: "task",
      key,
      file: "W-1.md",
      line: 7,
      copies: { frontmatter: "blocked", fence: "blocked" },
      state: "linked",
      id: `id-${key}`,
      rev: 5,
      fields: [
        {
          field: "status",
          local: "blocked",
          remote: "done",
          base: "todo",
          rev: 5,
          baseRev: 1,
          version: { kind: "commit", commit: "c1" },
          decision: { row: "conflict", loser: "local" },
        },
        {
          field: "title",
          local: "new",
          remote: key,
          base: key,
          rev: 1,
          baseRev: 1,
          decision: { row: "push" },
        },
        {
          field: "priority",
          local: null,
          remote: null,
          base: null,
          rev: 0,
          baseRev: 0,
          decision: { row: "equal" },
        },
      ],
    });
  });

  it.each([
    ["a name of several tasks", "T2", { kind: "ambiguous", keys: ["W-1-T2", "W-2-T2"] }],
    ["a task that only the hub has", "W-1-T9", { kind: "gone", id: "id-W-1-T9", orphaned: false }],
    ["the end of a name that only the hub has", "T9", { kind: "gone", key: "W-1-T9", unseen: [] }],
    ["a name of nothing", "T7", { kind: "unknown", keys: [key, "W-1-T2", "W-2-T2"], unseen: [] }],
    ["a new task", "W-2-T2", { kind: "task", state: "new", fields: [] }],
    ["a deleted task", "W-1-T2", { kind: "task", state: "deleted", fields: [] }],
  ])("answers to %s", (_name, name, answer) => {
    expect(explainTask(inputWith(), name)).toMatchObject(answer);
  });

  it("tells files that may hold a task unseen", () => {
    const unseen = {
      local: { unreadable: ["W-3.md"] },
      plans: [localPlan("W-2", [], { shadowed: true })],
    };
    const input = inputOf({ ...unseen, tasks: [hubTask(key), hubTask("W-2-T1")] });
    const files = ["W-3.md", "W-2.md"];
    expect(explainTask(input, key)).toMatchObject({ kind: "gone", unseen: files });
    expect(explainTask(input, "T7")).toMatchObject({ kind: "unknown", unseen: files });
    expect(explainTask(input, "T1")).toEqual({ kind: "ambiguous", keys: [key, "W-2-T1"] });
  });

  it.each([key, "T1"])("names what is wrong with the file of %s, which stands there with a flaw", (name) => {
    const finding = {
      code: "enum",
      severity: "error",
      message: "status is no word",
      file: "W-1.md",
    } as const;
    const input = inputOf({ plans: [localPlan("W-1", [], { flawed: [key] })], tasks: [hubTask(key)] });
    const findings = [finding, { ...finding, file: "W-2.md" }];
    expect(explainTask({ ...input, local: { ...input.local, findings } }, name)).toEqual({
      kind: "flawed",
      key,
      file: "W-1.md",
      findings: [finding],
    });
  });

  it("names the finding that stops a task, and the task of the hub", () => {
    expect(stopped({ hubId: "x" })).toMatchObject({
      state: "stopped",
      id: `id-${key}`,
      rev: 1,
      finding: { code: "link_mismatch" },
    });
    const copies = { status: { frontmatter: "done", fence: "blocked" } };
    expect(stopped(copies)).toMatchObject({ state: "stopped", finding: { code: "status_disagrees" } });
    expect(stopped({}, [])).toMatchObject({ state: "unlinked" });
  });

  it("names the finding that stops the whole workplan", () => {
    const input = inputOf({
      plans: [localPlan("W-1", [localTask(key)])],
      workstreams: [hubWorkstream("W-1", { repo: "local/acme/other" })],
    });
    expect(explainTask(input, key)).toMatchObject({ state: "stopped", finding: { code: "link_mismatch" } });
  });
});
