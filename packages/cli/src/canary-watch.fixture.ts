import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { leaksIn, type Needles, wholeText } from "@coulomb-loop/testkit";
import type { Hosting } from "@coulomb-loop/testkit/hosting";
import { newFolder } from "./fleet.fixture.ts";

/** Places, each with all the text that was written there. */
export type Places = ReadonlyMap<string, string>;

/** Every place with a needle in it, for an assertion that there is none. */
export function leakyPlaces(places: Places, needles: Needles): readonly string[] {
  return [...places].flatMap(([where, text]) => leaksIn(text, needles).map((leak) => `${where}: ${leak}`));
}

/** A `git` first on PATH that writes down how it was started and with what settings, and is git then. */
export interface GitSpy {
  readonly path: string;
  /** Command lines, and files of the repositories it was started in. */
  readonly log: () => string;
  /** Names of the variables in its environment that hold a needle. */
  readonly variables: (needles: Needles) => ReadonlySet<string>;
}

/** Makes one. An environment is longer than one write: each git has a file of its own for it, or two that run at once mix theirs. */
export function gitSpy(): GitSpy {
  const folder = newFolder();
  const [log, environments] = [join(folder, "git.log"), join(folder, "environments")];
  mkdirSync(environments);
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  const script = `#!/bin/sh
printf '%s\\n' "$0 $*" >>'${log}'
cat "$GIT_DIR/config" "$GIT_DIR/FETCH_HEAD" >>'${log}' 2>/dev/null
env -0 >>'${environments}/'$$
exec "${real}" "$@"
`;
  writeFileSync(join(folder, "git"), script);
  chmodSync(join(folder, "git"), 0o755);
  return {
    path: `${folder}:${env["PATH"]}`,
    log: () => textOf(log),
    variables: (needles) =>
      new Set(
        readdirSync(environments)
          .flatMap((name) => textOf(join(environments, name)).split("\0"))
          .filter((each) => leaksIn(each, needles).length > 0)
          .map((each) => each.slice(0, each.indexOf("="))),
      ),
  };
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Command lines of every process that runs now, as the process list shows them. */
export function commandLines(): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")];
      } catch {
        // It has ended in between.
        return [];
      }
    });
}

/** Everything in the files below a folder, objects of git among them. */
export function contentOf(folder: string): string {
  const texts: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) texts.push(file, readFileSync(file, "latin1"));
    else if (entry.isDirectory() && existsSync(join(file, "objects", "pack"))) texts.push(objectsOf(file));
  }
  return texts.join("\n");
}

function objectsOf(gitDir: string): string {
  const args = ["--git-dir", gitDir, "cat-file", "--batch-all-objects", "--batch"];
  return execFileSync("git", args, { encoding: "latin1", maxBuffer: 1 << 28 });
}

/** Titles, bodies, comments, labels and statuses of every proposal on a server. */
export function proposalsOf(hosting: Hosting): string {
  return hosting.names
    .map((name) => {
      const { pulls, labels, statuses } = hosting.repo(name);
      const all = [...pulls.view().values()];
      return wholeText([all, labels.list(), all.map(({ head }) => statuses.of(head))]);
    })
    .join("\n");
}
