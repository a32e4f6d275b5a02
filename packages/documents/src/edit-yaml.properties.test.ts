import { compareFindings, type Finding } from "@coulomb-loop/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { decode } from "./decode.ts";
import { editYaml } from "./edit-yaml.ts";
import { expectedValue } from "./expected.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readWorkplan } from "./read-workplan.ts";
import { readYaml } from "./read-yaml.ts";
import { applySplices, invertSplices } from "./splices.ts";
import type { Edit, EditPath, EditResult, EditValue, Source } from "./types.ts";
import { parseYaml } from "./yaml-parse.ts";
import { equalValues, fromEdit, isList, isMap, nameOf, toPlain, type YamlValue } from "./yaml-value.ts";

/** Documents per property: 2,000 over the suite. */
const RUNS = 250;
const encoder = new TextEncoder();

// A document is drawn as lines, so that every layout a person could choose is one draw away.

interface Manner {
  readonly step: number;
  readonly listIndent: 0 | 2;
  readonly tidy: boolean;
}

const WORDS = ["daily", "coach", "done", "kaizen-agentic", "in_progress", "Europe/Berlin", "a b c", "x"];
const QUOTED = [
  '"0 * * * *"',
  "'it''s'",
  '"say \\"hi\\""',
  "'# no comment'",
  '""',
  "''",
  '"a: b"',
  '"\\u00e9"',
  "'yes'",
];
const NUMBERS = ["1", "0", "-3", "1.5", "1e3", "0x1F", "0o17", "12345678901234567890", "0644", ".5"];
const OTHERS = [
  "true",
  "false",
  "null",
  "~",
  "yes",
  "2026-06-18",
  "2026-09-01T00:00:00Z",
  "http://x/y#z",
  "a#b",
  "-x",
  "ü",
];
const KEYS = [
  "id",
  "repo",
  "phase",
  "cron",
  "agents",
  "coach",
  "x-y",
  "status",
  "k1",
  "enabled",
  "wave",
  "__proto__",
];

const scalarText = (manner: Manner): fc.Arbitrary<string> =>
  fc.constantFrom(
    ...WORDS,
    ...QUOTED,
    ...NUMBERS,
    ...OTHERS,
    ...(manner.tidy ? [] : ["!!str 1", "!tag x", "&anchor v"]),
  );

const keyText = (key: string, manner: Manner): fc.Arbitrary<string> =>
  fc.constantFrom(key, key, key, `"${key}"`, ...(manner.tidy ? [] : [`'${key}'`, `${key} `]));

const trailing = fc.constantFrom("", "", "", " # note", "  ", "\t# tab", " #");
const between = fc.constantFrom<readonly string[]>(
  [],
  [],
  [],
  [""],
  ["# above"],
  ["      # deep"],
  ["", "# a", ""],
);

function flowText(manner: Manner, depth: number): fc.Arbitrary<string> {
  const scalar = fc.constantFrom(
    ...WORDS.filter((word) => !word.includes(" ")),
    ...QUOTED,
    ...NUMBERS,
    "true",
    "null",
  );
  if (depth > 1) return scalar;
  const inner = fc.oneof(
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: flowText(manner, depth + 1) },
  );
  const shape = fc.record({
    pad: fc.constantFrom("", " "),
    comma: fc.constantFrom("", "", ","),
    gap: fc.constantFrom(", ", ", ", ","),
  });
  const list = fc.tuple(fc.array(inner, { maxLength: 3 }), shape).map(([items, { pad, comma, gap }]) => {
    return items.length === 0 ? `[${pad}]` : `[${pad}${items.join(gap)}${comma}${pad}]`;
  });
  const names = fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 3 });
  const map = names.chain((keys) =>
    fc.tuple(fc.tuple(...keys.map((key) => fc.tuple(keyText(key, { ...manner, tidy: true }), inner))), shape),
  );
  return fc.oneof(
    list,
    map.map(([pairs, { pad, comma, gap }]) => {
      const texts = pairs.map(([key, value]) => `${key}: ${value}`);
      return texts.length === 0 ? `{${pad}}` : `{${pad}${texts.join(gap)}${comma}${pad}}`;
    }),
  );
}

