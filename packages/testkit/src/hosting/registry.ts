import type { HostedRepo, OwnedRepo } from "./repo.ts";

/** What a name leads to. `moved`: the repository has another name now. */
export type FoundRepo =
  | { readonly kind: "found"; readonly repo: HostedRepo }
  | { readonly kind: "moved"; readonly repo: HostedRepo }
  | { readonly kind: "none" };

/** Which repository has which name. Names are compared without regard to case. */
export interface Registry {
  readonly all: () => readonly OwnedRepo[];
  readonly need: (fullName: string) => OwnedRepo;
  readonly find: (fullName: string) => FoundRepo;
  put(repo: OwnedRepo): void;
  /** Gives a repository another name; the old one leads to it from now on. */
  rename(from: string, to: string): OwnedRepo;
  drop(fullName: string): void;
}

/** Makes a registry without names. */
export function createRegistry(): Registry {
  const present = new Map<string, OwnedRepo>();
  const former = new Map<string, OwnedRepo>();
  const need = (fullName: string): OwnedRepo => {
    const repo = present.get(fullName.toLowerCase());
    if (repo === undefined) throw new Error(`there is no repository ${fullName}`);
    return repo;
  };
  return {
    all: () => [...present.values()],
    need,
    put: (repo) => void present.set(repo.fullName.toLowerCase(), repo),
    drop: (fullName) => void present.delete(need(fullName).fullName.toLowerCase()),
    find(fullName) {
      const repo = present.get(fullName.toLowerCase());
      if (repo !== undefined) return { kind: "found", repo };
      const moved = former.get(fullName.toLowerCase());
      const isThere = moved !== undefined && present.get(moved.fullName.toLowerCase()) === moved;
      return isThere ? { kind: "moved", repo: moved } : { kind: "none" };
    },
    rename(from, to) {
      const repo = need(from);
      present.delete(from.toLowerCase());
      repo.moveTo(to);
      present.set(to.toLowerCase(), repo);
      former.set(from.toLowerCase(), repo);
      return repo;
    },
  };
}
