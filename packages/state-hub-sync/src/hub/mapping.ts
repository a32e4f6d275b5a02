import { type TaskStatus, TASK_STATUSES } from "@coulomb-loop/documents";
import { CoulombError } from "@coulomb-loop/schemas";
import type { HubDecision, HubLink, HubTask, HubWorkstream, ConflictRecord, TaskPatch } from "../model.ts";

/** What the sync asks of a hub. */
export type HubOperation =
  | "find_repo"
  | "list_tasks"
  | "task_history"
  | "changes"
  | "snapshot"
  | "lease"
  | "release"
  | "sync"
  | "resolve_conflict";

/** A resource of a hub as it sends it. */
export type Wire = Readonly<Record<string, unknown>>;

/** One change of a hub's feed. */
export interface HubChange {
  readonly seq: number;
  readonly kind: string;
  readonly id: string;
  readonly key: string;
  readonly rev: number;
  readonly deleted: boolean;
  readonly changed: Readonly<Record<string, { readonly from?: unknown; readonly to?: unknown }>>;
  /** Who made it, when (RFC 3339) and why, where the hub says so; for people. */
  readonly by?: string;
  readonly at?: string;
  readonly reason?: string;
}

/**
 * All that is particular to one hub: its paths, words and shapes (page 05, B4). Another hub is another mapping; what it
 * cannot do, the sync does without, or refuses (`hub_capability`).
 */
export interface HubMapping {
  /** For people: which hub this is. */
  readonly name: string;
  readonly has: {
    /** A write can name the revision it changes. Without: nothing is written. */
    readonly conditionalWrite: boolean;
    /** A task is made once for its key. Without: nothing is written. */
    readonly keyedCreate: boolean;
    /** It keeps what both sides agreed on. Without: nothing is written. */
    readonly linkStore: boolean;
    /** It has a feed. Without: everything is listed each time. */
    readonly changes: boolean;
    /** It gives leases. Without: only one run may be at work, which CI has to see to. */
    readonly lease: boolean;
  };
  /** Path of each operation; `{id}`, `{key}`, `{since}` and `{cursor}` are filled in, percent-encoded. */
  readonly paths: Readonly<Record<HubOperation, string>>;
  /** Its word for each status, one to one. */
  readonly statuses: Readonly<Record<TaskStatus, string>>;
  readonly decode: {
    readonly task: (json: Wire) => HubTask;
    readonly change: (json: Wire) => HubChange;
    /** Where it keeps more than tasks. */
    readonly workstream?: (json: Wire) => HubWorkstream;
    readonly decision?: (json: Wire) => HubDecision;
    readonly link?: (json: Wire) => HubLink;
    readonly conflict?: (json: Wire) => ConflictRecord;
  };
  /** Values of a task in the hub's names and words; `null` takes one away. */
  readonly encode: (values: TaskPatch) => unknown;
}

/**
 * Checks a mapping before it is used. Throws CoulombError `hub_mapping` when two statuses have one word: a value that came
 * back would be another one (gastownhall/beads#3328).
 */
export function checkMapping({ name, statuses }: HubMapping): void {
  const words = new Map<string, string>();
  for (const status of TASK_STATUSES) {
    const other = words.get(statuses[status]);
    if (other !== undefined)
      throw new CoulombError(
        "hub_mapping",
        `${name}: "${statuses[status]}" stands for ${other} and for ${status}`,
        {
          hint: "give each status a word of its own",
        },
      );
    words.set(statuses[status], status);
  }
}

/** A value of a hub as a map; an empty one when it is none. */
export function wireOf(value: unknown): Wire {
  return isWire(value) ? value : {};
}

function isWire(value: unknown): value is Wire {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Fills the places of a path. */
export function pathOf(
  { paths }: HubMapping,
  operation: HubOperation,
  places: Readonly<Record<string, string | number>> = {},
): string {
  return paths[operation].replace(/\{(\w+)\}/g, (_all, place: string) =>
    encodeURIComponent(String(places[place] ?? "")),
  );
}
