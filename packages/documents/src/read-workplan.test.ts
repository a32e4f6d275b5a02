import type { Validator } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { editFrontmatter } from "./edit-frontmatter.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readWorkplan } from "./read-workplan.ts";
import type { Source } from "./types.ts";
import type { WorkplanRead } from "./workplan.ts";

const encoder = new TextEncoder();
const accept: Validator<unknown> = (value) => ({ ok: true, value });

function source(text: string): Source {
  const decoded = decode(encoder.encode(text), "plan.md");
  if (Array.isArray(decoded)) throw new Error(decoded[0]?.code);
  return decoded;
}

function read(text: string): WorkplanRead<unknown, unknown> {
  return readWorkplan(source(text), { frontmatter: accept, task: accept });
}

const PLAN = `---
id: LOOP-WP-0001
type: workplan
tasks:
  - id: T01
    status: done
    title: Register coulomb-loop
  - id: T02
    status: todo
    title: Expand pilot — three repos
state_hub_workstream_id: "90a05147"
---

# Plan

## Register

\`\`\`task
id: LOOP-WP-0001-T01
status: done
priority: high
state_hub_task_id: "c66d2e98"
\`\`\`

\`\`\`yaml
agents: {}
\`\`\`

## Expand

\`\`\`task
id: LOOP-WP-0001-T02
status: todo
priority: medium
\`\`\`
`;

const refuseStatus: Validator<unknown> = () => ({
  ok: false,
  findings: [{ code: "enum", severity: "error", message: "m", path: ["status"] }],
});

/** A plan whose frontmatter lists T01 as todo. */
const plan = (body: string, status = "todo") =>
  `---\nid: P\ntasks:\n  - { id: T01, status: ${status} }\n---\n${body}`;
const fence = (status: string, id = "P-T01") => `\`\`\`task\nid: ${id}\nstatus: ${status}\n\`\`\`\n`;

