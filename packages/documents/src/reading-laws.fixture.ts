import { isDeepStrictEqual } from "node:util";
import { compareFindings, type Finding } from "@coulomb-loop/schemas";
import * as fc from "fast-check";
import { parse } from "yaml";
import { decode } from "./decode.ts";
import { drawnDocument } from "./drawn-yaml.fixture.ts";
import { editWorkplan } from "./edit-workplan.ts";
import { editYaml } from "./edit-yaml.ts";
import { reread } from "./laws.fixture.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readWorkplan } from "./read-workplan.ts";
import { readYaml } from "./read-yaml.ts";
import { failureOf } from "./runs.fixture.ts";
import { toPlain } from "./yaml-value.ts";

const encoder = new TextEncoder();

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
  editWorkplan(source, [{ key: "T1", set: { status: "done" } }, { plan: { updated: "x" } }]);
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

/** What is found when so many files of random bytes are read and edited. */
export function bytesFailure(runs: number): string | undefined {
  return failureOf(fc.property(fc.uint8Array({ maxLength: 200 }), readsTotally), runs);
}

/** The same with pieces of YAML and Markdown in any order. */
export function piecesFailure(runs: number): string | undefined {
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 });
  const framed = fc.tuple(fc.constantFrom("", "---\nid: P\ntasks: []\n---\n", "---\n"), pieces);
  const property = fc.property(framed, ([head, parts]) =>
    readsTotally(encoder.encode(head + parts.join(""))),
  );
  return failureOf(property, runs);
}

/** What is found when the values of so many tidy documents are compared with the library's own. */
export function valueFailure(runs: number): string | undefined {
  const property = fc.property(drawnDocument(true), (bytes) => {
    const value = reread(bytes);
    const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, "\n");
    const plain: unknown = parse(text, { logLevel: "silent" });
    return isDeepStrictEqual(value === undefined ? plain : toPlain(value), plain);
  });
  return failureOf(property, runs);
}
