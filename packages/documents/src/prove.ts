import { type Finding, toPointer, type Validator } from "@coulomb-loop/schemas";
import { decode } from "./decode.ts";
import { planEdits } from "./edit-plan.ts";
import { expectedValue } from "./expected.ts";
import { byteAt, findingAt } from "./line-map.ts";
import { locateIn, withPlace } from "./locate.ts";
import { textFault } from "./prove-text.ts";
import { applySplices, invertSplices } from "./splices.ts";
import type { Edit, LineMap, Source, Splice } from "./types.ts";
import { parseYaml } from "./yaml-parse.ts";
import type { YamlTree } from "./yaml-tree.ts";
import { equalValues, toPlain } from "./yaml-value.ts";

/** A host that parsed, and what is asked of it. */
export interface Part {
  readonly host: LineMap;
  readonly tree: YamlTree;
  readonly edits: readonly Edit[];
  readonly validate: Validator<unknown> | undefined;
}

/** A file opened for editing. */
export interface Opened {
  readonly source: Source;
  /** The hosts that are edited, in the order of the file. */
  readonly parts: readonly Part[];
  /** What Markdown sees besides: every block in order, every other fence with its text. Empty where there is none. */
  readonly outline: readonly string[];
  /** What a second Markdown parser reads in another way; asked of the result only. */
  readonly objection: (() => string | undefined) | undefined;
}

/** Opens a source for one set of edits; opens the edited source in the same way, for the proof. */
export type Open = (source: Source) => Opened | Finding[];

/** Finds the host in a source: the whole file, its frontmatter. */
export type FindHost = (source: Source) => LineMap | Finding[];

/** Opens a file of which one host is edited. */
export function openHost(
  find: FindHost,
  edits: readonly Edit[],
  validate: Validator<unknown> | undefined,
): Open {
  return (source) => {
    const host = find(source);
    if (Array.isArray(host)) return host;
    const part = openPart(host, edits, validate);
    return Array.isArray(part) ? part : { source, parts: [part], outline: [], objection: undefined };
  };
}

/** Parses a host, or says what stands in the way. */
export function openPart(
  host: LineMap,
  edits: readonly Edit[],
  validate: Validator<unknown> | undefined,
): Part | Finding[] {
  const { tree, findings } = parseYaml(host);
  return tree === undefined
    ? findings.filter(({ severity }) => severity === "error")
    : { host, tree, edits, validate };
}

/**
 * Proves splices before anyone sees them (rule R7). Returns the edited bytes, or `proof_failed` naming the clause that
 * does not hold: a mistake of this package, or a value that the contract refuses (clause 7, with its findings).
 *
 * It reads the result from its bytes and works out the expected values on its own; it trusts nothing of the plan.
 */
export function proveSplices(before: Opened, open: Open, splices: readonly Splice[]): Uint8Array | Finding[] {
  const { source } = before;
  const applied = applyBothWays(source.bytes, splices);
  if (applied === undefined) return fail(source, 3, "the splices cannot be applied and taken back");
  const { bytes, inverse } = applied;
  const decoded = decode(bytes, source.file);
  const after = Array.isArray(decoded) ? decoded : open(decoded);
  if (Array.isArray(after)) return fail(source, 1, `the edited text does not parse: ${describe(after[0])}`);
  if (!hasExpectedValues(before, after)) {
    return fail(source, 2, "the edited value is not the old one with exactly the asked changes");
  }
  if (!equalBytes(applySplices(bytes, inverse), source.bytes))
    return fail(source, 3, "the inverse does not restore the file");
  const text = textFault(before, after, splices, inverse);
  if (text !== undefined) return fail(source, 4, text);
  if (!after.parts.every(isDone)) return fail(source, 5, "the same edits would change the result again");
  const around = surroundingFault(before, after);
  if (around !== undefined) return fail(source, 6, around);
  const added = before.parts.flatMap((part, at) => newFindings(part, after.parts[at]));
  return added.length === 0
    ? bytes
    : [...fail(source, 7, "the contract does not allow the result"), ...added];
}

function fail(source: Source, clause: number, message: string): Finding[] {
  const hint = "nothing was changed; please report this file";
  return [findingAt(source, 0, "proof_failed", `clause ${clause}: ${message}`, hint)];
}

/** Clause 2. */
function hasExpectedValues(before: Opened, after: Opened): boolean {
  if (before.parts.length !== after.parts.length) return false;
  return before.parts.every(({ tree, edits }, at) => {
    const expected = expectedValue(tree.root.value, edits);
    return expected !== undefined && equalValues(after.parts[at]?.tree.root.value, expected);
  });
}

/** Clause 5. */
function isDone({ host, tree, edits }: Part): boolean {
  const again = planEdits(host, tree, edits);
  return !("findings" in again) && again.splices.length === 0;
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

/** Clause 6: every byte between the hosts is the one that was there, and so is everything Markdown sees. */
function surroundingFault(before: Opened, after: Opened): string | undefined {
  const old = gapsOf(before);
  const now = gapsOf(after);
  if (old.length !== now.length || old.some((gap, at) => !equalBytes(gap, now[at])))
    return "text outside the edited parts would change";
  const { outline } = after;
  if (outline.length !== before.outline.length || outline.some((text, at) => text !== before.outline[at]))
    return "other blocks of the Markdown would change";
  return after.objection?.();
}

function gapsOf({ source, parts }: Opened): Uint8Array[] {
  const gaps: Uint8Array[] = [];
  let at = 0;
  for (const { host } of parts) {
    gaps.push(source.bytes.subarray(at, byteAt(host, 0)));
    at = byteAt(host, host.text.length);
  }
  return [...gaps, source.bytes.subarray(at)];
}

function equalBytes(a: Uint8Array, b: Uint8Array | undefined): boolean {
  if (a.length !== b?.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** Clause 7. A list position may shift when an item goes, so positions are not compared; repeated findings count. */
function newFindings(before: Part, after: Part | undefined): Finding[] {
  const { validate, host, tree } = before;
  if (validate === undefined || after === undefined) return [];
  const known = new Map<string, number>();
  for (const finding of check(before, validate))
    known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  const locate = locateIn(host, tree);
  return check(after, validate)
    .filter((finding) => {
      const left = known.get(keyOf(finding)) ?? 0;
      known.set(keyOf(finding), left - 1);
      return left <= 0;
    })
    .map((finding) => withPlace(finding, host.file, locate));
}

function check({ tree }: Part, validate: Validator<unknown>): Finding[] {
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
