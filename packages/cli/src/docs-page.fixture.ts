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

/** Blocks that no test runs as they are printed: their page, how they begin, and why. */
export const notRun: readonly (readonly [page: string, begins: string, why: string])[] = [
  ["README.md", "npm run demo\nnpm test", "npm test is what runs; demo.slow.test.ts runs the demo"],
  ["README.md", "npm run demo -- --forge", "demo-forges.slow.test.ts runs both, with the same arguments"],
  [
    "README.md",
    "source <(coulomb completion bash)",
    "each line is for another shell's own file; completion/shells.slow.test.ts runs each in its shell",
  ],
  [
    "docs/evidence.md",
    "curl --json",
    "it names a slot and a record of the reader's; people.slow.test.ts sends such a note",
  ],
];

/** The tutorial's first part, and what the text between its commands promises. */
export const tutorialOnGit: readonly {
  readonly from: string;
  readonly to: string;
  readonly promised: readonly string[];
}[] = [
  {
    from: "## Part 1: on plain git",
    to: "### What would run",
    promised: [
      "The first plan; nothing was written:",
      "no errors",
      "not there yet; coulomb hub register makes it",
      "2 repos: 2 create",
      "wave 0 (canary) comes first: local/acme/shop",
      "Add the kaizen-stack schedule (bootstrap)",
      "local/acme/shop#1 merged",
      "wave 0 (canary) soaks: local/acme/shop, opens at ",
      "local/acme/billing#1 merged",
      "2 repos: 2 in sync",
      "Rule: row 1",
    ],
  },
  {
    from: "### What would run",
    to: "## Part 2: on Gitea or GitHub",
    promised: [
      "4 scheduled runs",
      "not due yet",
      "recorded ",
      "recorded ",
      "smoke_test is proved  not enabled",
      "dry_run is proved  enabled",
      "activity-definitions/.lock.json: written",
      "created  repo  local/acme/ops",
      " written, ",
      "local/acme/billing  metrics",
      "cycles-clean  pending  0/3",
      "definitions-ready  failure",
      "coulomb activity prove --phase stabilize",
    ],
  },
];

/** The block that packs the command and installs it alone; README, tutorial and the package's own README print it. */
export const packing = "npm ci\ntool=$(mktemp -d)\n";

/** What stands for `npm ci` in a checkout whose packages are installed. */
export const installed = 'npm() { [ "$*" = ci ] || command npm "$@"; }\n';

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
 * repository, or the named file, or where that is empty the one on the path. Answers also with the folder in which it ended.
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
  const command = file === "" ? "" : `coulomb() { "${process.execPath}" "${file}" "$@"; }`;
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
