import { spawnSync } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
// @ts-expect-error: this release brings no types.
import jsYaml from "js-yaml";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { decode } from "./decode.ts";
import { VALUES } from "./drawn-edits.fixture.ts";
import { editYaml } from "./edit-yaml.ts";
import type { EditValue } from "./types.ts";

const encoder = new TextEncoder();

/** Every way in which a value can come into a file, at `v`. */
const PLACES: Readonly<Record<string, string>> = {
  "in place of a plain word": "v: old\n",
  "in single quotes": "v: 'old' # why\n",
  "in double quotes": 'v: "old"\n',
  "behind an empty colon": "v:\nw: 1\n",
  "as a new line": "w: 1\n",
  "in a flow map": "{ w: 1 }\n",
  "in JSON": '{"v": "old"}\n',
};

/** Numbers, dates, booleans and signs as people write them; each is a string here. */
const TEXTS = [
  "y",
  "N",
  "ON",
  "Off",
  "~",
  "",
  "Null",
  "0b11",
  "0o14",
  "017",
  "1e3",
  "e0",
  "E-5",
  ".inf",
  "-.INF",
  ".NaN",
  "1,000",
  "+1",
  "12:30:45",
  "2026-1-1",
  "2026-01-01 10:00:00",
  "=",
  "<<",
  "!x",
  "&x",
  "*x",
  "- x",
  "? x",
  "a: b",
  "a #b",
  "#",
  "%x",
  "@x",
  "`x`",
  "{",
  "]",
  "|",
  ">",
  "---",
  "...",
  "\t",
  " \u0085 ",
  "\u2029",
  "a\\b",
  "it's",
  "--- x",
  "0x_",
  "1_0.5",
  "190:20:30.15",
  "_",
  ":",
  "a:",
  "-",
];

const drawn = fc.sample(fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), {
  numRuns: 300,
  seed: 1,
});

interface Written {
  readonly place: string;
  readonly value: EditValue;
  readonly text: string;
}

/** Lists and maps come further down; big integers are no values of JSON, which the readers are asked in. */
function isSimple(value: EditValue): boolean {
  return (
    typeof value !== "object" && (typeof value !== "number" || Math.abs(value) < 2 ** 53 || value === 1e21)
  );
}

function write(place: string, value: EditValue): Written[] {
  const source = decode(encoder.encode(PLACES[place] ?? ""));
  if (Array.isArray(source)) throw new Error("does not decode");
  const result = editYaml(source, [{ op: "set", path: ["v"], value }]);
  // Text that is no Unicode cannot be written, and no list or map in place of a word.
  if (result.status === "refused") return [];
  const bytes = result.status === "edited" ? result.bytes : source.bytes;
  return [{ place, value, text: new TextDecoder().decode(bytes) }];
}

const words = [...VALUES.filter((value) => typeof value === "string"), ...TEXTS, ...drawn.slice(0, 100)];

/** Lists and maps around values, and every text as a key. */
const NESTED: readonly EditValue[] = [
  words.filter((text) => text.isWellFormed()),
  ...words
    .filter((text) => text.isWellFormed() && text !== "__proto__")
    .flatMap((text): EditValue[] => [{ [text]: text }, [{ k: [text], [text]: { [text]: [text, [text]] } }]]),
];

const all = [...VALUES.filter(isSimple), ...TEXTS, ...drawn, ...NESTED];
const written = Object.keys(PLACES).flatMap((place) => all.flatMap((value) => write(place, value)));

/** What a reader gets that is not what was asked for. */
function differing(read: (text: string) => unknown): unknown[] {
  return written.flatMap(({ place, value, text }) => {
    const found = read(text);
    return isDeepStrictEqual(found, value) ? [] : [{ place, value, text, found }];
  });
}

const valueOf = (document: unknown) => Object.getOwnPropertyDescriptor(Object(document), "v")?.value;

const READER = `
import json, sys, yaml
print(json.dumps([yaml.safe_load(text)["v"] for text in json.load(sys.stdin)], default=str))
`;

const python = spawnSync("/usr/bin/python3", ["-c", "import yaml; print(yaml.__version__)"], {
  encoding: "utf8",
});
const noPython = python.status !== 0;
if (noPython) process.stderr.write("documents: no python3 with PyYAML here, its test is skipped\n");

describe(`another reader gets back every one of ${written.length} values`, () => {
  it("in YAML 1.1, by yaml", () => {
    const options = { version: "1.1", logLevel: "silent" } as const;
    expect(differing((text) => valueOf(parse(text, options)))).toEqual([]);
  });

  it("by js-yaml 3", () => {
    expect(differing((text) => valueOf(jsYaml.safeLoad(text)))).toEqual([]);
  });

  it.skipIf(noPython)("by PyYAML", () => {
    const input = JSON.stringify(written.map(({ text }) => text));
    const { status, stdout, stderr } = spawnSync("/usr/bin/python3", ["-c", READER], {
      input,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const found: unknown = JSON.parse(stdout);
    const values = Array.isArray(found) ? found : [];
    let at = 0;
    expect(differing(() => values[at++])).toEqual([]);
  });
});
