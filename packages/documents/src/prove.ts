import { type Finding, toPointer, type Validator } from "@coulomb-loop/schemas";
import { decode } from "./decode.ts";
import { planEdits } from "./edit-plan.ts";
import { expectedValue } from "./expected.ts";
import { byteAt, findingAt } from "./line-map.ts";
import { locateIn, withPlace } from "./locate.ts";
import { applySplices, invertSplices } from "./splices.ts";
import type { Edit, LineMap, Source, Splice } from "./types.ts";
import { parseYaml } from "./yaml-parse.ts";
import type { YamlTree } from "./yaml-tree.ts";
import { equalValues, toPlain } from "./yaml-value.ts";

/** Finds the host in a source: the whole file, its frontmatter. */
export type OpenHost = (source: Source) => LineMap | Finding[];

/** A host that was read without errors. */
export interface Opened {
  readonly source: Source;
  readonly host: LineMap;
  readonly tree: YamlTree;
}

/** Decoded, found and parsed, or what stood in the way. */
export function openTree(source: Source, open: OpenHost): Opened | Finding[] {
  const host = open(source);
  if (Array.isArray(host)) return host;
  const { tree, findings } = parseYaml(host);
  return tree === undefined
    ? findings.filter(({ severity }) => severity === "error")
    : { source, host, tree };
}

/**
 * Proves splices before anyone sees them (rule R7). Returns the edited bytes, or `proof_failed` naming the clause that
 * does not hold: a mistake of this package, or a value that the contract refuses (clause 7, with its findings).
 *
 * It reads the result from its bytes and works out the expected value on its own; it trusts nothing of the plan.
 */
export function proveSplices(
  before: Opened,
  open: OpenHost,
  edits: readonly Edit[],
  splices: readonly Splice[],
  validate: Validator<unknown> | undefined,
): Uint8Array | Finding[] {
  const { source, host } = before;
  const fail = (clause: number, message: string): Finding[] => [
    findingAt(
      host,
      0,
      "proof_failed",
      `clause ${clause}: ${message}`,
      "nothing was changed; please report this file",
    ),
  ];
  const applied = applyBothWays(source.bytes, splices);
  if (applied === undefined) return fail(3, "the splices cannot be applied and taken back");
  const { bytes, inverse } = applied;
  const decoded = decode(bytes, source.file);
  const after = Array.isArray(decoded) ? decoded : openTree(decoded, open);
  if (Array.isArray(after)) return fail(1, `the edited text does not parse: ${describe(after[0])}`);
  const expected = expectedValue(before.tree.root.value, edits);
  if (expected === undefined || !equalValues(after.tree.root.value, expected)) {
    return fail(2, "the edited value is not the old one with exactly the asked changes");
  }
  if (!equalBytes(applySplices(bytes, inverse), source.bytes))
    return fail(3, "the inverse does not restore the file");
  const text = textFault(before, after, splices, inverse, edits);
  if (text !== undefined) return fail(4, text);
  const again = planEdits(after.host, after.tree, edits);
  if ("findings" in again || again.splices.length > 0)
    return fail(5, "the same edits would change the result again");
  if (!sameSurroundings(before, after)) return fail(6, "text outside the edited part would change");
  const added = validate === undefined ? [] : newFindings(before, after, validate);
  if (added.length === 0) return bytes;
  const locate = locateIn(host, before.tree);
  return [
    ...fail(7, "the contract does not allow the result"),
    ...added.map((finding) => withPlace(finding, host.file, locate)),
  ];
}

/** Splices that overlap, leave the file or cut a character in two throw: that is a failed proof, not a crash. */
function applyBothWays(
  bytes: Uint8Array,
  splices: readonly Splice[],
): { bytes: Uint8Array; inverse: Splice[] } | undefined {
  try {
    return { bytes: applySplices(bytes, splices), inverse: invertSplices(bytes, splices) };
  } catch {
    return undefined;
  }
}

/** Clause 4: comments, line endings, byte order mark and final newline. */
function textFault(
  before: Opened,
  after: Opened,
  splices: readonly Splice[],
  inverse: readonly Splice[],
  edits: readonly Edit[],
): string | undefined {
  const old = splitComments(before, splices);
  const now = splitComments(after, inverse);
  const removing = edits.some((edit) => edit.op === "remove");
  if (now.touched > 0) return "new text would be a comment";
  if (old.touched > 0 && !(removing && old.deleted === old.touched)) return "a comment would be lost";
  if (old.kept.length !== now.kept.length || old.kept.some((text, at) => text !== now.kept[at])) {
    return "comments would not be the same";
  }
  const endings = new Set(before.source.lines.map(({ ending }) => ending));
  const allowed = endings.size === 1 ? new Set(["", "\n"]) : endings;
  if (after.source.lines.some(({ ending }) => ending !== "" && !allowed.has(ending)))
    return "a new kind of line ending";
  if (hasBom(before.source) !== hasBom(after.source)) return "the byte order mark would change";
  return before.source.text.endsWith("\n") === after.source.text.endsWith("\n")
    ? undefined
    : "the final newline changes";
}

interface Comments {
  readonly kept: string[];
  readonly touched: number;
  /** Of the touched, those that lie wholly in text that is deleted. */
  readonly deleted: number;
}

function splitComments({ host, tree }: Opened, splices: readonly Splice[]): Comments {
  const kept: string[] = [];
  let touched = 0;
  let deleted = 0;
  for (const { start, end } of tree.comments) {
    const [from, to] = [byteAt(host, start), byteAt(host, end)];
    const splice = splices.find((candidate) => candidate[0] < to && candidate[1] > from);
    if (splice === undefined) kept.push(host.text.slice(start, end));
    else {
      touched += 1;
      if (splice[0] <= from && splice[1] >= to && splice[2] === "") deleted += 1;
    }
  }
  return { kept, touched, deleted };
}

function hasBom(source: Source): boolean {
  return source.bytes[0] === 0xef && source.bytes[1] === 0xbb && source.bytes[2] === 0xbf;
}

/** The bytes before and after the host are those that were there. */
function sameSurroundings(before: Opened, after: Opened): boolean {
  const [oldStart, oldEnd] = rangeOf(before.host);
  const [newStart, newEnd] = rangeOf(after.host);
  const { bytes: old } = before.source;
  const { bytes: now } = after.source;
  return (
    equalBytes(old.subarray(0, oldStart), now.subarray(0, newStart)) &&
    equalBytes(old.subarray(oldEnd), now.subarray(newEnd))
  );
}

function rangeOf(host: LineMap): [start: number, end: number] {
  return [byteAt(host, 0), byteAt(host, host.text.length)];
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Clause 7. A list position may shift when an item goes, so positions are not compared; repeated findings count. */
function newFindings(before: Opened, after: Opened, validate: Validator<unknown>): Finding[] {
  const known = new Map<string, number>();
  for (const finding of check(before, validate))
    known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  return check(after, validate).filter((finding) => {
    const left = known.get(keyOf(finding)) ?? 0;
    known.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}

function check({ tree }: Opened, validate: Validator<unknown>): Finding[] {
  const checked = validate(toPlain(tree.root.value));
  return checked.ok ? [] : checked.findings;
}

function keyOf(finding: Finding): string {
  const path = (finding.path ?? []).map((step) => (typeof step === "number" ? "*" : step));
  return JSON.stringify([finding.code, toPointer(path), finding.message]);
}

function describe(finding: Finding | undefined): string {
  return finding === undefined
    ? ""
    : `${finding.code} at ${finding.line}:${finding.column}, ${finding.message}`;
}
