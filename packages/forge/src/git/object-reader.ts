import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createHash } from "node:crypto";
import type { Oid } from "../port.ts";
import { endChild, type GitClient, missingGit } from "./client.ts";

/** What became of one request. `bytes` hash to `oid`. */
export type ReadObject =
  | { readonly kind: "object"; readonly type: string; readonly oid: Oid; readonly bytes: Buffer }
  | { readonly kind: "missing" }
  | { readonly kind: "corrupt"; readonly message: string }
  | { readonly kind: "stopped"; readonly message: string };

/** Reads git objects by id through one process. Requests may be made at any time and in any number. */
export interface ObjectReader {
  read(oid: Oid): Promise<ReadObject>;
  /** Ends the process and waits for it; open requests are answered `stopped`. */
  close(): Promise<void>;
}

/** Larger objects are not read: no contract of ours comes near, and a fleet is read in one process's memory. */
const largest = 16 * 1024 * 1024;

interface Request {
  readonly oid: Oid;
  answer(result: ReadObject): void;
}

interface Answer {
  readonly oid: Oid;
  readonly type: string;
  readonly size: number;
  readonly chunks: Buffer[];
  received: number;
}

/**
 * One `git cat-file --batch` in the given repository, started on the first request. git ends the whole process on
 * some broken objects; the first request without an answer then is the broken one, and the rest goes to a new process.
 */
export function createObjectReader(client: GitClient, gitDir: string): ObjectReader {
  let child: ChildProcessWithoutNullStreams | undefined;
  let ended: Promise<void> = Promise.resolve();
  let closed = false;
  const open: Request[] = [];

  function fail(message: string): void {
    for (const request of open.splice(0)) request.answer({ kind: "stopped", message });
  }

  function start(): void {
    const process = client.start(["cat-file", "--batch"], gitDir);
    child = process;
    let why: string | undefined;
    const stop = (message: string) => {
      why ??= message;
      endChild(process);
    };
    const onAbort = () => stop("the run was stopped");
    const timer = setTimeout(() => {
      if (open.length === 0) timer.refresh();
      else stop("git gave no answer in time");
    }, client.timeoutMs);
    const parse = createParser((answer) => open.shift()?.answer(answer));
    client.signal?.addEventListener("abort", onAbort, { once: true });
    process.stdin.on("error", () => undefined);
    process.stderr.resume();
    process.stdout.on("data", (chunk: Buffer) => {
      timer.refresh();
      parse(chunk);
    });
    ended = new Promise<void>((resolve) => {
      process.once("error", (error) => {
        why ??= missingGit(error).message;
      });
      process.once("close", () => {
        clearTimeout(timer);
        client.signal?.removeEventListener("abort", onAbort);
        child = undefined;
        if (closed || why !== undefined || open.length === 0) fail(why ?? "the reader was closed");
        else restart();
        resolve();
      });
    });
  }

  function restart(): void {
    open.shift()?.answer({ kind: "corrupt", message: "git ended while reading the object" });
    if (open.length === 0) return;
    start();
    for (const request of open) child?.stdin.write(`${request.oid}\n`);
  }

  return {
    read: (oid) =>
      new Promise<ReadObject>((resolve) => {
        if (closed || client.signal?.aborted === true) {
          resolve({ kind: "stopped", message: "the run was stopped" });
          return;
        }
        open.push({ oid, answer: (result) => resolve(verify(oid, result)) });
        if (child === undefined) start();
        child?.stdin.write(`${oid}\n`);
      }),
    async close() {
      closed = true;
      fail("the reader was closed");
      child?.stdin.end();
      await ended;
    },
  };
}

/** F2: whoever delivered the bytes, they count only if they hash to the id asked for. */
function verify(oid: Oid, result: ReadObject): ReadObject {
  if (result.kind !== "object") return result;
  if (result.oid === oid && hashObject(result.type, result.bytes, oid.length) === oid) return result;
  return { kind: "corrupt", message: `object ${oid} does not hash to its id` };
}

/** Id of an object: SHA-1 for 40 digits, SHA-256 for 64 (gitformat-objects, "hash of header and content"). */
export function hashObject(type: string, bytes: Uint8Array, oidLength: number): Oid {
  const hash = createHash(oidLength === 64 ? "sha256" : "sha1");
  return hash.update(`${type} ${bytes.byteLength}\0`).update(bytes).digest("hex");
}

/** Reads the answers of `cat-file --batch` from chunks of any size (git-cat-file(1), "BATCH OUTPUT"). */
export function createParser(deliver: (answer: ReadObject) => void): (chunk: Buffer) => void {
  let header: Buffer[] = [];
  let body: Answer | undefined;

  function readHeader(chunk: Buffer): number {
    const end = chunk.indexOf(10);
    header.push(end === -1 ? chunk : chunk.subarray(0, end));
    if (end === -1) return chunk.length;
    const line = Buffer.concat(header).toString("utf8");
    header = [];
    const parts = /^([0-9a-f]+) (\w+) (\d+)$/.exec(line);
    const [, oid = "", type = "", size = "0"] = parts ?? [];
    if (parts === null) deliver({ kind: "missing" });
    else body = { oid, type, size: Number(size), chunks: [], received: 0 };
    return end + 1;
  }

  function readBody(answer: Answer, chunk: Buffer): number {
    // The content is followed by a line feed, which is not part of it.
    const taken = chunk.subarray(0, answer.size + 1 - answer.received);
    answer.received += taken.length;
    if (answer.size <= largest) answer.chunks.push(taken);
    if (answer.received <= answer.size) return taken.length;
    body = undefined;
    if (answer.size > largest) {
      deliver({ kind: "corrupt", message: `object ${answer.oid} is larger than ${largest} bytes` });
    } else {
      const bytes = Buffer.concat(answer.chunks).subarray(0, answer.size);
      deliver({ kind: "object", type: answer.type, oid: answer.oid, bytes });
    }
    return taken.length;
  }

  return (chunk) => {
    let rest = chunk;
    while (rest.length > 0)
      rest = rest.subarray(body === undefined ? readHeader(rest) : readBody(body, rest));
  };
}
