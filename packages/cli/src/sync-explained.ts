import { CoulombError, didYouMean } from "@coulomb-loop/schemas";
import {
  type Explained,
  type ExplainedTask,
  explainTask,
  type PlanInput,
} from "@coulomb-loop/state-hub-sync";

/** A task that was found: in a file, or on the hub alone. */
export type FoundTask = ExplainedTask | Extract<Explained, { kind: "gone" }>;

/** Finds a task by its key, or by `T07` where one workplan only has it. Throws `usage`, and `task_unreadable`. */
export function explained(input: PlanInput, name: string): FoundTask {
  const found = explainTask(input, name);
  switch (found.kind) {
    case "task":
    case "gone":
      return found;
    case "ambiguous":
      throw new CoulombError("usage", `several tasks are ${name}: ${found.keys.join(", ")}`, {
        hint: "give the full key",
      });
    case "flawed":
      throw unreadable(found);
    case "unknown":
      throw new CoulombError("usage", `no task ${name} ${placesWords(found.unseen)}, or on the hub`, {
        hint:
          found.keys.length === 0
            ? "coulomb sync --check tells what it sees"
            : didYouMean(name, [...found.keys]),
      });
  }
}

/** Why a task that a file has cannot be explained. */
function unreadable({ key, file, findings }: Extract<Explained, { kind: "flawed" }>): CoulombError {
  const [first] = findings.filter(({ message }) => message.includes(key)).concat(findings);
  const place = first?.line === undefined ? file : `${file}:${first.line}:${first.column ?? 1}`;
  const why = first === undefined ? "" : `: ${first.message} [${first.code}]`;
  return new CoulombError("task_unreadable", `${key} stands in ${place} and cannot be read${why}`, {
    hint: first?.hint ?? "coulomb validate tells what is wrong with it",
  });
}

/** Where a task was looked for: files that cannot be read, in whole or in part, may hold it all the same. */
export function placesWords(unseen: readonly string[]): string {
  return unseen.length === 0
    ? "in the files"
    : `in what can be read of the files (${unseen.join(", ")} cannot, in whole or in part)`;
}
