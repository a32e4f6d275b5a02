import { CoulombError } from "@coulomb-loop/schemas";
import { wireOf } from "./mapping.ts";
import { codeOf, detailOf, type HubResponse, type Transport, unexpected } from "./transport.ts";

/**
 * What became of a request. `stale`: the condition does not hold, `current` is what is there. `refused`: it may not be; the
 * code is one of docs/errors.md.
 */
export type HubResult<T> =
  | { readonly kind: "done"; readonly value: T; readonly isNew: boolean }
  | { readonly kind: "stale"; readonly current?: T }
  | { readonly kind: "gone" }
  | { readonly kind: "missing" }
  | { readonly kind: "refused"; readonly code: string; readonly message: string; readonly hint?: string };

/** What an answer says of a request. */
export function resultOf<T>(answer: HubResponse): HubResult<T> {
  switch (answer.status) {
    case 200:
      return { kind: "done", value: bodyOf(answer), isNew: false };
    case 201:
      return { kind: "done", value: bodyOf(answer), isNew: true };
    case 204:
      return noContent(answer);
    case 404:
      return { kind: "missing" };
    case 410:
      return { kind: "gone" };
    case 412:
      return staleOf(answer);
    default:
      return refusalOf(answer);
  }
}

/** Of a claim: no task is free. Of a deletion: it is done. */
function noContent<T>(answer: HubResponse): HubResult<T> {
  return answer.method === "DELETE"
    ? { kind: "done", value: bodyOf(answer), isNew: false }
    : { kind: "missing" };
}

function staleOf<T>({ json }: HubResponse): HubResult<T> {
  const { current } = wireOf(json);
  return current === undefined ? { kind: "stale" } : { kind: "stale", current: asTyped(current) };
}

function refusalOf(answer: HubResponse): Extract<HubResult<never>, { kind: "refused" }> {
  const { hint } = wireOf(answer.json);
  return {
    kind: "refused",
    code: codeOf(answer),
    message: detailOf(answer),
    ...(typeof hint === "string" ? { hint } : {}),
  };
}

// The types of the next three are claims: our own hub sends what its description says, and its tests check every answer.
/* oxlint-disable typescript/no-unnecessary-type-parameters, typescript/no-unsafe-type-assertion */

/** The body of an answer that is nothing but good. Throws CoulombError `hub_refused`. */
export function expected<T>(answer: HubResponse): T {
  if (answer.status !== 200)
    throw new CoulombError("hub_refused", `the hub answered ${answer.status}: ${detailOf(answer)}`, {
      hint:
        answer.status === 403
          ? "use a token with that scope"
          : "correct what it says, and run the command again",
    });
  return bodyOf(answer);
}

function bodyOf<T>({ json }: HubResponse): T {
  return asTyped(json);
}

function asTyped<T>(json: unknown): T {
  return json as T;
}

/* oxlint-enable typescript/no-unnecessary-type-parameters, typescript/no-unsafe-type-assertion */

/** A list of the hub: its address without a query, and what narrows it. */
export interface ListAddress {
  readonly path: string;
  readonly filters?: Readonly<Record<string, string>>;
}

/** All items of a list, in the hub's order. Throws CoulombError `hub_refused`. */
export async function everyItem<T>(
  transport: Transport,
  { path, filters = {} }: ListAddress,
): Promise<readonly T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ ...filters, ...(cursor === undefined ? {} : { cursor }) });
    const answer = await transport.send({
      method: "GET",
      path: `${path}${query.size === 0 ? "" : `?${query.toString()}`}`,
    });
    const page = expected<{ readonly items: readonly T[]; readonly next?: string }>(answer);
    if (!Array.isArray(wireOf(answer.json)["items"])) throw unexpected(answer);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}
