import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { editYaml } from "./edit-yaml.ts";
import type { Edit, EditPath, EditResult, EditValue } from "./types.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The edited text, `unchanged`, or the codes of a refusal: `!yaml_path`. */
function outcome(text: string, ...edits: readonly Edit[]): string {
  const source = decode(encoder.encode(text), "file.yml");
  if (Array.isArray(source)) return codes(source);
  const result: EditResult = editYaml(source, edits);
  if (result.status === "refused") return codes(result.findings);
  return result.status === "unchanged" ? "unchanged" : decoder.decode(result.bytes);
}

function codes(findings: readonly { readonly code: string }[]): string {
  return `!${[...new Set(findings.map(({ code }) => code))].join(" ")}`;
}

const set = (path: EditPath, value: EditValue): Edit => ({ op: "set", path, value });
const append = (path: EditPath, value: EditValue): Edit => ({ op: "append", path, value });
const remove = (...path: EditPath): Edit => ({ op: "remove", path });

const SCHEDULE = `agents:
  coach:
    cadence: daily # schema enum; cron carries hourly during bootstrap
    cron: "0 * * * *"
    enabled: true
  optimization:
    cadence: daily
    cron: "30 * * * *" # offset 30 min after metrics+coach chain
    enabled: true
`;

const ROSTER = `schema_version: roster/v1
defaults: { forge: local, phase: bootstrap }
active:
  - { repo: kaizen-agentic, wave: 0, phase: bootstrap }
  - { repo: the-custodian, wave: 1 }
  - repo: activity-core
    wave: 1
    phase: bootstrap # canary
  - repo: last-one
    wave: 1
expansion_queue: []          # ordered; next repos to take in
`;

function changedLines(before: string, after: string): string[] {
  const old = before.split("\n");
  return after.split("\n").filter((line, at) => line !== old[at]);
}

describe("the seed's schedule", () => {
  it.each([
    ["LF", SCHEDULE],
    ["CRLF", SCHEDULE.replaceAll("\n", "\r\n")],
    ["BOM", `\uFEFF${SCHEDULE}`],
    ["no final newline", SCHEDULE.slice(0, -1)],
  ])("changes one line for one cron (%s)", (_, text) => {
    const result = outcome(text, set(["agents", "coach", "cron"], "15 * * * *"));
    expect(result).toBe(text.replace('"0 * * * *"', () => '"15 * * * *"'));
    expect(changedLines(text, result)).toHaveLength(1);
  });

  it("reports the splice in bytes of the file", () => {
    const source = decode(encoder.encode(`\uFEFFü: ä\r\ncron: "1"\r\n`));
    if (Array.isArray(source)) throw new Error("does not decode");
    const result = editYaml(source, [set(["cron"], "2")]);
    expect(result).toMatchObject({ status: "edited", splices: [[3 + 6 + 2 + 6, 3 + 6 + 2 + 9, '"2"']] });
  });

  it("adds a missing agent with its keys in one block", () => {
    const result = outcome(
      SCHEDULE,
      set(["agents", "metrics", "cadence"], "daily"),
      set(["agents", "metrics", "cron"], "0 8 * * *"),
      set(["agents", "metrics", "enabled"], false),
      set(["timezone"], "Europe/Berlin"),
    );
    expect(result).toBe(
      `${SCHEDULE}  metrics:\n    cadence: daily\n    cron: "0 8 * * *"\n    enabled: false\ntimezone: "Europe/Berlin"\n`,
    );
  });

  it("changes nothing that is there already, whatever its spelling", () => {
    expect(outcome(`a: 'x'\nb: 0x10\nc: "\\u0041"\n`, set(["a"], "x"), set(["b"], 16), set(["c"], "A"))).toBe(
      "unchanged",
    );
  });
});

