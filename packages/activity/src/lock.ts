import type { ActivityLock, Finding } from "@coulomb-loop/schemas";
import { validateActivityLock } from "@coulomb-loop/schemas";

/** Name of the lock, beside the definitions. */
export const lockFileName = ".lock.json";

/** The text of a lock: ids ascending, so that equal locks are equal files. */
export function formatLock({ schema_version, definitions }: ActivityLock): string {
  const sorted = Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ schema_version, definitions: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** Reads a lock. Without a value, the findings say why: no JSON, or not of this format. */
export function parseLock(
  text: string,
  file: string,
): { readonly lock: ActivityLock } | { readonly findings: readonly Finding[] } {
  const hint = "write it anew: coulomb activity compile";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = `${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { findings: [{ code: "lock_invalid", severity: "error", message, hint, file }] };
  }
  const checked = validateActivityLock(value);
  if (checked.ok) return { lock: checked.value };
  return {
    findings: checked.findings.map((finding) => ({ ...finding, code: "lock_invalid", file, hint })),
  };
}
