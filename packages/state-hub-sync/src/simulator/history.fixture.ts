import type { TaskField } from "../model.ts";

/** A value where it stands, and the write that it stems from; 0: nobody's. The tool copies cells, people make them. */
export interface Cell {
  readonly value: string | null;
  readonly by: number;
}

/** A value that a person set, wherever. */
export interface PersonWrite {
  readonly id: number;
  readonly side: "file" | "hub" | "proposal";
  readonly key: string;
  readonly field: TaskField;
  readonly value: string | null;
}

/** What people did and what they had before their eyes: the judge's own account, which no code under test touches. */
export interface History {
  readonly writes: PersonWrite[];
  /** Writes that somebody saw when they set something else in their place. */
  readonly superseded: Set<number>;
  /** What went wrong at once, not only at the end. */
  readonly broken: string[];
}

export function newHistory(): History {
  return { writes: [], superseded: new Set(), broken: [] };
}

/** A person sets a value, having seen `seen`. */
export function personWrites(
  history: History,
  write: Omit<PersonWrite, "id">,
  seen: readonly (Cell | undefined)[],
): Cell {
  const id = history.writes.length + 1;
  history.writes.push({ id, ...write });
  supersede(history, seen, id);
  return { value: write.value, by: id };
}

/** A person puts `by` in the place of what they saw. */
export function supersede(history: History, seen: readonly (Cell | undefined)[], by: number): void {
  for (const cell of seen) if (cell !== undefined && cell.by !== by) history.superseded.add(cell.by);
}
