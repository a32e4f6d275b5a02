import type { BlobCache, Forge, RepoFacts } from "@coulomb-loop/forge";
import type { Coulomb, DoctorCheck } from "@coulomb-loop/schemas";
import type { Io } from "./io.ts";
import { gitPrefix } from "./ops-files.ts";
import { askGit, runGit } from "./own-git.ts";
import { ineligibleStep } from "./output/ineligible.ts";

/** What to do about an ops repo that is not on its forge. */
export const publishHint =
  "commit and push the ops repo: git add --all && git commit -m 'Begin', then git push -u origin HEAD";

/** Where an ops repo is, and whom to ask about it. */
export interface PublishedAt {
  readonly folder: string;
  readonly config: Coulomb;
  /** Its forge. */
  readonly forge: Forge;
  readonly cache: BlobCache;
}

/**
 * Checks that the default branch of the ops repo, as its forge has it, holds what promotions and workflows read there. `undefined`:
 * it cannot be read, which the check of the state branch says. Writes nothing.
 */
export async function publishedCheck(io: Io, at: PublishedAt): Promise<DoctorCheck | undefined> {
  const { folder, config, forge, cache } = at;
  const { owner, repo, forge: on } = config.ops_repo;
  const path = `${gitPrefix(folder)}coulomb.yaml`;
  const name = `ops repo on ${on}`;
  for await (const { facts, files } of forge.observe(
    [{ repo: { owner, repo }, files: [path], branches: [] }],
    cache,
  )) {
    if (facts.kind === "unknown") return undefined;
    const warn = (message: string, hint: string): DoctorCheck => ({ name, status: "warning", message, hint });
    const { head, defaultBranch, eligible } = facts.value;
    if (head === null)
      return warn(`${owner}/${repo} has no commit: promotions and workflows read it there`, publishHint);
    if (!eligible.ok)
      return warn(
        `${owner}/${repo} is ${eligible.reason}: nothing can be proposed there`,
        ineligibleStep(eligible.reason),
      );
    const file = files.get(path);
    if (file?.kind === "known" && file.value.kind === "absent")
      return warn(
        `${defaultBranch} of ${owner}/${repo} has no ${path}: promotions and workflows read it there`,
        publishHint,
      );
    const ahead = await unpushed(io, folder, facts.value);
    if (ahead > 0)
      return warn(
        `${defaultBranch} here is ahead of ${owner}/${repo} by ${ahead}: promotions and workflows do not see that yet`,
        "git push",
      );
    return { name, status: "ok", message: `${defaultBranch} at ${head.slice(0, 10)}` };
  }
  return undefined;
}

/** Commits of the default branch in the folder that the forge does not have; 0 on another branch, where they wait for a merge. */
async function unpushed(io: Io, folder: string, { head, defaultBranch }: RepoFacts): Promise<number> {
  const branch = await askGit(io, folder, ["symbolic-ref", "--quiet", "--short", "HEAD"]);
  if (branch !== defaultBranch || head === null) return 0;
  if ((await runGit(io, folder, ["merge-base", "--is-ancestor", head, "HEAD"])) === undefined) return 0;
  return Number((await askGit(io, folder, ["rev-list", "--count", `${head}..HEAD`])) ?? 0);
}
