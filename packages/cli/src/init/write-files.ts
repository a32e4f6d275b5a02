import { existsSync, lstatSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CoulombError } from "@coulomb-loop/schemas";
import { makeFolder } from "../make-folder.ts";
import { writeWhole } from "../write-whole.ts";

/** What became of the files of a new ops repo; paths relative to its folder. */
export interface Written {
  readonly written: readonly string[];
  /** There already, with the same bytes or with what people wrote. */
  readonly kept: readonly string[];
}

const failure = { code: "init_unwritable", hint: "name a folder that you may write to" };

/** Files that a repository often has before it is an ops repo: they stay as they are. */
const ownWords = new Set(["README.md"]);

/**
 * Writes files below a folder, none of them over another: where one is there with other bytes nothing at all is written. What an
 * interrupted run left is gone on with. Throws `init_taken` and `init_unwritable`.
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): Written {
  const kept: string[] = [];
  const taken: string[] = [];
  const wanted: (readonly [string, string])[] = [];
  for (const [path, text] of files) {
    const there = textAt(join(folder, path));
    if (there === undefined) wanted.push([path, text]);
    else if (path === ".gitignore") {
      if (there.split(/\r?\n/).includes(".coulomb/")) kept.push(path);
      else wanted.push([path, `${there}${there === "" || there.endsWith("\n") ? "" : "\n"}${text}`]);
    } else if (there === text || ownWords.has(path)) kept.push(path);
    else taken.push(path);
  }
  if (taken.length > 0)
    throw new CoulombError("init_taken", `${folder} has other files of these names: ${taken.join(", ")}`, {
      hint: "nothing was written: name an empty folder, or move these away",
    });
  for (const [path, text] of wanted) write(join(folder, path), text);
  return { written: wanted.map(([path]) => path), kept };
}

/** Text of a file; `undefined` where there is none. */
function textAt(path: string): string | undefined {
  try {
    // A link would be written through to somewhere else.
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    return existsSync(path) && lstatSync(path).isFile() ? readFileSync(path, "utf8") : "";
  } catch (error) {
    throw unwritable(path, error);
  }
}

function write(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
  } catch (error) {
    throw unwritable(path, error);
  }
  if (existsSync(path)) writeWhole(path, text, failure);
  else writeNew(path, text);
}

/** A file that somebody made meanwhile is not written over. */
function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): CoulombError {
  return new CoulombError(
    failure.code,
    `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    { hint: failure.hint, cause: error },
  );
}
