import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import { insidePath } from "./inside.ts";

/** Bytes above which no file of a repo is read: what is longer does not fit into one text. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Bytes of a regular file of a checkout. Throws `path_outside`, and what the file system says; also of what is no file, such as
 * a pipe, and of a file above 256 MiB.
 */
export function readInside(root: string, path: string): Buffer {
  // To open a pipe would wait for somebody who writes into it, and no signal ends that.
  const file = openSync(insidePath(root, path), constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() && !stat.isDirectory()) throw new Error("it is no regular file");
    if (stat.size > mostBytes) throw new Error(`it has ${stat.size} bytes, at most ${mostBytes} are read`);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Names in a folder of a checkout. Throws `path_outside`, and what the file system says. */
export function namesInside(root: string, folder: string): string[] {
  return readdirSync(insidePath(root, folder));
}
