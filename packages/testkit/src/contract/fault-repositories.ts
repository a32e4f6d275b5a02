import type { FaultKind } from "./fault-stage.ts";
import { elsewhere, type FaultRow, type RepositoryFault, row, type Struck } from "./fault-row.ts";

const server = "impossible: it asks the server, not the repository";
const notWritten = "impossible: a read asks no rule of writing";
const noBranch = "impossible: without a commit there is no branch of ours and no proposal";
const refs = (name: string) => `refs/heads/${name}`;

type Flag = "archived" | "disabled" | "mirror";

function flagged(flag: Flag, write: readonly string[]): RepositoryFault {
  const set = (value: boolean) => (stage: Struck) => {
    stage.hosted.flags[flag] = value;
  };
  return {
    strikes: "repository",
    begin: set(true),
    end: set(false),
    read: ["no_access"],
    ineligible: flag,
    write,
  };
}

/** It has another name by now. */
export const renamed: RepositoryFault = {
  strikes: "repository",
  begin: ({ hosting, hosted }) => hosting.rename(hosted.fullName, `${hosted.fullName}-moved`),
  end: ({ hosting, hosted }) => hosting.rename(hosted.fullName, hosted.fullName.replace(/-moved$/, "")),
  read: ["moved"],
  write: ["rejected/not_found"],
};

/** A rule, or a hook, on the branch and the default branch. */
export function guarded(
  kind: "protected" | "hook",
  write: readonly string[],
  more: readonly string[] = [],
): RepositoryFault {
  const names = (branch: string) => [...[branch, "main"].map(refs), ...more];
  return {
    strikes: "repository",
    begin: ({ hosted, branch }) =>
      names(branch).forEach(
        (name) => void hosted.guards.set(name, { kind, message: `${name} is protected by a rule` }),
      ),
    end: ({ hosted, branch }) => names(branch).forEach((name) => void hosted.guards.delete(name)),
    read: [],
    write,
  };
}

const noRules = {
  check: server,
  observe: notWritten,
  inspect: notWritten,
  openProposal: "impossible: it moves no ref",
  updateProposal: "impossible: it moves no ref",
} as const;

/** States of a repository in which something is refused. */
export function repositoryRows(kind: "gitea" | "github"): readonly FaultRow[] {
  const archived = ["rejected/ineligible", "rejected/no_access", "rejected/not_found"];
  const draftRefused: RepositoryFault = {
    strikes: "repository",
    begin: ({ double }) => double.settings !== undefined && (double.settings.drafts = false),
    end: ({ double }) => double.settings !== undefined && (double.settings.drafts = true),
    read: [],
    write: ["done"],
  };
  const notTold = "impossible: the API does not tell a disabled repository from others";
  return [
    row("renamed", renamed, { check: server }),
    row("archived", flagged("archived", archived), { check: server }),
    row("mirror", flagged("mirror", ["done", ...archived]), {
      check: server,
      ...(kind === "gitea" ? { mergeProposal: "impossible: a mirror has no pull requests" } : {}),
    }),
    row(
      "disabled",
      flagged("disabled", ["done", ...archived]),
      kind === "gitea" ? notTold : { check: server },
    ),
    row("empty", elsewhere, {
      check: server,
      inspect: noBranch,
      updateProposal: noBranch,
      mergeProposal: noBranch,
    }),
    row("no default branch", elsewhere, { check: server }),
    row(
      "protected ref",
      guarded("protected", ["rejected/protected", "rejected/hook_declined", "rejected/conflict"]),
      noRules,
    ),
    row(
      "hook declines",
      guarded("hook", ["rejected/protected", "rejected/hook_declined", "rejected/conflict"]),
      noRules,
    ),
    row(
      "draft refused",
      draftRefused,
      kind === "gitea"
        ? "impossible: a draft is a title there"
        : {
            check: server,
            observe: notWritten,
            inspect: notWritten,
            advanceBranch: "impossible: it makes no draft",
            deleteBranch: "impossible: it makes no draft",
            mergeProposal: "impossible: it makes no draft",
          },
    ),
    ...peopleRows(kind),
  ];
}

/** What people do right before a request of a method. */
export function peopleRows(kind: FaultKind): readonly FaultRow[] {
  return ["pushes", "closes", "merges", "deletes the branch", "renames"].map((act) =>
    row(`a person ${act} before a request`, elsewhere, {
      check: server,
      ...(act === "closes" ? nothingToClose : {}),
      ...(act === "closes" && kind !== "github" ? { openProposal: notOpen } : {}),
    }),
  );
}

const nothingToClose = { deleteBranch: "impossible: it is asked for what is closed" } as const;
const notOpen = "impossible: its last request opens the proposal";
