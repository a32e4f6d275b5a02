import type { Path, Validator } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { readYaml } from "./read-yaml.ts";
import type { Read } from "./types.ts";

const accept: Validator<unknown> = (value) => ({ ok: true, value });

const refuse: Validator<unknown> = () => ({
  ok: false,
  findings: [
    { code: "second", severity: "error", message: "m", path: ["b", 0, "c"] },
    { code: "first", severity: "error", message: "m", path: ["a"], target: "key" },
  ],
});

function read(text: string, validate: Validator<unknown> = accept): Read<unknown> {
  const source = decode(new TextEncoder().encode(text), "f.yml");
  if (Array.isArray(source)) throw new Error(source[0]?.code);
  return readYaml(source, validate);
}

describe("readYaml", () => {
  it.each<readonly [string, string, unknown]>([
    [
      "the core schema of YAML 1.2",
      "a: yes\nb: 0o17\nc: 0x1F\nd: 1e3\ne: ~\nf: 2026-01-01\ng: 0644",
      { a: "yes", b: 15, c: 31, d: 1000, e: null, f: "2026-01-01", g: 644 },
    ],
    ["the core schema under %YAML 1.1", "%YAML 1.1\n---\na: yes\n", { a: "yes" }],
    ["flow and block", "a: [1, { b: x }]\nc:\n- d\n-\n", { a: [1, { b: "x" }], c: ["d", null] }],
    ["block scalars", "a: |\n  x\n   y\nb: >-\n  p\n  q\n", { a: "x\n y\n", b: "p q" }],
    ["aliases", "a: &x [1]\nb: *x\n", { a: [1], b: [1] }],
    ["the latest of two anchors with one name", "a: &x 1\nb: &x 2\nc: *x\n", { a: 1, b: 2, c: 2 }],
    [
      "a merge key, own keys first",
      "a: &x { p: 1, q: 2 }\nb: { <<: *x, p: 3 }\n",
      { a: { p: 1, q: 2 }, b: { p: 3, q: 2 } },
    ],
    [
      "several merged maps, earlier first",
      "a: &x { p: 1 }\nb: &z { p: 2, q: 2 }\nc:\n  <<: [*x, *z]\n",
      { a: { p: 1 }, b: { p: 2, q: 2 }, c: { p: 1, q: 2 } },
    ],
    ["a quoted << as a key", 'a: { "<<": 1 }\n', { a: { "<<": 1 } }],
    ["keys that are numbers and null as text", "1: a\n~: b\ntrue: c\n", { 1: "a", null: "b", true: "c" }],
    ["pairs in a list", "a: [b: 1, c: 2]\n", { a: [{ b: 1 }, { c: 2 }] }],
    ["JSON", '{"a": [1, 2.5, null, true], "b": "\\u0041"}', { a: [1, 2.5, null, true], b: "A" }],
  ])("reads %s", (_, text, value) => {
    expect(read(text)).toMatchObject({ value, raw: value, findings: [] });
  });

  it("keeps __proto__ and constructor as own keys", () => {
    const { raw } = read("__proto__: { polluted: true }\nconstructor: x\n");
    expect(Object.keys(Object(raw))).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(raw)).toBe(Object.prototype);
    expect(Object(raw).polluted).toBeUndefined();
  });

  it.each([
    ["", "yaml_documents", 1, 1],
    ["# only a comment\n", "yaml_documents", 1, 1],
    ["- a\n", "yaml_documents", 1, 1],
    ["text\n", "yaml_documents", 1, 1],
    ["a: 1\n---\nb: 1\n", "yaml_documents", 2, 1],
    ["a: 1\nb: [\n", "yaml_syntax", 3, 1],
    ["a: 1\n b: 2\n", "yaml_syntax", 1, 4],
    ["a:\n\tb: 1\n", "yaml_syntax", 2, 1],
    ["a: 1\nb: 1\na: 2\n", "yaml_syntax", 3, 1],
    ["a: { b: 1, 'b': 2 }\n", "yaml_syntax", 1, 12],
    ["a: *x\n", "yaml_syntax", 1, 4],
    ["a: &x { b: *x }\n", "yaml_alias", 1, 12],
    ["a:\n  <<: text\n", "yaml_alias", 2, 3],
    ["[a]: 1\n", "yaml_syntax", 1, 1],
    ["a: \u001B[0m\n", "yaml_syntax", 1, 4],
    ['a: 1\nb: "x \\uD800 y"\n', "yaml_syntax", 2, 4],
    ['a: [1, "\\0"]\n', "yaml_syntax", 1, 8],
    ['"\\uDC00": 1\n', "yaml_syntax", 1, 1],
    [`a: ${"[".repeat(65)}${"]".repeat(65)}\n`, "too_deep", 1, 68],
  ])("refuses %j", (text, code, line, column) => {
    const result = read(text);
    expect(result.findings[0]).toMatchObject({ code, severity: "error", file: "f.yml", line, column });
    expect(result).not.toHaveProperty("value");
    expect(result).not.toHaveProperty("raw");
    expect(result.locate(["a"])).toEqual({ line: 1, column: 1 });
  });

  it.each([
    ["a: 'x\n", "close the quote"],
    ["a: [x\nb: 1\n", "close the bracket"],
    ["a: {{ x }}\n", "in quotes"],
    ["a: x: y\n", "in quotes"],
    ["a: @x\n", "in quotes"],
    ["a: `x`\n", "in quotes"],
    ["a: %x\n", "in quotes"],
    ["a:\n\tb: 1\n", "blanks"],
    ['a: "\\q"\n', "single quotes"],
    ["a: ['b' 'c']\n", "comma"],
    ["a: 1\nb\n", "colon"],
    ["id: a\ntext\n\n```bash\nls\n", "in quotes"],
    ["a: &x &y 1\n", "keep one"],
    ["a: *x\n", "&x"],
    ["a:\n  b: 1\n c: 2\n", "column"],
    ["a: ]\n", "close the fence"],
  ])("says what to do about %j", (text, advice) => {
    const findings = read(text).findings.filter(({ code }) => code === "yaml_syntax");
    expect(findings.every(({ hint }) => hint !== undefined)).toBe(true);
    expect(findings.map(({ hint }) => hint).join("; ")).toContain(advice);
  });

  it("bounds what aliases stand for", () => {
    const lines = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
    expect(read(`a0: &a0 [x, x]\n${lines.join("\n")}\n`).findings[0]?.code).toBe("yaml_alias");
    const chain = Array.from({ length: 100 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}]`);
    expect(read(`a0: &a0 x\n${chain.join("\n")}\n`).findings[0]?.code).toBe("too_deep");
  });

  it("warns of tags and still reads the value", () => {
    expect(read("a: !secret x\n")).toMatchObject({
      value: { a: "x" },
      findings: [{ code: "yaml_tag", severity: "warning", line: 1, column: 4 }],
    });
  });

  it("gives every finding of the contract its place, in the order of the file", () => {
    const result = read("a: 1\nb:\n  - c: x\n", refuse);
    expect(result.findings).toMatchObject([
      { code: "first", line: 1, column: 1, file: "f.yml" },
      { code: "second", line: 3, column: 8 },
    ]);
    expect(result).not.toHaveProperty("value");
    expect(result.raw).toEqual({ a: 1, b: [{ c: "x" }] });
  });
});

describe("locate", () => {
  const text =
    "\uFEFFtop:\r\n  - id: x # c\r\n    empty:\r\n    flow: { k: [1, two] }\r\n  - &n plain\r\n'q k': !t v\r\nalias: *n\r\n";
  it.each<readonly [Path, "key" | "value", number, number]>([
    [[], "value", 1, 1],
    [["top"], "key", 1, 1],
    [["top"], "value", 2, 3],
    [["top", 0], "value", 2, 5],
    [["top", 0], "key", 2, 3],
    [["top", 0, "id"], "value", 2, 9],
    [["top", 0, "id"], "key", 2, 5],
    [["top", 0, "empty"], "value", 3, 5],
    [["top", 0, "flow", "k", 1], "value", 4, 20],
    [["top", 0, "flow", "missing"], "value", 4, 11],
    [["top", 0, "missing", "deeper"], "value", 2, 5],
    [["top", 1], "value", 5, 8],
    [["top", 7], "value", 2, 3],
    [["q k"], "key", 6, 1],
    [["q k"], "value", 6, 11],
    [["alias", "x"], "value", 7, 8],
    [["missing"], "value", 1, 1],
  ])("finds the place of %j (%s)", (path, target, line, column) => {
    expect(read(text).locate(path, target)).toEqual({ line, column });
  });
});
