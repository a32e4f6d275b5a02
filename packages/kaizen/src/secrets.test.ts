import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { quote } from "./quote.ts";
import { findSecrets, redact } from "./secrets.ts";

const word = "abcdefghijklmnopqrstuvwxyz0123456789";
const jwt = `eyJ${word}.eyJ${word}.${word}`;
const key = `-----BEGIN OPENSSH PRIVATE KEY-----\n${word}\n${word}\n-----END OPENSSH PRIVATE KEY-----`;

const secrets = [
  `ghp_${word}`,
  `ghs_${word}`,
  `github_pat_11ABCDEFG0${word}_${word}`,
  "glpat-abcdefghij0123456789",
  "AKIAIOSFODNN7EXAMPLE",
  "xoxb-123456789012-abcdefghijkl",
  `npm_${word}`,
  jwt,
  key,
  key.slice(0, 60),
  "-----BEGIN PGP PRIVATE KEY BLOCK-----\nx",
  "https://user:hunter2secret@example.org/x.git",
  "postgresql://coulomb:hunter2secret@db/hub",
];

describe("findSecrets", () => {
  it.each(secrets)("finds %s wherever it stands, and nothing of it is left", (secret) => {
    const text = `before ${secret} after`;
    expect(findSecrets(text)).toHaveLength(1);
    expect(redact(text)).toContain("[redacted]");
    expect(redact(text)).toMatch(/^before /);
    expect(redact(text)).not.toContain(word);
    expect(redact(text)).not.toContain("hunter2secret");
  });

  it.each([
    "a word such as ghp_ or glpat- is none",
    "https://example.org:8080/path@v2",
    "https://user@example.org/x.git",
    "https://user:$TOKEN@example.org/x.git",
    "https://user:[redacted]@example.org/x.git",
    "sk-ip_this, AKIA, xox, npm_install",
    "-----BEGIN PUBLIC KEY-----",
    `sha256 ${"a".repeat(64)}, commit ${"0".repeat(40)}`,
    "01991c1e-5f6c-7b6e-9d0a-3f2b8f0c1a2b",
    "eyJ is how JSON in base64 begins",
  ])("finds nothing in %j", (text) => {
    expect(findSecrets(text)).toEqual([]);
  });

  it("leaves none, whatever text they stand in", () => {
    const pieces = array(oneof(constantFrom(...secrets), string({ unit: "binary" })), {
      maxLength: 8,
    });
    assert(
      property(pieces, constantFrom("", " ", "\n", "@x", "://a:"), (parts, gap) => {
        const clean = redact(parts.join(gap));
        expect(findSecrets(clean)).toEqual([]);
        expect(redact(clean)).toBe(clean);
        expect(findSecrets(quote(parts.join(gap), { bytes: 400 }))).toEqual([]);
      }),
    );
  });

  it("takes no more than linear time", () => {
    for (const part of ["eyJ-", "://a:", "-----BEGIN PRIVATE KEY-----", "xoxb-", "ghp_"]) {
      const started = performance.now();
      redact(part.repeat(262_144 / part.length));
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});
