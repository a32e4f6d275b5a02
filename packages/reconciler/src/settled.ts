import type { Oid, RepoObservation } from "@coulomb-loop/forge";

/**
 * The heads under which the state holds all that repos showed, by repo id: as long as one is at its head, and nothing of
 * ours is there, there is nothing to be learned from its finished proposals. Only a run that wrote the state may add to it.
 */
export interface SettledMemo {
  getSettled(id: string): Oid | undefined;
  /** Replaces what was kept. */
  putSettled(heads: ReadonlyMap<string, Oid>): void;
}

/** Repos that have nothing open and were read in full, or rest on what was, with their heads. */
export function settledHeads(observations: ReadonlyMap<string, RepoObservation>): ReadonlyMap<string, Oid> {
  return new Map(
    [...observations].flatMap(([id, { facts, branches, proposals }]) => {
      const head = facts.kind === "known" ? facts.value.head : null;
      const isQuiet =
        [...branches.values()].every((state) => state.kind === "known" && state.value.kind === "absent") &&
        [...proposals.values()].every(
          (listed) => listed.kind === "known" && listed.value.every(({ state }) => state !== "open"),
        );
      return head !== null && isQuiet ? [[id, head] as const] : [];
    }),
  );
}
