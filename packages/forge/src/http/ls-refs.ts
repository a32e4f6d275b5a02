import { isOid } from "../names.ts";
import type { Oid } from "../port.ts";
import type { Send } from "./transport.ts";
import { TransportError } from "./transport.ts";

/** Refs as a server lists them. */
export interface ListedRefs {
  /** Branch that HEAD names; `undefined` when HEAD names none, or names one without a commit. */
  readonly headBranch: string | undefined;
  /** Commit of HEAD. */
  readonly head: Oid | undefined;
  /** Every listed ref by its full name. */
  readonly oids: ReadonlyMap<string, Oid>;
  /** What the tag objects among those below a prefix are of. */
  readonly peeled: ReadonlyMap<string, Oid>;
}

/** What became of the listing. `other` is an answer that is not of protocol v2: somebody else may know more. */
export type Listing =
  | { readonly kind: "listed"; readonly refs: ListedRefs }
  | { readonly kind: "status"; readonly status: number; readonly headers: Headers }
  | { readonly kind: "other"; readonly message: string }
  | { readonly kind: "unreachable"; readonly message: string };

/**
 * Lists HEAD and the given refs of a repository by one request of protocol v2 (gitprotocol-v2, "ls-refs"), where
 * `ls-remote` gets every ref there is. `url` is the clone address. A server tells a ref by its prefix: longer names are
 * dropped, unless they are below a name that ends in `/`.
 */
export async function listRefs(
  send: Send,
  url: string,
  names: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<Listing> {
  let response: Response;
  try {
    response = await send("git", `${url}/git-upload-pack`, {
      method: "POST",
      headers: {
        ...headers,
        accept: "application/x-git-upload-pack-result",
        "content-type": "application/x-git-upload-pack-request",
        "git-protocol": "version=2",
      },
      body: requestOf(names),
    });
  } catch (error) {
    if (error instanceof TransportError) return { kind: "unreachable", message: error.message };
    throw error;
  }
  if (response.status !== 200) {
    return { kind: "status", status: response.status, headers: response.headers };
  }
  if (response.headers.get("content-type") !== "application/x-git-upload-pack-result")
    return { kind: "other", message: "the server answered something else than a list of refs" };
  const lines = parseLines(Buffer.from(await response.arrayBuffer()));
  if (lines === undefined) return { kind: "other", message: "the list of refs is cut" };
  const refs = parseRefs(lines, names);
  return refs === undefined
    ? { kind: "other", message: "the server lists refs in a way we do not know" }
    : { kind: "listed", refs };
}

function requestOf(names: readonly string[]): string {
  const prefixes = ["HEAD", ...names].map((name) => line(`ref-prefix ${name}\n`));
  return [
    line("command=ls-refs\n"),
    line("object-format=sha1"),
    "0001",
    line("symrefs\n"),
    ...(names.some(isPrefix) ? [line("peel\n")] : []),
    ...prefixes,
    "0000",
  ].join("");
}

/** Whether a name stands for all refs below it. */
export function isPrefix(name: string): boolean {
  return name.endsWith("/");
}

/** One pkt-line: four hex digits that count themselves too (gitprotocol-common). */
function line(text: string): string {
  return (Buffer.byteLength(text) + 4).toString(16).padStart(4, "0") + text;
}

/** Lines of an answer up to its flush; `undefined` when it ends before. */
function parseLines(bytes: Buffer): string[] | undefined {
  const lines: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const head = bytes.toString("latin1", at, at + 4);
    const size = Number.parseInt(head, 16);
    if (head === "0000") return lines;
    if (!/^[0-9a-f]{4}$/i.test(head) || size < 4 || at + size > bytes.length) return undefined;
    lines.push(bytes.toString("utf8", at + 4, at + size).replace(/\n$/, ""));
    at += size;
  }
  return undefined;
}

function parseRefs(lines: readonly string[], names: readonly string[]): ListedRefs | undefined {
  const wanted = new Set(names);
  const prefixes = names.filter(isPrefix);
  const oids = new Map<string, Oid>();
  const peeled = new Map<string, Oid>();
  let headBranch: string | undefined;
  let head: Oid | undefined;
  for (const text of lines) {
    const [oid = "", name = "", ...attributes] = text.split(" ");
    if (!isOid(oid) || name === "") return undefined;
    if (name === "HEAD") {
      head = oid;
      const target = attributes.find((each) => each.startsWith("symref-target:refs/heads/"));
      headBranch = target?.slice("symref-target:refs/heads/".length);
    } else if (wanted.has(name) || prefixes.some((prefix) => name.startsWith(prefix))) {
      oids.set(name, oid);
      const of = attributes.find((each) => each.startsWith("peeled:"))?.slice("peeled:".length);
      if (of !== undefined && isOid(of)) peeled.set(name, of);
    }
  }
  return { headBranch, head, oids, peeled };
}
