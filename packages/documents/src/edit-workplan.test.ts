import { readFileSync } from "node:fs";
import { validateWorkplan, validateWorkplanTask } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { editWorkplan } from "./edit-workplan.ts";
import { readWorkplan } from "./read-workplan.ts";
import type { EditResult, Source } from "./types.ts";
import type { TaskChange } from "./workplan-change.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const validators = { frontmatter: validateWorkplan, task: validateWorkplanTask };

/** The seed's workplan is one of our own. */
const SEED = readFileSync(
  new URL("../../../workplans/LOOP-WP-0001-kaizen-improvement-stack.md", import.meta.url),
  "utf8",
);

const FORMS: readonly (readonly [string, string])[] = [
  ["LF", SEED],
  ["CRLF", SEED.replaceAll("\n", "\r\n")],
  ["BOM", `\uFEFF${SEED}`],
  ["BOM and CRLF", `\uFEFF${SEED.replaceAll("\n", "\r\n")}`],
];

function open(text: string): Source {
  const source = decode(encoder.encode(text), "plan.md");
  if (Array.isArray(source)) throw new Error(source[0]?.code);
  return source;
}

function textOf(result: EditResult): string {
  if (result.status === "refused")
    return `!${[...new Set(result.findings.map(({ code }) => code))].join(" ")}`;
  return result.status === "unchanged" ? "unchanged" : decoder.decode(result.bytes);
}

const edit = (text: string, ...changes: readonly TaskChange[]) => textOf(editWorkplan(open(text), changes));
const status = (key: string, value: string): TaskChange => ({ key, set: { status: value } });

/** Pairs of an old and a new line; only for edits that keep the number of lines. */
function changedLines(before: string, after: string): string[] {
  const old = before.split("\n");
  return after.split("\n").flatMap((line, at) => (line === old[at] ? [] : [`${at + 1}: ${line.trim()}`]));
}

