import { sha256Of } from "@coulomb-loop/schemas/digest";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseInstant } from "@coulomb-loop/cadence";
import { decode, readMarkdown } from "@coulomb-loop/documents";
import { type Bundle, CoulombError, type Finding, validateBundle } from "@coulomb-loop/schemas";
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

/**
 * Keeps a copy of a bundle beside the work tree, where `metrics record` finds its slot. Of a checkout that cannot be written to it
 * answers with a warning: the bundle is as good without.
 */
export function keepPrepared(checkout: Checkout, agent: string, text: string): Finding | undefined {
  const file = preparedFile(checkout, agent);
  try {
    written(file, () => {
      mkdirSync(join(ownFolder(checkout), "bundles"), { recursive: true });
      writeFileSync(`${file}.tmp`, text);
      renameSync(`${file}.tmp`, file);
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof CoulombError)) throw error;
    return {
      code: "bundle_unkept",
      severity: "warning",
      message: `no copy of the bundle is kept here: ${error.message}`,
      hint: "close the session with the commands of the bundle, which name its slot",
    };
  }
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
