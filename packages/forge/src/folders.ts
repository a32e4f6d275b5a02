import { hashObject } from "./git/object-reader.ts";
import type { FolderEntry, FolderState, Observed, Oid, RepoObservation, RepoQuery } from "./port.ts";
import { type Problem, unknown } from "./problem.ts";

/** An entry of a tree, with its mode as git writes it (`40000`) or as servers do (`040000`). */
export interface TreePart {
  readonly mode: string;
  readonly oid: Oid;
}

/** What a mode of git stands for. */
function kindOfMode(mode: string): FolderEntry["kind"] {
  switch (mode.replace(/^0/, "")) {
    case "40000":
      return "directory";
    case "120000":
      return "symlink";
    case "160000":
      return "submodule";
    default:
      return "file";
  }
}

/** A folder with its entries, whatever their order. */
export function folderOf(
  path: string,
  tree: Oid,
  entries: Iterable<readonly [name: string, part: TreePart]>,
): FolderState {
  const found = [...entries].map(
    ([name, { mode, oid }]): FolderEntry => ({ path: `${path}/${name}`, kind: kindOfMode(mode), oid }),
  );
  return { kind: "folder", tree, entries: found.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** The id of the tree that holds exactly these entries (gitformat-tree): whoever told them, they are all of it (F5). */
export function treeId(entries: Iterable<readonly [name: string, part: TreePart]>, oidLength: number): Oid {
  const lines = [...entries].map(([name, { mode, oid }]) => {
    const plain = mode.replace(/^0/, "");
    // git sorts a folder as if its name ended in a slash.
    const key = Buffer.from(plain === "40000" ? `${name}/` : name, "utf8");
    return { key, bytes: Buffer.concat([Buffer.from(`${plain} ${name}\0`), Buffer.from(oid, "hex")]) };
  });
  lines.sort((a, b) => Buffer.compare(a.key, b.key));
  return hashObject("tree", Buffer.concat(lines.map(({ bytes }) => bytes)), oidLength);
}

/** What is at the path of a folder and is none; `undefined` when it is one. */
export function noFolder(part: TreePart | undefined | null): FolderState | undefined {
  if (part === undefined || part === null) return { kind: "absent" };
  const kind = kindOfMode(part.mode);
  return kind === "directory" ? undefined : { kind: "other", what: kind };
}

/** Every folder of a query unknown for one reason; nothing where none is asked for. */
export function unknownFolders({ folders }: RepoQuery, problem: Problem): Pick<RepoObservation, "folders"> {
  return folders === undefined ? {} : { folders: eachFolder(folders, unknown(problem)) };
}

/** The same answer for every folder. */
function eachFolder(
  folders: readonly string[],
  state: Observed<FolderState>,
): ReadonlyMap<string, Observed<FolderState>> {
  return new Map(folders.map((path) => [path, state]));
}
