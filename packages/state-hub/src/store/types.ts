/**
 * What the hub keeps. Domains, topics and repos give workstreams their place; links hold what a repo's files and the hub
 * last agreed on about a task, conflicts what both changed; events are what clients told.
 */
export const kinds = [
  "domains",
  "topics",
  "repos",
  "workstreams",
  "tasks",
  "decisions",
  "links",
  "conflicts",
  "events",
] as const;
export type Kind = (typeof kinds)[number];

/** A value as JSON holds it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The fields of a resource; one that is not there is absent. */
export type Fields = Readonly<Record<string, Json>>;

/** A resource at one revision. Times are RFC 3339 in UTC, by the store's clock. */
export interface Resource {
  readonly kind: Kind;
  /** Its name among its kind: `LOOP-WP-0001-T01`. Never changes. */
  readonly key: string;
  readonly id: string;
  /** From 1, by one with each change. */
  readonly rev: number;
  readonly fields: Fields;
  /** The revision that last changed each field, also of one that is gone by now. */
  readonly fieldRevs: Readonly<Record<string, number>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Set on a tombstone: who asks for it is told that it is gone. */
  readonly deletedAt?: string;
}

/** What must hold for a change: nobody has such a key, or the resource is at this revision. */
export type Condition = { readonly absent: true } | { readonly rev: number };

/** Names a resource by its key, or by its id. */
export type Address = { readonly key: string } | { readonly id: string };

/** One conditional change. */
export type Change = { readonly kind: Kind; readonly address: Address; readonly condition: Condition } & (
  | { readonly do: "put"; readonly fields: Fields; readonly id?: string }
  /** A merge patch (RFC 7396): `null` takes a field away. */
  | { readonly do: "patch"; readonly fields: Fields }
  | { readonly do: "delete" }
  /** Writes nothing: others of its group are only made when it holds. */
  | { readonly do: "expect" }
);

/** Why a change is refused although its condition holds. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** What became of a change. A change that changes nothing is `same`: no revision, no event. */
export type Outcome =
  | { readonly kind: "created" | "changed" | "deleted" | "same"; readonly resource: Resource }
  /** Its condition does not hold; `resource` is what is there. */
  | { readonly kind: "stale"; readonly resource: Resource | undefined }
  | { readonly kind: "gone"; readonly resource: Resource }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly resource: Resource | undefined };

/** What became of changes that are made together or not at all. */
export type GroupOutcome =
  | { readonly kind: "done"; readonly outcomes: readonly Outcome[] }
  /** Nothing of the group was written, because of the change at `index`. */
  | { readonly kind: "failed"; readonly index: number; readonly outcome: Outcome };

/** A resource by its kind and key. */
export interface Reference {
  readonly kind: Kind;
  readonly key: string;
}

/** What a change is judged by beside its resource. */
export interface RuleFrame {
  readonly author: Author;
  /** Whether a resource that the rules named in `references` is there. */
  readonly exists: (reference: Reference) => boolean;
}

/** What the register means by its fields. Asked within the transaction; pure. */
export interface Rules {
  /** Resources that must be there for a change. */
  readonly references: (change: Change) => readonly Reference[];
  /** What the fields become in truth: those that a client cannot write stay, those that follow from others are set. */
  readonly complete: (change: Change, before: Fields | undefined, after: Fields, author: Author) => Fields;
  /** Why fields may not become others; `before` is undefined for a new resource, `after` empty for one that goes. */
  readonly refuse: (
    change: Change,
    before: Resource | undefined,
    after: Fields,
    frame: RuleFrame,
  ) => Refusal | undefined;
}

/** Who changes, and why. */
export interface Author {
  readonly actor: string;
  readonly cause?: string;
  /** Key of the repo beyond which nothing may be changed. */
  readonly repo?: string;
  /** Where the values come from: a client, files under review, or the hub itself. Default: a client. */
  readonly origin?: "client" | "file" | "hub";
}

/** One change of a resource, in the order of commits. */
export interface Event {
  readonly seq: number;
  readonly kind: Kind;
  readonly key: string;
  readonly id: string;
  readonly rev: number;
  /** By field, what it was and what it became; absent where there was, or is, none. */
  readonly changed: Readonly<Record<string, { readonly from?: Json; readonly to?: Json }>>;
  readonly deleted?: true;
  /** Key of the repo that the resource belongs to. */
  readonly repo?: string;
  readonly actor: string;
  readonly cause?: string;
  readonly at: string;
}