describe("the roster", () => {
  it.each([
    ["a flow entry", "kaizen-agentic", "wave: 0, phase: bootstrap }", "wave: 0, phase: stabilize }"],
    ["a flow entry that lacks it", "the-custodian", "wave: 1 }", "wave: 1, phase: stabilize }"],
    ["a block entry", "activity-core", "phase: bootstrap # canary", "phase: stabilize # canary"],
    [
      "a block entry that lacks it",
      "last-one",
      "one\n    wave: 1\n",
      "one\n    wave: 1\n    phase: stabilize\n",
    ],
  ])("promotes %s", (_, repo, before, after) => {
    expect(outcome(ROSTER, set(["active", { key: "repo", is: repo }, "phase"], "stabilize"))).toBe(
      ROSTER.replace(before, () => after),
    );
  });

  it("moves the next repo in, in the style of its neighbours", () => {
    const text = "active:\n  - { repo: a, wave: 0 }\nqueue:\n  - { repo: b }\n  - { repo: c }\n";
    const edits = [append(["active"], { repo: "b", wave: 1 }), remove("queue", { key: "repo", is: "b" })];
    expect(outcome(text, ...edits)).toBe(
      "active:\n  - { repo: a, wave: 0 }\n  - { repo: b, wave: 1 }\nqueue:\n  - { repo: c }\n",
    );
  });
});

type Row = readonly [title: string, text: string, edits: Edit | readonly Edit[], expected: string];