describe("readWorkplan", () => {
  it.each([
    ["LF", PLAN],
    ["CRLF", PLAN.replaceAll("\n", "\r\n")],
    ["BOM", `\uFEFF${PLAN}`],
    ["CR", PLAN.replaceAll("\n", "\r")],
  ])("joins both copies of every task (%s)", (_, text) => {
    const result = read(text);
    expect(result.findings).toEqual([]);
    expect(result.value).toMatchObject({ id: "LOOP-WP-0001", shadowed: false });
    expect(result.value?.tasks).toEqual([
      {
        key: "LOOP-WP-0001-T01",
        id: "T01",
        title: "Register coulomb-loop",
        status: "done",
        priority: "high",
        stateHubTaskId: "c66d2e98",
        frontmatter: {
          status: "done",
          idPlace: { line: 5, column: 9 },
          statusPlace: { line: 6, column: 13 },
        },
        fence: {
          status: "done",
          idPlace: { line: 19, column: 5 },
          statusPlace: { line: 20, column: 9 },
          value: { id: "LOOP-WP-0001-T01", status: "done", priority: "high", state_hub_task_id: "c66d2e98" },
        },
      },
      expect.objectContaining({
        key: "LOOP-WP-0001-T02",
        status: "todo",
        priority: "medium",
        stateHubTaskId: undefined,
      }),
    ]);
  });

  it.each([
    ["in a list", "- x\n\n  ```task\n  id: P-T01\n  status: todo\n  ```\n", 9],
    ["in a quote", "> ```task\n> id: P-T01\n> status: todo\n> ```\n", 7],
    ["in a list in a quote", "> 1. ```task\n>    id: P-T01\n>    status: todo\n>    ```\n", 7],
    ["with tildes and more words", "~~~~task x=1\nid: P-T01\nstatus: todo\n~~~~\n", 7],
    ["indented by blanks", "  ```task\n  id: P-T01\n  status: todo\n  ```\n", 7],
    ["with a blank before the word", "``` task\nid: P-T01\nstatus: todo\n```\n", 7],
    ["with a longer closer", "```task\nid: P-T01\nstatus: todo\n`````\n", 7],
    ["with an empty line inside", "> ```task\n>\n> id: P-T01\n> status: todo\n> ```\n", 8],
  ])("finds a fence %s", (_, body, line) => {
    const result = read(plan(body));
    expect(result.findings).toEqual([]);
    expect(result.value?.tasks[0]).toMatchObject({ status: "todo", fence: { idPlace: { line } } });
  });

  it.each([
    ["a fence that disagrees", plan(fence("done")), ["status_disagrees"], 8],
    ["an unknown status", plan(fence("todo"), "Done"), ["status_unknown"], 4],
    ["an unknown status in a fence", plan(fence("in-progress")), ["status_unknown"], 8],
    ["a task without fence", plan("text\n"), ["task_unpaired"], 4],
    ["a fence without task", plan(fence("todo") + fence("todo", "P-T02")), ["task_unpaired"], 11],
    ["a fence of another plan", plan(fence("todo") + fence("todo", "Q-T01")), ["task_unpaired"], 11],
    ["a fence twice", plan(fence("todo") + fence("done")), ["task_duplicate"], 11],
    [
      "broken YAML in a fence",
      plan(`${fence("todo")}\n> \`\`\`task\n> a: [\n> \`\`\`\n`),
      ["yaml_syntax"],
      13,
    ],
    ["an empty fence", plan(`${fence("todo")}\n\`\`\`task\n\`\`\`\n`), ["yaml_documents"], 12],
    ["an unclosed fence", plan("```task\nid: P-T01\nstatus: todo\n"), ["fence_unclosed"], 6],
    [
      "a fence that its list closes",
      plan("- ```task\n  id: P-T01\n  status: todo\n\ntext\n"),
      ["fence_unclosed"],
      6,
    ],
    [
      "a tab across a list's edge",
      plan("- ```task\n\tid: P-T01\n  status: todo\n  ```\n"),
      ["fence_content"],
      7,
    ],
    ["no frontmatter", `# x\n${fence("todo")}`, ["frontmatter"], 1],
    ["a frontmatter that is closed by dots", "---\nid: P\n...\ntext\n", ["frontmatter"], 3],
    ["a frontmatter with more on its first line", "--- x\nid: P\n---\n", ["frontmatter"], 1],
    ["a frontmatter that is not closed", "---\nid: P\n", ["frontmatter"], 1],
    ["dashes at the edge of a block scalar", "---\nid: |\n  x\n---\n  y\n---\n", [], 0],
    ["tasks that are no list", "---\nid: P\ntasks: 1\n---\n", [], 0],
  ])("reports %s", (_, text, codes, line) => {
    const result = read(text);
    const errors = result.findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code }) => code)).toEqual(codes);
    expect(errors.slice(0, 1)).toMatchObject(line === 0 ? [] : [{ line, file: "plan.md" }]);
    expect(result.value === undefined).toBe(codes.length > 0);
  });

  it.each([
    [
      "a task inside another block",
      `${fence("todo")}\n\`\`\`\`md\n\`\`\`task\n\`\`\`\`\n`,
      "fence_shadowed",
      "warning",
      12,
    ],
    ["a task in indented code", `${fence("todo")}\n    \`\`\`task\n`, "fence_shadowed", "warning", 11],
    ["YAML behind a fence", `${fence("todo")}priority: high\n`, "fence_shadowed", "warning", 10],
    ["a task in a comment", `${fence("todo")}\n<!--\n\`\`\`task\n\`\`\`\n-->\n`, "fence_hidden", "info", 12],
    [
      "a word that only decodes to task",
      `${fence("todo")}\n\`\`\`&#116;ask\n\`\`\`\n`,
      "fence_hidden",
      "info",
      11,
    ],
  ])("notices %s", (_, body, code, severity, line) => {
    const result = read(plan(body));
    expect(result.findings).toMatchObject([{ code, severity, line }]);
    expect(result.value).toMatchObject({ shadowed: severity === "warning" });
  });

  it.each([
    ["another block", "```bash\nls\n```\n"],
    ["another task", fence("todo", "P-T02")],
    ["a longer fence", "`````md\n`````\n"],
  ])("says at its opener that a task lost its closing line to %s", (_, next) => {
    const result = read(plan(`${fence("todo").replace(/```\n$/, "")}\ntext\n\n${next}`));
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: "fence_shadowed", severity: "warning", line: 6, column: 1 }),
    );
    expect(result.plan?.shadowed).toBe(true);
  });

  it.each([
    ["tildes in a fence of backticks", "```task\nid: P-T01\nstatus: todo\nnote: |\n  ~~~sh\n  ~~~\n```\n"],
    ["a shorter fence in a longer", "````task\nid: P-T01\nstatus: todo\nnote: |\n  ```sh\n  ```\n````\n"],
  ])("does not take %s for a lost closing line", (_, body) => {
    expect(read(plan(body))).toMatchObject({ findings: [], value: { shadowed: false } });
  });

  it("suggests a status and keeps what both copies say", () => {
    const result = read(plan(fence("todo"), "Done"));
    expect(result.findings[0]?.hint).toBe('did you mean "done"?');
    expect(result.plan?.tasks[0]).toMatchObject({
      status: undefined,
      frontmatter: { status: "Done" },
      fence: { status: "todo" },
    });
  });

  it("says an unknown status once, though the contract says it too", () => {
    const { findings } = readWorkplan(source(plan(fence("finished"))), {
      frontmatter: accept,
      task: refuseStatus,
    });
    expect(findings.map(({ code }) => code)).toEqual(["status_unknown"]);
  });

  it("places findings of a fence's contract in the file", () => {
    const { findings } = readWorkplan(
      source(plan("> - ```task\n>   id: P-T01\n>   status: todo\n>   ```\n")),
      {
        frontmatter: accept,
        task: refuseStatus,
      },
    );
    expect(findings).toMatchObject([{ code: "enum", line: 8, column: 13, file: "plan.md" }]);
  });

  it("gives up on lists and quotes that would cost minutes", () => {
    expect(read(plan(fence("todo") + "> a\n\n".repeat(10_000))).findings).toContainEqual(
      expect.objectContaining({ code: "too_large" }),
    );
  });
});

describe("readMarkdown", () => {
  it("reads the frontmatter and gives the body as a range of bytes", () => {
    const text = "\uFEFF--- \r\ntitle: ü\r\n---\t\r\n# Bödy\r\n---\r\n";
    const result = readMarkdown(source(text), accept);
    expect(result).toMatchObject({
      value: { title: "ü" },
      findings: [],
      body: { line: 4, text: "# Bödy\n---\n" },
    });
    const { start, end } = result.body;
    expect(new TextDecoder().decode(encoder.encode(text).subarray(start, end))).toBe("# Bödy\r\n---\r\n");
    expect(result.locate(["title"])).toEqual({ line: 2, column: 8 });
  });

  it("has an empty body when nothing follows", () => {
    expect(readMarkdown(source("---\na: 1\n---"), accept).body).toEqual({
      start: 12,
      end: 12,
      line: 3,
      text: "",
    });
  });

  it("takes the whole file for the body when there is no frontmatter", () => {
    const result = readMarkdown(source("# a\n"), accept);
    expect(result).toMatchObject({
      findings: [{ code: "frontmatter" }],
      body: { start: 0, end: 4, text: "# a\n" },
    });
  });

  it("reports an empty frontmatter as no document", () => {
    expect(readMarkdown(source("---\n---\n"), accept).findings).toMatchObject([
      { code: "yaml_documents", line: 2 },
    ]);
  });
});

describe("editFrontmatter", () => {
  it.each([
    ["LF", PLAN],
    ["CRLF", PLAN.replaceAll("\n", "\r\n")],
    ["BOM", `\uFEFF${PLAN}`],
  ])("changes one line and keeps the body (%s)", (_, text) => {
    const path = ["tasks", { key: "id", is: "T02" }, "status"];
    const result = editFrontmatter(source(text), [{ op: "set", path, value: "in_progress" }]);
    if (result.status !== "edited") throw new Error(result.status);
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(result.bytes)).toBe(
      text.replace("status: todo", () => "status: in_progress"),
    );
  });

  it("adds a key as the frontmatter's last line", () => {
    const result = editFrontmatter(source("---\r\na: 1\r\n---\r\nbody"), [
      { op: "set", path: ["b"], value: "x" },
    ]);
    if (result.status !== "edited") throw new Error(result.status);
    expect(new TextDecoder().decode(result.bytes)).toBe("---\r\na: 1\r\nb: x\r\n---\r\nbody");
  });

  it("is refused without frontmatter", () => {
    expect(editFrontmatter(source("a: 1\n"), [{ op: "set", path: ["a"], value: 2 }])).toMatchObject({
      status: "refused",
      findings: [{ code: "frontmatter" }],
    });
  });
});
