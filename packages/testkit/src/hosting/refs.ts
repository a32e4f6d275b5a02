import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { tryGit } from "../plain-git.ts";

/** No object: the expected value of a ref that must not exist, and the new value of one that goes. */
export const noOid = "0".repeat(40);

/** One ref to move. `from` is what it must be now (`null`: absent); `to` what it becomes (`null`: absent). */
export interface RefUpdate {
  readonly ref: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** `moved`: a ref was not what was expected. `refused`: git would not, and says why. */
export type RefResult =
  | { readonly kind: "done" }
  | { readonly kind: "moved"; readonly ref: string; readonly now: string | null }
  | { readonly kind: "refused"; readonly message: string };

/** The refs of one bare repository. Reads are reads of files and see what anybody did; nothing is remembered. */
export interface Refs {
  /** Full name of the branch that `HEAD` names, whether it exists or not. */
  headRef(): Promise<string>;
  /** Points `HEAD` at a branch, by its full name. */
  setHeadRef(ref: string): Promise<void>;
  /** Object id of a ref by its full name, or `null`. */
  read(ref: string): Promise<string | null>;
  /** All refs below a prefix (`refs/heads/`; default all), sorted by name as git sorts them. */
  list(prefix?: string): Promise<readonly (readonly [ref: string, oid: string])[]>;
  /** Moves all of them or none, each only from its expected value. One git process. */
  update(updates: readonly RefUpdate[]): Promise<RefResult>;
  /** Writes a ref that only the forge itself writes (`refs/pull/…`), without a process and without asking. */
  keep(ref: string, oid: string): Promise<void>;
}

const oidPattern = /^[0-9a-f]{40}$/;

/** The refs of the bare repository in a folder; `path` is asked each time, since a rename moves it. */
export function refsAt(path: () => string): Refs {
  const loose = async (ref: string): Promise<string | null> => {
    const text = await textOf(join(path(), ref));
    const oid = text?.trim() ?? "";
    return oidPattern.test(oid) ? oid : null;
  };
  const packed = async (): Promise<Map<string, string>> =>
    parsePacked(await textOf(join(path(), "packed-refs")));
  const read = async (ref: string): Promise<string | null> =>
    // A ref may move from loose to packed in between: loose, packed, loose again.
    (await loose(ref)) ?? (await packed()).get(ref) ?? (await loose(ref));
  return {
    read,
    headRef: async () => ((await textOf(join(path(), "HEAD"))) ?? "").trim().replace(/^ref: /, ""),
    setHeadRef: (ref) => replace(join(path(), "HEAD"), `ref: ${ref}\n`),
    keep: (ref, oid) => replace(join(path(), ref), `${oid}\n`),
    async list(prefix = "refs/") {
      const found = await packed();
      for (const ref of await looseNames(path(), prefix.slice(0, prefix.lastIndexOf("/")))) {
        const oid = await loose(ref);
        if (oid !== null) found.set(ref, oid);
      }
      return [...found].filter(([ref]) => ref.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
    },
    async update(updates) {
      const lines = updates.map(({ ref, from, to }) => `update ${ref}\0${to ?? noOid}\0${from ?? noOid}\0`);
      const { code, stderr } = await tryGit(path(), ["update-ref", "-z", "--stdin"], {
        input: lines.join(""),
      });
      if (code === 0) return { kind: "done" };
      for (const { ref, from } of updates) {
        const now = await read(ref);
        if (now !== from) return { kind: "moved", ref, now };
      }
      return { kind: "refused", message: stderr.trim() };
    },
  };
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch(() => null);
}

function parsePacked(text: string | null): Map<string, string> {
  const refs = new Map<string, string>();
  for (const line of (text ?? "").split("\n")) {
    const [oid = "", ref = ""] = line.split(" ", 2);
    if (oidPattern.test(oid)) refs.set(ref, oid);
  }
  return refs;
}

async function looseNames(path: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(path, folder), { withFileTypes: true }).catch(() => []);
  const names = await Promise.all(
    entries.map(async (entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return looseNames(path, name);
      return name.endsWith(".lock") ? [] : [name];
    }),
  );
  return names.flat();
}

/** A reader sees the old file or the new one, never half of it. */
async function replace(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const next = `${file}.${process.hrtime.bigint()}.lock`;
  await writeFile(next, text);
  await rename(next, file);
}
