import type { Class } from "./fixture-classes.fixture.ts";
import type { TaskChange } from "./workplan-change.ts";

const status = (key: string, value: string): TaskChange => ({ key, set: { status: value } });

/** A frontmatter with one task. */
export const head = (value = "todo", more = "") =>
  `---\nid: P\ntasks:\n  - { id: T01, status: ${value} }\n${more}---\n`;
/** The fence of a task. */
export const fence = (value = "todo", id = "P-T01") => `\`\`\`task\nid: ${id}\nstatus: ${value}\n\`\`\`\n`;
const hubId: TaskChange = { key: "T01", set: { stateHubTaskId: "h-1" } };
/** Sets the task's status. */
export const done = status("T01", "done");

/** A workplan, changes of it, and what they make of it: the text, `unchanged`, or the codes of a refusal. */
export type PlanRow = readonly [
  about: Class,
  title: string,
  text: string,
  changes: TaskChange | readonly TaskChange[],
  expected: string,
];

/** Both copies in `body`, with the fence in some container: `status: todo` becomes `status: done` there. */
const inContainer = (title: string, body: string): PlanRow => [
  "fences",
  title,
  head() + body,
  done,
  (head("done") + body).replace("status: todo", () => "status: done"),
];

/** A new last line, after the status. */
const newLine = (title: string, body: string, prefix: string): PlanRow => [
  "fences",
  title,
  head() + body,
  hubId,
  head() + body.replace("status: todo\n", (line) => `${line}${prefix}state_hub_task_id: "h-1"\n`),
];

const noPriority: TaskChange = { key: "T01", set: { priority: null } };

/** A fence whose content loses its priority. */
const withoutPriority = (title: string, content: string, left: string): PlanRow => [
  "paths",
  title,
  `${head()}\`\`\`task\n${content}\`\`\`\n`,
  noPriority,
  left === "unchanged" ? left : `${head()}\`\`\`task\n${left}\`\`\`\n`,
];