describe("the seed's workplan", () => {
  it.each(FORMS)("sets T07 to done in two lines (%s)", (_, text) => {
    const result = editWorkplan(open(text), [status("T07", "done")], validators);
    expect(changedLines(text, textOf(result))).toEqual(["34: status: done", "230: status: done"]);
    expect(result).toMatchObject({ splices: [expect.anything(), expect.anything()] });
    const after = readWorkplan(open(textOf(result)), validators);
    expect(after.findings).toEqual([]);
    expect(after.value?.tasks.find(({ id }) => id === "T07")?.status).toBe("done");
  });

  it.each(FORMS)("gets its nine hub ids back, byte for byte (%s)", (_, text) => {
    const tasks = readWorkplan(open(text), validators).value?.tasks ?? [];
    const workstream = /state_hub_workstream_id: "(.*)"/.exec(text)?.[1] ?? "";
    const stripped = text.replaceAll(/state_hub_\w+_id: .*\r?\n/g, "");
    expect(text.split("\n").length - stripped.split("\n").length).toBe(9);
    const changes: TaskChange[] = [
      { plan: { stateHubWorkstreamId: workstream } },
      ...tasks.map(({ key, stateHubTaskId }) => ({ key, set: { stateHubTaskId } })),
    ];
    const result = editWorkplan(open(stripped), changes, validators);
    expect(textOf(result)).toBe(text);
    expect(editWorkplan(open(text), changes, validators)).toEqual({ status: "unchanged" });
  });

  it("takes several changes at once", () => {
    const result = edit(
      SEED,
      status("LOOP-WP-0001-T07", "in_progress"),
      { key: "T08", set: { status: "blocked", priority: "high", title: "Promote" } },
      { plan: { updated: "2026-07-01" } },
    );
    expect(changedLines(SEED, result)).toEqual([
      '12: updated: "2026-07-01"',
      "34: status: in_progress",
      "37: status: blocked",
      "38: title: Promote",
      "230: status: in_progress",
      "248: status: blocked",
      "249: priority: high",
    ]);
  });

  it("says where a closing line is missing", () => {
    const lost = SEED.replace(/(id: LOOP-WP-0001-T07\n(?:\w+: .*\n)+)```\n/, "$1");
    const { findings, plan } = readWorkplan(open(lost), validators);
    expect(lost).not.toBe(SEED);
    expect(findings).toContainEqual(expect.objectContaining({ code: "fence_shadowed", line: 228 }));
    expect(plan?.shadowed).toBe(true);
  });

  it("keeps the contract", () => {
    const change: TaskChange = { key: "T07", set: { priority: "someday" } };
    expect(textOf(editWorkplan(open(SEED), [change], validators))).toBe("!proof_failed schema_enum");
    expect(textOf(editWorkplan(open(SEED), [{ plan: { updated: "soon" } }], validators))).toBe(
      "!proof_failed schema_pattern",
    );
  });
});

const head = (value = "todo", more = "") =>
  `---\nid: P\ntasks:\n  - { id: T01, status: ${value} }\n${more}---\n`;
const fence = (value = "todo", id = "P-T01") => `\`\`\`task\nid: ${id}\nstatus: ${value}\n\`\`\`\n`;
const hubId: TaskChange = { key: "T01", set: { stateHubTaskId: "h-1" } };
const done = status("T01", "done");

type Row = readonly [
  title: string,
  text: string,
  changes: TaskChange | readonly TaskChange[],
  expected: string,
];

/** Both copies in `body`, with the fence in some container: `status: todo` becomes `status: done` there. */
const inContainer = (title: string, body: string): Row => [
  title,
  head() + body,
  done,
  (head("done") + body).replace("status: todo", () => "status: done"),
];

/** A new last line, after the status. */
const newLine = (title: string, body: string, prefix: string): Row => [
  title,
  head() + body,
  hubId,
  head() + body.replace("status: todo\n", (line) => `${line}${prefix}state_hub_task_id: "h-1"\n`),
];

const EXACT: readonly Row[] = [
  inContainer("a plain fence", fence()),
  inContainer("a fence in a list", "- x\n\n  ```task\n  id: P-T01\n  status: todo\n  ```\n"),
  inContainer("a fence in a quote", "> ```task\n> id: P-T01\n> status: todo\n> ```\n"),
  inContainer("a fence in a list in a quote", "> 1. ```task\n>    id: P-T01\n>    status: todo\n>    ```\n"),
  inContainer("a fence of tildes", "~~~task\nid: P-T01\nstatus: todo\n~~~\n"),
  inContainer("a long fence", "`````task x=1\nid: P-T01\n# ```\nstatus: todo\n``````\n"),
  inContainer("an indented fence", "   ```task\n   id: P-T01\n  status: todo\n ```\n"),
  inContainer("a fence with comments", "```task\n# a\nid: P-T01 # b\nstatus: todo # c\n```\n"),
  inContainer("a fence behind a task in a comment", `<!--\n\`\`\`task\nid: P-T01\n\`\`\`\n-->\n\n${fence()}`),
  inContainer("a fence before one that is not closed", `${fence()}\n\`\`\`task\nid: P-T02\n`),
  inContainer("a fence before a broken one", `${fence()}\n\`\`\`task\nid: [\n\`\`\`\n`),
  inContainer("a fence before one with a tab", `${fence()}\n- \`\`\`task\n\tid: x\n  \`\`\`\n`),
  inContainer("a fence among shadows", `${fence()}\n    \`\`\`task\n    id: P-T01\n`),
  inContainer("a fence without final newline", fence().slice(0, -1)),
  newLine("a line in a list", "- x\n\n  ```task\n  id: P-T01\n  status: todo\n  ```\n", "  "),
  newLine("a line in a quote", "> ```task\n> id: P-T01\n> status: todo\n> ```\n", "> "),
  newLine("a line in a tight quote", ">```task\n>id: P-T01\n>status: todo\n>```\n", ">"),
  newLine("a line in an indented fence", "  ```task\n  id: P-T01\n  status: todo\n  ```\n", "  "),
  newLine("a line in a numbered list", "10. ```task\n    id: P-T01\n    status: todo\n    ```\n", "    "),
  newLine("a line before empty ones", "```task\nid: P-T01\nstatus: todo\n\n\n```\n", ""),
  [
    "a line in a file of CRLF",
    (head() + fence()).replaceAll("\n", "\r\n"),
    hubId,
    (head() + fence().replace("todo\n", () => 'todo\nstate_hub_task_id: "h-1"\n')).replaceAll("\n", "\r\n"),
  ],
  ["what is there already", head("done") + fence('"done"'), done, "unchanged"],
  ["no changes", head() + fence(), [], "unchanged"],
  ["changes of nothing", head() + fence(), { key: "T01", set: {} }, "unchanged"],
  ["copies that disagree", head("blocked") + fence("todo"), done, head("done") + fence("done")],
  ["the copy that differs", head("done") + fence("todo"), done, head("done") + fence("done")],
  ["an unknown status", head("Done") + fence("finished"), done, head("done") + fence("done")],
  [
    "a status that is not there",
    "---\nid: P\ntasks:\n  - id: T01\n---\n```task\nid: P-T01\n```\n",
    done,
    "---\nid: P\ntasks:\n  - id: T01\n    status: done\n---\n```task\nid: P-T01\nstatus: done\n```\n",
  ],
  [
    "a title without fence",
    `${head()}text\n`,
    { key: "T01", set: { title: "A: b" } },
    `${head().replace("todo }", 'todo, title: "A: b" }')}text\n`,
  ],
  [
    "a hub id without entry",
    head() + fence("todo", "P-T02"),
    { key: "T02", set: { stateHubTaskId: "7" } },
    head() + fence("todo", "P-T02").replace("todo\n", 'todo\nstate_hub_task_id: "7"\n'),
  ],
  [
    "a task of another plan by its full id",
    head() + fence() + fence("todo", "Q-T01"),
    { key: "Q-T01", set: { priority: "low" } },
    head() + fence() + fence("todo", "Q-T01").replace("todo\n", "todo\npriority: low\n"),
  ],
  [
    "the plan's own keys",
    head("todo", "updated: 2026-01-01 # day\n") + fence(),
    { plan: { updated: "2026-06-18", status: "done", title: "$& x", stateHubWorkstreamId: "w-1" } },
    head(
      "todo",
      'updated: "2026-06-18" # day\ntitle: "$& x"\nstatus: done\nstate_hub_workstream_id: "w-1"\n',
    ) + fence(),
  ],
];

const REFUSED: readonly Row[] = [
  ["an unknown task", head() + fence(), status("T9", "done"), "!task_missing"],
  ["a misspelled status", head() + fence(), status("T01", "Done"), "!status_unknown"],
  ["a task without fence", `${head()}x\n`, done, "!task_unpaired"],
  [
    "a task without entry",
    head() + fence() + fence("todo", "P-T02"),
    status("T02", "done"),
    "!task_unpaired",
  ],
  ["a fence twice", head() + fence() + fence(), done, "!task_duplicate"],
  [
    "an entry twice",
    head("todo", "  - { id: T01, status: todo }\n") + fence(),
    { key: "T01", set: { title: "x" } },
    "!task_duplicate",
  ],
  ["one place asked for twice", head() + fence(), [done, status("P-T01", "todo")], "!edit_overlap"],
  ["a fence that is not closed", `${head()}\`\`\`task\nid: P-T01\nstatus: todo\n`, done, "!fence_unclosed"],
  ["a fence that its list closes", `${head()}- \`\`\`task\n  id: P-T01\n\ntext\n`, done, "!fence_unclosed"],
  [
    "a fence that swallowed another",
    `${head()}\`\`\`task\nid: P-T00\n\n${fence()}`,
    done,
    "!task_unpaired fence_shadowed yaml_syntax",
  ],
  [
    "a tab across the list's edge",
    `${head()}- \`\`\`task\n\tid: P-T01\n  status: todo\n  \`\`\`\n`,
    done,
    "!fence_content",
  ],
  [
    "a broken fence",
    `${head()}\`\`\`task\nid: P-T01\nstatus: [\n\`\`\`\n`,
    done,
    "!task_unpaired yaml_syntax",
  ],
  ["a hidden fence", `${head()}<!--\n${fence()}-->\n`, done, "!task_unpaired fence_hidden"],
  ["a shadowed fence", `${head()}\`\`\`\`md\n${fence()}\`\`\`\`\n`, done, "!task_unpaired fence_shadowed"],
  ["no frontmatter", fence(), done, "!frontmatter"],
  ["broken frontmatter", `---\nid: [\n---\n${fence()}`, done, "!yaml_syntax"],
  ["tasks that are no list", `---\nid: P\ntasks: { id: T01 }\n---\n${fence()}`, done, "!task_unpaired"],
  ["a status that is a map", head() + fence("{ a: 1 }"), done, "!yaml_collection"],
  ["a status over two lines", head() + fence('"to\n  do"'), done, "!yaml_style"],
  ["a tagged status", head("!s todo") + fence(), done, "!yaml_tag"],
  ["a shared status", `${head("&s todo", "state: *s\n")}${fence()}`, done, "!yaml_alias"],
  ["a new key behind a block scalar", head() + fence("todo\nnote: |\n  x"), hubId, "!yaml_layout"],
  ["lists without end", head() + fence() + "> a\n\n".repeat(10_000), done, "!too_large"],
];

describe("editWorkplan is exact for", () => {
  it.each(EXACT)("%s", (_, text, changes, expected) => {
    expect(edit(text, ...[changes].flat())).toBe(expected);
  });
});

describe("editWorkplan refuses", () => {
  it.each(REFUSED)("%s", (_, text, changes, expected) => {
    expect(edit(text, ...[changes].flat())).toBe(expected);
  });

  it("all changes for one that cannot be made, with every reason", () => {
    const result = editWorkplan(open(head() + fence()), [done, status("T2", "x"), status("T3", "done")]);
    expect(result).toMatchObject({
      status: "refused",
      findings: [
        { code: "task_missing", file: "plan.md" },
        { code: "task_missing", file: "plan.md" },
      ],
    });
  });

  it("with a suggestion", () => {
    expect(editWorkplan(open(head() + fence()), [status("T01", "in-progress")])).toMatchObject({
      findings: [{ code: "status_unknown", hint: 'did you mean "in_progress"?', line: 4, column: 11 }],
    });
  });
});
