import type { InitReport } from "@coulomb-loop/schemas";
import { validatePlan } from "@coulomb-loop/schemas";
import { exitCodes } from "../io.ts";

type Problem = NonNullable<InitReport["problem"]>;

/** What a command line printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What to do where a repo cannot be read. */
export function unreadHint(loop: string): string {
  return `coulomb doctor says what is wrong with each; where a name is, correct it in loops/${loop}/roster.yaml; then coulomb plan`;
}

/** Why `plan --json` made no whole plan; `undefined`: it did. */
export function problemOf({ code, stdout, stderr }: Ran, loop: string): Problem | undefined {
  if (code === exitCodes.ok) return undefined;
  const said = parsed(stdout);
  const plan = validatePlan(said);
  if (plan.ok) {
    const unread = plan.value.repos.filter((repo) => repo.class === "unknown");
    return {
      message: unread.map(({ repo_id, reason }) => `${repo_id}: ${reason}`).join("; "),
      hint: unreadHint(loop),
    };
  }
  const { code: name, message, hint } = textsOf(said);
  return {
    ...(name === undefined ? {} : { code: name }),
    message: message ?? stderr.trim(),
    ...(hint === undefined ? {} : { hint }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The texts among the values of a document. */
function textsOf(document: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof document !== "object" || document === null) return {};
  return Object.fromEntries(Object.entries(document).filter(([, value]) => typeof value === "string"));
}
