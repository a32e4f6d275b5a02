import * as fc from "fast-check";

const encoder = new TextEncoder();

// A document is drawn as lines, so that every layout a person could choose is one draw away.

interface Manner {
  readonly step: number;
  readonly listIndent: 0 | 2;
  readonly tidy: boolean;
  /** Whether there are anchors that aliases can name. */
  readonly anchored: boolean;
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
    ...(manner.anchored ? ["*word", "*base", "*word # used"].map((alias) => ({ inline: alias })) : []),
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

/** Most files have none of these; anchors, in untidy files, are one of eleven. */
const HEADS = [[], [], [], [], [], [], [], ["---"], ["# head", ""], ["%YAML 1.2", "---"]];

/** A YAML file as a person could have typed it. Tidy ones have nothing that an editor may refuse. */
export const drawnDocument = (tidy: boolean): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      manner: fc.record({
        step: fc.constantFrom(2, 2, 4, 3),
        listIndent: fc.constantFrom(0 as const, 2 as const),
      }),
      ending: fc.constantFrom("\n", "\n", "\r\n", "mixed", "\r"),
      bom: fc.boolean(),
      finalNewline: fc.boolean(),
      head: fc.constantFrom<readonly string[]>(...HEADS, ...(tidy ? [] : [ANCHORED])),
      tail: fc.constantFrom([], [], ["# tail"], ["", "..."]),
    })
    .chain((shape) =>
      fc
        .tuple(fc.constant(shape), mapLines({ ...shape.manner, tidy, anchored: shape.head === ANCHORED }, 0))
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
