import { describe, expect, it } from "vitest";
import { createLearnedSecrets, redactorOf, withoutTokens } from "./redacted.ts";

const secret = "s3cret-token-of-somebody";
const secretOf = (index: number) => `${String(index).padStart(12, "0")}-of-an-owner`;
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

describe("tokens of installations in their new form", () => {
  const jwt = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIx-_Iw.c2lnbmF0-cmVzaWc_";
  const token = `ghs_1234567_${jwt}`;

  it.each([
    [`bad ${token}, sorry`, "bad ***, sorry"],
    [`bad ${token}.`, "bad ***."],
    [`bad ${token}. Sorry`, "bad ***. Sorry"],
    [`bad ${token.slice(0, 47)}`, "bad ***"],
    [`https://x-access-token:${token}@host/`, "https://x-access-token:***@host/"],
  ])("%s", (text, expected) => {
    expect(withoutTokens(text)).toBe(expected);
  });

  it.each([
    [`bad ${jwt.slice(0, 28)}`, "bad ***"],
    [`bad ${jwt.slice(0, 45)}.`, "bad ***."],
    [`bad ${jwt.slice(0, 20)}.`, "bad ***."],
    [`token_${jwt}`, "token_***"],
    ["eyJhb and heyJude.mp3.zip", "eyJhb and heyJude.mp3.zip"],
  ])("a signed token that was cut: %s", (text, expected) => {
    expect(withoutTokens(text)).toBe(expected);
  });

  it("are found in base64 once they were learned", () => {
    const secrets = createLearnedSecrets();
    const said = `Basic ${base64(`x-access-token:${token}`)} and ${base64(token)}`;
    expect(secrets.redact(said)).toBe(said);
    secrets.learn(token);
    expect(secrets.redact(said)).toMatch(/^Basic [\w+/=]{0,24}\*\*\* and \w{0,2}\*\*\*$/);
  });

  it("are kept as long as they are used", () => {
    const secrets = createLearnedSecrets();
    for (let index = 0; index < 1000; index += 1) {
      secrets.learn(secretOf(index));
      secrets.learn("secret of the first owner");
    }
    expect(secrets.redact(`${secretOf(0)} ${secretOf(999)} secret of the first owner`)).toBe(
      `${secretOf(0)} *** ***`,
    );
  });
});
