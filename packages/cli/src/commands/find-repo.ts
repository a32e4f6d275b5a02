import { CoulombError, didYouMean } from "@coulomb-loop/schemas";

/** How a repo is named on the command line. */
export interface Named {
  /** Forge, owner and repo. */
  readonly id: string;
  readonly loop: string;
}

/**
 * Finds the repo a person means: its id (`local/coulomb/activity-core`), owner and repo, or the repo alone when that is
 * one only; with `@<loop>` behind it where several loops run in the repo. Throws `usage` otherwise.
 */
export function findRepo<T>(items: readonly T[], nameOf: (item: T) => Named, wanted: string): T {
  const found = namedSo(items, nameOf, wanted);
  const [first, second] = found;
  if (first === undefined) {
    const [name = "", loop] = wanted.split("@");
    const eligible = items.map(nameOf).filter((item) => loop === undefined || item.loop === loop);
    throw new CoulombError("usage", `no active repo is called "${wanted}"`, {
      hint: didYouMean(
        name,
        eligible.map(({ id }) => id.split("/").at(-1) ?? ""),
      ),
    });
  }
  if (second !== undefined) {
    const choices = found.map((item) => `${nameOf(item).id}@${nameOf(item).loop}`);
    throw new CoulombError("usage", `"${wanted}" names ${found.length} repos`, {
      hint: `say which: ${choices.join(", ")}`,
    });
  }
  return first;
}

/** Everything that a name may mean. */
export function namedSo<T>(items: readonly T[], nameOf: (item: T) => Named, wanted: string): readonly T[] {
  const [name = "", loop] = wanted.split("@");
  const eligible = items.filter((item) => loop === undefined || nameOf(item).loop === loop);
  const exact = eligible.filter((item) => nameOf(item).id === name);
  return exact.length > 0 ? exact : eligible.filter((item) => nameOf(item).id.endsWith(`/${name}`));
}

/** Finds the plan of the repo a person means. */
export function findPlanned<T extends { readonly repo_id: string; readonly loop: string }>(
  repos: readonly T[],
  wanted: string,
): T {
  return findRepo(repos, ({ repo_id, loop }) => ({ id: repo_id, loop }), wanted);
}
