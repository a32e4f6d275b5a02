import { describe, expect, it } from "vitest";
import { MAX_MARKDOWN_COST, markdownCost } from "./markdown-cost.ts";
import { readSegments } from "./segments.ts";

const cost = (text: string) => markdownCost(text) / MAX_MARKDOWN_COST;

/** How much of a body is read, and in how many parts. */
function read(body: string): { complete: boolean; characters: number; parts: number } {
  let characters = 0;
  let parts = 0;
  const complete = readSegments(body, ({ text }) => {
    characters += text.length;
    parts += 1;
    return "next";
  });
  return { complete, characters, parts };
}

describe("markdownCost", () => {
  it.each([
    ["quotes in items", "- > a\n", 3300],
    ["quotes of one line", "> a\n\n", 4000],
    ["items in items", "- a\n  - b\n", 2000],
    ["items on one line", "- - - a\n", 2500],
    ["quotes in quotes", "> > a\n> b\n", 5000],
    ["lists in a quote", "> 1. a\n> 2. b\n", 10_000],
    ["paragraphs in a quote", "> a\n>\n", 20_000],
    ["quotes that stay open", "> > > a\n", 30_000],
    ["indented paragraphs", " a\n\n", 40_000],
    ["open brackets", "[", 400_000],
    ["tags that do not end", "<a", 400_000],
    ["link definitions", "> [a]: b\n", 4000],
    ["one paragraph", "a\n", 40_000],
  ])("is too high for %s", (_, unit, count) => {
    expect(cost(unit.repeat(count))).toBeGreaterThan(1);
  });

  it.each([
    ["a list of a hundred items", "- item with *words* and a [link](https://x.example)\n".repeat(100)],
    ["a nested list", "1. one\n   - two\n   - three\n".repeat(40)],
    ["a long quote", "> Some text of an ordinary length that goes on and on.\n".repeat(500)],
    ["a task", "```task\nid: P-T01\nstatus: todo\npriority: high\n```\n\n"],
  ])("is low for %s", (_, text) => {
    expect(cost(text)).toBeLessThan(0.1);
  });
});

describe("readSegments", () => {
  it.each([
    ["prose of any script", "Привет, мир.\n\n你好。\n\n«Ja», (so)…\n\n"],
    ["brackets", "[a\n\n"],
    ["emphasis and rules", "*a* b\n\n***\n\n_c_\n\n"],
    ["underlines", "1\n=\n\n"],
    ["numbers that are no list", "2026 was\n\n1.5 x\n\n"],
    ["words in angles", "see <https://x.example> or `<a>`\n\n"],
  ])("passes over %s", (_, unit) => {
    expect(read(`<a>\n\n${unit.repeat(1000)}`)).toMatchObject({ complete: true, characters: 5, parts: 1 });
  });

  it.each([
    ["an item goes on", "- a\n\n- ```\n", 1],
    ["a numbered item goes on", "1. a\n\n2. ```\n", 1],
    ["an indented block goes on", "- a\n\n  ```\n", 1],
    ["quotes follow each other", "> <a>\n\n> ```\n", 1],
    ["text ends them", "- <a>\n\nb\n\n> ```\n\n**c**\n\n<d>\n", 3],
  ])("cuts where nothing can go on: %s", (_, body, parts) => {
    expect(read(body).parts).toBe(parts);
  });

  it("stops before what costs too much", () => {
    expect(read(`<a>\n\n# b\n\n${"- > <a>\n".repeat(3000)}`)).toEqual({
      complete: false,
      characters: 5,
      parts: 1,
    });
  });
});
