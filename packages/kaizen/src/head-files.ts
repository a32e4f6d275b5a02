import { sha256Of } from "@coulomb-loop/schemas/digest";
import { askGit, type Checkout } from "./git.ts";

/** A regular file as a commit has it. */
export interface HeadFile {
  readonly path: string;
  readonly bytes: Buffer;
  /** SHA-256 of the bytes. */
  readonly digest: string;
}

/** The file at a path in a commit; `undefined` when there is none, or no regular one. */
export async function headFile(
  checkout: Pick<Checkout, "root" | "env">,
  commit: string,
  path: string,
): Promise<HeadFile | undefined> {
  const [entry] = await listed(checkout, commit, [path]);
  if (entry === undefined || entry.path !== path) return undefined;
  const { code, stdout } = await askGit(checkout, ["cat-file", "blob", entry.oid]);
  return code === 0 ? { path, bytes: stdout, digest: sha256Of(stdout) } : undefined;
}

/** Paths of the regular files below a folder in a commit, ascending. */
export async function headPaths(
  checkout: Pick<Checkout, "root" | "env">,
  commit: string,
  folder: string,
): Promise<readonly string[]> {
  const entries = await listed(checkout, commit, ["-r", folder]);
  return entries.map(({ path }) => path).sort();
}

async function listed(
  checkout: Pick<Checkout, "root" | "env">,
  commit: string,
  args: readonly string[],
): Promise<{ readonly oid: string; readonly path: string }[]> {
  const options = args.filter((each) => each === "-r");
  const paths = args.filter((each) => each !== "-r");
  const { code, stdout } = await askGit(checkout, [
    "ls-tree",
    "-z",
    "--full-tree",
    ...options,
    commit,
    "--",
    ...paths,
  ]);
  if (code !== 0) return [];
  return stdout
    .toString("utf8")
    .split("\0")
    .flatMap((line) => {
      const match = /^100(?:644|755|664) blob ([0-9a-f]+)\t(.+)$/s.exec(line);
      const [, oid, path] = match ?? [];
      return oid === undefined || path === undefined ? [] : [{ oid, path }];
    });
}