const EXACT: readonly Row[] = [
  ["keeps mixed line endings", "a: 1\r\nb: 2\nc: 3\r\n", set(["b"], 9), "a: 1\r\nb: 9\nc: 3\r\n"],
  [
    "takes the ending of the line before",
    "a: 1\nb:\r\n  c: 1\r\nd: 1\n",
    set(["b", "x"], 1),
    "a: 1\nb:\r\n  c: 1\r\n  x: 1\r\nd: 1\n",
  ],
  ["reads a lone CR as a line ending", "a: 1\rb: 2\r", set(["c"], 3), "a: 1\rb: 2\rc: 3\r"],
  ["keeps a missing final newline", "a: 1\nb: 2", set(["c"], 3), "a: 1\nb: 2\nc: 3"],
  ["adds to a file of one line", "a: 1", set(["b"], 2), "a: 1\nb: 2"],
  ["keeps a BOM", "\uFEFFa: 1\n", set(["a"], 2), "\uFEFFa: 2\n"],
  ["removes the last key of a file without final newline", "a: 1\r\n\r\nb: 2", remove("b"), "a: 1"],
  ["keeps trailing blanks", "a: 1  \n", set(["a"], 2), "a: 2  \n"],
  [
    "keeps odd indentation",
    "a:\n     b: 1\n     c: 2\n",
    set(["a", "d"], 3),
    "a:\n     b: 1\n     c: 2\n     d: 3\n",
  ],
  [
    "uses the file's indent step",
    "a:\n    b: 1\n",
    set(["x", "u", "v"], 1),
    "a:\n    b: 1\nx:\n    u:\n        v: 1\n",
  ],
  ["uses the file's list indentation", "a:\n- 1\n", append(["b"], "x"), "a:\n- 1\nb:\n- x\n"],
  ["indents lists by two where the file shows none", "a: 1\n", append(["b"], "x"), "a: 1\nb:\n  - x\n"],
  ["appends to an unindented list", "a:\n- x\nb: 1\n", append(["a"], "z"), "a:\n- x\n- z\nb: 1\n"],
  [
    "appends a map in block style",
    "a:\n  - id: x\n",
    append(["a"], { id: "z", m: 1 }),
    "a:\n  - id: x\n  - id: z\n    m: 1\n",
  ],
  ["appends once", "a: [x]\n", append(["a"], "x"), "unchanged"],
  [
    "adds into a compact map",
    "a:\n  - b: 1\n  - b: 2\n",
    set(["a", { key: "b", is: "1" }, "c"], 3),
    "a:\n  - b: 1\n    c: 3\n  - b: 2\n",
  ],
  [
    "adds into a compact map with a wide dash",
    "a:\n  -   b: 1\n",
    set(["a", { key: "b", is: "1" }, "c"], 3),
    "a:\n  -   b: 1\n      c: 3\n",
  ],
  [
    "adds before comments that follow",
    "a:\n  b: 1 # one\n  # two\nc: 1\n",
    set(["a", "x"], 2),
    "a:\n  b: 1 # one\n  x: 2\n  # two\nc: 1\n",
  ],
  [
    "keeps a comment behind an empty value",
    "a: # later\nb: 1\n",
    set(["a"], "x y"),
    'a: "x y" # later\nb: 1\n',
  ],
  ["fills an empty value", "a:\nb: 1\n", set(["a"], "x"), "a: x\nb: 1\n"],
  ["fills an empty value before blanks", "a:   \n", set(["a"], 1), "a: 1   \n"],
  ["fills an empty anchored value", "a: &x\nb: 1\n", set(["a"], 1), "a: &x 1\nb: 1\n"],
  [
    "fills an empty list item's key",
    "a:\n  - k:\n    n: 1\n",
    set(["a", { key: "n", is: "1" }, "k"], "v"),
    "a:\n  - k: v\n    n: 1\n",
  ],
  [
    "fills below a key with a comment",
    "a: # none yet\nb: 1\n",
    set(["a", "c"], 1),
    "a: # none yet\n  c: 1\nb: 1\n",
  ],
  ["puts a map in place of null", "a: null # none\nb: 1\n", set(["a", "c"], 1), "a: # none\n  c: 1\nb: 1\n"],
  ["puts a list in place of ~", "a: ~\n", append(["a"], 1), "a:\n  - 1\n"],
  ["keeps single quotes", "a: 'x' # c\n", set(["a"], "it's"), "a: 'it''s' # c\n"],
  ["leaves single quotes that cannot hold a line break", "a: 'x'\n", set(["a"], "1\n2"), 'a: "1\\n2"\n'],
  ["keeps double quotes", 'a: "x"\n', set(["a"], "y"), 'a: "y"\n'],
  ["keeps plain words plain", "a: todo\n", set(["a"], "in_progress"), "a: in_progress\n"],
  ["quotes what YAML 1.1 reads as a boolean", "a: x\n", set(["a"], "yes"), 'a: "yes"\n'],
  ["quotes what looks like a number", "a: x\n", set(["a"], "0644"), 'a: "0644"\n'],
  ["quotes what YAML 1.1 reads in base 60", "a: x\n", set(["a"], "1:20"), 'a: "1:20"\n'],
  ["quotes a date", "a: 2026-01-01\n", set(["a"], "2026-06-18"), 'a: "2026-06-18"\n'],
  ["writes a number plain over a string", "a: 'x'\n", set(["a"], 1.5), "a: 1.5\n"],
  ["writes exponents that YAML 1.1 reads", "a: 1\n", set(["a"], 1e21), "a: 1.0e+21\n"],
  ["keeps 0o644 when it is that number", "a: 0o644\n", set(["a"], 420), "unchanged"],
  [
    "compares twenty digits exactly",
    "a: 12345678901234567891\n",
    set(["a"], 12345678901234567000),
    "a: 12345678901234567000\n",
  ],
  ["tells a string from a number", 'a: "1"\n', set(["a"], 1), "a: 1\n"],
  ["writes dollar signs as they are", "a: x\n", set(["a"], "$& $1 $$ $`"), 'a: "$& $1 $$ $`"\n'],
  [
    "escapes invisible characters",
    "a: x\n",
    set(["a"], "z\u200B\u00A0\u2028\u{E0001}"),
    'a: "z\\u200b\\u00a0\\u2028\\U000e0001"\n',
  ],
  ["escapes a byte order mark", "a: x\n", set(["a"], "\uFEFF"), 'a: "\\ufeff"\n'],
  ["writes emoji as they are", "a: x\n", set(["a"], "ok \u{1F600}"), 'a: "ok \u{1F600}"\n'],
  ["quotes templates", "a: x\n", set(["a"], "{{ repo }}"), 'a: "{{ repo }}"\n'],
  ["quotes backticks and hashes", "a: x\n", set(["a"], "`#` - x: y"), 'a: "`#` - x: y"\n'],
  ["quotes keys that are no simple names", "a: 1\n", set(["on"], 1), 'a: 1\n"on": 1\n'],
  ["writes __proto__ like any key", "a: 1\n", set(["__proto__"], "x"), 'a: 1\n"__proto__": x\n'],
  ["reads __proto__ like any key", "__proto__: 1\n", set(["__proto__"], 2), "__proto__: 2\n"],
  ["finds quoted keys", '"a b": 1\n', set(["a b"], 2), '"a b": 2\n'],
  ["finds keys of digits in quotes", '"1": a\n', set(["1"], "b"), '"1": b\n'],
  ["edits beside keys that are no text", "1: a\nb: 1\n", set(["b"], 2), "1: a\nb: 2\n"],
  ["finds keys before a blank and colon", "a : 1\n", set(["a"], 2), "a : 2\n"],
  ["edits behind a tag of another key", "a: !x 1\nb: 1\n", set(["b"], 2), "a: !x 1\nb: 2\n"],
  ["keeps an anchor that nobody uses", "a: &x 1\n", set(["a"], 2), "a: &x 2\n"],
  ["replaces an alias at the target", "a: &x 1\nb: *x\n", set(["b"], 2), "a: &x 1\nb: 2\n"],
  [
    "adds beside a merge key",
    "a: &x { c: 1 }\nb:\n  <<: *x\n",
    set(["b", "d"], 2),
    "a: &x { c: 1 }\nb:\n  <<: *x\n  d: 2\n",
  ],
  [
    "overrides what a merge key brings",
    "a: &x { c: 1 }\nb:\n  <<: *x\n",
    set(["b", "c"], 2),
    "a: &x { c: 1 }\nb:\n  <<: *x\n  c: 2\n",
  ],
  [
    "leaves what a merge key brings already",
    "a: &x { c: 1 }\nb: { <<: *x }\n",
    set(["b", "c"], 1),
    "unchanged",
  ],
  ["edits an explicit key's value", "? a\n: 1\n", set(["a"], 2), "? a\n: 2\n"],
  [
    "edits behind directives",
    "%YAML 1.2\n---\na: 1\n...\n",
    set(["b"], 2),
    "%YAML 1.2\n---\na: 1\nb: 2\n...\n",
  ],
  ["adds to a flow map", "a: { b: 1 } # c\n", set(["a", "c"], 2), "a: { b: 1, c: 2 } # c\n"],
  ["adds to a tight flow map", "a: {b: 1}\n", set(["a", "c"], 2), "a: {b: 1, c: 2}\n"],
  ["adds to an empty flow map", "a: {}\n", set(["a", "c", "d"], 2), "a: { c: { d: 2 } }\n"],
  ["keeps a trailing comma", "a: [x, y, ]\n", append(["a"], "z"), "a: [x, y, z, ]\n"],
  ["gives an entry its own line", "a: [\n  x,\n  y\n]\n", append(["a"], "z"), "a: [\n  x,\n  y,\n  z\n]\n"],
  [
    "gives an entry its own line after a trailing comma",
    "a: {\r\n  x: 1,\r\n}\r\n",
    set(["a", "z"], 2),
    "a: {\r\n  x: 1,\r\n  z: 2,\r\n}\r\n",
  ],
  ["writes JSON into JSON", '{"a":1}', set(["b", "c"], "x"), '{"a":1, "b": {"c": "x"}}'],
  ["escapes in JSON as JSON does", '{"a": "x"}', set(["a"], "\u200B\u{E0001}"), '{"a": "\\u200b\u{E0001}"}'],
  ["replaces inside JSON with JSON", '{"a": null}\n', set(["a"], "x"), '{"a": "x"}\n'],
  ["keeps tight lists tight", "a: [1,2]\n", append(["a"], 3), "a: [1,2,3]\n"],
  ["fills a key without colon in a flow map", "a: { b, c: 1 }\n", set(["a", "b"], 2), "a: { b: 2, c: 1 }\n"],
  ["fills an empty value in a flow map", "a: { b: , c: 1 }\n", set(["a", "b"], "x"), "a: { b: x , c: 1 }\n"],
  ["replaces an empty list by a full one", "a: [] # c\n", set(["a"], ["x", 1]), "a: [x, 1] # c\n"],
  [
    "removes a pair with its comment and lines",
    "a: 1\n# above\nb: # c\n  c: 1\n  # in\n  d: 2\n# below\ne: 3\n",
    remove("b"),
    "a: 1\n# above\n# below\ne: 3\n",
  ],
  ["removes a block scalar whole", "a: |\n  x\n\n  y\nb: 1\n", remove("a"), "b: 1\n"],
  ["removes the last key below a block scalar", "a: |\n  x\nb: 1\n", remove("b"), "a: |\n  x\n"],
  ["quotes what YAML 1.1 reads as an exponent", "a: x\n", set(["a"], "E0"), 'a: "E0"\n'],
  ["quotes such a key", "a: x\n", set(["e12"], 1), 'a: x\n"e12": 1\n'],
  ["removes a key below a block scalar", "a: |\n  x\nb: 1\nd: 2\n", remove("b"), "a: |\n  x\nd: 2\n"],
  [
    "removes the key behind a dash with its comment",
    "a:\n  - b: 1 # why\n    c: 2\n",
    remove("a", { key: "c", is: "2" }, "b"),
    "a:\n  - c: 2\n",
  ],
  [
    "leaves a dash alone before a comment",
    "a:\n  - b: 1 # one\n\n    # two\n    c: 2\n",
    remove("a", { key: "c", is: "2" }, "b"),
    "a:\n  -\n\n    # two\n    c: 2\n",
  ],
  [
    "removes the map behind a dash",
    "a:\r\n-   b:\r\n      x: 1\r\n    c: 2\r\n    d: 3\r\n",
    remove("a", { key: "c", is: "2" }, "b"),
    "a:\r\n-   c: 2\r\n    d: 3\r\n",
  ],
  ["removes several neighbours", "a: 1\nb: 2\nc: 3\n", [remove("b"), remove("c")], "a: 1\n"],
  ["removes and adds at the end", "a: 1\nb: 2", [remove("b"), set(["c"], 3)], "a: 1\nc: 3"],
  ["removes from a flow map", "a: { b: 1, c: 2, d: 3 }\n", [remove("a", "c")], "a: { b: 1, d: 3 }\n"],
  [
    "removes the last from a flow list of maps",
    "a: [{ k: x }, { k: y }, ]\n",
    remove("a", { key: "k", is: "y" }),
    "a: [{ k: x }, ]\n",
  ],
  ["removes the only pair of a flow map", "a: { b: 1 }\n", remove("a", "b"), "a: {}\n"],
  ["has nothing to remove", "a: 1\n", [remove("b"), remove("c", "d")], "unchanged"],
  ["has no item to remove", "a: [{ k: x }]\n", remove("a", { key: "k", is: "y" }), "unchanged"],
  [
    "names an item by a number",
    "a:\n  - { n: 1 }\n  - { n: 2 }\n",
    set(["a", { key: "n", is: "2" }, "x"], 1),
    "a:\n  - { n: 1 }\n  - { n: 2, x: 1 }\n",
  ],
  [
    "writes inner lines before outer ones",
    "a:\n  b:\n    c: 1\n",
    [set(["x"], 1), set(["a", "d"], 2), set(["a", "b", "z"], 3)],
    "a:\n  b:\n    c: 1\n    z: 3\n  d: 2\nx: 1\n",
  ],
  [
    "appends before the parent's next key",
    "a:\n- x\n",
    [set(["b"], 1), append(["a"], "z")],
    "a:\n- x\n- z\nb: 1\n",
  ],
  [
    "collects items of a list that is missing",
    "a: 1\n",
    [append(["l"], "x"), append(["l"], "yes")],
    'a: 1\nl:\n  - x\n  - "yes"\n',
  ],
  [
    "writes lists in lists",
    "a: 1\n",
    set(["l"], [["x", 1], [{ k: [] }]]),
    "a: 1\nl:\n  - - x\n    - 1\n  - - k: []\n",
  ],
  ["sets null where nothing is", "a: 1\n", set(["b", "c"], null), "a: 1\nb:\n  c: null\n"],
  [
    "leaves an unrelated block scalar alone",
    "a: |+\n  x\n\n\nb: 1\n",
    set(["b"], 2),
    "a: |+\n  x\n\n\nb: 2\n",
  ],
  ["does not take a hash in a word for a comment", "a: x#y\n", set(["a"], "z"), "a: z\n"],
  ["does nothing without edits", "a: 1\n", [], "unchanged"],
];

