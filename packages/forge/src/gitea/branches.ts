import * as git from "../git/branches.ts";
import { hashObject } from "../git/object-reader.ts";
import type { BranchRef, BranchWrite, Oid, WriteResult } from "../port.ts";
import { refusal } from "../problem.ts";
import { readProposals } from "./pulls.ts";
import { branchKey, type GiteaSession } from "./session.ts";

/** Puts one commit on a branch, by a push; see `Forge.advanceBranch`. What it holds is known then. */
export async function advanceBranch(session: GiteaSession, write: BranchWrite): Promise<WriteResult<Oid>> {
  const result = await git.advanceBranch(session.git, write);
  if (result.kind !== "done") return result;
  const { memory } = session;
  memory.opened.delete(branchKey(write.repo, write.branch));
  memory.pushed.set(branchKey(write.repo, write.branch), result.value);
  memory.messages.set(result.value, write.message);
  for (const { path, content } of write.files) {
    const entry =
      content === null
        ? ({ kind: "absent" } as const)
        : ({ kind: "file", blob: hashObject("blob", content, result.value.length) } as const);
    memory.entries.set(`${result.value} ${path}`, entry);
  }
  return result;
}

/**
 * Deletes a branch that still has the expected head, by a push; see `Forge.deleteBranch`. The server closes what is open
 * on it, so what was read of its newest proposal is looked at once more right before.
 */
export async function deleteBranch(
  session: GiteaSession,
  ref: BranchRef,
  expected: Oid,
): Promise<WriteResult<void>> {
  const { repo, branch, revision } = ref;
  const key = branchKey(repo, branch);
  session.memory.pushed.delete(key);
  session.memory.opened.delete(key);
  if (revision !== undefined) {
    const found = await readProposals(session, repo, [branch], new Set());
    if (!found.ok) return refusal(found.problem, session.now());
    if (found.value.get(branch)?.[0]?.ref.revision !== revision) return { kind: "lost_race" };
  }
  return git.deleteBranch(session.git, { repo, branch }, expected, session.now());
}
