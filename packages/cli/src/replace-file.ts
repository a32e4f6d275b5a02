import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Source } from "@coulomb-loop/documents";

/** What became of a replacement: `changed` when the file is no longer what was read, then nothing was written. */
export type Replaced =
  | { readonly kind: "done" | "changed" }
  | { readonly kind: "unwritable"; readonly reason: string; readonly cause: unknown };

/**
 * Replaces a file by new bytes, whole or not at all, with the mode it had; through a link, the file it leads to.
 * `path` is relative to `folder`.
 */
export function replaceFile(
  folder: string,
  source: Pick<Source, "bytes">,
  path: string,
  bytes: Uint8Array,
): Replaced {
  const file = realpathSync(resolve(folder, path));
  const draft = `${file}.${process.pid}.tmp`;
  if (!readFileSync(file).equals(source.bytes)) return { kind: "changed" };
  try {
    writeFileSync(draft, bytes, { mode: statSync(file).mode });
    renameSync(draft, file);
    return { kind: "done" };
  } catch (error) {
    rmSync(draft, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "unwritable", reason, cause: error };
  }
}
