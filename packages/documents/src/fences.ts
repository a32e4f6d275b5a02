import { parse, postprocess, preprocess } from "micromark";
import { byteAt, contentEnd, lineByIndex, lineIndexAt } from "./line-map.ts";
import { readSegments } from "./segments.ts";
import type { Line, LineMap } from "./types.ts";

/** A fenced code block that Markdown sees, wherever it stands. */
export interface Fence {
  /** The info word as written; escapes and character references are not decoded. */
  readonly info: string;
  /** Offset in the outer text of the opening backticks or tildes. */
  readonly start: number;
  /** Positions of the lines of the opener and, when there is one, of the closer. */
  readonly openLine: number;
  readonly closeLine: number | undefined;
  /** The lines between, without what containers and the fence's own indentation put before them. */
  readonly content: LineMap;
  /** Offset of a line whose text Markdown rebuilds (a tab across a container's edge), so that it has no exact place. */
  readonly rebuilt: number | undefined;
}

/** The blocks of a Markdown text that matter here. */
export interface Blocks {
  readonly fences: readonly Fence[];
  /** Lines (from, to; both included) of raw HTML, comments among them. */
  readonly html: readonly (readonly [from: number, to: number])[];
  /**
   * Where each block begins and ends, in order: `+paragraph`, `-paragraph`. What a fence holds is left out, and so are
   * the blocks of segments that hold no fence and no HTML.
   */
  readonly sequence: readonly string[];
}

/** What counts as a block; all other events are marks, blanks and line endings. */
const BLOCKS: ReadonlySet<string> = new Set([
  "atxHeading",
  "blockQuote",
  "codeFenced",
  "codeIndented",
  "definition",
  "htmlFlow",
  "listItemPrefix",
  "listOrdered",
  "listUnordered",
  "paragraph",
  "setextHeading",
  "thematicBreak",
]);

interface Draft {
  info: string;
  readonly start: number;
  end: number;
  fenceLines: number;
  readonly values: Map<number, { readonly start: number; readonly end: number }>;
  rebuilt: number | undefined;
}

/**
 * Finds the fences of a Markdown text by the events of micromark (CommonMark). `bodyLine` is the position of the body's
 * first line; what stands before is not read. The text must have `\n` only and no BOM; offsets are those of `map.text`.
 * `undefined` when that would take too long.
 */
export function findBlocks(map: LineMap, bodyLine: number): Blocks | undefined {
  const parts: BlockReader[] = [];
  const parser = blockParser();
  const complete = readSegments(bodyOf(map, bodyLine), ({ text, line, last }) => {
    const start = lineByIndex(map, bodyLine + line).start;
    const reader = new BlockReader(map, start);
    for (const event of eventsOf(parser, text)) reader.take(event);
    const ended = last || reader.end < start + text.length;
    if (ended) parts.push(reader);
    return ended ? "next" : "more";
  });
  if (!complete) return undefined;
  return {
    fences: parts.flatMap(({ fences }) => fences),
    html: parts.flatMap(({ html }) => html),
    sequence: parts.flatMap(({ sequence }) => sequence),
  };
}

/** Inline text is none of our business, and costs most of the time; only its line endings are kept. */
function blockParser(): ReturnType<typeof parse> {
  const parser = parse();
  const inline = Object.entries(parser.constructs.text).filter(([code]) => Number(code) < 0);
  parser.constructs.text = Object.fromEntries(inline);
  return parser;
}

function eventsOf(parser: ReturnType<typeof parse>, text: string): ReturnType<typeof postprocess> {
  // What a parser remembers of a text; it serves for every segment.
  parser.defined = [];
  parser.lazy = {};
  return postprocess(parser.document().write(preprocess()(text, undefined, true)));
}

type Event = ReturnType<typeof postprocess>[number];

/** Collects the blocks of one segment, which begins at `shift` in the outer text. */
class BlockReader {
  readonly fences: Fence[] = [];
  readonly html: [number, number][] = [];
  readonly sequence: string[] = [];
  /** Where the last fence or raw HTML ends: at the end of the segment it could go on behind it. */
  end = 0;
  readonly #map: LineMap;
  readonly #shift: number;
  #open: Draft | undefined;

  constructor(map: LineMap, shift: number) {
    this.#map = map;
    this.#shift = shift;
  }

  take([step, token, context]: Event): void {
    if (BLOCKS.has(token.type)) this.sequence.push((step === "enter" ? "+" : "-") + token.type);
    else if (this.#open === undefined) return;
    const [start, end] = [token.start.offset + this.#shift, token.end.offset + this.#shift];
    if (token.type === "htmlFlow" || token.type === "codeFenced") this.end = end;
    if (step === "exit") {
      if (token.type !== "codeFenced" || this.#open === undefined) return;
      this.fences.push(finish(this.#map, this.#open));
      this.#open = undefined;
    } else if (token.type === "htmlFlow") {
      this.html.push([lineIndexAt(this.#map, start), lineIndexAt(this.#map, end)]);
    } else if (token.type === "codeFenced") {
      this.#open = { info: "", start, end, fenceLines: 0, values: new Map(), rebuilt: undefined };
    } else if (this.#open !== undefined) this.#takeInside(this.#open, token, context);
  }

  #takeInside(open: Draft, token: Event[1], context: Event[2]): void {
    const { text } = this.#map;
    const [start, end] = [token.start.offset + this.#shift, token.end.offset + this.#shift];
    if (token.type === "codeFencedFence") {
      open.fenceLines += 1;
      open.end = end;
    } else if (token.type === "codeFencedFenceInfo") open.info = text.slice(start, end);
    else if (token.type === "codeFlowValue") {
      open.values.set(lineIndexAt(this.#map, start), { start, end });
      if (context.sliceSerialize(token) !== text.slice(start, end)) open.rebuilt ??= start;
    }
  }
}

/** The text from a line on. */
export function bodyOf(map: LineMap, bodyLine: number): string {
  return map.text.slice(map.lines[bodyLine]?.start ?? map.text.length);
}

function finish(map: LineMap, draft: Draft): Fence {
  const openLine = lineIndexAt(map, draft.start);
  const closed = draft.fenceLines > 1;
  const closeLine = closed ? lineIndexAt(map, draft.end) : undefined;
  const lastValue = Math.max(openLine, ...draft.values.keys());
  return {
    info: draft.info,
    start: draft.start,
    openLine,
    closeLine,
    content: contentOf(map, openLine + 1, closeLine ?? lastValue + 1, draft.values),
    rebuilt: draft.rebuilt,
  };
}

function contentOf(map: LineMap, from: number, to: number, values: Draft["values"]): LineMap {
  const lines: Line[] = [];
  const texts: string[] = [];
  let at = 0;
  for (let index = from; index < to; index++) {
    const outer = lineByIndex(map, index);
    const end = contentEnd(map, index);
    const value = values.get(index) ?? { start: end, end };
    const prefix = map.text.slice(outer.start, value.start);
    lines.push({
      start: at,
      byte: byteAt(map, value.start),
      number: outer.number,
      prefix,
      ending: outer.ending,
    });
    texts.push(`${map.text.slice(value.start, value.end)}\n`);
    at += value.end - value.start + 1;
  }
  const after = lineByIndex(map, Math.min(to, map.lines.length - 1));
  lines.push({ start: at, byte: after.byte, number: after.number, prefix: "", ending: "" });
  return { file: map.file, text: texts.join(""), lines };
}
