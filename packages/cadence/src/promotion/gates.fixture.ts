import { type Attempt, candidatesOf, possibleAttempts } from "./attempt.ts";
import type { PromotionFacts } from "./decide.ts";
import type { Gate } from "./gate.ts";
import { type GateFacts, gatesOf } from "./gates.ts";
import { factsOf, type Scene } from "./promotion.fixture.ts";

/** Two repos of one wave. */
export const two = [
  { repo: "a", wave: 0 },
  { repo: "b", wave: 0 },
];

/** An attempt with its gates. */
export interface JudgedAttempt {
  readonly attempt: Attempt;
  readonly gates: readonly Gate[];
  readonly of: (key: string) => Gate;
}

/** The first possible attempt of a scene with its gates. */
export function judge(
  scene: Scene = {},
  more: Partial<PromotionFacts> = {},
  own: Partial<Pick<GateFacts, "diff" | "approval">> = {},
): JudgedAttempt {
  const facts = factsOf(scene, more);
  const candidates = candidatesOf(facts);
  const [attempt] = possibleAttempts(facts, candidates);
  if (attempt === undefined) throw new Error("the scene has no attempt");
  const gates = gatesOf({ ...facts, candidates, diff: undefined, approval: undefined, ...own }, attempt);
  return { attempt, gates, of: (key: string) => named(gates, key) };
}

/** The gate of that name. */
export function named(gates: readonly Gate[], key: string): Gate {
  const found = gates.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no gate ${key}`);
  return found;
}

/** A gate as a test compares it. */
export function brief({ result, description }: Gate): string {
  return `${result}: ${description}`;
}
