import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { insidePath, makeFolders, writeAll, written } from "./inside.ts";

/**
 * Adds a text to a file of a checkout, whole or not at all, and waits until the disk has it. Only one process may do so at a
 * time. Throws `path_outside`, `checkout_unwritable`.
 */
export function appendText(root: string, path: string, text: string): void {
  makeFolders(root, path);
  const full = insidePath(root, path);
  written(path, () => {
    const file = openSync(full, "a");
    const before = fstatSync(file).size;
    try {
      writeAll(file, Buffer.from(text));
    } catch (error) {
      ftruncateSync(file, before);
      if (before === 0) rmSync(full, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
    if (before === 0) syncFolder(dirname(full));
  });
}

/** The name of a new file is in its folder; some systems cannot wait for a folder. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // What was written is on its way all the same.
  }
}
