import { CoulombError, didYouMean } from "@coulomb-loop/schemas";
import {
  type Explained,
  type ExplainedTask,
  explainTask,
  type PlanInput,
} from "@coulomb-loop/state-hub-sync";

/** A task that was found: in a file, or on the hub alone. */
export type FoundTask = ExplainedTask | Extract<Explained, { kind: "gone" }>;

/** Finds a task by its key, or by `T07` where one workplan only has it. Throws `usage`. */
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
    case "unknown":
      throw new CoulombError("usage", `no task ${name} in the files or on the hub`, {
        hint: didYouMean(name, [...found.keys]),
      });
  }
}
