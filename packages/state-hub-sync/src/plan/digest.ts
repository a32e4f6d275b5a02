import { digestOfList } from "@coulomb-loop/schemas/digest";
import type { SyncPlan } from "./types.ts";

/**
 * Digest of what a plan would do: its items and edits, with the revisions, versions and blobs that they rest on. It stays
 * the same while only what the plan does not touch changes.
 */
export function planDigestOf({ items, edits }: SyncPlan): string {
  return digestOfList({ edits }, "items", items);
}
