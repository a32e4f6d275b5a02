import type { Validator } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { decode } from "./decode.ts";
import { editFrontmatter } from "./edit-frontmatter.ts";
import { editYaml } from "./edit-yaml.ts";
import { findFrontmatter } from "./frontmatter.ts";
import { type FindHost, openHost, proveSplices } from "./prove.ts";
import { applySplices } from "./splices.ts";
import type { Edit, Source, Splice } from "./types.ts";

const encoder = new TextEncoder();
const whole: FindHost = (source) => source;
const frontmatter: FindHost = (source) => {
  const found = findFrontmatter(source);
  return "code" in found ? [found] : found.host;
};

function open(text: string): Source {
  const source = decode(encoder.encode(text));
  if (Array.isArray(source)) throw new Error("does not decode");
  return source;
}

/** What the proof says to splices that a broken editor could have made. */
function verdict(text: string, edit: Edit, splices: readonly Splice[], host: FindHost = whole): string {
  const opening = openHost(host, [edit], undefined);
  const before = opening(open(text));
  if (Array.isArray(before)) throw new Error("does not parse");
  const proved = proveSplices(before, opening, splices);
  return Array.isArray(proved) ? `${proved[0]?.code} ${proved[0]?.message.slice(0, 8)}` : "proved";
}

const setA = (value: string | number): Edit => ({ op: "set", path: ["a"], value });
const setC = (value: string | number): Edit => ({ op: "set", path: ["b", "c"], value });

describe("the proof catches planted faults", () => {
  it.each<readonly [string, string, Edit, readonly Splice[], string]>([
    ["nothing wrong", "a: 1\n", setA(2), [[3, 4, "2"]], "proved"],
    ["an offset one short after a BOM", "\uFEFFa: 1\n", setA(2), [[5, 6, "2"]], "clause 1"],
    ["offsets in characters, not bytes", 'ü: x\na: "1"\n', setA("2"), [[8, 11, '"2"']], "clause 1"],
    ["a range one too long", "a: 1\nb: 1\n", setA(2), [[3, 5, "2"]], "clause 1"],
    ["a column that belongs to the parent", "b:\n  d: 1\n", setC(1), [[9, 9, "\nc: 1"]], "clause 2"],
    ["a column that belongs to nobody", "b:\n  d: 1\n", setC(1), [[9, 9, "\n   c: 1"]], "clause 1"],
    ["another value", "a: 1\n", setA(2), [[3, 4, "3"]], "clause 2"],
    ["a number where a text was meant", "a: x\n", setA("1"), [[3, 4, "1"]], "clause 2"],
    [
      "a second change",
      "a: 1\nz: 1\n",
      setA(2),
      [
        [3, 4, "2"],
        [8, 9, "2"],
      ],
      "clause 2",
    ],
    ["half of a character replaced", "a: ü\n", setA("x"), [[4, 5, "x"]], "clause 3"],
    [
      "splices out of order",
      "a: 1\n",
      setA(2),
      [
        [3, 4, "2"],
        [0, 0, ""],
      ],
      "clause 3",
    ],
    ["no change at all", "a: 1\n", setA(2), [], "clause 2"],
    ["an unquoted hash", "a: x\n", setA("x #y"), [[3, 4, "x #y"]], "clause 2"],
    ["a swallowed comment", "a: 1 # why\n", setA(2), [[3, 10, "2"]], "clause 4"],
    ["a swallowed comment line", "a: 1\n# why\nb: 1\n", setA(2), [[3, 10, "2"]], "clause 4"],
    ["an invented comment", "a: 1\n", setA(2), [[3, 4, "2 # new"]], "clause 4"],
    ["a new kind of line ending", "a: 1\r\nb:\r\n  d: 1\r\n", setC(1), [[16, 16, "\n  c: 1"]], "clause 4"],
    ["a lost final newline", "a: 1\n", setA(2), [[3, 5, "2"]], "clause 4"],
    ["a new final newline", "a: 1", setA(2), [[3, 4, "2\n"]], "clause 4"],
    [
      "a lost BOM",
      "\uFEFFa: 1\n",
      setA(2),
      [
        [0, 3, ""],
        [6, 7, "2"],
      ],
      "clause 4",
    ],
    ["a duplicate key", "a: 1\n", setA(2), [[4, 4, "\na: 2"]], "clause 1"],
  ])("%s", (_, text, edit, splices, expected) => {
    expect(verdict(text, edit, splices)).toBe(expected === "proved" ? expected : `proof_failed ${expected}`);
  });

  it("does not test YAML 1.1: the writer must, and the property over 1.1 sees it", () => {
    const edited = applySplices(encoder.encode("a: x\n"), [[3, 4, "yes"]]);
    expect(verdict("a: x\n", setA("yes"), [[3, 4, "yes"]])).toBe("proved");
    expect(parse(new TextDecoder().decode(edited), { version: "1.1" })).toEqual({ a: true });
  });

  it("sees a change outside the frontmatter", () => {
    const text = "---\na: 1\n---\nbody\n";
    expect(verdict(text, setA(2), [[7, 8, "2"]], frontmatter)).toBe("proved");
    expect(
      verdict(
        text,
        setA(2),
        [
          [7, 8, "2"],
          [13, 14, "B"],
        ],
        frontmatter,
      ),
    ).toBe("proof_failed clause 6");
  });

  it("sees splices that another edit would be needed for", () => {
    const text = "l: [x]\n";
    expect(verdict(text, { op: "append", path: ["l"], value: "y" }, [[5, 5, ', "y"']])).toBe("proved");
    expect(verdict(text, { op: "append", path: ["l"], value: "y" }, [[5, 5, ', "y", "y"']])).toBe(
      "proof_failed clause 2",
    );
  });
});

/** Every value must be a text. */
const texts: Validator<unknown> = (value) => {
  const wrong = Object.entries(Object(value)).filter(
    ([, item]) => typeof item !== "string" && !Array.isArray(item),
  );
  const listed = Object.entries(Object(value)).flatMap(([key, item]) =>
    Array.isArray(item)
      ? item.flatMap((part, at) => (typeof part.n === "string" ? [] : [[key, at, "n"]]))
      : [],
  );
  const paths = [...wrong.map(([key]) => [key]), ...listed];
  if (paths.length === 0) return { ok: true, value };
  return {
    ok: false,
    findings: paths.map((path) => ({ code: "type", severity: "error", message: "no text", path })),
  };
};

describe("the contract in the proof", () => {
  it("refuses an edit that adds a finding", () => {
    const result = editYaml(open("a: x\n"), [setA(1)], texts);
    expect(result).toMatchObject({
      status: "refused",
      findings: [{ code: "proof_failed" }, { code: "type", path: ["a"] }],
    });
  });

  it("accepts an edit of a file that has an old, unrelated flaw", () => {
    expect(editYaml(open("a: x\nb: 1\n"), [setA("z")], texts).status).toBe("edited");
    expect(editYaml(open("a: x\nb: 1\n"), [{ op: "set", path: ["b"], value: "z" }], texts).status).toBe(
      "edited",
    );
  });

  it("knows an old flaw again when its position in a list moves", () => {
    const text = "l:\n  - id: x\n    n: a\n  - id: z\n    n: 1\n";
    const edit: Edit = { op: "remove", path: ["l", { key: "id", is: "x" }] };
    expect(editYaml(open(text), [edit], texts).status).toBe("edited");
  });

  it("holds for frontmatter too", () => {
    expect(editFrontmatter(open("---\na: x\n---\n"), [setA(1)], texts)).toMatchObject({
      findings: [{ code: "proof_failed" }, {}],
    });
  });
});
