import { sha256Of } from "@coulomb-loop/schemas/digest";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseInstant } from "@coulomb-loop/cadence";
import { decode, readMarkdown } from "@coulomb-loop/documents";
import { type Bundle, validateBundle } from "@coulomb-loop/schemas";
import type { Checkout } from "./git.ts";
import { written } from "./inside.ts";
import { ownFolder } from "./record-sink.ts";

/** The bundle that was last prepared for an agent in a checkout. */
export interface Prepared {
  readonly frontmatter: Bundle;
  /** SHA-256 of the whole bundle. */
  readonly digest: string;
  readonly isExpired: boolean;
}

/** Keeps a copy of a bundle beside the work tree, where `metrics record` finds its slot. Throws `checkout_unwritable`. */
export function keepPrepared(checkout: Checkout, agent: string, text: string): void {
  const file = preparedFile(checkout, agent);
  written(file, () => {
    mkdirSync(join(ownFolder(checkout), "bundles"), { recursive: true });
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
  });
}

/** Reads that copy; `undefined` when there is none, or it is no bundle of this agent. */
export function readPrepared(checkout: Checkout, agent: string, now: number): Prepared | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(preparedFile(checkout, agent));
  } catch {
    return undefined;
  }
  const source = decode(bytes);
  if (Array.isArray(source)) return undefined;
  const { value } = readMarkdown(source, validateBundle);
  if (value === undefined || value.agent !== agent) return undefined;
  return { frontmatter: value, digest: sha256Of(bytes), isExpired: parseInstant(value.expires_at) <= now };
}

function preparedFile(checkout: Checkout, agent: string): string {
  return join(ownFolder(checkout), "bundles", `${agent}.md`);
}
