import * as fc from "fast-check";
import { parse } from "yaml";
import { decode } from "./decode.ts";
import { type Case, draw, prepare } from "./drawn-edits.fixture.ts";
import { drawnDocument } from "./drawn-yaml.fixture.ts";
import { editYaml } from "./edit-yaml.ts";
import { expectedValue } from "./expected.ts";
import { failureOf } from "./runs.fixture.ts";
import { applySplices, invertSplices } from "./splices.ts";
import type { Edit, EditPath, EditResult, Source, Splice } from "./types.ts";
import { parseYaml } from "./yaml-parse.ts";
import { equalValues, fromEdit, isList, isMap, nameOf, type YamlValue } from "./yaml-value.ts";

const encoder = new TextEncoder();

/** A document edited by splices, whoever made them. */
export interface EditedCase {
  readonly source: Source;
  readonly root: YamlValue;
  readonly edits: readonly Edit[];
  readonly bytes: Uint8Array;
  readonly splices: readonly Splice[];
}

/** What must hold of every edit, by name. The proof of rule R7 knows none of these functions. */
const LAWS: Readonly<Record<string, (drawn: EditedCase) => boolean>> = {
  "bytes outside the splices stay": keepsTheRest,
  "the inverse restores the file": isRestored,
  "the second time there is nothing to do": isDoneAfter,
  "the value is the old one with what was asked": isAsAsked,
  "comments, line endings, BOM and final newline stay": keepsItsLook,
  "YAML 1.1 reads what was asked": isAsAskedInOldYaml,
};

/** The first law that an edit breaks. */
export function brokenLaw(drawn: EditedCase): string | undefined {
  return Object.keys(LAWS).find((name) => LAWS[name]?.(drawn) === false);
}

/** The same for what the editor made of a drawn case; a refusal for a mistake of ours breaks one too. */
function brokenByEditor({ source, root, edits, result }: Case): string | undefined {
  if (codesOf(result).includes("proof_failed")) return "no refusal is our mistake";
  if (result.status !== "edited") return undefined;
  const broken = brokenLaw({ source, root, edits, bytes: result.bytes, splices: result.splices });
  return broken ?? (commutes(source, edits, result.bytes) ? undefined : "disjoint edits commute");
}

/** What is found when the editor's work on so many drawn documents is held against every law. */
export function lawFailure(runs: number): string | undefined {
  const edits = fc.array(draw, { minLength: 1, maxLength: 3 });
  const property = fc.property(drawnDocument(false), edits, (bytes, drawn) => {
    const prepared = prepare(bytes, drawn);
    const broken = prepared === undefined ? undefined : brokenByEditor(prepared);
    if (broken !== undefined) throw new Error(broken);
  });
  return failureOf(property, runs);
}

