import type { ScalarStyle } from "./yaml-tree.ts";
import type { YamlScalar, YamlValue } from "./yaml-value.ts";

/** Words that one of YAML 1.1 and 1.2 reads as something else than a string. */
const RESERVED = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);
/** An exponent without digits before it is a number to some readers of YAML 1.1. */
const EXPONENT = /^e[-+]?\d+$/i;
const WORD = /^[A-Za-z][A-Za-z_-]*$/;
const KEY = /^[A-Za-z][A-Za-z0-9_-]*$/;
const PLAIN = /^[A-Za-z](?:[A-Za-z0-9_ ./-]*[A-Za-z0-9_./-])?$/;
/** Control, format, private, unassigned, surrogate, line and paragraph separators; spaces that are not U+0020. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const ESCAPED = /["\\]|[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
const SHORT: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** How a scalar shall be written: as new text, or in place of one in this style. */
export interface ScalarContext {
  readonly replaces?: ScalarStyle;
  /** Strings and keys in double quotes always. */
  readonly json: boolean;
}

/**
 * Writes a scalar on one line so that YAML 1.1 and 1.2 readers get the same value. New strings are plain only when they
 * are simple words; a replaced scalar keeps its quotes when they can hold the value.
 */
export function writeScalar(value: YamlScalar, context: ScalarContext): string {
  if (typeof value === "number") return writeNumber(value);
  if (typeof value !== "string") return String(value);
  if (context.json) return doubleQuoted(value, true);
  if (context.replaces === "single" && !INVISIBLE.test(value)) return `'${value.replaceAll("'", "''")}'`;
  const plain = context.replaces === "plain" ? PLAIN : WORD;
  const isPlain = context.replaces !== "double" && context.replaces !== "single" && plain.test(value);
  return isPlain && !isReserved(value) ? value : doubleQuoted(value);
}

/** Writes a key: plain when every reader sees the same string, else in double quotes. */
export function writeKey(name: string, json: boolean): string {
  return !json && KEY.test(name) && !isReserved(name) ? name : doubleQuoted(name, json);
}

function isReserved(text: string): boolean {
  return RESERVED.has(text.toLowerCase()) || EXPONENT.test(text);
}

/** JSON notation; an exponent needs a fraction before it, or YAML 1.1 readers see a string. */
function writeNumber(value: number): string {
  const text = String(value);
  const exponent = text.indexOf("e");
  if (exponent === -1 || text.includes(".")) return text;
  return `${text.slice(0, exponent)}.0${text.slice(exponent)}`;
}

/**
 * Escapes that JSON and both versions of YAML share. Beyond U+FFFF they share none: YAML has `\U`, and in JSON the
 * character stands as it is, for a pair of surrogates is no character to YAML 1.1.
 */
function doubleQuoted(value: string, json = false): string {
  return `"${value.replace(ESCAPED, (char) => escapeCharacter(char, json))}"`;
}

function escapeCharacter(char: string, json: boolean): string {
  const short = SHORT.get(char);
  if (short !== undefined) return short;
  const hex = (char.codePointAt(0) ?? 0).toString(16);
  if (hex.length <= 4) return `\\u${hex.padStart(4, "0")}`;
  return json ? char : `\\U${hex.padStart(8, "0")}`;
}

/**
 * Why a value cannot be written, or `undefined`: numbers must be finite, strings well-formed Unicode, keys short
 * enough for YAML (1,024 characters with their escapes and the colon), collections at most `levels` deep.
 */
export function unwritable(value: YamlValue, levels: number): string | undefined {
  if (typeof value === "number" && !Number.isFinite(value)) return `the number ${value} is not finite`;
  if (typeof value === "string" && !value.isWellFormed()) return "the text holds half a surrogate pair";
  if (value === null || typeof value !== "object") return undefined;
  if (levels === 0) return "the value nests too deep";
  for (const [key, item] of value.entries()) {
    const reason = (typeof key === "string" ? unwritableKey(key) : undefined) ?? unwritable(item, levels - 1);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Why a key cannot be written, or `undefined`. */
export function unwritableKey(name: string): string | undefined {
  if (!name.isWellFormed()) return "the key holds half a surrogate pair";
  return writeKey(name, true).length > 1000 ? "the key is longer than YAML allows" : undefined;
}
