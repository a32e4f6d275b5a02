import type { Finding } from "@coulomb-loop/schemas";
import type { Parameter, ParameterValues } from "./parameters.ts";
import { problem, type Reply } from "./problem.ts";
import type { Sql } from "../store/sql.ts";
import type { Json } from "../store/types.ts";
import { mostOfPage } from "./resource-routes.ts";
import type { Call } from "./route.ts";

/** Text like an instant; whether there is such a one, `instantOf` says. */
const instantParameter = (description: string): Parameter => ({
  type: "string",
  maxLength: 40,
  pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z$",
  description,
});

const word = (description: string): Parameter => ({ type: "string", maxLength: 500, description });

/** What every page of the ledger takes. */
export const pageParameters: Readonly<Record<string, Parameter>> = {
  limit: {
    type: "integer",
    minimum: 1,
    maximum: mostOfPage,
    description: `Items of a page; default ${mostOfPage}.`,
  },
  cursor: { type: "string", maxLength: 2_000, description: "`next` of the page before." },
};

/** What slots, and what happened to them, can be found by. */
export const slotParameters: Readonly<Record<string, Parameter>> = {
  key: word("Id of a slot: loop/activity/repo@due."),
  loop: word("A loop."),
  activity: word("Id of an activity definition."),
  repo: word("Key of a repo."),
  cycle: word("Id of a cycle."),
  from: instantParameter("Due then or later."),
  to: instantParameter("Due before then."),
};

/** What records can be found by. */
export const recordParameters: Readonly<Record<string, Parameter>> = {
  agent: word("An agent."),
  repo: word("Key of a repo."),
  slot: word("Id of a slot: loop/activity/repo@due."),
  cycle: word("Id of a cycle."),
  from: instantParameter("Received then or later."),
  to: instantParameter("Received before then."),
};

/**
 * An instant in the one form that the hub keeps: UTC with milliseconds; what is finer is cut off. `undefined` for one that
 * is none, such as 31 February, or that lies before 1970.
 */
export function instantOf(text: string): string | undefined {
  const milliseconds = Date.parse(text);
  if (!(milliseconds >= 0)) return undefined;
  const instant = new Date(milliseconds).toISOString();
  return instant.startsWith(text.slice(0, 10)) ? instant : undefined;
}

/** That a text of a body is no instant. */
export function noInstant(path: readonly (string | number)[], text: string): Finding {
  return flaw(
    path,
    `${text} is no instant that there is since 1970`,
    "write one such as 2026-08-01T08:15:00Z",
  );
}

/** Something that is wrong with a body which fits its schema. */
export function flaw(path: readonly (string | number)[], message: string, hint: string): Finding {
  return { code: "invalid_body", severity: "error", message, hint, path: [...path] };
}

/** A body that fits its schema and says what cannot be; `findings` is not empty. */
export function flawedReply(findings: readonly Finding[], code = "invalid_body"): Reply {
  const [first] = findings;
  const rest = findings.length - 1;
  const detail = `${first?.message ?? "it cannot be"}${rest > 0 ? ` (and ${rest} more)` : ""}`;
  return problem(422, "refused", detail, {
    code,
    findings,
    ...(first?.hint === undefined ? {} : { hint: first.hint }),
  });
}

/** The window of a list, read from `from` and `to`, or what is wrong with it. */
function readWindow({
  query,
}: Pick<Call<unknown>, "query">): { readonly from?: string; readonly to?: string } | Reply {
  const window: { from?: string; to?: string } = {};
  for (const name of ["from", "to"] as const) {
    const text = query.text(name);
    if (text === undefined) continue;
    const instant = instantOf(text);
    if (instant === undefined)
      return problem(400, "bad_parameter", `${name}: ${text} is no instant that there is since 1970`);
    window[name] = instant;
  }
  return window;
}

/** The repo that a caller asks about, `undefined` for all; or that it may not. A token of one repo asks about that one. */
export function repoAsked(
  { caller }: Pick<Call<unknown>, "caller">,
  asked: string | undefined,
): { readonly repo?: string } | Reply {
  if (caller.repo !== undefined && asked !== undefined && asked !== caller.repo)
    return foreignRepo(caller.repo);
  const repo = asked ?? caller.repo;
  return repo === undefined ? {} : { repo };
}

/** A token of one repo was used for another. */
export function foreignRepo(repo: string): Reply {
  return problem(403, "forbidden_repo", `this token is for ${repo} and reaches nothing else`);
}

/** What every list of the ledger asks its store: whose, from when to when, and which page. */
export interface PageQuery<Place> {
  readonly repo?: string;
  readonly from?: string;
  readonly to?: string;
  /** Where the page before ended. */
  readonly after?: Place;
  readonly limit: number;
}

/** A list of the ledger, in pages. */
export interface Listing<Item, Place extends readonly (string | number)[]> {
  /** Reads items in their order. */
  readonly read: (sql: Sql, query: PageQuery<Place>) => Promise<readonly Item[]>;
  /** Where in that order an item stands; an instant comes first. */
  readonly placeOf: (item: Item) => Place;
  /** The same from a cursor of a client; `undefined`: no item stands there. */
  readonly readPlace: (parts: readonly string[]) => Place | undefined;
  readonly shown: (item: Item) => object;
}

/** Answers with one page of a list: of the caller's repo, in the window that it asks for. */
export async function pageReply<Item, Place extends readonly (string | number)[]>(
  call: Call<unknown>,
  { read, placeOf, readPlace, shown }: Listing<Item, Place>,
): Promise<Reply> {
  const { query, frame } = call;
  const asked = repoAsked(call, query.text("repo"));
  if ("status" in asked) return asked;
  const window = readWindow(call);
  if ("status" in window) return window;
  const cursor = query.text("cursor");
  const after = cursor === undefined ? undefined : placeAt(cursor, readPlace);
  if (cursor !== undefined && after === undefined)
    return problem(400, "bad_parameter", "the cursor is none of this hub's", { hint: "begin without one" });
  const limit = query.number("limit") ?? mostOfPage;
  // One more than asked for tells whether there is another page.
  const page = { ...asked, ...window, ...(after === undefined ? {} : { after }), limit: limit + 1 };
  const found = await frame.store.read((sql) => read(sql, page));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last !== undefined ? { next: cursorOf(placeOf(last)) } : {};
  return { status: 200, body: { items: jsonOf(items.map(shown)), ...next } };
}

/** A place as text for a client. */
function cursorOf(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place.map(String))).toString("base64url");
}

/** The place of a cursor; `undefined` for one that this hub did not make. */
function placeAt<Place>(
  cursor: string,
  readPlace: (parts: readonly string[]) => Place | undefined,
): Place | undefined {
  const parts = parsed(Buffer.from(cursor, "base64url").toString("utf8"));
  const isOurs =
    parts !== undefined &&
    cursorOf(parts) === cursor &&
    instantOf(parts[0] ?? "") !== undefined &&
    !parts.some((part) => part.includes("\0") || !part.isWellFormed());
  return isOurs ? readPlace(parts) : undefined;
}

function parsed(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((part) => typeof part === "string") ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What comes from the ledger's rows, or from a checked body: plain JSON, under types that do not say so. */
export function jsonOf(value: object): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rows and checked bodies hold nothing else
  return value as Json;
}

/** Those of some text parameters that were given. */
export function textsOf<Name extends string>(
  query: ParameterValues,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  const given: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = query.text(name);
    if (value !== undefined) given[name] = value;
  }
  return given;
}
