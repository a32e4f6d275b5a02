import { existsSync, globSync, lstatSync, readFileSync, statSync } from "node:fs";
import { dirname, join, parse, relative, resolve, sep } from "node:path";
import { MAX_BYTES } from "@coulomb-loop/documents";
import type { OpsFile, OpsFileKind, OpsFiles } from "@coulomb-loop/reconciler";
import { opsPaths } from "@coulomb-loop/reconciler";
import type { Finding } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";

/** Folder of the ops repo: the one named, else the nearest with a coulomb.yaml from `cwd` upwards. Throws `ops_missing`. */
export function findOpsFolder(cwd: string, named: string | undefined): string {
  if (named !== undefined) {
    const folder = resolve(cwd, named);
    if (exists(join(folder, "coulomb.yaml"))) return folder;
    if (exists(folder) && !isFolder(folder))
      throw new CoulombError("ops_missing", `${folder} is no folder`, {
        hint: "--ops takes the folder that holds coulomb.yaml",
      });
    throw new CoulombError("ops_missing", `${folder} has no coulomb.yaml`, {
      hint: "name the folder of an ops repo with --ops; coulomb init makes one",
    });
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (exists(join(folder, "coulomb.yaml"))) return folder;
    if (folder === parse(folder).root) {
      throw new CoulombError("ops_missing", `no coulomb.yaml in ${resolve(cwd)} or above it`, {
        hint: "go into an ops repo, or name one with --ops; coulomb init makes one",
      });
    }
  }
}

/** Reads every file of an ops repo that a contract holds for. What cannot be read becomes a finding of that file. */
export function readOpsFiles(folder: string): OpsFiles {
  const config = readOpsFile(folder, "coulomb.yaml", "coulomb");
  const paths = opsPaths(config.content instanceof Uint8Array ? config.content : new Uint8Array());
  const loopFolders = expand(folder, paths.loops).filter((path) => isFolder(join(folder, path)));
  const files = [config];
  for (const loop of loopFolders) {
    for (const [name, kind] of [
      ["roster.yaml", "roster"],
      ["cadence.yaml", "cadence"],
    ] as const) {
      if (exists(join(folder, loop, name))) files.push(readOpsFile(folder, `${loop}/${name}`, kind));
    }
    // Not part of the pattern: the folder's name may hold characters that mean something there.
    const decisions = expand(join(folder, loop, "decisions"), ["*.yaml"]);
    files.push(...decisions.map((name) => readOpsFile(folder, `${loop}/decisions/${name}`, "decision")));
    const records = expand(join(folder, loop, "promotions"), ["*.yaml"]);
    files.push(
      ...records.map((name) =>
        readOpsFile(folder, `${loop}/promotions/${name}`, name.endsWith(".seal.yaml") ? "seal" : "promotion"),
      ),
    );
  }
  files.push(
    ...expand(folder, paths.activityDefinitions).map((path) => readOpsFile(folder, path, "definition")),
  );
  files.push(...expand(folder, paths.workplans).map((path) => readOpsFile(folder, path, "workplan")));
  return { files, loopFolders };
}

function expand(folder: string, patterns: readonly string[]): string[] {
  const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: folder }));
  return [...new Set(found.map((path) => path.split(sep).join("/")))]
    .filter((path) => !path.startsWith("../"))
    .sort();
}

/** Reads one file of an ops repo; its content is a finding where it cannot be read. */
export function readOpsFile(folder: string, path: string, kind: OpsFileKind): OpsFile {
  const full = join(folder, path);
  try {
    const stat = statSync(full);
    if (!stat.isFile())
      return { path, kind, content: unreadable(path, "is no file", "replace it by a file") };
    // Not read at all: a reader that has to hold a file to refuse it can be filled up with one.
    if (stat.size > MAX_BYTES) {
      return {
        path,
        kind,
        content: {
          ...unreadable(
            path,
            `has ${stat.size} bytes, the limit is ${MAX_BYTES}`,
            "split it, or take it out of the paths of coulomb.yaml",
          ),
          code: "too_large",
        },
      };
    }
    return { path, kind, content: readFileSync(full) };
  } catch (error) {
    return { path, kind, content: unreadable(path, reasonOf(error), "mend the file or its permissions") };
  }
}

function unreadable(file: string, reason: string, hint: string): Finding {
  return { code: "file_unreadable", severity: "error", message: `${file} ${reason}`, hint, file };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ELOOP") return "is a symbolic link that leads back to itself";
  if (code === "ENOENT") return "is a symbolic link to nothing";
  if (code === "EACCES" || code === "EPERM") return "may not be read by this user";
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

/** Also true for a link that leads nowhere: it is there, and it is wrong. */
function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A folder that may not be looked into, or a file on the way.
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Path of the ops repo inside its git repository, with a `/` at its end; empty at the root of it, and without one.
 * Code hosts name files from that root.
 */
export function gitPrefix(folder: string): string {
  for (let root = folder; ; root = dirname(root)) {
    if (existsSync(join(root, ".git")))
      return root === folder ? "" : `${relative(root, folder).split(sep).join("/")}/`;
    if (root === parse(root).root) return "";
  }
}

/** A path as the ops repo names it: relative to its folder, with `/`. */
export function opsPath(folder: string, cwd: string, path: string): string {
  return relative(folder, resolve(cwd, path)).split(sep).join("/");
}
