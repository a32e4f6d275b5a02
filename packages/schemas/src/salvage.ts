import type { Path } from "./finding.ts";
import { toPointer } from "./finding.ts";
import type { Validator } from "./validator.ts";

/**
 * A document without its flawed parts. `origin` gives the place at which one of its maps or lists stood before; with
 * `item`, the place of that item of the list.
 */
export interface Salvaged<T> {
  readonly value: T;
  readonly origin: (node: object, item?: number) => Path;
}

/** Where a map or list stood, and for a list the former positions of the items that are left. */
interface Origin {
  readonly path: Path;
  readonly items: number[];
}

/**
 * Takes the flawed parts out of a document until it satisfies its contract, so that further checks can run on the
 * rest and one run reports everything. A flawed value goes alone; a map that lacks a required key goes whole. Returns
 * `undefined` when nothing useful is left. Never changes `raw`.
 *
 * `neutral` holds values that no further check takes offence at, for keys the document itself must have: they stand in
 * for what is missing or flawed there, so that one flaw at the top does not hide all below it.
 */
export function salvage<T>(
  raw: unknown,
  validate: Validator<T>,
  neutral: Readonly<Record<string, unknown>> = {},
): Salvaged<T> | undefined {
  const origins = new WeakMap<object, Origin>();
  const copy = copyWithOrigins(raw, [], origins);
  // A removal can only make the part around it flawed, so the depth of a document bounds the rounds.
  for (let round = 0; round < 64; round++) {
    const checked = validate(copy);
    if (checked.ok) return { value: checked.value, origin: (node, item) => originOf(origins, node, item) };
    // One part may have several flaws and must go once: a second removal would take the next item of its list.
    const doomed = new Map<string, Path>();
    let lacking = false;
    for (const { path } of checked.findings) {
      if (path === undefined || path.length === 0) lacking = true;
      else doomed.set(toPointer(path), path);
    }
    if (lacking && !fill(copy, neutral) && doomed.size === 0) return undefined;
    // From the end, so that removing a list item does not move one that is still to be removed.
    for (const path of [...doomed.values()].sort(laterFirst)) remove(copy, path, origins);
  }
  return undefined;
}

/** Puts neutral values where the document has none; true when that changed it. */
function fill(root: unknown, neutral: Readonly<Record<string, unknown>>): boolean {
  if (!isNode(root) || Array.isArray(root)) return false;
  const missing = Object.keys(neutral).filter((key) => !Object.hasOwn(root, key));
  for (const key of missing) root[key] = structuredClone(neutral[key]);
  return missing.length > 0;
}

function originOf(origins: WeakMap<object, Origin>, node: object, item: number | undefined): Path {
  const origin = origins.get(node);
  if (origin === undefined) return [];
  return item === undefined ? origin.path : [...origin.path, origin.items[item] ?? item];
}

function copyWithOrigins(value: unknown, path: Path, origins: WeakMap<object, Origin>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const copy: unknown[] | Record<string, unknown> = Array.isArray(value)
    ? value.map((item, index) => copyWithOrigins(item, [...path, index], origins))
    : Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, copyWithOrigins(item, [...path, key], origins)]),
      );
  origins.set(copy, { path, items: Array.isArray(copy) ? [...copy.keys()] : [] });
  return copy;
}

function laterFirst(a: Path, b: Path): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === right) continue;
    if (typeof left === "number" && typeof right === "number") return right - left;
    return String(left) < String(right) ? 1 : -1;
  }
  return b.length - a.length;
}

function remove(root: unknown, path: Path, origins: WeakMap<object, Origin>): void {
  let parent: unknown = root;
  for (const step of path.slice(0, -1)) parent = isNode(parent) ? parent[step] : undefined;
  const last = path.at(-1);
  if (!isNode(parent) || last === undefined) return;
  if (Array.isArray(parent)) {
    parent.splice(Number(last), 1);
    origins.get(parent)?.items.splice(Number(last), 1);
  } else delete parent[last];
}

function isNode(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
