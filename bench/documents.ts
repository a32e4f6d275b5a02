// Reading and editing documents, beside remark and the print of `yaml`: the table of the design page, medians of one
// run, contenders taking turns; then changed lines per edit; then the slowest inputs known, each against two seconds.
// Ends with 1 when a target is missed.
//
//   node --conditions=@coulomb-loop/source bench/documents.ts [rounds]        default 60
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import {
  decode,
  type Edit,
  type EditResult,
  editWorkplan,
  editYaml,
  readWorkplan,
  readYaml,
  type Source,
} from "@coulomb-loop/documents";
import { validateWorkplan, validateWorkplanTask } from "@coulomb-loop/schemas";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import { parseDocument } from "yaml";

const rounds = Number(process.argv[2] ?? 60);
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const validators = { frontmatter: validateWorkplan, task: validateWorkplanTask };
const markdown = remark().use(remarkFrontmatter);
let failed = false;

const seed = readFileSync(
  new URL("../workplans/LOOP-WP-0001-kaizen-improvement-stack.md", import.meta.url),
  "utf8",
);

function manyTasks(count: number): string {
  const ids = Array.from({ length: count }, (_, at) => `T${String(at + 1).padStart(3, "0")}`);
  const entries = ids.map((id) => `  - id: ${id}\n    status: todo\n    title: Do the work of ${id}\n`);
  const bodies = ids.map(
    (id) =>
      `## Work of ${id}\n\n\`\`\`task\nid: LOOP-WP-0009-${id}\nstatus: todo\npriority: medium\nstate_hub_task_id: "c66d2e98-8f3e-4119-89e7-${id}"\n\`\`\`\n\nRead \`docs/${id}.md\`, then **decide**:\n\n1. Update the \`schedule.yml\` of every pilot\n2. Record the [decision](https://hub.example/${id})\n\n`,
  );
  return `---\nid: LOOP-WP-0009\ntype: workplan\ntitle: Many tasks\nstatus: active\ntasks:\n${entries.join("")}---\n\n# Many tasks\n\n${bodies.join("")}`;
}

