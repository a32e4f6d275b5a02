/** What the hub keeps. Domains, topics and repos give workstreams their place. */
export const kinds = ["domains", "topics", "repos", "workstreams", "tasks", "decisions"] as const;
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

/** Says whether fields may become others; `before` is undefined for a new resource. Asked within the transaction. */
export type Rule = (change: Change, before: Resource | undefined, after: Fields) => Refusal | undefined;

/** Who changes, and why. */
export interface Author {
  readonly actor: string;
  readonly cause?: string;
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
  readonly actor: string;
  readonly cause?: string;
  readonly at: string;
}
