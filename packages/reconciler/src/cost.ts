import type { RepoObservation } from "@coulomb-loop/forge";
import { ownMarker } from "@coulomb-loop/proposals";
import type { Plan, RepoPlan } from "@coulomb-loop/schemas";
import { proposalsOf } from "./base.ts";
import type { Forges } from "./observe.ts";

/** What carrying out a plan costs on one forge, at most and without retries. */
export interface ForgeCost {
  readonly forge: string;
  /** Proposals to be opened, changed and closed. */
  readonly opens: number;
  readonly updates: number;
  readonly closes: number;
  /** Requests; 0 where the forge counts none. */
  readonly requests: number;
}

/** What a prediction rests on. */
export interface CostInputs {
  readonly plan: Plan;
  readonly observations: ReadonlyMap<string, RepoObservation>;
  readonly forges: Forges;
  /** Forge of the ops repo, which gets a lease and the state. */
  readonly opsForge: string;
}

/** A run writes its lease, may prolong it, and writes the state at its end. */
const stateCommits = 3;

/** Predicts the writes of a plan, by forge in the order of their names (04-forges C2). Pure. */
export function predictCost({ plan, observations, forges, opsForge }: CostInputs): readonly ForgeCost[] {
  const steps = Map.groupBy(plan.repos, ({ forge }) => forge);
  return [...forges.keys()].sort().map((forge): ForgeCost => {
    const found = (steps.get(forge) ?? []).map((repo) => stepOf(plan, repo, observations.get(repo.repo_id)));
    const count = (step: ReturnType<typeof stepOf>) => found.filter((each) => each === step).length;
    const [opens, updates, closes] = [count("open"), count("update"), count("close")];
    const cost = forges.get(forge)?.capabilities.cost ?? { open: 0, update: 0, close: 0, commit: 0 };
    const writes = opens * cost.open + updates * cost.update + closes * cost.close;
    const state = writes > 0 && forge === opsForge ? stateCommits * cost.commit : 0;
    return { forge, opens, updates, closes, requests: writes + state };
  });
}

/** What a repo's plan asks for, as far as its proposals were seen. */
function stepOf(
  { installation }: Pick<Plan, "installation">,
  repo: RepoPlan,
  observation: RepoObservation | undefined,
): "open" | "update" | "close" | "rest" {
  const subject = { installation, key: repo.key };
  const open = proposalsOf(subject, observation).find(({ state }) => state === "open");
  if (open === undefined) return repo.change === null || !repo.gate.open ? "rest" : "open";
  const marker = ownMarker(subject, open.body);
  if (repo.change === null) return "close";
  return marker?.change === repo.change && marker.head === open.head ? "rest" : "update";
}
