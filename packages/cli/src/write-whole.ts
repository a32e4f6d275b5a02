import { renameSync, rmSync, writeFileSync } from "node:fs";
import { CoulombError } from "@coulomb-loop/schemas";

/** Writes a file whole or not at all. Throws a CoulombError of that code, with what to do, where it cannot be written. */
export function writeWhole(
  file: string,
  text: string,
  failure: { readonly code: string; readonly hint: string },
): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CoulombError(failure.code, `${file} cannot be written: ${reason}`, {
      hint: failure.hint,
      cause: error,
    });
  }
}
