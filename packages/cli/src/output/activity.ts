import type { SlotOutcome } from "@coulomb-loop/activity";
import { type Paint, printableLine, table } from "../terminal.ts";

/** What became of slots, for people. */
export function outcomeLines(outcomes: readonly SlotOutcome[], paint: Paint): string[] {
  const words: Readonly<Record<SlotOutcome["result"], string>> = {
    dispatched: paint.green("dispatched"),
    settled: paint.cyan("settled"),
    prepared: paint.green("prepared"),
    taken: paint.dim("taken"),
    refused: paint.red("refused"),
  };
  return table(
    outcomes.map(({ slot, result, reason, attempt, message }) => [
      words[result],
      printableLine(slot),
      [reason, attempt === undefined || attempt === 1 ? undefined : `attempt ${attempt}`, message]
        .filter((part) => part !== undefined)
        .map(printableLine)
        .join(", "),
    ]),
  );
}
