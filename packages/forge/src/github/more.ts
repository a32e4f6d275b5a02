import { cachedBytes } from "../cached-bytes.ts";
import { folderOf } from "../folders.ts";
import { hashObject } from "../git/object-reader.ts";
import type { Json } from "../http/fields.ts";
import { AnswerError, json, list, maybeJson, text } from "../http/fields.ts";
import { mostShown } from "../in-order.ts";
import type { BlobCache, FolderState, Oid, RepoObservation } from "../port.ts";
import { ofPart, type Problem } from "../problem.ts";
import type { GithubClient } from "./client.ts";
import { pendingFolders } from "./listings.ts";
import type { Pull } from "./mapping.ts";
import { type More, missingBlobs, observationOf, type Read, steeredPulls } from "./observe.ts";
import { readBlob, readRest } from "./rest.ts";
import { listOwn } from "./rest-pulls.ts";
import { readFolder } from "./rest-tree.ts";
import type { StoppableClient } from "./rest-stop.ts";
import { type GithubSession, repoPath } from "./session.ts";

/** What reading many repositories of one owner has in common. */
export interface Reader {
  readonly session: GithubSession;
  readonly client: StoppableClient;
  readonly cache: BlobCache;
}

/** Branches whose list lacks entries, or is filled by forks, so that proposals of ours may lie behind. */
export function hiddenBranches({ pulls }: Read): readonly string[] {
  return [...pulls].flatMap(([branch, { pulls: listed, hasMore }]) =>
    hasMore && (listed.length < mostShown || listed.some(({ pull }) => !pull.isOwn)) ? [branch] : [],
  );
}

/** What an observation is made with where the first answer says all. */
export function nothingMore(cache: BlobCache): More {
  return {
    bytes: (blob) => cachedBytes(cache, blob) ?? { reason: "incomplete", message: `${blob} was not read` },
    details: new Map(),
    changed: new Map(),
    folders: new Map(),
    own: new Map(),
  };
}

/** Puts together what both documents told, and asks for the little that is left by REST. */
export async function finish(reader: Reader, read: Read, node: Json): Promise<RepoObservation> {
  const { client, cache } = reader;
  const { repo } = read.query;
  const bytes = new Map<Oid, Uint8Array | Problem>();
  for (const blob of missingBlobs(read, cache)) {
    const found = bytesOf(node[`x${blob}`], blob) ?? (await readBlob(client, repo, blob));
    if (found instanceof Uint8Array) cache.put(blob, found);
    bytes.set(blob, found instanceof Uint8Array ? found : ofPart(found));
  }
  const details = new Map<number, Json>();
  for (const wanted of steeredPulls(read)) {
    const detail = maybeJson(node[`d${wanted}`]);
    if (detail !== undefined) details.set(wanted, detail);
  }
  const missing = steeredPulls(read).some((wanted) => !details.has(wanted));
  const more = {
    bytes: (blob: Oid) => bytes.get(blob) ?? nothingMore(cache).bytes(blob),
    changed: await changedOf(client, read),
    folders: await listPending(client, read),
    own: await ownPulls(reader, read),
  };
  try {
    return observationOf(read, { ...more, details: missing ? notInFull : details });
  } catch (error) {
    if (error instanceof AnswerError) return observationOf(read, { ...more, details: notInFull });
    throw error;
  }
}

const notInFull: Problem = { reason: "incomplete", message: "its proposals were not told in full" };

/** Bytes of a text that hashes to its blob id; `undefined` for what GraphQL cannot tell: cut, binary, not UTF-8. */
function bytesOf(value: unknown, blob: Oid): Uint8Array | undefined {
  const content = maybeJson(value)?.["text"];
  if (typeof content !== "string") return undefined;
  const bytes = Buffer.from(content, "utf8");
  return hashObject("blob", bytes, blob.length) === blob ? bytes : undefined;
}

async function listPending(client: GithubClient, read: Read): Promise<More["folders"]> {
  const found = new Map<string, FolderState | Problem>();
  for (const [path, tree] of pendingFolders(read.folders)) {
    const entries = await readFolder(client, read.query.repo, tree);
    found.set(path, entries.ok ? folderOf(path, tree, entries.value) : ofPart(entries.problem));
  }
  return found;
}

async function changedOf(client: GithubClient, read: Read): Promise<ReadonlyMap<string, readonly string[]>> {
  const changed = new Map<string, readonly string[]>();
  for (const [branch, parent] of read.parents) {
    const state = read.branches.get(branch);
    if (state?.kind !== "known" || state.value.kind === "absent") continue;
    const path = `${repoPath(read.query.repo)}/compare/${parent}...${state.value.head}`;
    const found = await readRest(client, path, (data) =>
      list(json(data, "a comparison")["files"], "files").map((file) =>
        text(json(file, "a file"), "filename"),
      ),
    );
    if (found.ok) changed.set(branch, found.value.slice(0, 100));
  }
  return changed;
}

/** Proposals of branches whose list forks fill: REST can be asked for a branch of this repository alone. */
async function ownPulls(
  { client, session }: Reader,
  read: Read,
): Promise<ReadonlyMap<string, readonly Pull[] | Problem>> {
  const found = new Map<string, readonly Pull[] | Problem>();
  for (const branch of hiddenBranches(read)) {
    const pulls = await listOwn(client, session.memory, read.query.repo, branch);
    found.set(branch, pulls.ok ? pulls.value.map(({ pull }) => pull) : ofPart(pulls.problem));
  }
  return found;
}

/** Keeps what the head of the branch that was read holds at each file. */
export function keepEntries(cache: BlobCache, { facts, entries }: Read): void {
  for (const [path, entry] of entries)
    if (facts.head !== null)
      cache.putEntry?.(facts.head, path, entry.kind === "blob" ? { kind: "file", blob: entry.blob } : entry);
}