/** Lines of a node that stands below its key or dash, or one line that stands behind it. */
type Drawn =
  | { readonly inline: string }
  | { readonly below: readonly string[]; readonly kind: "map" | "list" };

function nodeLines(manner: Manner, depth: number): fc.Arbitrary<Drawn> {
  const inline = (text: fc.Arbitrary<string>) => text.map((drawn): Drawn => ({ inline: drawn }));
  const scalars = { weight: 6, arbitrary: inline(scalarText(manner)) };
  const flows = { weight: 2, arbitrary: inline(flowText(manner, 0)) };
  const empty = { weight: 1, arbitrary: inline(fc.constant("")) };
  if (depth > 3) return fc.oneof(scalars, flows, empty);
  const below = [
    {
      weight: 2,
      arbitrary: mapLines(manner, depth + 1).map((lines): Drawn => ({ below: lines, kind: "map" })),
    },
    {
      weight: 2,
      arbitrary: listLines(manner, depth + 1).map((lines): Drawn => ({ below: lines, kind: "list" })),
    },
  ];
  const blocks = fc.constantFrom<Drawn>(
    { inline: "|\n  text # no comment\n   more" },
    { inline: ">-\n  folded\n\n  text" },
    { inline: "|+ # keep\n  text\n" },
    { inline: '"two\n  lines"' },
    { inline: "two\n  lines" },
    { inline: "[\n  a,\n  b\n  ]" },
    { inline: '{\n  "a": 1,\n  b: x,\n  }' },
    { inline: "[ # comment\n  a ]" },
    { inline: "*word" },
    { inline: "*base" },
    { inline: "*word # used" },
  );
  return manner.tidy
    ? fc.oneof(scalars, flows, empty, ...below)
    : fc.oneof(scalars, flows, empty, ...below, { weight: 1, arbitrary: blocks });
}

function mapLines(manner: Manner, depth: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 4 }).chain((keys) =>
    fc
      .tuple(
        ...keys.map((key) => fc.tuple(keyText(key, manner), nodeLines(manner, depth), trailing, between)),
      )
      .map((pairs) =>
        pairs.flatMap(([key, node, comment, above], at) => {
          const lines = at === 0 ? [] : above;
          if ("below" in node) {
            const indent = node.kind === "list" ? manner.listIndent : manner.step;
            return [...lines, `${key}:${comment}`, ...node.below.map((line) => " ".repeat(indent) + line)];
          }
          return [...lines, ...inlineLines(`${key}:`, node.inline, comment, manner.step)];
        }),
      ),
  );
}

