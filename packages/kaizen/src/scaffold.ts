import { closeSync, openSync } from "node:fs";
import type { KaizenScaffoldReport } from "@coulomb-loop/schemas";
import { createFile, errorCode, insidePath, writeAll, written } from "./inside.ts";
import { readInside } from "./read-inside.ts";

/** What became of a file. `extended`: it got a line more; every byte that was there stays. */
export type ScaffoldedPath = KaizenScaffoldReport["paths"][number];

/** Where git reads how files merge. */
export const attributesPath = ".gitattributes";

/** By this line two branches that both added records merge to a file with all of them. */
const attributesLine = ".kaizen/metrics/**/*.jsonl merge=union";

/** Refuses paths that a link leads out, before the first of them is written. Throws `path_outside`. */
export function checkInside(root: string, paths: readonly string[]): void {
  for (const path of paths) insidePath(root, path);
}

/** Makes a file unless something stands there. Throws `path_outside`, `checkout_unwritable`. */
export function scaffoldFile(root: string, path: string, text: string): ScaffoldedPath {
  return { path, state: createFile(root, path, text) ? "created" : "kept" };
}

/**
 * Sees to the line of `.gitattributes` by which metrics files merge. What is there keeps its bytes and its line endings.
 * Throws `path_outside`, `checkout_unwritable`.
 */
export function scaffoldAttributes(root: string): ScaffoldedPath {
  const path = attributesPath;
  const before = existing(root, path);
  if (before === undefined) {
    const note = "# Records are only ever added: two branches that did both keep theirs.\n";
    return scaffoldFile(root, path, `${note}${attributesLine}\n`);
  }
  if (before.split(/\r\n|\n|\r/).some(isOurs)) return { path, state: "kept" };
  const ending = before.includes("\r\n") ? "\r\n" : "\n";
  const gap = before === "" || before.endsWith("\n") ? "" : ending;
  written(path, () => {
    const file = openSync(insidePath(root, path), "a");
    try {
      writeAll(file, Buffer.from(`${gap}${attributesLine}${ending}`));
    } finally {
      closeSync(file);
    }
  });
  return { path, state: "extended" };
}

/** Bytes as characters: any encoding stays what it is. */
function existing(root: string, path: string): string | undefined {
  return written(path, () => {
    try {
      return readInside(root, path).toString("latin1");
    } catch (error) {
      if (errorCode(error) === "ENOENT") return undefined;
      throw error;
    }
  });
}

function isOurs(line: string): boolean {
  const [pattern, ...attributes] = line.trim().split(/\s+/);
  return pattern === attributesLine.split(" ")[0] && attributes.includes("merge=union");
}
