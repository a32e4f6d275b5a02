import type { CommitObject, Signature, TreeEntry } from "../hosting/index.ts";
import { kindOfMode } from "../hosting/index.ts";
import type { JsonObject } from "./json.ts";
import { type Account, isoTime, simpleUser } from "./json-user.ts";
import { nodeId } from "./node-id.ts";

/** Where something of a repository is described. */
export interface RepoPlace {
  /** Number of the repository. */
  readonly id: number;
  /** Address in the API, `<url>/repos/<owner>/<name>`. */
  readonly api: string;
  /** Address for people. */
  readonly html: string;
}

/** Whether GitHub signed a commit. Only those that an App makes without naming an author are. */
function verification(verified: boolean, at: number): JsonObject {
  return {
    verified,
    reason: verified ? "valid" : "unsigned",
    signature: verified ? "-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----" : null,
    payload: verified ? "signed by the double" : null,
    verified_at: verified ? isoTime(at) : null,
  };
}

const person = ({ name, email, time }: Signature) => ({ name, email, date: isoTime(time) });

/** GitHub tells messages without the line feeds at their end. */
export const messageOf = (commit: CommitObject): string => commit.message.replace(/\n+$/, "");

/** `git-commit` of the official description. */
export function gitCommit(commit: CommitObject, place: RepoPlace, verified: boolean): JsonObject {
  return {
    sha: commit.oid,
    node_id: nodeId("commit", place.id, commit.oid),
    url: `${place.api}/git/commits/${commit.oid}`,
    html_url: `${place.html}/commit/${commit.oid}`,
    author: person(commit.author),
    committer: person(commit.committer),
    tree: { sha: commit.tree, url: `${place.api}/git/trees/${commit.tree}` },
    message: messageOf(commit),
    parents: parents(commit, place, "git/commits"),
    verification: verification(verified, commit.committer.time),
  };
}

/** `commit` of the official description, without files. Accounts are those of the signatures' addresses, or `null`. */
export function restCommit(
  commit: CommitObject,
  place: RepoPlace,
  verified: boolean,
  accounts: { readonly author: Account | undefined; readonly committer: Account | undefined },
  url: string,
): JsonObject {
  const account = (who: Account | undefined) => (who === undefined ? null : simpleUser(who, url));
  return {
    sha: commit.oid,
    node_id: nodeId("commit", place.id, commit.oid),
    commit: {
      author: person(commit.author),
      committer: person(commit.committer),
      message: messageOf(commit),
      tree: { sha: commit.tree, url: `${place.api}/git/trees/${commit.tree}` },
      url: `${place.api}/git/commits/${commit.oid}`,
      comment_count: 0,
      verification: verification(verified, commit.committer.time),
    },
    url: `${place.api}/commits/${commit.oid}`,
    html_url: `${place.html}/commit/${commit.oid}`,
    comments_url: `${place.api}/commits/${commit.oid}/comments`,
    author: account(accounts.author),
    committer: account(accounts.committer),
    parents: parents(commit, place, "commits"),
  };
}

function parents(commit: CommitObject, place: RepoPlace, under: string): JsonObject[] {
  return commit.parents.map((sha) => ({
    sha,
    url: `${place.api}/${under}/${sha}`,
    html_url: `${place.html}/commit/${sha}`,
  }));
}

/** One line of `git-tree`; `path` is the whole path, `size` the length of a blob's bytes. */
export function treeLine(
  entry: TreeEntry,
  path: string,
  size: number | undefined,
  place: RepoPlace,
): JsonObject {
  const type = kindOfMode(entry.mode);
  const url = `${place.api}/git/${type}s/${entry.oid}`;
  return {
    path,
    mode: entry.mode,
    type,
    sha: entry.oid,
    ...(size === undefined ? {} : { size }),
    ...(type === "commit" ? {} : { url }),
  };
}

/** `git-ref` of the official description. `ref` is the full name. */
export function gitRef(ref: string, oid: string, type: string, place: RepoPlace): JsonObject {
  return {
    ref,
    node_id: nodeId("ref", place.id, ref),
    url: `${place.api}/git/${ref}`,
    object: { sha: oid, type, url: `${place.api}/git/${type}s/${oid}` },
  };
}

/** `blob` of the official description, always as base64 in lines of 60, as GitHub writes it. */
export function gitBlob(oid: string, bytes: Uint8Array, place: RepoPlace): JsonObject {
  return {
    sha: oid,
    node_id: nodeId("blob", place.id, oid),
    size: bytes.length,
    url: `${place.api}/git/blobs/${oid}`,
    content: base64Lines(bytes),
    encoding: "base64",
  };
}

/** Base64 in lines of 60 characters, each with a line feed. */
export function base64Lines(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("base64")
    .replaceAll(/.{1,60}/g, "$&\n");
}
