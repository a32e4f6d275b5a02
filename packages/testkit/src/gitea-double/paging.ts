import { jsonAnswer, type StagedAnswer } from "../hosting/index.ts";
import type { Call } from "./call.ts";

/** The page a request asks for. */
export interface Page {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** Reads `page` and `limit`; a limit that is too large is cut to the largest allowed. */
export function pageOf({ request, settings }: Call): Page {
  const asked = Number(request.query.get("limit") ?? 0);
  const size =
    asked > 0 ? Math.min(asked, settings.pageMax) : Math.min(settings.pageDefault, settings.pageMax);
  return { page: Math.max(1, Number(request.query.get("page") ?? 1) || 1), size };
}

/** The items of the page that is asked for. */
export function cut<T>(items: readonly T[], { page, size }: Page): T[] {
  return items.slice((page - 1) * size, page * size);
}

/** Answers with a page of a list; `linked`: with a `Link` header, which some lists lack. */
export function listAnswer(
  call: Call,
  page: unknown[],
  total: number,
  linked: "linked" | "unlinked" = "linked",
): StagedAnswer {
  const count = { "x-total-count": String(total) };
  const link = linked === "linked" ? linkOf(call, total) : "";
  return jsonAnswer(200, page, link === "" ? count : { ...count, link });
}

function linkOf(call: Call, total: number): string {
  const { page, size } = pageOf(call);
  const last = Math.max(1, Math.ceil(total / size));
  const to = (number: number, rel: string) => {
    const query = new URLSearchParams(call.request.query);
    query.set("page", String(number));
    query.sort();
    return `<${call.url()}${call.request.path}?${query.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(page < last ? [to(page + 1, "next"), to(last, "last")] : []),
    ...(page > 1 ? [to(1, "first"), to(page - 1, "prev")] : []),
  ];
  return links.join(",");
}
