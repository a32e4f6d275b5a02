import type { Oid } from "@coulomb-loop/forge";
import { canonicalJson } from "@coulomb-loop/schemas/digest";

/**
 * What a managed proposal says about itself, in its body as `<!-- coulomb:v1 {…} -->`. It carries no authority: it
 * tells whose proposal this is and what it was made from, and every claim is compared with facts.
 */
export interface Marker {
  readonly installation: string;
  /** Repo id: forge, owner and repo. */
  readonly repo: string;
  readonly key: string;
  /** Digest of the plan it was last written from. */
  readonly plan: string;
  /** Digest of what the caller wanted of the repo then. */
  readonly inputs: string;
  /** Digest of what the proposal means; unlike the wording, it decides whether a declined change is the same. */
  readonly change: string;
  /** The caller's class of the change, such as pending or drift. */
  readonly class: string;
  /** Values the proposal sets, by pointer. */
  readonly values: Readonly<Record<string, unknown>>;
  /** For each planned file: its blob on the base branch and its blob as proposed; `null` is absent. */
  readonly files: Readonly<Record<string, readonly [base: Oid | null, result: Oid | null]>>;
  /** Head this tool last pushed. */
  readonly head: Oid;
  /** Set when this tool closed it, and why; a proposal closed without it was declined by a person. */
  readonly closed_by?: string;
}

const pattern = /<!-- coulomb:v1 (\{.*?\}) -->/;
const begin = "<!-- coulomb:begin -->";
const end = "<!-- coulomb:end -->";

/** Reads the marker of a body; `undefined` when there is none or it is not whole. Never throws. */
export function parseMarker(body: string): Marker | undefined {
  const match = pattern.exec(body);
  if (match?.[1] === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(match[1]);
    return isMarker(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Puts text and marker into a body. Whatever people wrote outside the tool's fences stays where it is; a body without
 * fences gets them at its end. There is one marker and one pair of fences afterwards, also when people tore or copied
 * them, or when a value in the text looks like one.
 */
export function formatBody(text: string, marker: Marker, previous = ""): string {
  // A value could end the comment or its line; JSON can say the same in escapes.
  const json = canonicalJson(marker)
    .replaceAll("-->", "\\u002d\\u002d\\u003e")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  const section = `${begin}\n${withoutOurs(text).trim()}\n\n<!-- coulomb:v1 ${json} -->\n${end}`;
  const from = previous.indexOf(begin);
  const to = from === -1 ? -1 : previous.indexOf(end, from);
  if (to !== -1)
    return withoutOurs(previous.slice(0, from)) + section + withoutOurs(previous.slice(to + end.length));
  const kept = withoutOurs(previous);
  return kept.trim() === "" ? `${section}\n` : `${kept.trimEnd()}\n\n${section}\n`;
}

/** A text without what only a section of ours may hold. */
function withoutOurs(text: string): string {
  // Breaking the opening is enough, and lets no removal join two halves into a new one.
  return text.replace(/<!-- (?=coulomb:(?:begin|end|v\d))/g, "<!--");
}

/** The tool's own text of a body, without fences and marker; what `requests show` prints. */
export function bodyText(body: string): string {
  return body.replace(pattern, "").replaceAll(begin, "").replaceAll(end, "").trim();
}

function isMarker(value: unknown): value is Marker {
  if (!isRecord(value) || !isRecord(value.values) || !isRecord(value.files)) return false;
  const texts = ["installation", "repo", "key", "plan", "inputs", "change", "class", "head"];
  if (value.closed_by !== undefined && typeof value.closed_by !== "string") return false;
  return texts.every((key) => typeof value[key] === "string") && Object.values(value.files).every(isBlobPair);
}

function isBlobPair(pair: unknown): boolean {
  return (
    Array.isArray(pair) &&
    pair.length === 2 &&
    pair.every((blob) => blob === null || typeof blob === "string")
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
