import { type KeyObject, verify } from "node:crypto";
import { isObject, type JsonObject } from "./json.ts";

/** What a JSON web token of an App is: valid, or why not, in GitHub's words. */
export type JwtVerdict = { readonly ok: true } | { readonly ok: false; readonly message: string };

const wrong = (message: string): JwtVerdict => ({ ok: false, message });

const numericExp =
  "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
const numericIat =
  "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";

/**
 * Verifies a token of a GitHub App: RS256 with the App's key, issued in the past, expiring within ten minutes.
 * `now` is in epoch milliseconds. ("Generating a JSON Web Token (JWT) for a GitHub App".)
 */
export function verifyAppJwt(
  token: string,
  issuers: readonly string[],
  key: KeyObject,
  now: number,
): JwtVerdict {
  const [head = "", claims = "", signature = ""] = token.split(".");
  const header = decode(head);
  const payload = decode(claims);
  const signed = Buffer.from(`${head}.${claims}`);
  if (header?.["alg"] !== "RS256" || payload === undefined)
    return wrong("A JSON web token could not be decoded");
  if (!verify("RSA-SHA256", signed, key, Buffer.from(signature, "base64url"))) {
    return wrong("A JSON web token could not be decoded");
  }
  const { iat, exp, iss } = payload;
  const seconds = Math.floor(now / 1000);
  if (typeof exp !== "number" || exp <= seconds) return wrong(numericExp);
  if (exp > seconds + 600) return wrong("'Expiration time' claim ('exp') is too far in the future");
  if (typeof iat !== "number" || iat > seconds) return wrong(numericIat);
  if (!issuers.includes(String(iss))) return wrong("Integration not found");
  return { ok: true };
}

function decode(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
