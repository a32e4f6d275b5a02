import * as fc from "fast-check";
import { parse, postprocess, preprocess } from "micromark";
import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { type Fence, findBlocks } from "./fences.ts";
import { failureOf } from "./runs.fixture.ts";
import { disputedFence, readAgain } from "./second-reading.ts";
import type { Source } from "./types.ts";

const encoder = new TextEncoder();

function open(text: string): Source {
  const source = decode(encoder.encode(text));
  if (Array.isArray(source)) throw new Error(source[0]?.code);
  return source;
}

const PIECES = [
  "# h\n",
  "\n# h\n",
  "\n\n## h\n",
  "\n \n# h\n",
  "```task\n",
  "```\n",
  "~~~ task\n",
  "id: x\n",
  "- a\n",
  "  - b\n",
  "- ```task\n",
  "  id: y\n",
  "  ```\n",
  "> c\n",
  "> ```\n",
  "1. d\n",
  "<!--\n",
  "-->\n",
  "<a>\n",
  "<script>\n",
  "===\n",
  "    code\n",
  "[l]: x\n",
  "\tt\n",
  "\n",
  "text\n",
];

const place = ({ start, info, closeLine, content }: Fence) => ({
  start,
  info,
  closed: closeLine !== undefined,
  text: content.text,
});

/** The same by one reading of the whole text, with everything micromark does. */
function readWhole(text: string): { start: number; fences: number }[] {
  const found: { start: number; fences: number }[] = [];
  for (const [step, { type, start }] of postprocess(
    parse()
      .document()
      .write(preprocess()(text, undefined, true)),
  )) {
    if (step === "exit") continue;
    if (type === "codeFenced") found.push({ start: start.offset, fences: 0 });
    const last = found.at(-1);
    if (type === "codeFencedFence" && last !== undefined) last.fences += 1;
  }
  return found;
}

describe("findBlocks", () => {
  it("sees in segments what there is in the whole", () => {
    const property = fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }), (pieces) => {
      const text = pieces.join("");
      const blocks = findBlocks(open(text), 0);
      const found = blocks?.fences.map(({ start, closeLine }) => ({
        start,
        fences: closeLine === undefined ? 1 : 2,
      }));
      expect(found).toEqual(readWhole(text));
    });
    expect(failureOf(property)).toBeUndefined();
  });

  it("agrees with the second parser on every closed fence", () => {
    const property = fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }), (pieces) => {
      const source = open(pieces.join(""));
      const tasks = findBlocks(source, 0)?.fences.filter(
        ({ info, closeLine, rebuilt }) => info === "task" && closeLine !== undefined && rebuilt === undefined,
      );
      expect(tasks && disputedFence(readAgain(source, 0), tasks)).toBeUndefined();
    });
    expect(failureOf(property)).toBeUndefined();
  });

  it.each([
    ["a fence over a heading", "```\na\n\n# h\n```\n", 1],
    ["a comment over a heading", "<!--\n\n# h\n\n```\n-->\n\n```\nx\n```\n", 1],
    ["a fence that a list closes before a heading", "- ```\n  a\n\n# h\n\n```\nb\n```\n", 2],
    ["a fence in a quote before a heading", "> ```\n> a\n\n# h\n\n```\nb\n```\n", 2],
  ])("reads %s", (_, text, count) => {
    expect(findBlocks(open(text), 0)?.fences.map(place)).toHaveLength(count);
  });

  it("reads a long ordinary workplan", () => {
    const part = `## Part\n\n${"Some *words* and a [link](x) in a line of text.\n".repeat(4)}\n- one\n- two\n  more\n\n> quoted\n\n\`\`\`task\nid: x\n\`\`\`\n\n`;
    const text = part.repeat(Math.floor(1_000_000 / part.length));
    expect(findBlocks(open(text), 0)?.fences.length).toBeGreaterThan(3000);
  });

  it.each([
    ["quotes of one line", "> a\n\n", 100_000],
    ["lists that change", "- a\n* b\n", 100_000],
    ["nested lists", "- a\n  - b\n", 100_000],
    ["numbered items", "1. a\n", 300_000],
    ["underlines", "1\n=\n", 100_000],
    ["link definitions", "[a]: /b\n", 100_000],
    ["lines", "1\n", 300_000],
    ["small segments", "# a\n\n- b\n\n<a>\n\n", 1_000_000],
  ])("gives up on too many %s", (_, unit, bytes) => {
    expect(findBlocks(open(`\`\`\`\n\`\`\`\n${unit.repeat(bytes / unit.length)}`), 0)).toBeUndefined();
  });
});
