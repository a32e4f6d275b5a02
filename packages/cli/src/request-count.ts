import type { RequestKind } from "@coulomb-loop/forge";

/** How often a run asked the outside: requests by kind, and processes of git. */
export interface RequestCounts {
  readonly rest: number;
  readonly graphql: number;
  readonly git: number;
  readonly processes: number;
}

/** Counts what the forges of one command ask for. */
export interface RequestCounter {
  readonly onRequest: (kind: RequestKind) => void;
  readonly onProcess: () => void;
  readonly counts: () => RequestCounts;
}

/** A counter at zero. */
export function createRequestCounter(): RequestCounter {
  const counts = { rest: 0, graphql: 0, git: 0, processes: 0 };
  return {
    onRequest: (kind) => {
      counts[kind] += 1;
    },
    onProcess: () => {
      counts.processes += 1;
    },
    counts: () => ({ ...counts }),
  };
}
