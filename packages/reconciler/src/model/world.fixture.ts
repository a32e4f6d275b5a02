/** Values of the one owned path; `-` is absent. The ops repo wants a or b; x is what only people write. */
export type Value = "a" | "b" | "x" | "-";
export const values: readonly Value[] = ["a", "b", "x", "-"];

/** What the ops repo wants of the path: a value, or that the repo leaves. */
export type Desire = "a" | "b" | "prune" | "release";

/** A change in short: live, `>`, desired. */
export type Change = string;

export interface Trailers {
  readonly change: Change;
  readonly result: Value;
}

/** A commit on the proposal's branch. */
export interface Commit {
  /** Value of the path in its tree, and at its merge base with the default branch. */
  readonly content: Value;
  readonly base: Value;
  readonly by: "tool" | "person";
  readonly trailers: Trailers | null;
  /** Whether its history holds a commit of a person that the default branch does not hold. */
  readonly theirs: boolean;
  readonly merged: boolean;
  /** Whether it changes another file too. */
  readonly extra?: true;
}

/** The marker of a body; the words around it mean nothing here. */
export interface Mark {
  readonly change: Change;
  readonly class: string;
  /** Value that a merge sets; `-` deletes it, `null`: it says nothing. */
  readonly value: Value | null;
  readonly files: readonly [base: Value, result: Value] | null;
  readonly head: number;
  readonly closedBy: string | null;
}

export interface Proposal {
  readonly number: number;
  readonly state: "open" | "merged" | "closed";
  readonly head: number;
  readonly mark: Mark | null;
  readonly hold: boolean;
  readonly rebuild: boolean;
  readonly reopen: boolean;
}

/** A base record: what was last seen in sync, and the newest merged proposal it takes into account. */
export interface Base {
  readonly value: Value | null;
  readonly merged: number;
}

/** A remembered no, and the number of the proposal that people closed. */
export interface Declined {
  readonly change: Change;
  readonly number: number;
}

/** What the state branch holds. */
export interface Memory {
  readonly base: Base | null;
  readonly declined: readonly Declined[];
}

export interface World {
  readonly desire: Desire;
  readonly live: Value;
  readonly memory: Memory;
  readonly branch: number | null;
  readonly commits: ReadonlyMap<number, Commit>;
  /** Id of the next commit. */
  readonly fresh: number;
  /** Newest first. */
  readonly proposals: readonly Proposal[];
  /** Change about which a comment was made last. */
  readonly told: Change | null;
  /** Only for the claims: what people declined and did not take back, and what the default branch ever held. */
  readonly no: readonly Change[];
  readonly held: readonly Value[];
}

/** What one read of the repo shows; with `blind`, a part of it is unknown. */
export interface Seen {
  readonly live: Value;
  readonly branch: {
    readonly head: number;
    readonly content: Value;
    readonly trailers: Trailers | null;
    readonly extra?: true;
  } | null;
  readonly proposals: readonly Proposal[];
  readonly blind: "nothing" | "repo" | "branch" | "proposals";
}

export type Call =
  | { readonly do: "observe" }
  | { readonly do: "inspect"; readonly number: number }
  | {
      readonly do: "advance";
      readonly expected: number | null;
      /** Commit whose tree the file is put into: the expected one, or the default branch with this value. */
      readonly onto: Value | null;
      readonly content: Value;
      readonly trailers: Trailers;
    }
  | { readonly do: "delete"; readonly head: number; readonly number: number | null }
  | { readonly do: "open"; readonly head: number; readonly mark: Mark }
  | {
      readonly do: "patch";
      readonly number: number;
      readonly mark?: Mark;
      readonly close?: true;
      readonly head?: number;
      readonly tell?: Change;
      readonly spent?: true;
    };

/** Proposed commit and comments, as `inspect` answers. */
export interface Inspected {
  readonly kind: "detail";
  readonly commit: Pick<Commit, "content" | "base" | "trailers" | "extra">;
  readonly told: Change | null;
}

export type Answer =
  | { readonly kind: "done"; readonly head?: number }
  | { readonly kind: "lost_race" }
  | { readonly kind: "rejected" }
  | { readonly kind: "unknown" }
  | Inspected;

/** A claim of page 03 §8 that does not hold, in words. */
export type Broken = string | undefined;

/** What a call did. */
export interface Done {
  readonly world: World;
  readonly answer: Answer;
  readonly broken?: Broken;
}

export function commitOf(world: Pick<World, "commits">, id: number): Commit {
  const commit = world.commits.get(id);
  if (commit === undefined) throw new Error(`there is no commit ${id}`);
  return commit;
}

/** The oldest open proposal: the one that the tool keeps. */
export function openOf<T extends { readonly state: Proposal["state"] }>(
  proposals: readonly T[],
): T | undefined {
  return proposals.findLast(({ state }) => state === "open");
}

/** Adds a commit to the branch; open proposals follow it. */
export function withCommit(world: World, commit: Commit): { readonly world: World; readonly id: number } {
  const id = world.fresh;
  const proposals = world.proposals.map((each) => (each.state === "open" ? { ...each, head: id } : each));
  return {
    id,
    world: {
      ...world,
      branch: id,
      fresh: id + 1,
      commits: new Map([...world.commits, [id, commit]]),
      proposals,
    },
  };
}

/** Labels that steer an open proposal mean nothing on a closed one. */
export function finished(proposal: Proposal, state: "merged" | "closed", mark = proposal.mark): Proposal {
  return { ...proposal, state, mark, hold: false, rebuild: false };
}

/** A change that people declined or asked for again. */
export function withNo(
  no: readonly Change[],
  change: Change | undefined,
  declined: boolean,
): readonly Change[] {
  if (change === undefined) return no;
  const rest = no.filter((each) => each !== change);
  return declined ? [...rest, change].sort() : rest;
}
