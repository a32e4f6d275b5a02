import { type PromotionChain, shortName } from "@coulomb-loop/cadence";
import type { Promotion, PromotionSeal } from "@coulomb-loop/schemas";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { HubClient } from "@coulomb-loop/state-hub-sync";

/** What telling the hub of promotions came to. */
export interface ToldDecisions {
  /** Records that the hub did not have. */
  readonly told: readonly string[];
  /** Why some could not be told. */
  readonly refused?: string;
}

/**
 * Makes every record that stands on the default branch a decision in the hub, once for its id (page 07, 5): a promotion when it is sealed,
 * since the seal says who agreed. What is there stays as it is, so
 * that a run after a crash tells what is missing and nothing twice. Throws what the hub's transport throws.
 */
export async function tellDecisions(
  hub: Pick<HubClient, "list" | "put">,
  repo: string,
  loop: string,
  { records, seals }: PromotionChain,
): Promise<ToldDecisions> {
  if (records.length === 0) return { told: [] };
  const known = new Set((await hub.list("decisions", { repo })).map(({ key }) => key));
  const told: string[] = [];
  for (const record of records) {
    const key = `${loop}/${record.id}`;
    const seal = seals.get(record.id);
    if (known.has(key) || (record.direction === "promote" && seal === undefined)) continue;
    const made = await hub.put("decisions", key, decisionOf(repo, record, seal), "new");
    if (made.kind === "done") told.push(record.id);
    // Somebody else was faster.
    if (made.kind === "refused") return { told, refused: `${record.id}: ${made.message}` };
  }
  return { told };
}

function decisionOf(repo: string, record: Promotion, seal: PromotionSeal | undefined): HubApi.DecisionPut {
  const answers = (seal?.responses ?? []).filter(({ action }) => action === "approve");
  const approvers = [...new Set(answers.map(({ user }) => user))];
  const { id, loop, proposed_at: proposed, proposed_by: by, evidence_digest: evidence } = record;
  const summary = summaryOf(record);
  return {
    repo,
    loop,
    id_in_loop: id,
    question: `${summary}?`,
    options: [
      { key: "yes", summary },
      { key: "no", summary: "Leave everything as it is" },
    ],
    chosen: "yes",
    status: "accepted",
    rationale: (record.reason ?? rationaleOf(record, answers) ?? summary).slice(0, 8000),
    decided_by: approvers.length > 0 ? approvers.join(", ") : by,
    decided_at:
      answers
        .map(({ time }) => time)
        .toSorted()
        .at(-1) ?? proposed,
    evidence: [`${id}.yaml`, ...(evidence === undefined ? [] : [`evidence ${evidence}`])],
  };
}

function summaryOf({ direction, from, to, targets, all }: Promotion): string {
  const names = targets.map(({ repo }) => shortName(repo)).join(", ");
  const what = (all === true ? "every repo" : names).slice(0, 1500);
  switch (direction) {
    case "promote":
      return `Promote ${what} from ${from} to ${to}`;
    case "demote":
      return `Demote ${what} from ${from} to ${to}`;
    case "hold":
      return `Hold ${what}`;
    case "release":
      return `Release ${what}`;
  }
}

/** What was proved when it was proposed, and the words of who agreed: what was pending then was met since, or it would not be merged. */
function rationaleOf({ gates }: Promotion, answers: PromotionSeal["responses"]): string | undefined {
  const proved = gates
    .filter(({ result }) => result === "success")
    .map(({ key, description }) => `${key}: ${description}`);
  const said = answers.map(({ user, message }) => `${user} approved: ${message}`);
  return [...proved, ...said].join("; ") || undefined;
}
