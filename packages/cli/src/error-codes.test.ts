import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repoRoot } from "./fleet.fixture.ts";

const sources = globSync("packages/*/src/**/*.ts", { cwd: repoRoot })
  .filter((path) => !/\.(?:test|fixture|d)\.ts$|\/generated\/|^packages\/testkit\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(repoRoot, path), "utf8") }));

/** Functions that take a code as the first text among their arguments. */
const reporters =
  /(?<!function )(?:\bCoulombError|\bat|\bwarn|\bfindingAt|\bfinding|\bproblem|\brefused|#report|#refuse)\(/g;

/** The first argument that is a plain text, when it looks like a code and is not the only argument. */
function codeOfCall(text: string, from: number): string | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? "";
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character) && depth-- === 0) return undefined;
    else if (`"'\``.includes(character)) {
      const end = text.indexOf(character, at + 1);
      const literal = text.slice(at + 1, end);
      if (depth === 0 && character === '"')
        return /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(literal) && /^\s*,/.test(text.slice(end + 1))
          ? literal
          : undefined;
      at = end;
    }
  }
  return undefined;
}

function codesIn(text: string): string[] {
  const called = [...text.matchAll(reporters)].flatMap(
    (match) => codeOfCall(text, match.index + match[0].length) ?? [],
  );
  const named = [
    ...text.matchAll(/\bcode\s*(?::|=(?!=))\s*("[a-z0-9_]+"(?:\s*\|\s*"[a-z0-9_]+")*)/g),
  ].flatMap((match) => [...(match[1] ?? "").matchAll(/"([a-z0-9_]+)"/g)].map((literal) => literal[1] ?? ""));
  return [...called, ...named];
}

/** Code by the files that use it. */
const used = new Map<string, string[]>();
for (const { path, text } of sources)
  for (const code of codesIn(text)) used.set(code, [...(used.get(code) ?? []), path]);

/** Codes that stand first in a row of a table. */
const documented = [
  ...readFileSync(join(repoRoot, "docs/errors.md"), "utf8").matchAll(/^\| *`([a-z0-9_]+)` *\|/gm),
].map((match) => match[1] ?? "");

describe("docs/errors.md", () => {
  it("explains every code that the sources use", () => {
    expect(used.size).toBeGreaterThan(90);
    expect([...used].filter(([code]) => !documented.includes(code))).toEqual([]);
  });

  it("explains no code that the sources do not use", () => {
    expect(documented.filter((code) => !used.has(code))).toEqual([]);
  });

  it("explains each once", () => {
    expect(documented.filter((code, index) => documented.indexOf(code) !== index)).toEqual([]);
  });
});
