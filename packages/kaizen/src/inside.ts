import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { CoulombError } from "@coulomb-loop/schemas";

/**
 * The full path of a file of a checkout that may be read or written. Throws `path_outside` when a link on the way leads out of
 * the checkout, into its git folder, or nowhere. `path` is relative to `root`, with `/`; `root` has its links resolved.
 */
export function insidePath(root: string, path: string): string {
  const full = join(root, path);
  let there = full;
  while (!isThere(there) && dirname(there) !== there) there = dirname(there);
  if (isInside(root, resolved(there))) return full;
  const { link, end } = firstLinkOut(root, path);
  const where = end === undefined ? "leads nowhere" : `leads out of the files of ${root}`;
  const how = end === undefined ? "" : `, to ${end}`;
  throw new CoulombError("path_outside", `${path} ${where}: there is a link at ${link}${how}`, {
    hint: "replace the link by a folder or file of the repo; nothing was read or written through it",
  });
}

function isInside(root: string, real: string | undefined): boolean {
  if (real === undefined) return false;
  const inGit = `${real}${sep}`.startsWith(join(root, ".git") + sep);
  return !inGit && (real === root || real.startsWith(root.endsWith(sep) ? root : root + sep));
}

/** The first folder or file on the way that is not inside, and where it ends; no end: its links lead nowhere. */
function firstLinkOut(
  root: string,
  path: string,
): { readonly link: string; readonly end: string | undefined } {
  const parts = path.split("/");
  for (const [index] of parts.entries()) {
    const link = parts.slice(0, index + 1).join("/");
    const end = resolved(join(root, link));
    if (!isInside(root, end)) return { link, end };
  }
  return { link: path, end: undefined };
}

/** Makes the folders above a file of a checkout. Throws `path_outside`, `checkout_unwritable`. */
export function makeFolders(root: string, path: string): void {
  const parts = path.split("/").slice(0, -1);
  for (const [index] of parts.entries()) {
    const folder = parts.slice(0, index + 1).join("/");
    const full = insidePath(root, folder);
    if (isFolder(full)) continue;
    written(folder, () => {
      try {
        mkdirSync(full);
      } catch (error) {
        // Another process may have made it meanwhile.
        if (!isFolder(full)) throw error;
      }
    });
  }
}

/** Writes a new file, whole or not at all; false when there is one already. Throws `path_outside`, `checkout_unwritable`. */
export function createFile(root: string, path: string, text: string): boolean {
  const full = insidePath(root, path);
  if (isThere(full)) return false;
  makeFolders(root, path);
  return written(path, () => {
    let file: number;
    try {
      file = openSync(full, "wx");
    } catch (error) {
      if (errorCode(error) === "EEXIST") return false;
      throw error;
    }
    try {
      writeAll(file, Buffer.from(text));
    } catch (error) {
      rmSync(full, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
    return true;
  });
}

/** Writes all bytes to an open file and waits until the disk has them. */
export function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  fsyncSync(file);
}

/** Work on a file of the checkout. What the file system refuses becomes `checkout_unwritable`. */
export function written<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CoulombError) throw error;
    throw new CoulombError(
      "checkout_unwritable",
      `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      {
        hint: "mend its permissions, what stands in its way, or the disk, and run it again; this file is as it was",
        cause: error,
      },
    );
  }
}

/** The code of an error of the file system; empty for another. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** What the file system says of a file in a word: its code, else all it says. */
export function reasonOf(error: unknown): string {
  return errorCode(error) || (error instanceof Error ? error.message : String(error));
}

function resolved(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Also true for a link that leads nowhere. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A file where a folder should be: who writes there is told.
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return realpathSync(path) !== "" && lstatSync(realpathSync(path)).isDirectory();
  } catch {
    return false;
  }
}
