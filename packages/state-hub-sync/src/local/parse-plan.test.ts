import { describe, expect, it } from "vitest";
import { parseFile } from "./parse-file.ts";
import { planText, seed, validators } from "./ops.fixture.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseFile("plan", encode(text), validators);
const codes = (text: string) => parse(text).findings.map(({ code }) => code);
const key = (id: string) => `LOOP-WP-0007-${id}`;

describe("a workplan for the sync", () => {
  it("has its workstream and its tasks, as the seed's", () => {
    const { plan, findings } = parse(seed);
    expect(findings).toEqual([]);
    expect(plan).toMatchObject({
      key: "LOOP-WP-0001",
      hubId: "90a05147-7b95-4ce7-96bf-39cdb487b557",
      workstream: {
        title: "Kaizen Improvement Stack (coach + metrics + optimization)",
        status: "active",
        domain: "coulomb_social",
        topic: "coulomb_social",
        owner: "coulomb-loop",
        supplier: "kaizen-agentic",
        created: "2026-06-18",
        depends_on: [],
      },
      flawed: [],
      shadowed: false,
    });
    expect(plan?.tasks.length).toBe(8);
    const last = plan?.tasks.at(-1);
    expect(last).toMatchObject({ key: "LOOP-WP-0001-T08", status: { frontmatter: "todo", fence: "todo" } });
    expect(seed.split("\n")[(last?.line ?? 0) - 1]).toBe("id: LOOP-WP-0001-T08");
  });

  it("leaves out what is not there", () => {
    const { plan } = parse(planText([{}]));
    expect(plan?.workstream).toEqual({ title: "Some plan", status: "active" });
    expect(plan?.tasks).toEqual([
      { key: key("T01"), title: "Do it", status: { frontmatter: "todo", fence: "todo" }, line: 15 },
    ]);
  });

  it("takes two copies of a status that differ for no flaw", () => {
    const text = planText([{ status: "done", fence: "todo" }]);
    expect(codes(text)).toEqual([]);
    expect(parse(text).plan).toMatchObject({
      tasks: [{ status: { frontmatter: "done", fence: "todo" } }],
      flawed: [],
      shadowed: false,
    });
  });

  it.each([
    ["an unknown status in the frontmatter", planText([{}, { status: "Done", fence: "done" }])],
    ["an unknown status in the fence", planText([{}, { fence: "finished" }])],
    ["an unknown priority", planText([{}, { more: "priority: someday\n" }])],
    ["an id that is none", planText([{}, { more: "state_hub_task_id: x\n" }])],
    ["a title that is no text", planText([{}, { title: "[]" }])],
    [
      "no fence",
      planText([{}, {}]).replace(
        "id: LOOP-WP-0007-T02\nstatus: todo\n",
        "id: LOOP-WP-0007-T03\nstatus: todo\n",
      ),
    ],
    ["a fence twice", `${planText([{}, {}])}\n\`\`\`task\nid: LOOP-WP-0007-T02\nstatus: done\n\`\`\`\n`],
    ["an entry twice", planText([{}, {}], "0007", "  - id: T02\n    status: todo\n    title: Again\n")],
  ])("names a task with %s, and keeps the other", (_, text) => {
    const { plan, findings } = parse(text);
    expect(findings.some(({ severity }) => severity === "error")).toBe(true);
    expect(plan?.tasks.map((task) => task.key)).toEqual([key("T01")]);
    expect(plan?.flawed).toContain(key("T02"));
    expect(plan?.shadowed).toBe(true);
  });

  it("says that a task may be hidden", () => {
    const text = planText([{}, {}]).replace(/```\n\n## Part 2/, "\n## Part 2");
    expect(parse(text).plan).toMatchObject({ shadowed: true });
  });

  it.each([
    ["no frontmatter", "# Plan\n"],
    ["a broken frontmatter", "---\nid: [\n---\n"],
    ["no title", planText([{}]).replace("title: Some plan\n", "")],
    ["another format", planText([{}]).replace("type: workplan", "type: other")],
    [
      "tasks that are no list",
      "---\nid: LOOP-WP-0007\ntype: workplan\ntitle: x\nstatus: active\ntasks: {}\n---\n",
    ],
    ["a conflict", planText([{}]).replace("## Part", "<<<<<<< ours\n## Part")],
  ])("is none with %s", (_, text) => {
    expect(parse(text).plan).toBeUndefined();
    expect(codes(text)).not.toEqual([]);
  });

  it("is none with bytes that are no UTF-8", () => {
    expect(parseFile("plan", Uint8Array.of(0xff, 0xfe), validators)).toMatchObject({
      findings: [{ code: "not_utf8" }],
    });
  });
});

describe("a decision for the sync", () => {
  const text =
    "schema_version: decision/v1\nid: DEC-001\nquestion: Which?\noptions:\n  - key: A\n    summary: One\nstatus: proposed\n";

  it("has all its fields but the version, and says where they are", () => {
    expect(parseFile("decision", encode(text), validators)).toEqual({
      decision: {
        id: "DEC-001",
        values: {
          id: "DEC-001",
          question: "Which?",
          options: [{ key: "A", summary: "One" }],
          status: "proposed",
        },
        places: {
          id: { line: 2, column: 5 },
          question: { line: 3, column: 11 },
          options: { line: 5, column: 3 },
          status: { line: 7, column: 9 },
        },
      },
      findings: [],
    });
  });

  it("is none when it does not keep its contract", () => {
    const { decision, findings } = parseFile("decision", encode(text.replace("DEC-001", "one")), validators);
    expect(decision).toBeUndefined();
    expect(findings).toMatchObject([{ code: "schema_pattern", line: 2 }]);
  });
});
