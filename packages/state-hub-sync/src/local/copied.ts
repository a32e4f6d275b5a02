import type { FieldName } from "../model.ts";

/** The trailer that says of a field which revision of the hub was copied into the file. */
export function copiedTrailer({ key, field }: FieldName, rev: number): string {
  return `Coulomb-Copied: ${key}.${field}@${rev}`;
}

const line = /^[ \t]*Coulomb-Copied: (\S+)\.([a-z]+)@(\d{1,15})[ \t\r]*$/gm;

/**
 * The revision of a field that a message claims to have copied last. It may stand anywhere: a squash carries the messages of
 * its commits, or the body of the proposal. Older ones were overwritten on the way: who has their value since put it there.
 */
export function copiedRev(message: string, { key, field }: FieldName): number | undefined {
  const found = [...message.matchAll(line)].flatMap(([, of, name, rev]) =>
    of === key && name === field ? [Number(rev)] : [],
  );
  return found.length === 0 ? undefined : Math.max(...found);
}
