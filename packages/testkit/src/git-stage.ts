import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createGitForge, type Forge, type GitForgeOptions } from "@coulomb-loop/forge";
import { onStage, type Stage } from "./contract/harness.ts";
import { type GitHarness, type GitLayout, gitHarness } from "./git-harness.ts";
import { plainEnvironment } from "./plain-git.ts";

/** A time after every other in a test: 2033-05-18T03:33:20Z. */
export const later = 2_000_000_000_000;

/** Ref of the record of the suite's branch. */
export const recordRef = "refs/coulomb/proposals/pilot/schedule";

/** What happens right before the next push; only once. */
export interface Meanwhile {
  act: (() => void) | undefined;
}

/** A stage on a repository of plain git, with its folder. */
export function onGit(
  layout: GitLayout,
  test: (stage: Stage, path: string, meanwhile: Meanwhile) => Promise<void>,
  options: Partial<GitForgeOptions> = {},
): () => Promise<void> {
  let harness: GitHarness | undefined;
  const meanwhile: Meanwhile = { act: undefined };
  const onProcess = (args: readonly string[]) => {
    if (args[0] !== "push") return;
    const { act } = meanwhile;
    meanwhile.act = undefined;
    act?.();
  };
  return onStage(
    async (files) => (harness = await gitHarness(layout, files, { onProcess, ...options })),
    async (stage) => test(stage, harness?.path ?? "", meanwhile),
  );
}

/** A forge over a folder or URL. */
export function forgeAt(url: string, options: Partial<GitForgeOptions> = {}): Forge {
  return createGitForge({
    name: "test",
    url,
    identity: { name: "Coulomb", email: "coulomb@example.org" },
    env: process.env,
    installation: "pilot",
    ...options,
  });
}

/** Runs git and waits, for what must happen inside another call. */
export function gitNow(path: string, args: readonly string[], input?: string | Uint8Array): string {
  const options = { cwd: path, env: plainEnvironment(), input: input ?? "" };
  return execFileSync("git", [...args], options)
    .toString("utf8")
    .trim();
}

/** All refs of a repository, to prove that nothing moved. */
export function refsOf(path: string): string {
  return gitNow(path, ["for-each-ref", "--format=%(refname) %(objectname)"]);
}

/** Puts a hook into a bare repository. */
export function putHook(path: string, name: string, script: string): void {
  const file = join(path, "hooks", name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
