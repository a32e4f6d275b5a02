import { sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";

/** SHA-256 of a value as canonical JSON (RFC 8785), in lower-case hex. Throws TypeError for what JSON cannot hold. */
export function digestOf(value: unknown): string {
  return sha256Of(canonicalJson(value));
}

/** SHA-256 of bytes, or of a text in UTF-8, in lower-case hex. */
export function sha256Of(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === "string" ? utf8ToBytes(content) : content));
}

/**
 * The digest of `{ ...rest, [name]: items }`, as `digestOf` gives it, without the text of the whole: of ten thousand items
 * that is hundreds of megabytes while it is put together.
 */
export function digestOfList(
  rest: Readonly<Record<string, unknown>>,
  name: string,
  items: readonly unknown[],
): string {
  const hash = sha256.create();
  const add = (text: string) => void hash.update(utf8ToBytes(text));
  let before = "{";
  for (const key of [...Object.keys(rest), name].sort()) {
    const value = rest[key];
    if (key !== name && value === undefined) continue;
    add(`${before}${canonicalJson(key)}:`);
    before = ",";
    if (key !== name) add(canonicalJson(value));
    else {
      for (const [index, item] of items.entries()) add(`${index === 0 ? "[" : ","}${canonicalJson(item)}`);
      add(items.length === 0 ? "[]" : "]");
    }
  }
  add("}");
  return bytesToHex(hash.digest());
}

/** A value as canonical JSON (RFC 8785): one text per value, whatever the order of its keys. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("the value has no JSON form");
  return text;
}

/** The blob id git gives to these bytes; `format` is the object format of the repository. */
export function blobId(bytes: Uint8Array, format: "sha1" | "sha256" = "sha1"): string {
  const header = utf8ToBytes(`blob ${bytes.length}\0`);
  const object = new Uint8Array(header.length + bytes.length);
  object.set(header);
  object.set(bytes, header.length);
  return bytesToHex(format === "sha1" ? sha1(object) : sha256(object));
}
