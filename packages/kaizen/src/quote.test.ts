import { decode } from "@coulomb-loop/documents";
import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { oddWords } from "./odd-words.fixture.ts";
import { outlineOf } from "./outline.ts";
import { quote } from "./quote.ts";

describe("a quote", () => {
  it("is one block that its words cannot leave, as long as it may be", () => {
    assert(
      property(
        oddWords,
        constantFrom("\n", " ", ""),
        integer({ min: 60, max: 2_000 }),
        (words, gap, bytes) => {
          const text = quote(words.join(gap), { bytes, line: 80 });
          const document = `## Before\n\n${text}\n\n## After\n\nwords\n`;
          expect(outlineOf(document).sections.map(({ title }) => title)).toEqual(["Before", "After"]);
          expect(Array.isArray(decode(Buffer.from(document)))).toBe(false);
          expect(
            text
              .split("\n")
              .slice(1, -1)
              .every((line) => line.startsWith("|")),
          ).toBe(true);
          // A fence may have to be longer than all that may be shown.
          const frame = 2 * (text.indexOf("text\n") - 3);
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(Math.max(bytes, frame + 60));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ["a\r\nb\rc", "| a\n| b\n| c"],
    ["a\u0007\u202eb\u200bc\ufeff\u{e0041}d", "| a\u2407\ufffdb\ufffdc\ufffd\ufffdd"],
    ["a\tb\n\n\n", "| a    b"],
    ["", "|"],
    ["x".repeat(400), `| ${"x".repeat(299)}…`],
  ])("of %j shows what is hidden, and cuts what is long", (text, shown) => {
    expect(quote(text, { bytes: 1_000 })).toBe(`\`\`\`text\n${shown}\n\`\`\``);
  });

  it("tells where it is cut", () => {
    const text = quote("line\n".repeat(100), { bytes: 120 });
    expect(text).toContain("| (cut here)\n");
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(120);
  });
});