const REFUSED: readonly Row[] = [
  ["an empty file", "", set(["a"], 1), "!yaml_documents"],
  ["a file of comments", "# a\n", set(["a"], 1), "!yaml_documents"],
  ["a list at the root", "- a\n", set(["a"], 1), "!yaml_documents"],
  ["two documents", "a: 1\n---\nb: 1\n", set(["a"], 2), "!yaml_documents"],
  ["an open bracket", "a: [1\n", set(["a"], 2), "!yaml_syntax"],
  ["tab indentation", "a:\n\tb: 1\n", set(["a"], 2), "!yaml_syntax"],
  ["a duplicate key", "a: 1\na: 2\n", set(["a"], 3), "!yaml_syntax"],
  ["a duplicate key, quoted once", 'a: 1\n"a": 2\n', set(["a"], 3), "!yaml_syntax"],
  ["an unresolved alias", "a: *x\n", set(["b"], 3), "!yaml_syntax"],
  ["an alias before its anchor", "a: *x\nb: &x 1\n", set(["b"], 3), "!yaml_syntax"],
  ["an alias inside its own anchor", "a: &x [*x]\n", set(["b"], 3), "!yaml_alias"],
  ["a map as key", "? { a: 1 }\n: 1\n", set(["b"], 3), "!yaml_syntax"],
  ["a control character", "a: \u0007\n", set(["a"], 1), "!yaml_syntax"],
  ["a path through a value", "a: 1\n", set(["a", "b"], 2), "!yaml_path"],
  ["a key in a list", "a: [1]\n", set(["a", "0"], 2), "!yaml_path"],
  ["a selector in a map", "a: { b: 1 }\n", set(["a", { key: "b", is: "1" }, "c"], 2), "!yaml_path"],
  [
    "a selector that matches nothing",
    "a:\n  - b: 1\n",
    set(["a", { key: "b", is: "2" }, "c"], 2),
    "!yaml_path",
  ],
  [
    "a selector that matches twice",
    "a: [{ b: 1 }, { b: 1 }]\n",
    set(["a", { key: "b", is: "1" }, "c"], 2),
    "!yaml_path",
  ],
  ["a selector below nothing", "a: 1\n", set(["l", { key: "b", is: "1" }, "c"], 2), "!yaml_path"],
  ["the root", "a: 1\n", set([], 2), "!yaml_path"],
  [
    "the key that names the item",
    "a: [{ b: x }]\n",
    set(["a", { key: "b", is: "x" }, "b"], "y"),
    "!yaml_path",
  ],
  ["appending to a value", "a: 1\n", append(["a"], 2), "!yaml_path"],
  ["a path through an alias", "a: &x { b: 1 }\nc: *x\n", set(["c", "b"], 2), "!yaml_alias"],
  ["an anchored map that is used elsewhere", "a: &x { b: 1 }\nc: *x\n", set(["a", "b"], 2), "!yaml_alias"],
  ["an anchored value that is used elsewhere", "a: &x 1\nb: *x\n", set(["a"], 2), "!yaml_alias"],
  ["removing an anchor that is used elsewhere", "a: &x 1\nb: *x\n", remove("a"), "!yaml_alias"],
  [
    "below what a merge key brings",
    "a: &x { c: { d: 1 } }\nb: { <<: *x }\n",
    set(["b", "c", "d"], 2),
    "!yaml_alias",
  ],
  [
    "removing what a merge key brings",
    "a: &x { c: 1 }\nb: { <<: *x, d: 1 }\n",
    remove("b", "c"),
    "!yaml_alias",
  ],
  [
    "appending to what a merge key brings",
    "a: &x { c: [1] }\nb: { <<: *x }\n",
    append(["b", "c"], 2),
    "!yaml_alias",
  ],
  ["a merge key without a map", "a:\n  <<: 1\n", set(["b"], 2), "!yaml_alias"],
  ["a tagged value", "a: !!str 1\n", set(["a"], "2"), "!yaml_tag"],
  ["an empty tagged value", "a: !x\n", set(["a"], "2"), "!yaml_tag"],
  ["a new key in a tagged map", "a: !!set {x, y}\n", set(["a", "added"], 1), "!yaml_tag"],
  ["a key of a tagged map", "a: !t\n  b: 1\n", set(["a", "b"], 2), "!yaml_tag"],
  ["below a tagged map", "a: !t\n  b:\n    c: 1\n", set(["a", "b", "c"], 2), "!yaml_tag"],
  ["an item of a tagged list", "a: !t [{ k: x }]\n", set(["a", { key: "k", is: "x" }, "v"], 2), "!yaml_tag"],
  ["a new item of a tagged list", "a: !t [x]\n", append(["a"], "y"), "!yaml_tag"],
  ["removing from a tagged map", "a: !t { b: 1, c: 2 }\n", remove("a", "b"), "!yaml_tag"],
  ["a key that is a number", "1: a\n", set(["1"], "b"), "!yaml_path"],
  ["a key that is a boolean", "true: a\n", set(["true"], "b"), "!yaml_path"],
  ["below a key that is null", "null: { a: 1 }\n", set(["null", "a"], 2), "!yaml_path"],
  ["removing a key that is a number", "0x10: a\nb: 1\n", remove("16"), "!yaml_path"],
  ["null and its name as keys", 'null: 1\n"null": 2\n', set(["null"], 3), "!yaml_syntax"],
  ["a literal block", "a: |\n  x\n", set(["a"], "y"), "!yaml_style"],
  ["a value over two lines", 'a: "x\n  y"\n', set(["a"], "y"), "!yaml_style"],
  ["half a surrogate pair", "a: x\n", set(["a"], "\uD800"), "!yaml_style"],
  ["an infinite number", "a: 1\n", set(["a"], Number.POSITIVE_INFINITY), "!yaml_style"],
  ["a key longer than YAML allows", "a: 1\n", set(["k".repeat(2000)], 1), "!yaml_style"],
  ["an unquoted template", "a: {{ repo }}\n", set(["a"], "x"), "!yaml_syntax"],
  ["a value over a map", "a: { b: 1 }\n", set(["a"], "x"), "!yaml_collection"],
  ["a value over a list", "a:\n  - 1\n", set(["a"], "x"), "!yaml_collection"],
  ["a map over a value", "a: 1\n", set(["a"], { b: 1 }), "!yaml_collection"],
  ["another list over a list", "a: [1]\n", set(["a"], [2]), "!yaml_collection"],
  ["removing the only key of a block map", "a:\n  b: 1\n", remove("a", "b"), "!yaml_layout"],
  [
    "removing the only item of a block list",
    "a:\n  - b: 1\n",
    remove("a", { key: "b", is: "1" }),
    "!yaml_layout",
  ],
  ["removing all keys one by one", "a: 1\nb: 2\n", [remove("a"), remove("b")], "!yaml_layout"],
  [
    "removing keys that share their line",
    "a:\n  - b: 1\n    c: 2\n    d: 3\n",
    [remove("a", { key: "d", is: "3" }, "b"), remove("a", { key: "d", is: "3" }, "c")],
    "!yaml_layout",
  ],
  ["removing an explicit key", "? a\n: 1\nb: 2\n", remove("a"), "!yaml_layout"],
  [
    "removing what parts a comment from a block scalar",
    "a: |\n  x\nb: 1\n    # c\nd: 2\n",
    remove("b"),
    "!yaml_layout",
  ],
  [
    "removing what parts empty lines from a block scalar",
    "a: |+\n  x\nb: 1\n\nd: 2\n",
    remove("b"),
    "!yaml_layout",
  ],
  ["removing what ends a file below a block scalar", "a: |+\n  x\n\nb: 1", remove("b"), "!yaml_layout"],
  ["filling an explicit key", "? a\nb: 2\n", set(["a"], 1), "!yaml_layout"],
  ["a comment in a touched flow map", "a: { # c\n  b: 1 }\n", set(["a", "c"], 2), "!yaml_layout"],
  [
    "a pair without braces in a list",
    "a: [b: 1]\n",
    set(["a", { key: "b", is: "1" }, "c"], 2),
    "!yaml_layout",
  ],
  ["adding after a block scalar", "a:\n  b: |\n    x\n", set(["a", "c"], 2), "!yaml_layout"],
  [
    "adding to a map behind a tab",
    "a:\n  -\tb: 1\n",
    set(["a", { key: "b", is: "1" }, "c"], 2),
    "!yaml_syntax",
  ],
  ["two edits of one place", "a: 1\n", [set(["a"], 2), set(["a"], 2)], "!edit_overlap"],
  ["an edit inside another", "a: 1\n", [set(["b"], {}), set(["b", "c"], 2)], "!edit_overlap"],
  [
    "one item under two names",
    "a: [{ k: x, n: 1 }]\n",
    [set(["a", { key: "k", is: "x" }, "v"], 1), set(["a", { key: "n", is: "1" }, "v"], 2)],
    "!edit_overlap",
  ],
  ["setting what is removed", "a: 1\nb: { c: 1 }\n", [remove("b"), set(["b", "c"], 2)], "!edit_overlap"],
  ["a conflict marker without a name", "a: 1\n>>>>>>>\n", set(["a"], 2), "!conflict_marker"],
  ["a conflict marker without a blank", "a: 1\n<<<<<<<HEAD\nb: 1\n", set(["a"], 2), "!conflict_marker"],
  ["a conflict marker", "a: 1\n<<<<<<< HEAD\nb: 1\n", set(["a"], 2), "!conflict_marker"],
];

describe("editYaml is exact", () => {
  it.each(EXACT)("%s", (_, text, edits, expected) => {
    expect(outcome(text, ...[edits].flat())).toBe(expected);
  });
});

describe("editYaml refuses", () => {
  it.each(REFUSED)("%s", (_, text, edits, expected) => {
    expect(outcome(text, ...[edits].flat())).toBe(expected);
  });

  it("all edits for one that cannot be made", () => {
    expect(outcome("a: 1\nb: |\n  x\n", set(["a"], 2), set(["b"], "y"))).toBe("!yaml_style");
  });

  it("with line and column of the file", () => {
    const source = decode(encoder.encode("a:\n  b: !x 1\n"), "roster.yaml");
    if (Array.isArray(source)) throw new Error("does not decode");
    const result = editYaml(source, [set(["a", "b"], 2)]);
    expect(result).toMatchObject({
      status: "refused",
      findings: [{ code: "yaml_tag", severity: "error", file: "roster.yaml", line: 2, column: 9 }],
    });
  });
});
