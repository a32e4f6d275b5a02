import { CoulombError, type Finding } from "@coulomb-loop/schemas";
import { type Checkout, gitText } from "./git.ts";
import { isRepoId } from "./slot.ts";

/**
 * The id of the repo, `forge/owner/name`: the first that is given, else what the remote `origin` says; `undefined` when that
 * says nothing. Throws `repo_invalid` for a given one that is none.
 */
export async function findRepoId(
  checkout: Checkout,
  given: readonly (string | undefined)[],
): Promise<string | undefined> {
  const named = given.find((id) => id !== undefined && id !== "");
  if (named !== undefined) {
    if (isRepoId(named)) return named;
    throw new CoulombError("repo_invalid", `"${named.slice(0, 200)}" is no id of a repo`, {
      hint: "write it as forge/owner/name, such as local/coulomb/pilot",
    });
  }
  return originId(checkout);
}

async function originId(checkout: Checkout): Promise<string | undefined> {
  const url = await gitText(checkout, ["config", "--get", "remote.origin.url"]);
  return url === undefined ? undefined : repoIdOfUrl(url.trim());
}

/**
 * A warning when the remote has another name than a slot's repo: a variable that was set for another checkout. Forge and owner
 * may differ, for an ops repo has its own names of forges, and clones may come from a mirror.
 */
export async function otherName(checkout: Checkout, slotRepo: string): Promise<readonly Finding[]> {
  const here = await originId(checkout);
  if (here === undefined || nameOf(here) === nameOf(slotRepo)) return [];
  return [
    {
      code: "slot_elsewhere",
      severity: "warning",
      message: `the slot is of ${slotRepo}, and this checkout is one of ${here}`,
      hint: "is COULOMB_SLOT that of another checkout? If this is a mirror, nothing is wrong",
    },
  ];
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1).toLowerCase();
}

/** The same, and throws `repo_unnamed` when nothing says which repo it is. */
export async function needRepoId(
  checkout: Checkout,
  given: readonly (string | undefined)[],
): Promise<string> {
  const found = await findRepoId(checkout, given);
  if (found !== undefined) return found;
  throw new CoulombError("repo_unnamed", "nothing says which repo this is: it has no usable remote origin", {
    hint: "give --repo forge/owner/name, or set COULOMB_REPO",
  });
}

/**
 * Host, owner and name of a remote's URL; of a path of this machine `local` and its last two parts. Credentials, port and
 * `.git` are left out; of nested groups the last is the owner. `undefined` when that makes no id.
 */
export function repoIdOfUrl(url: string): string | undefined {
  const { host, path } = partsOf(url);
  const parts = path
    .replace(/\/+$/, "")
    .replace(/(?:\/\.git|\.git)$/, "")
    .split("/")
    .filter((part) => part !== "");
  const [owner, name] = parts.slice(-2);
  if (owner === undefined || name === undefined) return undefined;
  // A forge's name is a word: dots of a host become hyphens.
  const forge = host === undefined ? "local" : host.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const id = `${forge}/${owner}/${name}`;
  return isRepoId(id) ? id : undefined;
}

function partsOf(url: string): { readonly host: string | undefined; readonly path: string } {
  const absolute = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/@]*@)?([^/:]*)(?::\d+)?(\/.*)?$/i.exec(url);
  if (absolute !== null) {
    const [, scheme, host, path = ""] = absolute;
    return { host: scheme === "file" || host === "" ? undefined : host, path };
  }
  const scp = /^(?:[^/@]+@)?([^/:]{2,}):(.+)$/.exec(url);
  return scp === null
    ? { host: undefined, path: url.replaceAll("\\", "/") }
    : { host: scp[1], path: scp[2] ?? "" };
}
