import { byteAt, contentEnd } from "./line-map.ts";
import type { Opened, Part } from "./prove.ts";
import type { LineMap, Source, Splice } from "./types.ts";

/** Clause 4 of the proof: comments, line endings, container prefixes, byte order mark and final newline. */
export function textFault(
  before: Opened,
  after: Opened,
  splices: readonly Splice[],
  inverse: readonly Splice[],
): string | undefined {
  for (const [at, part] of before.parts.entries()) {
    const result = after.parts[at];
    const fault = result === undefined ? "a part is gone" : partFault(part, result, splices, inverse);
    if (fault !== undefined) return fault;
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

function partFault(
  before: Part,
  after: Part,
  splices: readonly Splice[],
  inverse: readonly Splice[],
): string | undefined {
  const old = splitComments(before, splices);
  const now = splitComments(after, inverse);
  const removing = before.edits.some((edit) => edit.op === "remove");
  if (now.touched > 0) return "new text would be a comment";
  if (old.touched > 0 && !(removing && old.deleted === old.touched)) return "a comment would be lost";
  if (old.kept.length !== now.kept.length || old.kept.some((text, at) => text !== now.kept[at])) {
    return "comments would not be the same";
  }
  const prefixes = prefixesOf(before.host);
  return [...prefixesOf(after.host)].every((prefix) => prefixes.has(prefix))
    ? undefined
    : "a line would not stand in its list or quote as the others do";
}

/** What containers put before the lines of a host; an empty line may be shorter than its container asks. */
function prefixesOf(host: LineMap): Set<string> {
  const written = host.lines.filter(({ start }, at) => contentEnd(host, at) > start);
  return new Set(written.map(({ prefix }) => prefix));
}

interface Comments {
  readonly kept: string[];
  readonly touched: number;
  /** Of the touched, those that lie wholly in text that is deleted. */
  readonly deleted: number;
}

function splitComments({ host, tree }: Part, splices: readonly Splice[]): Comments {
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
