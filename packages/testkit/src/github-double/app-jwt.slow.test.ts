import { createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifyAppJwt } from "./app-jwt.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
const now = Date.UTC(2026, 0, 5);
const seconds = now / 1000;

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function token(claims: object, key = privateKey, alg = "RS256"): string {
  const signed = `${part({ alg, typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), key).toString("base64url")}`;
}

const good = { iat: seconds - 60, exp: seconds + 540, iss: 7 };
const verdict = (text: string) =>
  verifyAppJwt(
    text,
    ["7", "Iv1.abc"],
    createPublicKey(publicKey.export({ type: "spki", format: "pem" })),
    now,
  );

describe("a token of an App", () => {
  it("is valid when signed by its key, for its id or its client id", () => {
    expect(verdict(token(good))).toEqual({ ok: true });
    expect(verdict(token({ ...good, iss: "Iv1.abc" }))).toEqual({ ok: true });
  });

  it.each([
    ["another key", token(good, other.privateKey), /could not be decoded/],
    ["another algorithm", token(good, privateKey, "none"), /could not be decoded/],
    ["no token at all", "abc", /could not be decoded/],
    ["a past expiry", token({ ...good, exp: seconds }), /'Expiration time' claim \('exp'\) must be/],
    ["an expiry too far away", token({ ...good, exp: seconds + 601 }), /too far in the future/],
    ["an issue in the future", token({ ...good, iat: seconds + 30 }), /'Issued at' claim/],
    ["another App", token({ ...good, iss: 8 }), /Integration not found/],
  ])("is refused for %s", (_what, text, message) => {
    expect(verdict(text)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});
