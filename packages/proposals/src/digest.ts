import { sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";

/** SHA-256 of a value as canonical JSON (RFC 8785), in lower-case hex. Throws TypeError for what JSON cannot hold. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
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
