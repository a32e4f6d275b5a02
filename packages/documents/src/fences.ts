import { parse, postprocess, preprocess } from "micromark";
import { byteAt, contentEnd, lineByIndex, lineIndexAt } from "./line-map.ts";
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
}

/** Inline text is none of our business, and costs most of the time. */
const INLINE = [
  "attention",
  "autolink",
  "characterEscape",
  "characterReference",
  "codeText",
  "hardBreakEscape",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
];

interface Draft {
  info: string;
  readonly start: number;
  end: number;
  fenceLines: number;
  readonly values: Map<number, { readonly start: number; readonly end: number }>;
  rebuilt: number | undefined;
}

/**
 * Finds the fences of a Markdown text by the events of micromark (CommonMark). `bodyOffset` is where the body begins:
 * what stands before it is read as blank. The text must have `\n` only and no BOM; offsets are those of `map.text`.
 */
export function findBlocks(map: LineMap, bodyOffset: number): Blocks {
  const blank = map.text.slice(0, bodyOffset).replace(/[^\n]/g, " ");
  const text = blank + map.text.slice(bodyOffset);
  const parser = parse({ extensions: [{ disable: { null: INLINE } }] });
  const events = postprocess(parser.document().write(preprocess()(text, undefined, true)));
  const fences: Fence[] = [];
  const html: [number, number][] = [];
  let open: Draft | undefined;
  for (const [step, token, context] of events) {
    const [start, end] = [token.start.offset, token.end.offset];
    if (step === "exit") {
      if (token.type === "codeFenced" && open !== undefined) fences.push(finish(map, open));
    } else if (token.type === "htmlFlow") {
      html.push([lineIndexAt(map, start), lineIndexAt(map, end)]);
    } else if (token.type === "codeFenced") {
      open = { info: "", start, end, fenceLines: 0, values: new Map(), rebuilt: undefined };
    } else if (open !== undefined) {
      if (token.type === "codeFencedFence") {
        open.fenceLines += 1;
        open.end = end;
      } else if (token.type === "codeFencedFenceInfo") open.info = text.slice(start, end);
      else if (token.type === "codeFlowValue") {
        open.values.set(lineIndexAt(map, start), { start, end });
        if (context.sliceSerialize(token) !== text.slice(start, end)) open.rebuilt ??= start;
      }
    }
  }
  return { fences, html };
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
