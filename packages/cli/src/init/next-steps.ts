import type { Io } from "../io.ts";
import { askGit, runGit } from "../own-git.ts";
import { shellWord } from "../shell-word.ts";
import type { Answers } from "./answers.ts";

/** The repository of a new ops repo, as git has it. */
export interface OwnRepo {
  /** The branch that is checked out, also one without a commit; `undefined`: none is. */
  readonly branch: string | undefined;
  readonly hasRemote: boolean;
}

/** Asks git about the repository of a folder. */
export async function ownRepo(io: Io, folder: string): Promise<OwnRepo> {
  return {
    branch: await askGit(io, folder, ["symbolic-ref", "--quiet", "--short", "HEAD"]),
    hasRemote: (await runGit(io, folder, ["remote", "get-url", "origin"])) !== undefined,
  };
}

/** The branch that the workflows name. */
const workflowBranch = "main";

/** The commands that follow `init`, as a shell takes them. */
export function nextSteps(
  answers: Answers,
  folder: string,
  { branch, hasRemote }: OwnRepo,
): readonly string[] {
  return [
    `cd ${shellWord(folder)}`,
    ...(branch === undefined ? [`git switch -c ${workflowBranch}`] : []),
    "git add --all && git commit -m 'Begin'",
    ...(hasRemote ? [] : [`git remote add origin ${shellWord(addressOf(answers))}`]),
    `git push -u origin ${shellWord(branch ?? workflowBranch)}`,
    ...(answers.forge === "git" ? [] : ["export COULOMB_FORGE_TOKEN=…   # of the tool's account"]),
    "coulomb doctor",
    "coulomb reconcile",
  ];
}

/** What is to be known of the workflows, where the forge runs any. */
export function workflowNotes(
  { forge }: Answers,
  { branch = workflowBranch }: OwnRepo,
  action: string | undefined,
): readonly string[] {
  if (forge === "git") return [];
  const folder = `.${forge}/workflows`;
  const todo = action === undefined ? `Then ${folder}: name the action's commit in them, add` : "Then add";
  return [
    ...(branch === workflowBranch
      ? []
      : [
          `The branch here is ${branch}, and the workflows run on ${workflowBranch} alone: git branch -m ${workflowBranch} before you push, or name ${branch} in ${folder}.`,
        ]),
    `${todo} the secrets and the variable COULOMB_CI=on, as docs/ci.md says.`,
  ];
}

/** What git clones the ops repo from. */
function addressOf({ forge, url, owner, name }: Answers): string {
  if (forge === "git") return url.replaceAll("{owner}", owner).replaceAll("{repo}", name);
  const site = url
    .replace(/^https:\/\/api\.github\.com\/*$/, "https://github.com")
    .replace(/\/api\/v3\/*$/, "");
  return `${site.replace(/\/+$/, "")}/${owner}/${name}.git`;
}
