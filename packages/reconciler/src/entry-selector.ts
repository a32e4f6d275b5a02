import type { ItemSelector } from "@coulomb-loop/documents";

/**
 * Names one entry of a roster's list for an edit: by its repo, and where the list has others of that name by the owner and forge that
 * it says, or does not.
 */
export function entrySelector(
  list: readonly { readonly repo: string }[],
  entry: { readonly repo: string; readonly owner?: string; readonly forge?: string },
): ItemSelector {
  const { repo, owner, forge } = entry;
  const named = { key: "repo", is: repo };
  return list.some((other) => other !== entry && other.repo === repo)
    ? { ...named, with: { owner, forge } }
    : named;
}
