import type { RunReport } from "@coulomb-loop/schemas";

/** What went wrong with a run as a whole, whatever became of its repos. */
export interface RunProblem {
  readonly code: NonNullable<RunReport["stopped"]>["code"] | "state_refused";
  readonly message: string;
  readonly hint: string;
}

/** Every code of a problem, with what it means and what a person does about it. */
export const runProblemRules: Readonly<
  Record<RunProblem["code"], { readonly title: string; readonly help: string }>
> = {
  mass_change: {
    title: "The run stopped before its first write: it would change too much at once",
    help: "Look at the plan; if it is meant, apply exactly that plan with --allow-mass-change.",
  },
  run_in_progress: {
    title: "The run stopped before its first write: another one is at work",
    help: "Wait for it; if it is dead, go on with --take-over.",
  },
  request_budget: {
    title: "The run stopped before its first write: the forge grants too few requests for it now",
    help: "Run again after the time it names; the forge counts anew then.",
  },
  write_limit: {
    title: "The run stopped before its first write: the forge said that we write too fast",
    help: "Run again after the time it names; until then no write is made.",
  },
  state_refused: {
    title: "The state branch of the ops repo was not written",
    help: "Let the account of the run push to that branch; until then what is in sync cannot be remembered.",
  },
};

/** The problems of a run; none when it did what it set out to do. */
export function runProblems({ stopped, state }: RunReport): RunProblem[] {
  const { title, help } = runProblemRules.state_refused;
  return [
    ...(stopped === undefined ? [] : [stopped]),
    ...(state === "refused" ? [{ code: "state_refused" as const, message: title, hint: help }] : []),
  ];
}
