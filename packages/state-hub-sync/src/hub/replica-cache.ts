import type { Wire } from "./mapping.ts";

/** Kinds that a replica is made of. */
export const replicaKinds = ["tasks", "workstreams", "decisions", "links", "conflicts"] as const;
export type ReplicaKind = (typeof replicaKinds)[number];

/** What a hub held of a repo at a sequence of its feed, as it sent it. Disposable: without it everything is read anew. */
export interface Replica {
  readonly hubId: string;
  readonly repoId: string;
  readonly seq: number;
  /** By id. A deleted resource has `deleted: true`. */
  readonly resources: Readonly<Record<ReplicaKind, ReadonlyMap<string, Wire>>>;
}

/** Keeps what was read of a repo between runs. */
export interface ReplicaCache {
  read(): Replica | undefined;
  write(replica: Replica): void;
}

/** An empty replica. */
export function emptyResources(): Record<ReplicaKind, Map<string, Wire>> {
  return {
    tasks: new Map(),
    workstreams: new Map(),
    decisions: new Map(),
    links: new Map(),
    conflicts: new Map(),
  };
}

export function isReplicaKind(kind: unknown): kind is ReplicaKind {
  return replicaKinds.some((each) => each === kind);
}
