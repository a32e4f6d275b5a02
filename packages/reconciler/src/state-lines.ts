import { CoulombError } from "@coulomb-loop/schemas";

/** Tells a record of a state file from anything else. */
type Guard<T> = (value: Readonly<Record<string, unknown>>) => value is Readonly<Record<string, unknown>> & T;

/**
 * Reads a state file of JSON lines. `where` names branch and file. Throws CoulombError `state_corrupt` with the line:
 * what is damaged is never read as absent.
 */
export function parseLines<T>(text: string, where: string, isRecord: Guard<T>): T[] {
  const records: T[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue;
    records.push(parseRecord(line, `${where}:${index + 1}`, isRecord));
  }
  return records;
}

/** Reads a state file that is one JSON object; `undefined` when there is none. Throws as `parseLines` does. */
export function parseObject<T>(text: string | undefined, where: string, isRecord: Guard<T>): T | undefined {
  return text === undefined ? undefined : parseRecord(text, `${where}:1`, isRecord);
}

function parseRecord<T>(text: string, where: string, isRecord: Guard<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw corruptState(where, text);
  }
  if (!isMap(value) || !isRecord(value)) throw corruptState(where, text);
  return value;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The error for a state file that is not what we wrote: where, and what stands there. */
export function corruptState(where: string, received: string): CoulombError {
  return new CoulombError(
    "state_corrupt",
    `${where}: expected a record of ours, received ${received.trim().slice(0, 60)}`,
    {
      hint: "revert the commit that changed it; or delete the state branch, which costs a full read and adoption choices",
    },
  );
}