/** Changes that are made exactly. */
export const EXACT_PLANS: readonly PlanRow[] = [
  [
    "frontmatter",
    "a frontmatter with blanks behind its dashes",
    head().replaceAll("---\n", () => "--- \t\n") + fence(),
    done,
    head("done").replaceAll("---\n", () => "--- \t\n") + fence("done"),
  ],
  [
    "frontmatter",
    "rules and tables that look like a frontmatter",
    `${head()}---\nid: x\n---\n\n${fence()}---\n`,
    done,
    `${head("done")}---\nid: x\n---\n\n${fence("done")}---\n`,
  ],
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
    "line endings",
    "a line in a file of CRLF",
    (head() + fence()).replaceAll("\n", "\r\n"),
    hubId,
    (head() + fence().replace("todo\n", () => 'todo\nstate_hub_task_id: "h-1"\n')).replaceAll("\n", "\r\n"),
  ],
  ["paths", "what is there already", head("done") + fence('"done"'), done, "unchanged"],
  ["paths", "no changes", head() + fence(), [], "unchanged"],
  ["paths", "changes of nothing", head() + fence(), { key: "T01", set: {} }, "unchanged"],
  ["paths", "copies that disagree", head("blocked") + fence("todo"), done, head("done") + fence("done")],
  ["paths", "the copy that differs", head("done") + fence("todo"), done, head("done") + fence("done")],
  ["paths", "an unknown status", head("Done") + fence("finished"), done, head("done") + fence("done")],
  [
    "paths",
    "a status that is not there",
    "---\nid: P\ntasks:\n  - id: T01\n---\n```task\nid: P-T01\n```\n",
    done,
    "---\nid: P\ntasks:\n  - id: T01\n    status: done\n---\n```task\nid: P-T01\nstatus: done\n```\n",
  ],
  [
    "fences",
    "a title without fence",
    `${head()}text\n`,
    { key: "T01", set: { title: "A: b" } },
    `${head().replace("todo }", 'todo, title: "A: b" }')}text\n`,
  ],
  [
    "paths",
    "a hub id without entry",
    head() + fence("todo", "P-T02"),
    { key: "T02", set: { stateHubTaskId: "7" } },
    head() + fence("todo", "P-T02").replace("todo\n", 'todo\nstate_hub_task_id: "7"\n'),
  ],
  [
    "paths",
    "a task of another plan by its full id",
    head() + fence() + fence("todo", "Q-T01"),
    { key: "Q-T01", set: { priority: "low" } },
    head() + fence() + fence("todo", "Q-T01").replace("todo\n", "todo\npriority: low\n"),
  ],
  withoutPriority(
    "a priority between others",
    "id: P-T01\npriority: low # why\nstatus: todo\n",
    "id: P-T01\nstatus: todo\n",
  ),
  withoutPriority(
    "a priority as the last key, with a comment above",
    "id: P-T01\nstatus: todo\n# said so\npriority: 'low'\n",
    "id: P-T01\nstatus: todo\n# said so\n",
  ),
  withoutPriority(
    "a priority as the first key",
    "priority: low\nid: P-T01\nstatus: todo\n",
    "id: P-T01\nstatus: todo\n",
  ),
  withoutPriority(
    "a priority without a value",
    "id: P-T01\nstatus: todo\npriority:\n",
    "id: P-T01\nstatus: todo\n",
  ),
  withoutPriority("a priority that is not there", "id: P-T01\nstatus: todo\n", "unchanged"),
  withoutPriority(
    "a priority in brackets",
    "{ id: P-T01, status: todo, priority: low }\n",
    "{ id: P-T01, status: todo }\n",
  ),
  [
    "fences",
    "a priority in a list",
    `${head()}- x\n\n  \`\`\`task\n  id: P-T01\n  status: todo\n  priority: low\n  \`\`\`\n`,
    noPriority,
    `${head()}- x\n\n  \`\`\`task\n  id: P-T01\n  status: todo\n  \`\`\`\n`,
  ],
  [
    "fences",
    "a priority in the middle of a quote, whose blanks differ",
    `${head()}> \`\`\`task\n> id: P-T01\n>priority: low\n> status: todo\n> \`\`\`\n`,
    noPriority,
    `${head()}> \`\`\`task\n> id: P-T01\n> status: todo\n> \`\`\`\n`,
  ],
  [
    "fences",
    "a priority at the end of a quote",
    `${head()}> \`\`\`task\r\n> id: P-T01\r\n> status: todo\r\n> priority: low\r\n> \`\`\`\r\n`,
    noPriority,
    `${head()}> \`\`\`task\r\n> id: P-T01\r\n> status: todo\r\n> \`\`\`\r\n`,
  ],
  [
    "paths",
    "a last priority, and a hub id in its place",
    head() + fence("todo\npriority: low"),
    { key: "T01", set: { priority: null, stateHubTaskId: "h-1" } },
    head() + fence('todo\nstate_hub_task_id: "h-1"'),
  ],
  ["paths", "no priority of a task without fence", `${head()}text\n`, noPriority, "unchanged"],
  [
    "paths",
    "the plan's own keys",
    head("todo", "updated: 2026-01-01 # day\n") + fence(),
    { plan: { updated: "2026-06-18", status: "done", title: "$& x", stateHubWorkstreamId: "w-1" } },
    head(
      "todo",
      'updated: "2026-06-18" # day\ntitle: "$& x"\nstatus: done\nstate_hub_workstream_id: "w-1"\n',
    ) + fence(),
  ],
];

