import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { addTree, createPackWriter, type PackedFile } from "./pack-writer.ts";
import { fixedTime, git } from "./plain-git.ts";
import { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";

/** What a file of a new repository is: text, bytes, a program, or a symbolic link to a path. */
export type FleetFile = string | Uint8Array | { readonly executable: string } | { readonly link: string };

/** One repository of a fleet. Without files it is empty: it has no commit. */
export interface FleetRepo {
  readonly files?: Readonly<Record<string, FleetFile>>;
  /** Default branch; default `main`. */
  readonly branch?: string;
}

export interface FleetOptions {
  /** Repositories by `owner/repo`. */
  readonly repos: Readonly<Record<string, FleetRepo>>;
  /** Where to put them; default: a temporary folder that goes with the fleet. */
  readonly folder?: string;
  /** `bare`: `<owner>/<repo>.git` (the default). `worktree`: `<owner>/<repo>.git` is a folder with files and `.git`. */
  readonly layout?: "bare" | "worktree";
}

/** Real git repositories, `<folder>/<owner>/<repo>.git`. */
export interface Fleet {
  readonly folder: string;
  /** Names in the order given. */
  readonly names: readonly string[];
  /** Absolute path of one, by `owner/repo`. */
  path(name: string): string;
  /** Removes the fleet, unless its folder was given. */
  remove(): void;
}

/**
 * Makes a fleet of real repositories with one commit each, without a process unless there are work trees. The same
 * files give the same commit ids on every machine.
 */
export async function createFleet(options: FleetOptions): Promise<Fleet> {
  const own: TemporaryFolder | undefined =
    options.folder === undefined ? temporaryFolder("coulomb-fleet-") : undefined;
  const folder = options.folder ?? own?.path ?? "";
  const names = Object.keys(options.repos);
  const path = (name: string) => join(folder, `${name}.git`);
  const layout = options.layout ?? "bare";
  const waiting = Object.entries(options.repos);
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, repo] = next;
      await createRepo(path(name), repo, layout);
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() * 2 }, work));
  } catch (error) {
    own?.remove();
    throw error;
  }
  return { folder, names, path, remove: () => own?.remove() };
}

async function createRepo(path: string, repo: FleetRepo, layout: "bare" | "worktree"): Promise<void> {
  const branch = repo.branch ?? "main";
  const gitDir = layout === "bare" ? path : join(path, ".git");
  await createEmpty(gitDir, branch, layout === "bare");
  const files = Object.entries(repo.files ?? {});
  if (files.length === 0) return;
  await addCommit(gitDir, branch, files);
  if (layout === "worktree") await git(path, ["reset", "--quiet", "--hard"]);
}

/** What `git init` makes. */
async function createEmpty(gitDir: string, branch: string, bare: boolean): Promise<void> {
  await mkdir(join(gitDir, "objects", "pack"), { recursive: true });
  await mkdir(dirname(join(gitDir, "refs", "heads", branch)), { recursive: true });
  await Promise.all([
    writeFile(join(gitDir, "HEAD"), `ref: refs/heads/${branch}\n`),
    writeFile(
      join(gitDir, "config"),
      // Background work would hold files of a folder that a test removes.
      `[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = ${bare}\n` +
        "[gc]\n\tauto = 0\n[receive]\n\tautogc = false\n",
    ),
  ]);
}

/** Puts one commit with the given files on a branch. */
async function addCommit(
  gitDir: string,
  branch: string,
  files: readonly [string, FleetFile][],
): Promise<void> {
  const writer = createPackWriter();
  const tree = addTree(writer, new Map(files.map(([path, file]) => [path, toPacked(file)])));
  const who = `Pat Person <pat@example.org> ${fixedTime / 1000} +0000`;
  const commit = writer.add(
    "commit",
    Buffer.from(`tree ${tree}\nauthor ${who}\ncommitter ${who}\n\nStart\n`),
  );
  const { name, pack, index } = writer.finish();
  const base = join(gitDir, "objects", "pack", `pack-${name}`);
  await Promise.all([
    writeFile(`${base}.pack`, pack),
    writeFile(`${base}.idx`, index),
    writeFile(join(gitDir, "refs", "heads", branch), `${commit}\n`),
  ]);
}

function toPacked(file: FleetFile): PackedFile {
  if (typeof file === "string") return { mode: "100644", bytes: Buffer.from(file, "utf8") };
  if (file instanceof Uint8Array) return { mode: "100644", bytes: Buffer.from(file) };
  if ("link" in file) return { mode: "120000", bytes: Buffer.from(file.link, "utf8") };
  return { mode: "100755", bytes: Buffer.from(file.executable, "utf8") };
}
