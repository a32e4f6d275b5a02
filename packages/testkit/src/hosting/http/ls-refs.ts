import type { HostedRepo } from "../repo.ts";
import type { StagedAnswer } from "./exchange.ts";

/** What a client asks of `ls-refs` (gitprotocol-v2). */
export interface LsRefs {
  /** Show what a symbolic ref names. */
  readonly symrefs: boolean;
  /** Show what an annotated tag is of. */
  readonly peel: boolean;
  /** Show `HEAD` where its branch does not exist. */
  readonly unborn: boolean;
  /** Refs that begin with one of these; none: all refs. */
  readonly prefixes: readonly string[];
}

/** Reads the body of a request of version 2; `null`: it is another command than `ls-refs`. */
export function parseLsRefs(body: Buffer): LsRefs | null {
  const lines: string[] = [];
  for (let at = 0; at + 4 <= body.length; ) {
    const length = Number.parseInt(body.toString("latin1", at, at + 4), 16);
    if (Number.isNaN(length)) return null;
    if (length > 4) lines.push(body.toString("utf8", at + 4, at + length).replace(/\n$/, ""));
    at += Math.max(length, 4);
  }
  if (lines[0] !== "command=ls-refs") return null;
  return {
    symrefs: lines.includes("symrefs"),
    peel: lines.includes("peel"),
    unborn: lines.includes("unborn"),
    prefixes: lines.filter((line) => line.startsWith("ref-prefix ")).map((line) => line.slice(11)),
  };
}

/** Answers as `git upload-pack` does, from files. Branches are not looked at for tag objects: git keeps none there. */
export async function answerLsRefs(
  { refs, objects }: Pick<HostedRepo, "refs" | "objects">,
  wanted: LsRefs,
): Promise<StagedAnswer> {
  const matches = (ref: string) =>
    wanted.prefixes.length === 0 || wanted.prefixes.some((prefix) => ref.startsWith(prefix));
  const lines: string[] = [];
  if (matches("HEAD")) {
    const target = await refs.headRef();
    const oid = await refs.read(target);
    const symref = wanted.symrefs ? ` symref-target:${target}` : "";
    if (oid !== null) lines.push(`${oid} HEAD${symref}`);
    else if (wanted.unborn) lines.push(`unborn HEAD${symref}`);
  }
  if (wanted.prefixes.some((prefix) => prefix !== "HEAD") || wanted.prefixes.length === 0) {
    const found = await refs.list();
    for (const [ref, oid] of found.filter(([name]) => matches(name))) {
      const isTag = wanted.peel && !ref.startsWith("refs/heads/");
      const tagged = isTag ? await objects.tagged(oid) : null;
      lines.push(tagged === null ? `${oid} ${ref}` : `${oid} ${ref} peeled:${tagged}`);
    }
  }
  return {
    status: 200,
    headers: {
      "content-type": "application/x-git-upload-pack-result",
      "cache-control": "no-cache, max-age=0, must-revalidate",
    },
    body: Buffer.from(`${lines.map(packetLine).join("")}0000`),
  };
}

function packetLine(text: string): string {
  const bytes = Buffer.byteLength(text) + 5;
  return `${bytes.toString(16).padStart(4, "0")}${text}\n`;
}