/** Changes that are refused, with their codes. */
export const REFUSED_PLANS: readonly PlanRow[] = [
  [
    "frontmatter",
    "a frontmatter that is closed by dots",
    `---\nid: P\n...\n${fence()}`,
    done,
    "!frontmatter",
  ],
  ["frontmatter", "a frontmatter that is not closed", `---\nid: P\n${fence()}`, done, "!frontmatter"],
  [
    "frontmatter",
    "more than dashes on the first line",
    `--- x\nid: P\n---\n${fence()}`,
    done,
    "!frontmatter",
  ],
  ["frontmatter", "an empty line before the frontmatter", `\n${head()}${fence()}`, done, "!frontmatter"],
  [
    "frontmatter",
    "two tasks lists in the frontmatter",
    head("todo", "tasks: []\n") + fence(),
    done,
    "!yaml_syntax",
  ],
  ["paths", "an unknown task", head() + fence(), status("T9", "done"), "!task_missing"],
  ["paths", "a misspelled status", head() + fence(), status("T01", "Done"), "!status_unknown"],
  ["fences", "a task without fence", `${head()}x\n`, done, "!task_unpaired"],
  [
    "paths",
    "a task without entry",
    head() + fence() + fence("todo", "P-T02"),
    status("T02", "done"),
    "!task_unpaired",
  ],
  ["fences", "a fence twice", head() + fence() + fence(), done, "!task_duplicate"],
  [
    "duplicates",
    "an entry twice",
    head("todo", "  - { id: T01, status: todo }\n") + fence(),
    { key: "T01", set: { title: "x" } },
    "!task_duplicate",
  ],
  [
    "duplicates",
    "one place asked for twice",
    head() + fence(),
    [done, status("P-T01", "todo")],
    "!edit_overlap",
  ],
  [
    "fences",
    "a fence that is not closed",
    `${head()}\`\`\`task\nid: P-T01\nstatus: todo\n`,
    done,
    "!fence_unclosed",
  ],
  [
    "fences",
    "a fence that its list closes",
    `${head()}- \`\`\`task\n  id: P-T01\n\ntext\n`,
    done,
    "!fence_unclosed",
  ],
  [
    "fences",
    "a fence that swallowed another",
    `${head()}\`\`\`task\nid: P-T00\n\n${fence()}`,
    done,
    "!task_unpaired fence_shadowed yaml_syntax",
  ],
  [
    "fences",
    "a tab across the list's edge",
    `${head()}- \`\`\`task\n\tid: P-T01\n  status: todo\n  \`\`\`\n`,
    done,
    "!fence_content",
  ],
  [
    "fences",
    "a broken fence",
    `${head()}\`\`\`task\nid: P-T01\nstatus: [\n\`\`\`\n`,
    done,
    "!task_unpaired yaml_syntax",
  ],
  ["fences", "a hidden fence", `${head()}<!--\n${fence()}-->\n`, done, "!task_unpaired fence_hidden"],
  [
    "fences",
    "a shadowed fence",
    `${head()}\`\`\`\`md\n${fence()}\`\`\`\`\n`,
    done,
    "!task_unpaired fence_shadowed",
  ],
  ["frontmatter", "no frontmatter", fence(), done, "!frontmatter"],
  ["frontmatter", "broken frontmatter", `---\nid: [\n---\n${fence()}`, done, "!yaml_syntax"],
  [
    "fences",
    "tasks that are no list",
    `---\nid: P\ntasks: { id: T01 }\n---\n${fence()}`,
    done,
    "!task_unpaired",
  ],
  ["paths", "a status that is a map", head() + fence("{ a: 1 }"), done, "!yaml_collection"],
  [
    "anchors",
    "a priority that another key repeats",
    head() + fence("todo\npriority: &p low\nx_was: *p"),
    noPriority,
    "!yaml_alias",
  ],
  ["scalars", "a status over two lines", head() + fence('"to\n  do"'), done, "!yaml_style"],
  ["tags", "a tagged status", head("!s todo") + fence(), done, "!yaml_tag"],
  ["anchors", "a shared status", `${head("&s todo", "state: *s\n")}${fence()}`, done, "!yaml_alias"],
  ["scalars", "a new key behind a block scalar", head() + fence("todo\nnote: |\n  x"), hubId, "!yaml_layout"],
  ["fences", "lists without end", head() + fence() + "> a\n\n".repeat(10_000), done, "!too_large"],
];
