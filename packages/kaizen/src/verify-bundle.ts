import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseInstant } from "@coulomb-loop/cadence";
import { decode, placeAt, readMarkdown, type Source } from "@coulomb-loop/documents";
import {
  type Bundle,
  CoulombError,
  compareFindings,
  type Finding,
  type Path,
  validateBundle,
} from "@coulomb-loop/schemas";
import { bundleSections } from "./bundle-sections.ts";
import { bundleBytes } from "./bundle-text.ts";
import { askGit, type Checkout, openCheckout, type Place } from "./git.ts";
import { headFile } from "./head-files.ts";
import { errorCode } from "./inside.ts";
import { readAgentMetrics } from "./metrics-files.ts";
import { misplaced, outlineOf } from "./outline.ts";
import { findSecrets } from "./secrets.ts";
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

/** Checks a file that is to be a bundle of a checkout. Throws `bundle_unreadable`, and what opening throws. */
export async function verifyBundle({ file, repoDir, now, ...place }: VerifyOptions): Promise<Verified> {
  const bytes = readBundle(resolve(place.cwd, file), file);
  const checkout = await openCheckout({ env: place.env, cwd: resolve(place.cwd, repoDir ?? ".") });
  return { root: checkout.root, findings: await checkBundle(bytes, { checkout, now, file }) };
}

function readBundle(full: string, file: string): Buffer {
  try {
    return readFileSync(full);
  } catch (error) {
    throw new CoulombError("bundle_unreadable", `${file} cannot be read (${errorCode(error)})`, {
      hint: "name the file of a bundle: coulomb kaizen schedule prepare coach --out bundle.md",
      cause: error,
    });
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

/** All findings of the bytes of a bundle, by line and column. Throws `metrics_unreadable` and `git_version`. */
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
  const ofRepo = read.value === undefined ? [] : await repoFindings(read.value, context, at);
  return [
    ...size,
    ...read.findings,
    ...sectionFindings(source, read.body.text, bodyStart),
    ...secretFindings(source),
    ...(read.value === undefined ? [] : ownFindings(read.value, context.now, at)),
    ...ofRepo,
  ].sort(compareFindings);
}

function isKnown(title: string): boolean {
  return bundleSections.some((each) => each === title);
}

type At = (path: Path, code: string, message: string, hint: string) => Finding;

function sizeFinding(size: number, file: string | undefined): Finding[] {
  const { fewest, most } = bundleBytes;
  if (size >= fewest && size <= most) return [];
  return [
    {
      code: "bundle_size",
      severity: "error",
      message: `the bundle has ${size} bytes, it must have ${fewest} to ${most}`,
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

function findingAt(source: Source, offset: number, code: string, message: string, hint: string): Finding {
  const named = source.file === undefined ? {} : { file: source.file };
  return { code, severity: "error", message, hint, ...named, ...placeAt(source, offset) };
}

function sectionFindings(source: Source, body: string, start: number): Finding[] {
  const { sections, strayTitles } = outlineOf(body);
  const titles = sections.map(({ title }) => title);
  const order = bundleSections.join(", ");
  const missing = bundleSections.filter((title) => !titles.includes(title));
  const wrong = misplaced(titles);
  const unknown = [
    ...strayTitles,
    ...sections.filter(({ title }, index) => !isKnown(title) || titles.indexOf(title) !== index),
  ];
  return [
    ...missing.map((title) =>
      findingAt(
        source,
        source.text.length,
        "bundle_section_missing",
        `there is no section "${title}"`,
        `the sections are ${order}`,
      ),
    ),
    ...unknown.map(({ title, offset }) =>
      findingAt(
        source,
        start + offset,
        "bundle_section_unknown",
        `"${title.slice(0, 80)}" is no section of a bundle, or stands twice`,
        `the sections are ${order}; what is below one has headings from ### on`,
      ),
    ),
    ...sections
      .filter(({ title }) => title === wrong)
      .slice(0, 1)
      .map(({ title, offset }) =>
        findingAt(
          source,
          start + offset,
          "bundle_section_order",
          `the section "${title}" stands in the wrong place`,
          `their order is ${order}`,
        ),
      ),
    ...sections
      .filter(({ isFilled }) => !isFilled)
      .map(({ title, offset }) =>
        findingAt(
          source,
          start + offset,
          "bundle_section_empty",
          `the section "${title.slice(0, 80)}" says nothing`,
          "write what a session has to know, or that there is nothing and why",
        ),
      ),
  ];
}

function secretFindings(source: Source): Finding[] {
  return findSecrets(source.text).map(({ start, kind }) =>
    findingAt(
      source,
      start,
      "bundle_secret",
      `what looks like a ${kind} stands in the bundle`,
      "take it out where it comes from, and change it: it has been read",
    ),
  );
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

/** What the repo says of it. */
async function repoFindings(bundle: Bundle, { checkout }: BundleContext, at: At): Promise<Finding[]> {
  const { code } = await askGit(checkout, ["cat-file", "-e", `${bundle.head}^{commit}`]);
  const findings = upstreamFindings(bundle, checkout, at);
  if (code !== 0)
    return [
      ...findings,
      at(
        ["head"],
        "bundle_head_missing",
        `${bundle.head} is no commit of ${checkout.root}`,
        "verify it in a checkout of its repo (--repo-dir), and fetch",
      ),
    ];
  for (const [index, { path, digest, bytes }] of bundle.sources.entries()) {
    const file = await headFile(checkout, bundle.head, path);
    if (file === undefined)
      findings.push(
        at(
          ["sources", index, "path"],
          "bundle_source_missing",
          `${path.slice(0, 200)} is no file at ${bundle.head.slice(0, 12)}`,
          "prepare it anew",
        ),
      );
    else if (file.digest !== digest || file.bytes.length !== bytes)
      findings.push(
        at(
          ["sources", index, "digest"],
          "bundle_source_changed",
          `${path} is another one at ${bundle.head.slice(0, 12)}: ${file.bytes.length} bytes, ${file.digest}`,
          "prepare it anew",
        ),
      );
  }
  return findings;
}

function upstreamFindings({ upstream }: Bundle, { root }: Checkout, at: At): Finding[] {
  return upstream.flatMap(({ agent, state, record_id: id, outcome }, index) => {
    const hint = "prepare it anew; an agent without a record is marked missing";
    if (state === "missing")
      return id === undefined && outcome === undefined
        ? []
        : [at(["upstream", index], "bundle_upstream", `${agent} is marked missing and has a record`, hint)];
    const record = readAgentMetrics(root, agent).records.find((each) => each.record_id === id);
    if (id === undefined || record === undefined)
      return [
        at(
          ["upstream", index],
          "bundle_upstream",
          `${agent} is marked closed, by no record that it has`,
          hint,
        ),
      ];
    return record.outcome === outcome
      ? []
      : [at(["upstream", index], "bundle_upstream", `record ${id} of ${agent} says ${record.outcome}`, hint)];
  });
}
