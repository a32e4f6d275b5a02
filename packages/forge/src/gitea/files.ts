import { cachedBytes } from "../cached-bytes.ts";
import { hashObject } from "../git/object-reader.ts";
import { AnswerError } from "../http/fields.ts";
import { isTreePath } from "../names.ts";
import type { BlobCache, FileState, Observed, Oid, PathEntry, RepoName } from "../port.ts";
import { failed, known, ofPart, ok, type Result, unknown } from "../problem.ts";
import { problemOf, readData, readShape, repoPath } from "./client.ts";
import { readContents, readNames } from "./mapping.ts";
import { cachedEntry, type GiteaSession, keepEntry } from "./session.ts";

/** Reads files of commits of one repository: from the cache first, then from `contents`. */
export interface GiteaFiles {
  /** What the commit holds at the path; the commit is the proof. */
  read(commit: Oid, path: string): Promise<Observed<FileState>>;
  /** Blob at a path of the commit; `null` when no file is there. */
  blob(commit: Oid, path: string): Promise<Result<Oid | null>>;
  /** Whether everything of the commit is known without a request. */
  isKnown(commit: Oid, paths: readonly string[]): boolean;
}

/** Every answer counts only under the commit it was asked for, and bytes only if they hash to their blob id (F1, F2). */
export function createGiteaFiles(session: GiteaSession, repo: RepoName, cache: BlobCache): GiteaFiles {
  const { client, memory } = session;

  function cachedState(commit: Oid, path: string): FileState | undefined {
    const entry = cachedEntry(cache, memory, commit, path);
    if (entry === undefined || entry.kind !== "file") return entry;
    const bytes = cachedBytes(cache, entry.blob);
    return bytes === undefined ? undefined : { kind: "file", blob: entry.blob, bytes };
  }

  async function ask(commit: Oid, path: string): Promise<Result<FileState>> {
    const place = `${repoPath(repo)}/contents/${path.split("/").map(encodeURIComponent).join("/")}?ref=${commit}`;
    const result = await client.call("GET", place);
    if (result.kind === "none") return failed("unreachable", result.message);
    const { answer } = result;
    if (answer.status === 404) return proveAbsent(commit, path);
    if (answer.status !== 200) return { ok: false, problem: problemOf(answer, place, client.now()) };
    const found = readShape(place, () => readContents(answer.data).state);
    // git has no empty folders: a repository that is flagged empty by mistake is answered so (F1).
    if (Array.isArray(answer.data) && answer.data.length === 0)
      return failed("incomplete", `GET ${place}: a folder without entries`);
    if (!found.ok || found.value.kind !== "file") return found;
    const { blob, bytes } = found.value;
    if (hashObject("blob", bytes, blob.length) !== blob)
      return failed("incomplete", `GET ${place}: the bytes do not hash to ${blob}`);
    return found;
  }

  /** A 404 may be the file's, the repository's or the token's: the folder above, under the same commit, tells. */
  async function proveAbsent(commit: Oid, path: string): Promise<Result<FileState>> {
    for (let at = path; at !== ""; ) {
      const cut = at.lastIndexOf("/");
      const folder = cut === -1 ? "" : at.slice(0, cut);
      const name = at.slice(cut + 1);
      const place = `${repoPath(repo)}/contents${folder === "" ? "" : `/${folder.split("/").map(encodeURIComponent).join("/")}`}?ref=${commit}`;
      const above = await readData(client, place, (data) => {
        // Below a file, a link or a submodule there is nothing of this repository.
        if (!Array.isArray(data)) return readContents(data).type === "dir";
        if (data.length === 0) throw new AnswerError("a folder without entries");
        return readNames(data).includes(name);
      });
      if (above.ok)
        return above.value
          ? failed("incomplete", `${place} lists ${name}, which is not to be had`)
          : ok({ kind: "absent" });
      if (above.problem.reason !== "not_found" || folder === "") return above;
      at = folder;
    }
    throw new AnswerError("a path without a name");
  }

  async function state(commit: Oid, path: string): Promise<Result<FileState>> {
    const cached = cachedState(commit, path);
    if (cached !== undefined) return ok(cached);
    const found = await ask(commit, path);
    if (!found.ok) return found;
    keepEntry(cache, memory, commit, path, entryOf(found.value));
    if (found.value.kind === "file") cache.put(found.value.blob, found.value.bytes);
    return found;
  }

  return {
    async read(commit, path) {
      if (!isTreePath(path))
        return unknown({ reason: "unsupported", message: `"${path}" is no path in a tree` });
      const found = await state(commit, path);
      return found.ok ? known(found.value, commit) : unknown(ofPart(found.problem));
    },
    async blob(commit, path) {
      if (!isTreePath(path)) return ok(null);
      const entry = cachedEntry(cache, memory, commit, path);
      if (entry !== undefined) return ok(entry.kind === "file" ? entry.blob : null);
      const found = await state(commit, path);
      if (!found.ok) return found;
      return ok(found.value.kind === "file" ? found.value.blob : null);
    },
    isKnown: (commit, paths) => paths.every((path) => cachedState(commit, path) !== undefined),
  };
}

function entryOf(state: FileState): PathEntry {
  return state.kind === "file" ? { kind: "file", blob: state.blob } : state;
}
