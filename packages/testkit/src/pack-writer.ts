import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

/** Kinds of git objects, with their numbers in a pack. */
const kinds = { commit: 1, tree: 2, blob: 3 } as const;

interface PackObject {
  readonly oid: string;
  readonly kind: keyof typeof kinds;
  readonly bytes: Buffer;
}

/** Objects to be put into one pack. The same object twice is one. */
export interface PackWriter {
  /** Adds an object and answers with its id. */
  add(kind: keyof typeof kinds, bytes: Buffer): string;
  /** Content of `pack-<name>.pack` and `pack-<name>.idx`. */
  finish(): { readonly name: string; readonly pack: Buffer; readonly index: Buffer };
}

/**
 * Writes packs without git, for fleets of a thousand repositories: a process for each would take most of a test's
 * time. Version 2 of both files, SHA-1, no deltas (gitformat-pack(5)).
 */
export function createPackWriter(): PackWriter {
  const objects = new Map<string, PackObject>();
  return {
    add(kind, bytes) {
      const oid = createHash("sha1").update(`${kind} ${bytes.length}\0`).update(bytes).digest("hex");
      objects.set(oid, { oid, kind, bytes });
      return oid;
    },
    finish() {
      const sorted = [...objects.values()].sort((a, b) => (a.oid < b.oid ? -1 : 1));
      const parts: Buffer[] = [Buffer.concat([Buffer.from("PACK"), numbers([2, sorted.length])])];
      const offsets: number[] = [];
      const checksums: number[] = [];
      let at = 12;
      for (const { kind, bytes } of sorted) {
        const entry = Buffer.concat([
          entryHeader(kinds[kind], bytes.length),
          deflateSync(bytes, { level: 1 }),
        ]);
        offsets.push(at);
        checksums.push(crc32(entry));
        parts.push(entry);
        at += entry.length;
      }
      const pack = withHash(Buffer.concat(parts));
      const index = withHash(
        Buffer.concat([
          Buffer.from([0xff, 0x74, 0x4f, 0x63]),
          numbers([2, ...fanout(sorted)]),
          Buffer.from(sorted.map(({ oid }) => oid).join(""), "hex"),
          numbers(checksums),
          numbers(offsets),
          pack.subarray(-20),
        ]),
      );
      return { name: pack.subarray(-20).toString("hex"), pack, index };
    },
  };
}

/** Type and size: four bits of the size in the first byte, seven in each that follows. */
function entryHeader(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size & 15)];
  for (let rest = size >>> 4; rest > 0; rest >>>= 7) {
    bytes.push(rest & 127);
    bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) | 128;
  }
  return Buffer.from(bytes);
}

/** For each first byte of an id, how many ids are not above it. */
function fanout(sorted: readonly PackObject[]): number[] {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const { oid } of sorted) {
    const first = Number.parseInt(oid.slice(0, 2), 16);
    counts[first] = (counts[first] ?? 0) + 1;
  }
  let sum = 0;
  return counts.map((count) => (sum += count));
}

function numbers(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value, index * 4);
  return buffer;
}

function withHash(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, createHash("sha1").update(bytes).digest()]);
}

/** A file of a tree: mode as git prints it, and content. */
export interface PackedFile {
  readonly mode: "100644" | "100755" | "120000";
  readonly bytes: Buffer;
}

/** Adds blobs and trees for files by path, and answers with the root tree's id. */
export function addTree(writer: PackWriter, files: ReadonlyMap<string, PackedFile>): string {
  const entries = new Map<string, { mode: string; oid: string }>();
  const folders = new Map<string, Map<string, PackedFile>>();
  for (const [path, file] of files) {
    const slash = path.indexOf("/");
    if (slash === -1) entries.set(path, { mode: file.mode, oid: writer.add("blob", file.bytes) });
    else {
      const folder = folders.get(path.slice(0, slash)) ?? new Map<string, PackedFile>();
      folders.set(path.slice(0, slash), folder.set(path.slice(slash + 1), file));
    }
  }
  for (const [name, inner] of folders) entries.set(name, { mode: "40000", oid: addTree(writer, inner) });
  const sorted = [...entries].map(([name, entry]) => ({
    ...entry,
    name: Buffer.from(name, "utf8"),
    // git compares a folder as if its name ended in a slash.
    key: Buffer.from(entry.mode === "40000" ? `${name}/` : name, "utf8"),
  }));
  sorted.sort((a, b) => Buffer.compare(a.key, b.key));
  const parts = sorted.flatMap(({ mode, name, oid }) => [
    Buffer.from(`${mode} `),
    name,
    Buffer.from([0]),
    Buffer.from(oid, "hex"),
  ]);
  return writer.add("tree", Buffer.concat(parts));
}