function listLines(manner: Manner, depth: number): fc.Arbitrary<string[]> {
  return fc.array(fc.tuple(nodeLines(manner, depth), trailing), { minLength: 1, maxLength: 3 }).map((items) =>
    items.flatMap(([node, comment]) => {
      if ("inline" in node) return inlineLines("-", node.inline, comment, manner.step);
      return node.below.map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`));
    }),
  );
}

function inlineLines(head: string, text: string, comment: string, step: number): string[] {
  const [first = "", ...rest] = text.split("\n");
  const open = rest.length > 0;
  return [
    `${head}${first === "" ? "" : ` ${first}`}${open ? "" : comment}`,
    ...rest.map((line) => (line === "" ? "" : " ".repeat(step) + line)),
  ];
}

const ANCHORED = [
  "base: &base",
  "  n: 1 # base",
  "  m: [x]",
  "word: &word daily",
  "merged:",
  "  <<: *base",
  "  o: 2",
];

const HEADS = [[], [], ["---"], ["# head", ""], ["%YAML 1.2", "---"]];

const drawnDocument = (tidy: boolean): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      manner: fc.record({
        step: fc.constantFrom(2, 2, 4, 3),
        listIndent: fc.constantFrom(0 as const, 2 as const),
      }),
      ending: fc.constantFrom("\n", "\n", "\r\n", "mixed", "\r"),
      bom: fc.boolean(),
      finalNewline: fc.boolean(),
      head: fc.constantFrom<readonly string[]>(...HEADS, ...(tidy ? [] : [ANCHORED, ANCHORED])),
      tail: fc.constantFrom([], [], ["# tail"], ["", "..."]),
    })
    .chain((shape) =>
      fc
        .tuple(fc.constant(shape), mapLines({ ...shape.manner, tidy }, 0))
        .map(([{ ending, bom, finalNewline, head, tail }, lines]) => {
          const all = [...head, ...lines, ...tail];
          const text = all
            .map((line, at) => line + (at === all.length - 1 && !finalNewline ? "" : endingOf(ending, at)))
            .join("");
          return encoder.encode((bom ? "\uFEFF" : "") + text);
        }),
    );

function endingOf(ending: string, at: number): string {
  return ending === "mixed" ? (["\n", "\r\n", "\n"][at % 3] ?? "\n") : ending;
}

// Edits are drawn by seeds: which place, what to do there, which value.

const VALUES: readonly EditValue[] = [
  "daily",
  "15 * * * *",
  "yes",
  "no",
  "null",
  "2026-09-01T00:00:00Z",
  "it's $& $1 `x`",
  'a "quoted" \\ text',
  "line\nbreak\ttab",
  "# hash: colon",
  "{{ template }}",
  "zero\u200Bwidth \u2028 \u{1F600} \u{E0001}",
  " lead and trail ",
  "",
  "0644",
  "1:20",
  "0x1F",
  "1_000",
  "é",
  0,
  -1.5,
  1e21,
  1.5e-9,
  2 ** 60,
  true,
  false,
  null,
  [],
  {},
];
const NESTED: readonly EditValue[] = [["a", 1], { a: { b: "1" }, c: [] }, [{ id: "x", n: [1, { y: "z" }] }]];

interface Draw {
  readonly place: number;
  readonly action: number;
  readonly value: EditValue;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  place: fc.nat(1000),
  action: fc.nat(9),
  value: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 1, arbitrary: fc.string() },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...NESTED),
    },
  ),
});

interface Target {
  readonly path: EditPath;
  readonly value: YamlValue;
}

/** Every place that a path can name. */
function targets(value: YamlValue, path: EditPath = []): Target[] {
  const own = path.length === 0 ? [] : [{ path, value }];
  if (isMap(value)) return [...own, ...[...value].flatMap(([key, item]) => targets(item, [...path, key]))];
  if (!isList(value)) return own;
  const items = value.flatMap((item) => {
    if (!isMap(item)) return [];
    const found = [...item].find(([, name]) => nameOf(name) !== undefined);
    const is = found === undefined ? undefined : nameOf(found[1]);
    if (found === undefined || is === undefined) return [];
    const alone = value.filter((other) => isMap(other) && nameOf(other.get(found[0])) === is).length === 1;
    return alone ? targets(item, [...path, { key: found[0], is }]) : [];
  });
  return [...own, ...items];
}

function editFrom(root: YamlValue, { place, action, value }: Draw): Edit {
  const all = targets(root);
  const target = all[place % Math.max(all.length, 1)] ?? { path: ["new"], value: null };
  const { path } = target;
  if (action < 5 && !isMap(target.value) && !isList(target.value)) return { op: "set", path, value };
  if (action === 8 && path.length > 0) return { op: "remove", path };
  if (isList(target.value)) return { op: "append", path, value };
  if (isMap(target.value))
    return { op: "set", path: [...path, "added", ...(action % 2 === 0 ? ["deep"] : [])], value };
  return { op: "set", path: ["new", ...(action % 2 === 0 ? ["deeper", "still"] : [])], value };
}

interface Case {
  readonly source: Source;
  readonly root: YamlValue;
  readonly edits: readonly Edit[];
  readonly result: EditResult;
}

function prepare(bytes: Uint8Array, draws: readonly Draw[]): Case | undefined {
  const source = decode(bytes);
  if (Array.isArray(source)) return undefined;
  const root = parseYaml(source).tree?.root.value;
  if (root === undefined) return undefined;
  const edits = draws.map((each) => editFrom(root, each));
  return { source, root, edits, result: editYaml(source, edits) };
}

function codes(result: EditResult): string[] {
  return result.status === "refused" ? result.findings.map(({ code }) => code) : [];
}

/**
 * Runs a property over drawn documents and edits, and says what failed, with the seed. Documents that are no YAML after
 * all are skipped.
 */
function failureOverCases(edits: number, holds: (drawn: Case) => boolean, tidy = false): string | undefined {
  const draws = fc.array(draw, { minLength: 1, maxLength: edits });
  return failureOf(
    fc.property(drawnDocument(tidy), draws, (bytes, drawn) => {
      const prepared = prepare(bytes, drawn);
      return prepared === undefined || holds(prepared);
    }),
  );
}

function failureOf<T>(property: fc.IProperty<T>, runs = RUNS): string | undefined {
  return fc.defaultReportMessage(fc.check(property, { numRuns: runs }));
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function valueAt(value: YamlValue | undefined, path: EditPath): YamlValue | undefined {
  return path.reduce<YamlValue | undefined>((at, step) => {
    if (typeof step === "string") return isMap(at) ? at.get(step) : undefined;
    return isList(at) ? at.find((item) => isMap(item) && nameOf(item.get(step.key)) === step.is) : undefined;
  }, value);
}

function reread(bytes: Uint8Array): YamlValue | undefined {
  const source = decode(bytes);
  return Array.isArray(source) ? undefined : parseYaml(source).tree?.root.value;
}

function keepsTheRest({ source, result }: Case): boolean {
  if (result.status !== "edited") return true;
  const { bytes, splices } = result;
  let before = 0;
  let after = 0;
  for (const [start, end, text] of splices) {
    const length = start - before;
    if (!equalBytes(bytes.subarray(after, after + length), source.bytes.subarray(before, start)))
      return false;
    after += length + encoder.encode(text).length;
    before = end;
  }
  return equalBytes(bytes.subarray(after), source.bytes.subarray(before));
}

/** What one edit asked for is there. */
function isDone(edit: Edit, value: YamlValue | undefined): boolean {
  const found = valueAt(value, edit.path);
  if (edit.op === "remove") return found === undefined;
  const asked = fromEdit(edit.value);
  if (edit.op === "set") return equalValues(found, asked);
  return isList(found) && found.some((item) => equalValues(item, asked));
}

describe("every edit of every drawn document", () => {
  it("leaves the bytes outside its splices", () => {
    expect(failureOverCases(3, keepsTheRest)).toBeUndefined();
  });

  it("is taken back by the inverse", () => {
    const failure = failureOverCases(3, ({ source, result }) => {
      if (result.status !== "edited") return true;
      const inverse = invertSplices(source.bytes, result.splices);
      return (
        equalBytes(applySplices(source.bytes, result.splices), result.bytes) &&
        equalBytes(applySplices(result.bytes, inverse), source.bytes)
      );
    });
    expect(failure).toBeUndefined();
  });

  it("has nothing left to do the second time", () => {
    const failure = failureOverCases(3, ({ edits, result }) => {
      if (result.status !== "edited") return true;
      const source = decode(result.bytes);
      return !Array.isArray(source) && editYaml(source, edits).status === "unchanged";
    });
    expect(failure).toBeUndefined();
  });

  it("reads back as exactly what was asked", () => {
    const failure = failureOverCases(2, ({ root, edits, result }) => {
      if (result.status !== "edited") return true;
      const value = reread(result.bytes);
      return equalValues(value, expectedValue(root, edits)) && edits.every((edit) => isDone(edit, value));
    });
    expect(failure).toBeUndefined();
  });

  it("reads back the same in YAML 1.1", () => {
    const failure = failureOverCases(1, ({ edits: [edit], result }) => {
      if (result.status !== "edited" || edit?.op !== "set" || !edit.path.every(isKey)) return true;
      const options = { version: "1.1", logLevel: "silent", uniqueKeys: false, mapAsMap: true } as const;
      const root: unknown = parse(oldText(result.bytes), options);
      const found = edit.path.reduce<unknown>(
        (at, step) => (at instanceof Map ? at.get(step) : undefined),
        root,
      );
      expect(found).toEqual(mapped(fromEdit(edit.value)));
      return true;
    });
    expect(failure).toBeUndefined();
  });

  it("may be made before or after another of another place", () => {
    const failure = failureOverCases(2, ({ source, edits, result }) => {
      const [first, second] = edits;
      if (result.status !== "edited" || first === undefined || second === undefined) return true;
      // Items of one list stand in the order in which they came.
      if (first.op === "append" && second.op === "append") return true;
      const together = reread(result.bytes);
      const apart = [oneByOne(source, [first, second]), oneByOne(source, [second, first])];
      return apart.every((bytes) => bytes === undefined || equalValues(reread(bytes), together));
    });
    expect(failure).toBeUndefined();
  });

  it("is never refused for a mistake of ours", () => {
    expect(failureOverCases(3, ({ result }) => !codes(result).includes("proof_failed"))).toBeUndefined();
  });

  it("is not refused in tidy files, except for what it asks", () => {
    const asked = new Set(["edit_overlap", "yaml_collection", "yaml_path"]);
    const holds = ({ edits: [edit], result }: Case) =>
      edit?.op === "remove" || codes(result).every((code) => asked.has(code));
    expect(failureOverCases(1, holds, true)).toBeUndefined();
  });
});

function isKey(step: EditPath[number]): step is string {
  return typeof step === "string";
}

/** For a reader that knows neither lone CR nor our directive. */
function oldText(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes)
    .replaceAll(/\r\n?/g, "\n")
    .replace(/^%YAML.*\n/, "");
}

function mapped(value: YamlValue): unknown {
  if (isMap(value)) return new Map([...value].map(([key, item]) => [key, mapped(item)]));
  if (isList(value)) return value.map(mapped);
  return typeof value === "bigint" ? Number(value) : value;
}

function oneByOne(source: Source, edits: readonly Edit[]): Uint8Array | undefined {
  let { bytes } = source;
  for (const edit of edits) {
    const next = decode(bytes);
    if (Array.isArray(next)) return undefined;
    const result = editYaml(next, [edit]);
    if (result.status === "refused") return undefined;
    if (result.status === "edited") bytes = new Uint8Array(result.bytes);
  }
  return bytes;
}

const PIECES = [
  "- ",
  "a: ",
  "? ",
  ": ",
  "&x ",
  "*x",
  "!t ",
  "|\n",
  ">-\n",
  "[",
  "]",
  "{",
  "}",
  ",",
  '"',
  "'",
  "#",
  "\n",
  "\r",
  "\t",
  "  ",
  "---\n",
  "...\n",
  "%YAML 1.1\n",
  "<<: ",
  "```task\n",
  "~~~",
  "> ",
  "<!--",
  "id: P\n",
  "\uFEFF",
  "\0",
  "\u0007",
  "\u2028",
  "\u{1F600}",
];
const accept = (value: unknown) => ({ ok: true as const, value });

/** Reads bytes in every way there is; false when a finding has no place or stands out of order. */
function readsTotally(bytes: Uint8Array): boolean {
  const source = decode(bytes, "f");
  if (Array.isArray(source)) return source.every(hasPlace);
  editYaml(source, [{ op: "set", path: ["a", "b"], value: "x" }]);
  const reads = [
    readYaml(source, accept),
    readMarkdown(source, accept),
    readWorkplan(source, { frontmatter: accept, task: accept }),
  ];
  return reads.every(({ findings }) => {
    const inOrder = findings.every(
      (finding, at) => at === 0 || compareFindings(findings[at - 1] ?? finding, finding) <= 0,
    );
    return inOrder && findings.every(hasPlace);
  });
}

function hasPlace({ line, column }: Finding): boolean {
  return line !== undefined && column !== undefined && line > 0 && column > 0;
}

describe("reading", () => {
  it("gives findings for any bytes", () => {
    expect(failureOf(fc.property(fc.uint8Array({ maxLength: 200 }), readsTotally))).toBeUndefined();
  });

  it("gives findings for any pieces of YAML and Markdown", () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 });
    const framed = fc.tuple(fc.constantFrom("", "---\nid: P\ntasks: []\n---\n", "---\n"), pieces);
    const property = fc.property(framed, ([head, parts]) =>
      readsTotally(encoder.encode(head + parts.join(""))),
    );
    expect(failureOf(property, 2 * RUNS)).toBeUndefined();
  });

  it("gives the same value as the library for tidy documents", () => {
    const property = fc.property(drawnDocument(true), (bytes) => {
      const value = reread(bytes);
      const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, "\n");
      const plain: unknown = parse(text, { logLevel: "silent" });
      expect(value === undefined ? plain : toPlain(value)).toEqual(plain);
    });
    expect(failureOf(property)).toBeUndefined();
  });
});
