import type { EditValue, ItemSelector } from "./types.ts";

/** A YAML scalar, exact: an integer beyond 2^53 is a `bigint`, never a rounded number. */
export type YamlScalar = string | number | bigint | boolean | null;

/** A YAML value with aliases and merge keys resolved. Maps are `Map`: `__proto__` is a legal key. */
export type YamlValue = YamlScalar | YamlList | YamlMap;
export type YamlList = readonly YamlValue[];
export type YamlMap = ReadonlyMap<string, YamlValue>;

/** True for a map; narrows. */
export function isMap(value: YamlValue | undefined): value is YamlMap {
  return value instanceof Map;
}

/** True for a list; narrows. */
export function isList(value: YamlValue | undefined): value is YamlList {
  return Array.isArray(value);
}

/** Equal by type and value; the order of keys does not count, the order of items does. */
export function equalValues(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
  if (a === b) return true;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, at) => equalValues(item, b[at]));
  if (isMap(a)) {
    if (!isMap(b) || a.size !== b.size) return false;
    for (const [key, value] of a) if (!b.has(key) || !equalValues(value, b.get(key))) return false;
    return true;
  }
  return Object.is(a, b);
}

/** How a selector names a scalar, or `undefined` for what it cannot name: a map, a list, null. */
export function nameOf(value: YamlValue | undefined): string | undefined {
  return value === undefined || value === null || typeof value === "object" ? undefined : String(value);
}

/** Whether a list item is the one that a selector names. */
export function isSelected(item: YamlValue, { key, is, with: more = {} }: ItemSelector): boolean {
  if (!isMap(item)) return false;
  return [[key, is] as const, ...Object.entries(more)].every(
    ([name, value]) => nameOf(item.get(name)) === value,
  );
}

/** A selector as messages say it. */
export function selectorText({ key, is, with: more = {} }: ItemSelector): string {
  const others = Object.entries(more).map(([name, value]) =>
    value === undefined ? `no ${name}` : `${name}: ${value}`,
  );
  return [`${key}: ${is}`, ...others].join(", ");
}

/**
 * The value as plain objects and arrays, for validators. Shared parts (aliases) stay shared. `__proto__` becomes an own
 * property like any other key; integers beyond 2^53 become numbers.
 */
export function toPlain(value: YamlValue, seen: Map<YamlValue, unknown> = new Map()): unknown {
  if (typeof value === "bigint") return Number(value);
  if (!isList(value) && !isMap(value)) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const plain = isList(value) ? value.map((item) => toPlain(item, seen)) : plainObject(value, seen);
  seen.set(value, plain);
  return plain;
}

function plainObject(map: YamlMap, seen: Map<YamlValue, unknown>): object {
  const plain = {};
  for (const [key, item] of map) {
    const value = toPlain(item, seen);
    Object.defineProperty(plain, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return plain;
}

/** What a caller asked to write, as it will be read back. Negative zero is zero. */
export function fromEdit(value: EditValue): YamlValue {
  if (typeof value === "number") return exactNumber(value);
  if (value === null || typeof value !== "object") return value;
  if (isEditList(value)) return value.map(fromEdit);
  return new Map(Object.entries(value).map(([key, item]) => [key, fromEdit(item)]));
}

function isEditList(value: EditValue): value is readonly EditValue[] {
  return Array.isArray(value);
}

/** Integers that are written with all their digits are read back as `bigint` beyond 2^53. */
function exactNumber(value: number): number | bigint {
  if (value === 0) return 0;
  const exact = !Number.isInteger(value) || Number.isSafeInteger(value) || String(value).includes("e");
  return exact ? value : BigInt(String(value));
}
