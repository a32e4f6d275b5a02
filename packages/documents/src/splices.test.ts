import { describe, expect, it } from "vitest";
import { applySplices, invertSplices } from "./splices.ts";
import type { Splice } from "./types.ts";

const bytes = new TextEncoder().encode("\uFEFFaäb\r\n");
const text = (result: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(result);

describe("splices", () => {
  it.each<readonly [string, readonly Splice[], string]>([
    ["nothing", [], "\uFEFFaäb\r\n"],
    ["a replacement", [[4, 6, "ö€"]], "\uFEFFaö€b\r\n"],
    [
      "insertions and a deletion",
      [
        [3, 3, ">"],
        [4, 6, ""],
        [9, 9, "<"],
      ],
      "\uFEFF>ab\r\n<",
    ],
    [
      "neighbours",
      [
        [3, 4, "x"],
        [4, 4, "y"],
        [4, 6, "z"],
      ],
      "\uFEFFxyzb\r\n",
    ],
    ["the whole file", [[0, 9, ""]], ""],
  ])("apply and invert: %s", (_, splices, expected) => {
    const edited = applySplices(bytes, splices);
    expect(text(edited)).toBe(expected);
    expect(applySplices(edited, invertSplices(bytes, splices))).toEqual(bytes);
  });

  it.each<readonly [string, readonly Splice[]]>([
    [
      "out of order",
      [
        [4, 4, ""],
        [3, 3, ""],
      ],
    ],
    [
      "overlapping",
      [
        [3, 6, ""],
        [4, 7, ""],
      ],
    ],
    ["outside the file", [[3, 10, ""]]],
    ["backwards", [[4, 3, ""]]],
  ])("are not applied when they are %s", (_, splices) => {
    expect(() => applySplices(bytes, splices)).toThrow(RangeError);
    expect(() => invertSplices(bytes, splices)).toThrow(RangeError);
  });
});
