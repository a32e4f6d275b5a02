import type { Kind } from "../store/types.ts";
import type { Parameter } from "./parameters.ts";
import type { Scope } from "./route.ts";

/** An id in an address. */
export const uuid = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/u;

const word = (description: string, values?: readonly string[]): Parameter => ({
  type: "string",
  maxLength: 300,
  description,
  ...(values === undefined ? {} : { values }),
});

/** What every write may be given. */
export const reason: Readonly<Record<string, Parameter>> = {
  reason: { type: "string", maxLength: 500, description: "Why; kept in the history." },
};

/** What a key looks like; that of a conflict and of a link holds blanks. */
export const keyPattern = /^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$/u;

/** Finds the one with a key. */
export const keyFilter: Parameter = {
  type: "string",
  maxLength: 300,
  pattern: keyPattern.source,
  description: "Key of the resource, such as LOOP-WP-0001-T01.",
};

/** Names the one that is written. */
export const keyParameter: Parameter = { ...keyFilter, required: true };

/** A kind of resource that clients read and write. */
export interface Served {
  readonly kind: Exclude<Kind, "links" | "events" | "conflicts">;
  /** Its name in operations, and in the names of its schemas. */
  readonly name: "domain" | "topic" | "repo" | "workstream" | "task" | "decision";
  readonly filters: Readonly<Record<string, Parameter>>;
  /** Who may delete one. */
  readonly deleteScope: Scope;
}

const taskStatuses = ["todo", "in_progress", "blocked", "done", "cancelled"];

/** The kinds that clients read and write, with what they can be found by. */
export const served: readonly Served[] = [
  { kind: "domains", name: "domain", filters: { slug: word("Slug.") }, deleteScope: "admin" },
  {
    kind: "topics",
    name: "topic",
    filters: { slug: word("Slug."), domain: word("Key of a domain.") },
    deleteScope: "admin",
  },
  {
    kind: "repos",
    name: "repo",
    filters: {
      forge: word("Forge."),
      owner: word("Owner."),
      name: word("Name."),
      domain: word("Key of a domain."),
    },
    deleteScope: "admin",
  },
  {
    kind: "workstreams",
    name: "workstream",
    filters: {
      status: word("Status.", ["draft", "active", "paused", "done", "cancelled"]),
      repo: word("Key of a repo."),
      topic: word("Key of a topic."),
      domain: word("Key of a domain."),
    },
    deleteScope: "write",
  },
  {
    kind: "tasks",
    name: "task",
    filters: {
      status: word("Status.", taskStatuses),
      priority: word("Priority.", ["low", "medium", "high", "critical"]),
      repo: word("Key of a repo."),
      workstream: word("Key of a workstream."),
      assignee: word("Who works on it."),
      label: word("A label that it has."),
    },
    deleteScope: "write",
  },
  {
    kind: "decisions",
    name: "decision",
    filters: {
      status: word("Status.", ["proposed", "accepted", "rejected", "superseded"]),
      repo: word("Key of a repo."),
      loop: word("A loop."),
    },
    deleteScope: "write",
  },
];

/** What conflicts can be found by. */
export const conflictFilters: Readonly<Record<string, Parameter>> = {
  state: word("Whether a person has to say.", ["open", "resolved"]),
  repo: word("Key of a repo."),
  task: word("Key of a task."),
  field: word("A field.", ["status", "title", "priority"]),
};
