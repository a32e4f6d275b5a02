import { expect, it } from "vitest";
import { redactorOf, withoutTokens } from "./redacted.ts";

const secret = "s3cret-token-of-somebody";
const base64 = (text: string) => Buffer.from(text).toString("base64").replace(/=+$/, "");

it.each(["", "a:", "ab:", "abc:", "x-access-token:"])("a secret is found in base64 behind %j", (before) => {
  const redact = redactorOf(secret);
  for (const after of ["", ":", ":x", ":xy", ":x-oauth-basic"]) {
    const shown = redact(`Basic ${base64(before + secret + after)}!`);
    expect(Buffer.from(shown.slice("Basic ".length), "base64").toString("latin1")).not.toContain(
      secret.slice(1, -1),
    );
    expect(shown).toContain("***");
    // A message that was cut leaves no more than a few digits.
    const cut = `Basic ${base64(before + secret + after)}`.slice(0, -9);
    expect(redact(cut)).toMatch(/^Basic [\w+/=]{0,24}\*\*\*$/);
  }
  expect(redact(`${before}${secret}`)).toBe(`${before}***`);
  expect(redact(`${before}${secret.slice(0, -3)}`)).toBe(`${before}***`);
});

it("a secret is found as URLs write it, also cut", () => {
  const odd = "gta_a/token+with=odd&characters~in it";
  const shown = encodeURIComponent(odd);
  expect(redactorOf(odd)(`?token=${shown}&x=1`)).toBe("?token=***&x=1");
  expect(redactorOf(odd)(`?token=${shown.slice(0, 20)}`)).toBe("?token=***");
});

it("a line of a private key is found, and its frame is not", () => {
  const key =
    "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSjAgEA\n-----END PRIVATE KEY-----\n";
  expect(redactorOf(key)("at MIIEvQIBADANBgkqhkiG9w0B of -----BEGIN PRIVATE KEY-----")).toBe(
    "at *** of -----BEGIN PRIVATE KEY-----",
  );
});

it("tokens that are made on the way are found", () => {
  const jwt = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxIn0xxx.c2lnbmF0dXJlc2ln";
  expect(withoutTokens(`ghs_0123456789abcdefXYZ and ${jwt}.`)).toBe("*** and ***.");
  expect(withoutTokens("ghost and ghs_short")).toBe("ghost and ghs_short");
});
