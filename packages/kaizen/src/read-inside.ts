import { readdirSync, readFileSync } from "node:fs";
import { insidePath } from "./inside.ts";

/** Bytes of a file of a checkout. Throws `path_outside`, and what the file system says. */
export function readInside(root: string, path: string): Buffer {
  return readFileSync(insidePath(root, path));
}

/** Names in a folder of a checkout. Throws `path_outside`, and what the file system says. */
export function namesInside(root: string, folder: string): string[] {
  return readdirSync(insidePath(root, folder));
}
