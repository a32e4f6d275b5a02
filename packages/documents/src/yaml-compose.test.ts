import { describe, expect, it, vi } from "vitest";
import { Composer, Lexer } from "yaml";
import { compose, MAX_ERRORS } from "./yaml-compose.ts";

/** Composes a text and counts the lexemes that were asked for. */
function composed(text: string) {
  let taken = 0;
  function* lexemes(): Generator<string> {
    for (const source of new Lexer().lex(text)) {
      taken += 1;
      yield source;
    }
  }
  return { ...compose(lexemes(), text.length), taken };
}

describe("compose", () => {
  it.each([
    ["in a flow map", `a: {${'"\n'.repeat(5000)}}\n`],
    ["in a flow list", `a: [${"[]".repeat(5000)}]`],
    ["below a key", `x: &x {a: 1}\nb:\n${"'\n".repeat(5000)}`],
    ["of block scalars", `a: ${"a\n  >-\n".repeat(5000)}`],
    ["of anchors", `a: [${"&x ".repeat(5000)}]`],
  ])("finds a hundred errors at most: %s", (_, text) => {
    const { documents, errors } = composed(text);
    expect(errors).toHaveLength(MAX_ERRORS);
    expect(documents).toEqual([]);
  });

  it.each([
    ["brackets", "]".repeat(5000)],
    ["braces", `a: ${"}".repeat(5000)}`],
    ["text behind a document", `a: 1\n${"...\n]\n".repeat(5000)}`],
    ["directives", "%YAML x\n".repeat(5000)],
    ["ends of documents", "...\n".repeat(5000)],
    ["documents", "---\n".repeat(5000)],
    ["documents and their ends", "a\n...\n".repeat(5000)],
  ])("does not read on: %s", (_, text) => {
    expect(composed(text).taken).toBeLessThan(1000);
  });

  it.each([
    ["directives", "%a\n"],
    ["blank lines", "\t\n"],
    ["comments", "#\n"],
  ])("asks the library for its errors a few times only, whatever stands before: %s", (_, unit) => {
    const asked = vi.spyOn(Composer.prototype, "streamInfo");
    compose(new Lexer().lex(`${unit.repeat(500)}--- {a: 1}\n`), 2000);
    expect(asked.mock.calls.length).toBeLessThan(5);
    asked.mockRestore();
  });

  it("finds all errors of a text that has few", () => {
    expect(composed("a: 1\n")).toMatchObject({ documents: [{}], errors: [] });
    expect(composed("]".repeat(5)).errors).toHaveLength(5);
  });
});
