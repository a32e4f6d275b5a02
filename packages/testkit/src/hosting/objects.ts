import fs from "node:fs";
import { readObject, writeBlob, writeCommit, writeTree } from "isomorphic-git";

/** Who made a commit and when: epoch milliseconds UTC, whole seconds in git. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly time: number;
}

export interface CommitObject {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  /** As it is in the object, with its last line feed. */
  readonly message: string;
}

/** Modes as git's trees have them: file, program, symbolic link, folder, submodule. */
export type TreeMode = "100644" | "100755" | "120000" | "040000" | "160000";

export interface TreeEntry {
  readonly mode: TreeMode;
  readonly name: string;
  readonly oid: string;
}

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  /** A line feed is put at its end where there is none. */
  readonly message: string;
}

/**
 * The objects of one repository, read and written in this process, never by git. What was read stays in memory, so a
 * second read costs nothing; an object that is not there is looked for again each time. Reads answer `null` for no
 * object, for one of another kind, and for one whose bytes do not hash to its id.
 */
export interface Objects {
  commit(oid: string): Promise<CommitObject | null>;
  /** Entries in git's order. */
  tree(oid: string): Promise<readonly TreeEntry[] | null>;
  blob(oid: string): Promise<Uint8Array | null>;
  /** What an annotated tag names, through tags of tags. */
  tagged(oid: string): Promise<string | null>;
  kind(oid: string): Promise<"commit" | "tree" | "blob" | "tag" | null>;
  writeBlob(bytes: Uint8Array): Promise<string>;
  writeTree(entries: readonly TreeEntry[]): Promise<string>;
  writeCommit(commit: NewCommit): Promise<string>;
}

type RawObject = { readonly kind: "commit" | "tree" | "blob" | "tag"; readonly bytes: Uint8Array };

/** The objects of the bare repository in a folder; `path` is asked each time, since a rename moves it. */
export function objectsAt(path: () => string): Objects {
  const raw = new Map<string, RawObject>();
  const parsed = new Map<string, CommitObject | readonly TreeEntry[]>();
  const read = async (oid: string): Promise<RawObject | null> => {
    const known = raw.get(oid);
    if (known !== undefined) return known;
    const found = await readRaw(path(), oid);
    if (found !== null) raw.set(oid, found);
    return found;
  };
  const bytesOf = async (oid: string, kind: RawObject["kind"]): Promise<Uint8Array | null> => {
    const found = await read(oid);
    return found?.kind === kind ? found.bytes : null;
  };
  return {
    kind: async (oid) => (await read(oid))?.kind ?? null,
    blob: (oid) => bytesOf(oid, "blob"),
    async commit(oid) {
      const known = parsed.get(oid);
      if (known !== undefined && "parents" in known) return known;
      const bytes = await bytesOf(oid, "commit");
      if (bytes === null) return null;
      const commit = parseCommit(oid, Buffer.from(bytes).toString("utf8"));
      parsed.set(oid, commit);
      return commit;
    },
    async tree(oid) {
      const known = parsed.get(oid);
      if (known !== undefined && !("parents" in known)) return known;
      const bytes = oid === emptyTree ? new Uint8Array() : await bytesOf(oid, "tree");
      if (bytes === null) return null;
      const entries = parseTree(Buffer.from(bytes));
      parsed.set(oid, entries);
      return entries;
    },
    tagged: (oid) => taggedBy(bytesOf, oid),
    ...writersAt(path),
  };
}

function writersAt(path: () => string): Pick<Objects, "writeBlob" | "writeTree" | "writeCommit"> {
  return {
    writeBlob: (bytes) => writeBlob({ fs, gitdir: path(), blob: bytes }),
    writeTree: (entries) =>
      writeTree({
        fs,
        gitdir: path(),
        tree: entries.map(({ mode, name, oid }) => ({ mode, path: name, oid, type: kindOfMode(mode) })),
      }),
    writeCommit: ({ message, ...commit }) =>
      writeCommit({
        fs,
        gitdir: path(),
        commit: {
          tree: commit.tree,
          parent: [...commit.parents],
          author: toIdentity(commit.author),
          committer: toIdentity(commit.committer),
          message: message.endsWith("\n") ? message : `${message}\n`,
        },
      }),
  };
}

async function taggedBy(
  bytesOf: (oid: string, kind: RawObject["kind"]) => Promise<Uint8Array | null>,
  oid: string,
): Promise<string | null> {
  const bytes = await bytesOf(oid, "tag");
  if (bytes === null) return null;
  const [, named = ""] = /^object ([0-9a-f]{40})\n/.exec(Buffer.from(bytes).toString("utf8")) ?? [];
  return (await taggedBy(bytesOf, named)) ?? named;
}

const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

async function readRaw(gitdir: string, oid: string): Promise<RawObject | null> {
  if (!/^[0-9a-f]{40}$/.test(oid)) return null;
  try {
    const { object, type } = await readObject({ fs, gitdir, oid, format: "content" });
    if (!(object instanceof Uint8Array)) return null;
    if (type === "commit" || type === "tree" || type === "blob" || type === "tag")
      return { kind: type, bytes: object };
    return null;
  } catch {
    return null;
  }
}

/** What git calls the object behind an entry of a tree. */
export function kindOfMode(mode: TreeMode): "blob" | "tree" | "commit" {
  if (mode === "040000") return "tree";
  return mode === "160000" ? "commit" : "blob";
}

function toIdentity({ name, email, time }: Signature) {
  return { name, email, timestamp: Math.floor(time / 1000), timezoneOffset: 0 };
}

function parseCommit(oid: string, text: string): CommitObject {
  const end = text.indexOf("\n\n");
  const header = text.slice(0, end).split("\n");
  const all = (name: string) =>
    header.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    oid,
    tree: all("tree")[0] ?? "",
    parents: all("parent"),
    author: parseSignature(all("author")[0] ?? ""),
    committer: parseSignature(all("committer")[0] ?? ""),
    message: text.slice(end + 2),
  };
}

function parseSignature(line: string): Signature {
  const [, name = "", email = "", seconds = "0"] = /^(.*?) ?<(.*?)> (\d+)/.exec(line) ?? [];
  return { name, email, time: Number(seconds) * 1000 };
}

function parseTree(bytes: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const zero = bytes.indexOf(0, space);
    entries.push({
      mode: toMode(bytes.toString("latin1", at, space)),
      name: bytes.toString("utf8", space + 1, zero),
      oid: bytes.toString("hex", zero + 1, zero + 21),
    });
    at = zero + 21;
  }
  return entries;
}

function toMode(text: string): TreeMode {
  switch (text) {
    case "40000":
      return "040000";
    case "120000":
    case "160000":
    case "100755":
      return text;
    default:
      return "100644";
  }
}
