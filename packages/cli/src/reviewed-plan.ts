import type { PullRequests } from "@coulomb-loop/forge";
import { CoulombError, type Plan } from "@coulomb-loop/schemas";
import type { Terminal } from "./terminal.ts";
import { counted } from "./terminal.ts";
import { keysOfNote, planMarker, planNote } from "./output/plan-note.ts";
import type { OpenWorkspace } from "./workspace.ts";

/** A review holds so long after its merge, for merges whose own run was overtaken by a newer one. */
const holds = 24 * 3_600_000;

/** Makes a plan the one note on a pull request of the ops repo. Throws `pulls_unsupported` and `note_unwritten`. */
export async function writePlanNote(
  { opsRepo, config }: OpenWorkspace,
  { note }: Pick<Terminal, "note">,
  plan: Plan,
  number: number,
): Promise<void> {
  const pulls = pullsOf({ opsRepo, config });
  const marker = planMarker(config.installation);
  const written = await pulls.writeNote(opsRepo.name, number, marker, planNote(plan));
  const where = `pull request ${number} of ${opsRepo.name.owner}/${opsRepo.name.repo}`;
  switch (written.kind) {
    case "done":
      note(
        written.value === "same"
          ? `The comment on ${where} says so already.`
          : `The comment on ${where} was ${written.value}.`,
      );
      return;
    case "rejected":
      throw unwritten(where, written.hint);
    case "lost_race":
      throw unwritten(where, "somebody else wrote at the same time");
    case "unclear":
    case "retry_at":
      throw unwritten(where, written.message);
  }
}

function unwritten(where: string, why: string): CoulombError {
  return new CoulombError("note_unwritten", `the plan could not be said on ${where}: ${why}`, {
    hint: "the token must be allowed to comment there; the plan itself is made: run the same command again",
  });
}

/**
 * Keys of the changes that people reviewed: those in the notes of the pull request that was merged as `commit`, and of those
 * that were merged in the day before, since their own runs may have been overtaken. Says which ones count. Empty where
 * nothing was reviewed: then nothing may be written. Throws `pulls_unsupported` and `reviews_unread`.
 */
export async function reviewedKeys(
  { opsRepo, config }: OpenWorkspace,
  { note }: Pick<Terminal, "note">,
  commit: string,
  now: number,
): Promise<ReadonlySet<string>> {
  const pulls = pullsOf({ opsRepo, config });
  const merged = await pulls.recentlyMerged(opsRepo.name);
  if (merged.kind === "unknown") throw unread(merged.message);
  const own = merged.value.find(({ mergedOid }) => mergedOid === commit);
  if (own === undefined)
    note(`No pull request was merged as ${commit.slice(0, 10)}: nobody reviewed a plan for it.`);
  const counting = merged.value.filter(
    (pull) => pull === own || (pull.mergedAt > now - holds && pull.mergedAt <= (own?.mergedAt ?? now)),
  );
  const keys = new Set<string>();
  for (const { number } of counting) {
    const body = await pulls.readNote(opsRepo.name, number, planMarker(config.installation));
    if (body.kind === "unknown") throw unread(body.message);
    const found = body.value === null ? undefined : keysOfNote(config.installation, body.value);
    for (const key of found ?? []) keys.add(key);
    if (found !== undefined)
      note(`Pull request ${number} was merged with a plan of ${counted(found.length, "change")}.`);
    else if (number === own?.number) note(`Pull request ${number} was merged without a plan on it.`);
  }
  return keys;
}

function unread(message: string): CoulombError {
  return new CoulombError("reviews_unread", `the reviewed plans cannot be read: ${message}`, {
    hint: "nothing was written; run the same command again, coulomb doctor tells what the forge answers",
  });
}

function pullsOf({ opsRepo, config }: Pick<OpenWorkspace, "opsRepo" | "config">): PullRequests {
  const { pulls } = opsRepo.forge;
  if (pulls !== undefined) return pulls;
  throw new CoulombError(
    "pulls_unsupported",
    `forge "${config.ops_repo.forge}" of the ops repo has no pull requests of people`,
    { hint: "save the plan instead: coulomb plan --out plan.json, then coulomb reconcile --plan plan.json" },
  );
}