const schedule = `# Agents of a pilot
timezone: Europe/Berlin
domain: custodian
agents:
  coach:
    cadence: daily # schema enum; cron carries hourly during bootstrap
    cron: "0 * * * *"
    enabled: true
  optimization:
    cadence: daily
    cron: "30 * * * *" # offset 30 min after metrics+coach chain
    enabled: true
`;
const roster = `schema_version: roster/v1\nloop: kaizen-stack\nactive:\n${Array.from(
  { length: 132 },
  (_, at) => `  - repo: pilot-${at}\n    wave: ${at % 4}\n    phase: bootstrap # since June\n`,
).join("")}`;

function open(text: string): Source {
  const source = decode(encoder.encode(text), "bench");
  if (Array.isArray(source)) throw new Error(`does not decode: ${source[0]?.code}`);
  return source;
}

function edited(result: EditResult): string {
  if (result.status !== "edited") throw new Error(`not edited: ${JSON.stringify(result)}`);
  return decoder.decode(result.bytes);
}

interface Row {
  readonly work: string;
  readonly target: number;
  readonly repeat: number;
  readonly ours: () => unknown;
  readonly theirs: () => unknown;
}

function readRow(work: string, text: string, repeat: number): Row {
  const ours = () => {
    if (readWorkplan(open(text), validators).plan === undefined) throw new Error(`${work}: no plan`);
  };
  return { work, target: 1, repeat, ours, theirs: () => markdown.parse(text) };
}

function statusRow(work: string, text: string, key: string, repeat: number): Row {
  const ours = () => edited(editWorkplan(open(text), [{ key, set: { status: "done" } }], validators));
  const theirs = () => markdown.stringify(markdown.parse(text));
  return { work, target: 2.5, repeat, ours, theirs };
}

function yamlRow(
  work: string,
  text: string,
  edit: Edit,
  at: readonly (string | number)[],
  target: number,
): Row {
  const value = edit.op === "remove" ? undefined : edit.value;
  return {
    work,
    target,
    repeat: text.length > 5000 ? 1 : 10,
    ours: () => edited(editYaml(open(text), [edit])),
    theirs: () => printYaml(text, at, value),
  };
}

function printYaml(text: string, at: readonly (string | number)[], value: unknown): string {
  const document = parseDocument(text);
  document.setIn(at, value);
  return document.toString();
}

const many = manyTasks(500);
const cron: Edit = { op: "set", path: ["agents", "coach", "cron"], value: "15 * * * *" };
const phase: Edit = {
  op: "set",
  path: ["active", { key: "repo", is: "pilot-66" }, "phase"],
  value: "stabilize",
};
const rows: readonly Row[] = [
  readRow("read a workplan: the seed", seed, 4),
  readRow("read a workplan: 500 tasks", many, 1),
  statusRow("edit and prove one status: the seed", seed, "T07", 4),
  statusRow("edit and prove one status: 500 tasks", many, "T250", 1),
  yamlRow("YAML edit and prove: 12 lines", schedule, cron, ["agents", "coach", "cron"], 4),
  yamlRow("YAML edit and prove: 400 lines", roster, phase, ["active", 66, "phase"], 2.5),
];

function time(work: () => unknown, repeat: number): number {
  const start = performance.now();
  for (let at = 0; at < repeat; at++) work();
  return (performance.now() - start) / repeat;
}

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const verdict = (holds: boolean) => {
  failed ||= !holds;
  return holds ? "PASS" : "FAIL";
};

/** Contenders take turns, so that a busy machine is busy for both. */
function race({ work, target, repeat, ours, theirs }: Row) {
  const [a, b]: [number[], number[]] = [[], []];
  const heavy = repeat === 1 && work.includes("500");
  for (let round = 0; round < (heavy ? Math.ceil(rounds / 4) : rounds); round++) {
    a.push(time(ours, repeat));
    b.push(time(theirs, repeat));
  }
  const [mine, other] = [median(a), median(b)];
  const ratio = mine / other;
  return {
    work,
    "ours ms": mine.toFixed(2),
    "theirs ms": other.toFixed(2),
    ratio: ratio.toFixed(2),
    target: `<= ${target}`,
    "": verdict(ratio <= target),
  };
}

/** Lines of `after` that are not in `before`, in order, and the other way round: what a diff would show. */
function changedLines(before: string, after: string): number {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let row = new Uint32Array(b.length + 1);
  for (const line of a) {
    const next = new Uint32Array(b.length + 1);
    for (let at = 1; at <= b.length; at++) {
      next[at] = line === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    }
    row = next;
  }
  const common = row[b.length] ?? 0;
  return Math.max(a.length, b.length) - common;
}

const yamlFixtures: readonly (readonly [string, string])[] = [
  ["the schedule", schedule],
  ["CRLF", schedule.replaceAll("\n", "\r\n")],
  ["a BOM", `\uFEFF${schedule}`],
  ["no final newline", schedule.slice(0, -1)],
  ["four columns", schedule.replaceAll("  ", "    ")],
  ["quotes", schedule.replace("daily #", "'daily' #").replace("custodian", '"custodian"')],
  ["aligned comments", schedule.replace("true\n", "true          # on\n")],
  ["flow maps", 'agents:\n  coach: {cadence: daily,cron: "0 * * * *",enabled: true}\nlist: [ a,b , c ]\n'],
  ["unindented lists", `l:\n- a\n- b\n${schedule}`],
  ["numbers", `n: 0x1F\nm: 1e3\no: 0o17\np: 1.50\n${schedule}`],
  ["long text", `t: ${"word ".repeat(40)}\n${schedule}`],
  ["block scalars", `t: >-\n  folded\n  text\nu: |+\n  kept\n\n${schedule}`],
  ["empty lines", schedule.replace("agents:", "\n\n\nagents:")],
  ["anchors", `base: &b { x: 1 }\nuse:\n  <<: *b\n${schedule}`],
];

const markdownFixtures: readonly (readonly [string, string])[] = [
  ["the seed", seed],
  ["the seed in CRLF", seed.replaceAll("\n", "\r\n")],
  ["the seed with a BOM", `\uFEFF${seed}`],
  ["stars and underscores", `${seed}\n* a\n* b\n\n__bold__ _soft_\n`],
  ["setext headings", `${seed}\nTitle\n=====\n\n***\n`],
  ["tildes", seed.replace(/```bash\n([^`]*)```/, "~~~bash\n$1~~~")],
];

function diffs() {
  const yaml = yamlFixtures.map(([name, text]) => {
    const ours = changedLines(text, edited(editYaml(open(text), [cron])));
    return {
      fixture: `yaml: ${name}`,
      ours,
      theirs: changedLines(text, printYaml(text, ["agents", "coach", "cron"], "15 * * * *")),
    };
  });
  const plans = markdownFixtures.map(([name, text]) => {
    const ours = changedLines(
      text,
      edited(editWorkplan(open(text), [{ key: "T07", set: { status: "done" } }])),
    );
    // A tool on remark would change the two values in its tree, and print the tree.
    const swapped = text
      .replace(/(id: T07\r?\n\s+status: )todo/, "$1done")
      .replace(/(-T07\r?\nstatus: )todo/, "$1done");
    return {
      fixture: `workplan: ${name}`,
      ours,
      theirs: changedLines(text, markdown.stringify(markdown.parse(swapped))),
    };
  });
  return [...yaml, ...plans].map((row) => ({ ...row, "": verdict(row.ours <= row.theirs) }));
}

