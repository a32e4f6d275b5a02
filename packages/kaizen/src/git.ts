import { execFile } from "node:child_process";
import { realpathSync, statSync } from "node:fs";
import { CoulombError } from "@coulomb-loop/schemas";

/** Where a command of a pilot repo runs. */
export interface Place {
  /** A folder in the checkout. */
  readonly cwd: string;
  /** Environment that git gets; what would point it at another repository is left out. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A work tree of a git repository. */
export interface Checkout {
  /** Folder of the work tree, with links resolved. */
  readonly root: string;
  /** Its git folder, where files stand that are no part of the work tree. */
  readonly gitDir: string;
  /** Commit that is checked out; `undefined`: there is none yet. */
  readonly head: string | undefined;
  readonly env: Place["env"];
}

/** What git printed. */
export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Variables that would point git at another repository than the folder's, or have it read paths otherwise. */
const elsewhere = new Set([
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_GLOB_PATHSPECS",
  "GIT_GRAFT_FILE",
  "GIT_ICASE_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_OBJECT_DIRECTORY",
  "GIT_REPLACE_REF_BASE",
  "GIT_SHALLOW_FILE",
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_COMMON_DIR",
  "GIT_PREFIX",
  "GIT_NAMESPACE",
]);

/** Settings of the user that would change what is printed. */
const settings = [
  "core.quotePath=false",
  "color.ui=false",
  "diff.orderFile=/dev/null",
  "i18n.logOutputEncoding=UTF-8",
  "log.showRoot=true",
  "log.showSignature=false",
  "status.showUntrackedFiles=normal",
].flatMap((setting) => ["-c", setting]);

/** The checkout that holds a folder. Throws `checkout_missing`, `git_version`. */
export async function openCheckout({ cwd, env }: Place): Promise<Checkout> {
  // Where the folder is missing, Node says that git is.
  if (!isFolder(cwd))
    throw new CoulombError("checkout_missing", `${cwd} is no folder`, {
      hint: "name a folder in a checkout of the pilot repo",
    });
  const found = await askGit({ root: cwd, env }, ["rev-parse", "--show-toplevel", "--absolute-git-dir"]);
  const [top, gitDir] = found.stdout.toString("utf8").split("\n");
  if (found.code !== 0 || top === undefined || top === "" || gitDir === undefined)
    throw new CoulombError("checkout_missing", `${cwd} is in no work tree of a git repository`, {
      hint: `go into a checkout of the pilot repo${found.stderr === "" ? "" : `; git says: ${firstLine(found.stderr)}`}`,
    });
  const root = realpathSync(top);
  const head = await askGit({ root, env }, ["rev-parse", "--quiet", "--verify", "HEAD^{commit}"]);
  return { root, gitDir, env, head: head.code === 0 ? head.stdout.toString("utf8").trim() : undefined };
}

/** The commit that is checked out. Throws `checkout_empty`. */
export function headOf({ root, head }: Checkout): string {
  if (head !== undefined) return head;
  throw new CoulombError("checkout_empty", `${root} has no commit yet`, {
    hint: "a bundle is made from a commit: commit something first",
  });
}

/** Runs git and answers whatever its exit code is. Throws `git_version` without git. */
export function askGit(
  { root, env }: Pick<Checkout, "root" | "env">,
  args: readonly string[],
): Promise<GitAnswer> {
  const kept = Object.entries(env).filter(([name]) => !elsewhere.has(name));
  const own = { GIT_OPTIONAL_LOCKS: "0", GIT_LITERAL_PATHSPECS: "1", LC_ALL: "C" };
  const options = {
    cwd: root,
    env: { ...Object.fromEntries(kept), ...own },
    encoding: "buffer",
    maxBuffer: 256 * 1024 * 1024,
  } as const;
  return new Promise((resolve, reject) => {
    const child = execFile("git", [...settings, ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === "number") return resolve({ code, stdout, stderr: stderr.toString("utf8") });
      reject(
        new CoulombError("git_version", `git cannot be run: ${error?.message ?? "no exit code"}`, {
          hint: "install git 2.38 or newer, or put it first in PATH",
          cause: error,
        }),
      );
    });
    child.stdin?.end();
  });
}

/** What git printed, as text; `undefined` when it failed. */
export async function gitText(
  checkout: Pick<Checkout, "root" | "env">,
  args: readonly string[],
): Promise<string | undefined> {
  const { code, stdout } = await askGit(checkout, args);
  return code === 0 ? stdout.toString("utf8") : undefined;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}
