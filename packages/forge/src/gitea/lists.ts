import { list } from "../http/fields.ts";
import { failed, ok, type Result } from "../problem.ts";
import { type GiteaClient, readData } from "./client.ts";

/** Items a page; the most that servers give. */
const pageSize = 50;
/** Pages that are read: a longer list is not read to its end. */
const mostPages = 20;

/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are on all pages, where the server tells. */
  readonly total: number | undefined;
  /** How many a full page has. */
  readonly size: number;
}

/** How a list is named in messages, and how its items are read. */
export interface ListOf<T> {
  readonly what: string;
  readonly read: (value: unknown) => T;
}

/** Reads a list that the API gives as a whole. One that lacks an item is unknown (F5). */
export async function readWhole<T>(
  client: GiteaClient,
  path: string,
  of: ListOf<T>,
): Promise<Result<readonly T[]>> {
  const page = await readItems(client, path, of);
  if (!page.ok) return page;
  const { items, total } = page.value;
  return total === undefined || items.length >= total
    ? ok(items)
    : lacking(path, of.what, items.length, total);
}

/** Reads one page of a list; `path` has a query. */
export function readPage<T>(
  client: GiteaClient,
  path: string,
  of: ListOf<T>,
  page: number,
): Promise<Result<Page<T>>> {
  return readItems(client, `${path}&page=${page}&limit=${pageSize}`, of);
}

function readItems<T>(
  client: GiteaClient,
  path: string,
  { what, read }: ListOf<T>,
): Promise<Result<Page<T>>> {
  return readData(client, path, (data, headers) => {
    const items = list(data, what).map(read);
    const count = headers.get("x-total-count") ?? "";
    const hasNext = /rel="next"/.test(headers.get("link") ?? "");
    return {
      items,
      total: /^\d+$/.test(count) ? Number(count) : undefined,
      // A server may give fewer a page than was asked for: then it names a next one.
      size: hasNext ? items.length : pageSize,
    };
  });
}

/** Reads all pages of a list; `path` has a query. One that lacks a page, or has too many, is unknown (F5). */
export async function readAll<T>(
  client: GiteaClient,
  path: string,
  of: ListOf<T>,
): Promise<Result<readonly T[]>> {
  const items: T[] = [];
  let total: number | undefined;
  for (let page = 1; page <= mostPages; page += 1) {
    const found = await readPage(client, path, of, page);
    if (!found.ok) return found;
    items.push(...found.value.items);
    total = found.value.total ?? total;
    if (total !== undefined && items.length >= total) return ok(items);
    // Without a count, a page that is not full is the last one.
    if (found.value.items.length < found.value.size || found.value.items.length === 0)
      return total === undefined ? ok(items) : lacking(path, of.what, items.length, total);
  }
  return failed("incomplete", `${path}: there are more ${of.what} than are looked through`);
}

/**
 * Reads all pages of a list of which the server counts items that it does not show to everybody: a page may be short or
 * empty then, and is not the last. `path` has no query. One that lacks a page, or lost an item meanwhile, is unknown (F5).
 */
export async function readShown<T>(
  client: GiteaClient,
  path: string,
  of: ListOf<T>,
): Promise<Result<readonly T[]>> {
  const items: T[] = [];
  let most = 1;
  let before = 0;
  for (let page = 1; page <= mostPages; page += 1) {
    const found = await readItems(client, `${path}?page=${page}&limit=${pageSize}`, of);
    if (!found.ok) return found;
    const { items: shown, total } = found.value;
    items.push(...shown);
    // One that was taken away moves others to a page that was read already.
    if (total !== undefined && total < before)
      return failed("incomplete", `${path}: there are fewer ${of.what} than a moment ago`);
    before = total ?? 0;
    // A page has room for at least as many as any showed.
    most = Math.max(most, shown.length);
    if (total === undefined ? shown.length === 0 : page * most >= total) return ok(items);
  }
  return failed("incomplete", `${path}: there are more ${of.what} than are looked through`);
}

function lacking(path: string, what: string, count: number, total: number): ReturnType<typeof failed> {
  return failed("incomplete", `${path}: ${count} of ${total} ${what} were listed`);
}