const MIB = 1_048_576;
// The HTML makes the parser look; text without fences and HTML is passed over.
const HEAD = "---\nid: P\ntasks: []\n---\n<a>\n\n";
const fill = (unit: string, bytes = MIB) =>
  unit.repeat(Math.floor((bytes - 200) / encoder.encode(unit).length));

/** What costs the parsers most: each was once slow, or is the largest of its kind that is still read. */
const slow: Readonly<Record<string, string | Uint8Array>> = {
  "50 MB": new Uint8Array(50_000_000).fill(0x61),
  "random bytes": Uint8Array.from({ length: MIB }, (_, at) => (at * 2_654_435_761) >>> 24),
  "a truncated character": encoder.encode(fill("€")).subarray(0, -1),
  "100,000 open brackets": `a: ${"[".repeat(100_000)}`,
  "100,000 list markers": "- ".repeat(100_000),
  "an alias bomb": `a0: &a0 [x, x]\n${Array.from({ length: 60 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join("")}`,
  "many aliases": fill("a: &a [*a,*a]\n"),
  "many items": fill("- a\n"),
  "many keys": Array.from({ length: 40_000 }, (_, at) => `key-${at}: v\n`).join(""),
  "an ordinary roster of 800 kB": `active:\n${fill("  - repo: pilot\n    wave: 1\n    phase: bootstrap # note\n", 800_000)}`,
  "one long plain text": `a: x\n${fill(" b\n")}`,
  "many quotes": fill('"'),
  "block scalars without end": fill("a: |\n"),
  documents: fill("---\n"),
  "many tasks": HEAD + fill("```task\nid: a\n```\n\n", 200_000),
  "quotes of one line": HEAD + fill("> a\n\n", 20_000),
  "lists that change": HEAD + fill("- a\n* b\n", 20_000),
  "lists below headings": HEAD + fill("# a\n\n- b\n\n<a>\n\n", 400_000),
  "numbered items": HEAD + fill("1. a\n", 70_000),
  underlines: HEAD + fill("1\n=\n", 20_000),
  "nested lists": HEAD + fill("- a\n  - b\n", 25_000),
  "link definitions": HEAD + fill("[a]: /b\n", 20_000),
  "one paragraph of brackets": HEAD + fill("[b] a *c*\n", 500_000),
  "open brackets in Markdown": HEAD + fill("["),
  ampersands: HEAD + fill("&"),
  "ordinary Markdown of 1 MiB":
    HEAD +
    fill(
      `## Section\n\n${"Some *words* and a [link](https://x.example) in a line.\n".repeat(4)}\n- one\n- two\n  more\n\n> quoted\n\n\`\`\`sh\nls\n\`\`\`\n\n`,
    ),
  "a fence over everything": `${HEAD}\`\`\`task\n${fill("# a\n\n- b\n\n", 400_000)}`,
};

function worst() {
  return Object.entries(slow).map(([input, content]) => {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    const start = performance.now();
    const codes = codesOf(bytes);
    const ms = performance.now() - start;
    return {
      input,
      bytes: bytes.length,
      "slowest ms": ms.toFixed(0),
      findings: codes,
      "": verdict(ms < 2000),
    };
  });
}

const accept = (value: unknown) => ({ ok: true as const, value });

/** Each way of reading has two seconds; the sum is what is measured here. */
function codesOf(bytes: Uint8Array): string {
  const source = decode(bytes, "worst");
  if (Array.isArray(source)) return source[0]?.code ?? "";
  const read = source.text.startsWith("---\nid")
    ? readWorkplan(source, { frontmatter: accept, task: accept })
    : readYaml(source, accept);
  return [...new Set(read.findings.map(({ code }) => code))].slice(0, 3).join(" ") || "read";
}

for (const { ours, theirs, repeat } of rows) time(() => (ours(), theirs()), repeat);
console.log(`Node ${process.versions.node}, ${availableParallelism()} cores, medians of ${rounds} rounds`);
console.table(rows.map(race));
console.log("changed lines per edit");
console.table(diffs());
console.log("the slowest inputs, against 2 s");
console.table(worst());
if (failed) process.exitCode = 1;
