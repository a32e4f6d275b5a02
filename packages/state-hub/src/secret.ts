import { createHash, randomBytes } from "node:crypto";

/** What every secret begins with, so that scanners of repositories know one when they see it. */
const prefix = "coulomb_hub_";

/** A new secret of 256 random bits (H9). */
export function newSecret(): string {
  return `${prefix}${randomBytes(32).toString("base64url")}`;
}

/** What the hub keeps of a secret: its SHA-256, in hex. With so many random bits it needs no salt. */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}
