import { CoulombError, didYouMean } from "@coulomb-loop/schemas";

/**
 * Finds the repo a person means: its id (`local/coulomb/activity-core`), owner and repo, or the repo alone when that is
 * one only. Throws `usage` otherwise.
 */
export function findRepo<T>(items: readonly T[], idOf: (item: T) => string, wanted: string): T {
  const exact = items.filter((item) => idOf(item) === wanted);
  const found = exact.length > 0 ? exact : items.filter((item) => idOf(item).endsWith(`/${wanted}`));
  const [first, second] = found;
  if (first === undefined) {
    const names = items.map((item) => idOf(item).split("/").at(-1) ?? "");
    throw new CoulombError("usage", `no active repo is called "${wanted}"`, {
      hint: didYouMean(wanted, names),
    });
  }
  if (second !== undefined) {
    throw new CoulombError("usage", `"${wanted}" names ${found.length} repos`, {
      hint: `say which: ${found.map(idOf).join(", ")}`,
    });
  }
  return first;
}
