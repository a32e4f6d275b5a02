import { closeSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { parseInstant } from "@coulomb-loop/cadence";
import { decode, readMarkdown } from "@coulomb-loop/documents";
import {
  type Bundle,
  CoulombError,
  compareFindings,
  type Finding,
  type Path,
  validateBundle,
} from "@coulomb-loop/schemas";
import { secretFindings, sectionFindings } from "./bundle-body-findings.ts";
import { type At, repoFindings } from "./bundle-repo-findings.ts";
import { bundleBytes } from "./bundle-text.ts";
import { type Checkout, openCheckout, type Place } from "./git.ts";
import { errorCode } from "./inside.ts";
import { parseSlot } from "./slot.ts";

/** What a bundle is checked against. */
export interface VerifyOptions extends Place {
  /** Path of the bundle, from `cwd`. */
  readonly file: string;
  /** A folder in the checkout that it is of; default: `cwd`. */
  readonly repoDir?: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** All findings of a bundle, by line and column. */
export interface Verified {
  readonly root: string;
  readonly findings: readonly Finding[];
}

/** Checks bytes that are to be a bundle of a checkout; `file` names them in findings. Throws what opening throws. */
export async function verifyBundleBytes(
  bytes: Uint8Array,
  { file, now, ...place }: Place & { readonly file?: string; readonly now: number },
): Promise<Verified> {
  const checkout = await openCheckout(place);
  const named = file === undefined ? {} : { file };
  return { root: checkout.root, findings: await checkBundle(bytes, { checkout, now, ...named }) };
}

/** Checks a file that is to be a bundle of a checkout. Throws `bundle_unreadable`, and what opening throws. */
export async function verifyBundle({ file, repoDir, now, ...place }: VerifyOptions): Promise<Verified> {
  const bytes = readBundle(resolve(place.cwd, file), file);
  return verifyBundleBytes(bytes, { file, now, env: place.env, cwd: resolve(place.cwd, repoDir ?? ".") });
}

function readBundle(full: string, file: string): Buffer {
  try {
    return firstBytes(full, mostRead + 1);
  } catch (error) {
    throw new CoulombError("bundle_unreadable", `${file} cannot be read (${errorCode(error)})`, {
      hint: "name the file of a bundle: coulomb kaizen schedule prepare coach --out bundle.md",
      cause: error,
    });
  }
}

/** A device or a pipe may have no end, and more than that is no bundle. */
function firstBytes(full: string, most: number): Buffer {
  const bytes = Buffer.alloc(most);
  const file = openSync(full, "r");
  try {
    let count = 0;
    for (let got = -1; got !== 0; count += got) got = readSync(file, bytes, count, most - count, null);
    return bytes.subarray(0, count);
  } finally {
    closeSync(file);
  }
}

/** What the bytes of a bundle are checked against. */
export interface BundleContext {
  readonly checkout: Checkout;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Names it in findings. */
  readonly file?: string;
}

/** Bytes from which on a text is not even read: it can be no bundle. */
const mostRead = 4 * bundleBytes.most;

/** All findings of the bytes of a bundle, by line and column. Throws `path_outside`, `metrics_unreadable` and `git_version`. */
export async function checkBundle(bytes: Uint8Array, context: BundleContext): Promise<readonly Finding[]> {
  const size = sizeFinding(bytes.length, context.file);
  if (bytes.length > mostRead) return size;
  const source = decode(bytes, context.file);
  if (Array.isArray(source)) return [...size, ...source].sort(compareFindings);
  const read = readMarkdown(source, validateBundle);
  const bodyStart = source.text.length - read.body.text.length;
  const at = (path: Path, code: string, message: string, hint: string): Finding => ({
    code,
    severity: "error",
    message,
    hint,
    ...(context.file === undefined ? {} : { file: context.file }),
    ...read.locate(path),
    path,
  });
  const ofRepo = read.value === undefined ? [] : await repoFindings(read.value, context.checkout, at);
  return [
    ...size,
    ...read.findings,
    ...sectionFindings(source, read.body.text, bodyStart),
    ...secretFindings(source),
    ...(read.value === undefined ? [] : ownFindings(read.value, context.now, at)),
    ...ofRepo,
  ].sort(compareFindings);
}

function sizeFinding(size: number, file: string | undefined): Finding[] {
  const { fewest, most } = bundleBytes;
  if (size >= fewest && size <= most) return [];
  return [
    {
      code: "bundle_size",
      severity: "error",
      message: `the bundle has ${size > mostRead ? `more than ${mostRead}` : size} bytes, it must have ${fewest} to ${most}`,
      hint:
        size < fewest
          ? "it says too little to work from: prepare it anew"
          : "prepare it anew; what is written by hand must be cut",
      ...(file === undefined ? {} : { file }),
      line: 1,
      column: 1,
    },
  ];
}

/** What the frontmatter says by itself. */
function ownFindings(bundle: Bundle, now: number, at: At): Finding[] {
  const findings: Finding[] = [];
  const { slot, repo, close, done_when: checks } = bundle;
  if (slotRepo(slot) !== repo)
    findings.push(
      at(
        ["slot"],
        "bundle_slot_repo",
        `the slot is none of ${repo}`,
        "prepare the bundle with a slot of this repo",
      ),
    );
  for (const [key, command] of Object.entries(close))
    if (!carries(command, slot))
      findings.push(
        at(["close", key], "bundle_close_slot", `the command does not carry the slot`, `add --slot ${slot}`),
      );
  if (parseInstant(bundle.expires_at) <= now)
    findings.push(
      at(["expires_at"], "bundle_expired", `the bundle ended at ${bundle.expires_at}`, "prepare it anew"),
    );
  const ids = checks.map(({ id }) => id);
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) !== index)
      findings.push(
        at(
          ["done_when", index, "id"],
          "duplicate_id",
          `the check "${id}" stands twice`,
          "rename or remove one",
        ),
      );
  return findings;
}

function slotRepo(slot: string): string | undefined {
  try {
    return parseSlot(slot).repo;
  } catch {
    return undefined;
  }
}

function carries(command: string, slot: string): boolean {
  const literal = slot.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?:^|\\s)--slot(?:\\s+|=)(["']?)${literal}\\1(?=\\s|$)`).test(command);
}
