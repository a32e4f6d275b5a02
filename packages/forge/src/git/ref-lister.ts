import { listRefs } from "../http/ls-refs.ts";
import type { Send } from "../http/transport.ts";
import type { RefLister } from "./target.ts";

/**
 * Lists refs by protocol v2 with the headers that git's settings give for the address (`http.<url>.extraHeader`). A server
 * that wants other credentials, moved, or speaks an older protocol is left to git, which knows helpers and words for it.
 */
export function createRefLister(
  send: Send,
  config: readonly (readonly [key: string, value: string])[],
): RefLister {
  return async (url, names) => {
    const listing = await listRefs(send, url, names, headersFor(url, config));
    return listing.kind === "listed" && listing.refs.head !== undefined ? listing.refs : undefined;
  };
}

/** Headers of git's settings whose address the url begins with (git-config(1), "http.<url>.*"). */
function headersFor(
  url: string,
  config: readonly (readonly [key: string, value: string])[],
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [key, value] of config) {
    const address = /^http\.(?:(.+)\.)?extraheader$/i.exec(key);
    const [, name, text] = /^([^:\s]+):\s*(.*)$/.exec(value) ?? [];
    if (address === null || name === undefined || text === undefined) continue;
    if (address[1] === undefined || url.startsWith(address[1])) headers[name.toLowerCase()] = text;
  }
  return headers;
}
