import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { newFolder, repoRoot } from "./fleet.fixture.ts";
import { bin, type Ended, start } from "./process.fixture.ts";

/** A block of commands of a page, as a reader copies it. */
export interface ShellBlock {
  readonly text: string;
  /** What the comment right above it says about the test; empty: nothing. */
  readonly remark: string;
}

/** A page of this repository. */
export function pageOf(path: string): string {
  return readFileSync(join(repoRoot, path), "utf8");
}

/** The part of a page from one heading up to another. Throws where one of them is not there. */
export function partOf(page: string, from: string, to?: string): string {
  const begin = page.indexOf(`\n${from}\n`);
  const end = to === undefined ? page.length : page.indexOf(`\n${to}\n`);
  if (begin < 0 || end < begin) throw new Error(`${from} and then ${to ?? "the end"} are not in the page`);
  return page.slice(begin, end);
}

/** Every `sh` block of a text, in its order. */
export function shellBlocks(text: string): readonly ShellBlock[] {
  return [...text.matchAll(/^(?:<!-- (.*) -->\n)?```sh\n([\s\S]*?)^```$/gm)].map(
    ([, remark = "", block = ""]) => ({ text: block, remark }),
  );
}

/**
 * Runs commands in one bash that stops at the first failure, as Robin, who has no settings of their own; `coulomb` is the command of this
 * repository, or the named file. Answers also with the folder in which it ended.
 */
export async function runShell(
  blocks: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
  file = bin,
): Promise<Ended & { readonly folder: string }> {
  const own = newFolder();
  const [script, end] = [join(own, "page.sh"), join(own, "end")];
  const person = {
    GIT_AUTHOR_NAME: "Robin",
    GIT_COMMITTER_NAME: "Robin",
    GIT_AUTHOR_EMAIL: "r@example.org",
    GIT_COMMITTER_EMAIL: "r@example.org",
  };
  const command = `coulomb() { "${process.execPath}" "${file}" "$@"; }`;
  writeFileSync(script, ["set -e", command, ...blocks, `pwd > "${end}"`].join("\n"));
  const ended = await start("/bin/bash", [script], folder, { env: { ...person, ...env } });
  return { ...ended, folder: ended.code === 0 ? readFileSync(end, "utf8").trim() : folder };
}

/** Expects that a text says all of these, each after the one before. */
export function expectInOrder(text: string, promised: readonly string[]): void {
  let from = 0;
  for (const words of promised) {
    const at = text.indexOf(words, from);
    expect(at, `${words} after line ${text.slice(0, from).split("\n").length} of\n${text}`).toBeGreaterThan(
      -1,
    );
    from = at + words.length;
  }
}
