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
import { compareFixtures } from "./changed-lines.ts";

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

/** Every fixture of the tests that both accept; those where the print changes most are shown, and every one where ours does. */
function diffs(): { summary: string; shown: object[] } {
  const all = compareFixtures();
  const both = all.flatMap(({ fixture, ours, theirs }) =>
    theirs === undefined ? [] : [{ fixture, ours, theirs }],
  );
  const more = both.filter(({ ours, theirs }) => ours > theirs);
  const sum = (side: "ours" | "theirs") => both.reduce((lines, row) => lines + row[side], 0);
  const holds = verdict(more.length === 0 && both.length > 100);
  const summary = `${both.length} of ${all.length} fixtures that both accept: ours ${sum("ours")} lines, theirs ${sum("theirs")}; ours never more: ${holds}`;
  const most = both.toSorted((a, b) => b.theirs - b.ours - (a.theirs - a.ours)).slice(0, 12);
  return { summary, shown: [...more, ...most] };
}

const MIB = 1_048_576;
// The HTML makes the parser look; text without fences and HTML is passed over.
const HEAD = "---\nid: P\ntasks: []\n---\n<a>\n\n";
const fill = (unit: string, bytes = MIB) =>
  unit.repeat(Math.floor((bytes - 200) / encoder.encode(unit).length));

const TABBED = "```task\nid: P-T01 #\t\n```\n\n";

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
  "an ordinary roster of 190 kB": `active:\n${fill("  - repo: pilot\n    wave: 1\n    phase: bootstrap # note\n", 190_000)}`,
  "a roster of 10,000 repos": `schema_version: roster/v1\nloop: kaizen-stack\nactive:\n${Array.from({ length: 10_000 }, (_, at) => `  - { repo: pilot-${String(at).padStart(5, "0")} }\n`).join("")}`,
  "keys, as many as are read": Array.from({ length: 28_000 }, (_, at) => `key-${at}: v\n`).join(""),
  "braces, as many as are read": `a: [${"{},".repeat(64_000)}]\n`,
  "dashes, as many as are read": `a:\n${"  -\n".repeat(64_000)}`,
  "merge keys, as many as are read": `k: &a {a: 1}\nb:\n${"- <<: *a\n".repeat(21_000)}`,
  "errors at every line": `a: {${'"\n'.repeat(220_000)}}\n`,
  "errors at every line, as many as are read": `a: {${'"\n'.repeat(90_000)}}\n`,
  "errors at every quote": `x: &x {a: 1}\nb:\n${"'\n".repeat(220_000)}`,
  "lists without commas": `a: [${"[]".repeat(224_000)}]`,
  "fewer lists without commas": `a: [${"[]".repeat(90_000)}]`,
  "block scalars at every line": `a: ${"a\n  >-\n".repeat(131_000)}`,
  "closing brackets": "]".repeat(400_000),
  "fewer closing brackets": "]".repeat(190_000),
  "closing braces": `a: ${"}".repeat(400_000)}`,
  "fewer closing braces": `a: ${"}".repeat(190_000)}`,
  "anchors in lists": fill("- a: &x 1\n"),
  directives: "%a\n".repeat(45_000),
  "blank lines with tabs": "\t\n".repeat(45_000),
  colons: fill(":\n"),
  "fewer colons": fill(":\n", 120_000),
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
  "ordinary Markdown of 700 kB":
    HEAD +
    fill(
      `## Section\n\n${"Some *words* and a [link](https://x.example) in a line.\n".repeat(4)}\n- one\n- two\n  more\n\n> quoted\n\n\`\`\`sh\nls\n\`\`\`\n\n`,
      700_000,
    ),
  "Cyrillic prose of 1 MiB": HEAD + fill("Привет, мир.\n\n"),
  "brackets after empty lines": HEAD + fill("[a\n\r"),
  "brackets in paragraphs": HEAD + fill("[a\n\n"),
  "quotes in items behind a tab": HEAD + TABBED + "- > a\n".repeat(3300),
  "quotes in items behind a tab, as many as are read": HEAD + TABBED + "- > a\n".repeat(850),
  "quotes behind a tab": HEAD + TABBED + "> a\n\n".repeat(3300),
  "quotes behind a tab, as many as are read": HEAD + TABBED + "> a\n\n".repeat(850),
  "items in items behind a tab": HEAD + TABBED + "- a\n  - b\n".repeat(2000),
  "items in items behind a tab, as many as are read": HEAD + TABBED + "- a\n  - b\n".repeat(500),
  "paragraphs in a quote behind a tab": `${HEAD}> \`\`\`task\n> id: a #\t\n> \`\`\`\n${"> a\n>\n".repeat(2800)}`,
  "signs behind a tab": `${HEAD}\`\`\`task\nid: a #\t\n\`\`\`\n${"<a".repeat(80_000)}`,
  "items behind an open task": `${HEAD}> \`\`\`task\n> a: 1\n${"- > a\n".repeat(3500)}`,
  "YAML in many tasks": HEAD + `\`\`\`task\na: [${"1,".repeat(9000)}]\n\`\`\`\n\n`.repeat(5),
  "a fence over everything": `${HEAD}\`\`\`task\n${fill("# a\n\n- b\n\n", 400_000)}`,
};

/** Reading and editing have two seconds each. */
function worst() {
  return Object.entries(slow).map(([input, content]) => {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    const [read, found] = timed(() => codesOf(bytes));
    const [edit, outcome] = timed(() => editOf(bytes));
    return {
      input,
      bytes: bytes.length,
      "read ms": read.toFixed(0),
      findings: found,
      "edit ms": edit.toFixed(0),
      edit: outcome,
      "": verdict(Math.max(read, edit) < 2000),
    };
  });
}

function timed<T>(work: () => T): [number, T] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

const accept = (value: unknown) => ({ ok: true as const, value });
const isPlan = ({ text }: Source) => text.startsWith("---\nid");

function codesOf(bytes: Uint8Array): string {
  const source = decode(bytes, "worst");
  if (Array.isArray(source)) return source[0]?.code ?? "";
  const read = isPlan(source)
    ? readWorkplan(source, { frontmatter: accept, task: accept })
    : readYaml(source, accept);
  return [...new Set(read.findings.map(({ code }) => code))].slice(0, 3).join(" ") || "read";
}

/** An edit that no file here says already: it is planned and proved where the file can be read. */
function editOf(bytes: Uint8Array): string {
  const source = decode(bytes, "worst");
  if (Array.isArray(source)) return source[0]?.code ?? "";
  const result = isPlan(source)
    ? editWorkplan(source, [{ plan: { updated: "2026-01-01" } }])
    : editYaml(source, [{ op: "set", path: ["not-there"], value: "x" }]);
  return result.status === "refused" ? (result.findings[0]?.code ?? "") : result.status;
}

for (const { ours, theirs, repeat } of rows) time(() => (ours(), theirs()), repeat);
console.log(`Node ${process.versions.node}, ${availableParallelism()} cores, medians of ${rounds} rounds`);
console.table(rows.map(race));
const { summary, shown } = diffs();
console.log(`changed lines per edit, on ${summary}`);
console.table(shown);
console.log("the slowest inputs, against 2 s");
console.table(worst());
if (failed) process.exitCode = 1;
