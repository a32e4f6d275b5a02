import type { JsonObject } from "./json.ts";
import { RestProblem } from "./problem.ts";

/** One page of a list, and the `Link` header that leads to the others. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

const defaultLength = 30;
const maximumLength = 100;

/**
 * Cuts the page that `page` and `per_page` ask for; lengths above 100 are read as 100. `url` is the address asked for,
 * with its query.
 */
export function pageOf<T>(all: readonly T[], url: URL): Page<T> {
  const length = Math.min(maximumLength, positive(url.searchParams.get("per_page"), defaultLength));
  const page = positive(url.searchParams.get("page"), 1);
  const last = Math.max(1, Math.ceil(all.length / length));
  const link = linkHeader(url, page, last);
  return {
    items: all.slice((page - 1) * length, page * length),
    headers: link === "" ? {} : { link },
  };
}

function positive(text: string | null, otherwise: number): number {
  const value = Number(text ?? otherwise);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}

function linkHeader(url: URL, page: number, last: number): string {
  const to = (target: number, rel: string): string => {
    const there = new URL(url);
    there.searchParams.set("page", String(target));
    return `<${there.href}>; rel="${rel}"`;
  };
  const links: string[] = [];
  if (page > 1) links.push(to(page - 1, "prev"));
  if (page < last) links.push(to(page + 1, "next"), to(last, "last"));
  if (page > 1) links.push(to(1, "first"));
  return links.join(", ");
}

/** A page of a GraphQL connection. Cursors are opaque. */
export function connectionOf<T>(
  all: readonly T[],
  args: JsonObject,
  toNode: (item: T) => unknown,
): JsonObject {
  const after = fromCursor(args["after"]) ?? 0;
  const before = (fromCursor(args["before"]) ?? all.length + 1) - 1;
  const { first, last } = args;
  let [start, end] = [after, Math.max(after, before)];
  if (typeof first === "number") end = Math.min(end, start + first);
  if (typeof last === "number") start = Math.max(start, end - last);
  const items = all.slice(start, end);
  const cursor = (index: number) => Buffer.from(`cursor:${start + index + 1}`).toString("base64");
  return {
    totalCount: all.length,
    nodes: () => items.map(toNode),
    edges: () => items.map((item, index) => ({ cursor: cursor(index), node: toNode(item) })),
    pageInfo: {
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
      startCursor: items.length === 0 ? null : cursor(0),
      endCursor: items.length === 0 ? null : cursor(items.length - 1),
    },
  };
}

function fromCursor(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  const [, number] = /^cursor:(\d+)$/.exec(Buffer.from(value, "base64").toString("utf8")) ?? [];
  if (number === undefined) throw new RestProblem(422, `\`${value}\` does not appear to be a valid cursor.`);
  return Number(number);
}