/** The codes of a refusal. */
export function codesOf(result: EditResult): string[] {
  return result.status === "refused" ? result.findings.map(({ code }) => code) : [];
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function keepsTheRest({ source, bytes, splices }: EditedCase): boolean {
  let before = 0;
  let after = 0;
  for (const [start, end, text] of splices) {
    const length = start - before;
    const kept = bytes.subarray(after, after + length);
    if (!equalBytes(kept, source.bytes.subarray(before, start))) return false;
    after += length + encoder.encode(text).length;
    before = end;
  }
  return equalBytes(bytes.subarray(after), source.bytes.subarray(before));
}

function isRestored({ source, bytes, splices }: EditedCase): boolean {
  const inverse = invertSplices(source.bytes, splices);
  return (
    equalBytes(applySplices(source.bytes, splices), bytes) &&
    equalBytes(applySplices(bytes, inverse), source.bytes)
  );
}

function isDoneAfter({ bytes, edits }: EditedCase): boolean {
  const source = decode(bytes);
  return !Array.isArray(source) && editYaml(source, edits).status === "unchanged";
}

function isAsAsked({ root, edits, bytes }: EditedCase): boolean {
  const value = reread(bytes);
  return equalValues(value, expectedValue(root, edits)) && edits.every((edit) => isThere(edit, value));
}

/** What one edit asked for is there. */
function isThere(edit: Edit, value: YamlValue | undefined): boolean {
  const found = valueAt(value, edit.path);
  if (edit.op === "remove") return found === undefined;
  const asked = fromEdit(edit.value);
  if (edit.op === "set") return equalValues(found, asked);
  return isList(found) && found.some((item) => equalValues(item, asked));
}

/** The value that a path leads to. */
export function valueAt(value: YamlValue | undefined, path: EditPath): YamlValue | undefined {
  return path.reduce<YamlValue | undefined>((at, step) => {
    if (typeof step === "string") return isMap(at) ? at.get(step) : undefined;
    return isList(at) ? at.find((item) => isMap(item) && nameOf(item.get(step.key)) === step.is) : undefined;
  }, value);
}

/** The value of a YAML file; `undefined` when it has none. */
export function reread(bytes: Uint8Array): YamlValue | undefined {
  const source = decode(bytes);
  return Array.isArray(source) ? undefined : parseYaml(source).tree?.root.value;
}

/** Comments are compared as text, so that this knows nothing of places; what is removed may take some along. */
function keepsItsLook({ source, edits, bytes }: EditedCase): boolean {
  const after = decode(bytes);
  if (Array.isArray(after)) return false;
  const endings = new Set(source.lines.map(({ ending }) => ending));
  const single = source.lines.length === 1;
  const kept = after.lines.every(
    ({ ending }) => ending === "" || endings.has(ending) || (single && ending === "\n"),
  );
  const removes = edits.some(({ op }) => op === "remove");
  const same = commentsOf(source).join("\n") === commentsOf(after).join("\n");
  return (
    kept &&
    (removes || same) &&
    hasBom(source) === hasBom(after) &&
    source.text.endsWith("\n") === after.text.endsWith("\n")
  );
}

function hasBom({ bytes }: Source): boolean {
  return bytes[0] === 0xef;
}

function commentsOf(source: Source): string[] {
  return parseYaml(source).tree?.comments.map(({ start, end }) => source.text.slice(start, end)) ?? [];
}

/**
 * Keys only: a reader of plain maps cannot follow selectors. What was there already keeps its spelling, and means to
 * such a reader what it meant before.
 */
function isAsAskedInOldYaml({ root, edits, bytes }: EditedCase): boolean {
  const asked = edits.filter(
    (edit) =>
      edit.op === "set" &&
      edit.path.every((step) => typeof step === "string") &&
      !equalValues(valueAt(root, edit.path), fromEdit(edit.value)),
  );
  if (asked.length === 0) return true;
  const options = { version: "1.1", logLevel: "silent", uniqueKeys: false, mapAsMap: true } as const;
  const old: unknown = parse(oldText(bytes), options);
  return asked.every((edit) => {
    const found = edit.path.reduce<unknown>(
      (at, step) => (at instanceof Map ? at.get(step) : undefined),
      old,
    );
    return edit.op === "set" && sameOld(found, fromEdit(edit.value));
  });
}

/** For a reader that knows neither lone CR nor our directive. */
function oldText(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes)
    .replaceAll(/\r\n?/g, "\n")
    .replace(/^%YAML.*\n/, "");
}

function sameOld(found: unknown, asked: YamlValue): boolean {
  if (isMap(asked)) {
    return (
      found instanceof Map &&
      found.size === asked.size &&
      [...asked].every(([key, item]) => sameOld(found.get(key), item))
    );
  }
  if (isList(asked)) {
    return (
      Array.isArray(found) &&
      found.length === asked.length &&
      asked.every((item, at) => sameOld(found[at], item))
    );
  }
  return Object.is(found, typeof asked === "bigint" ? Number(asked) : asked);
}

function commutes(source: Source, edits: readonly Edit[], bytes: Uint8Array): boolean {
  const [first, second, third] = edits;
  if (first === undefined || second === undefined || third !== undefined) return true;
  // Items of one list stand in the order in which they came.
  if (first.op === "append" && second.op === "append") return true;
  const together = reread(bytes);
  return [oneByOne(source, [first, second]), oneByOne(source, [second, first])].every(
    (apart) => apart === undefined || equalValues(reread(apart), together),
  );
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
