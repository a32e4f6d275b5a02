import { describe, expect, it } from "vitest";
import { leaksIn, needlesOf, wholeText } from "./leaks.ts";

const secret = "gta_a/planted+secret=that&nobody~sees";
const needles = needlesOf(secret);
const base64 = (text: string, alphabet: "base64" | "base64url" = "base64") =>
  Buffer.from(text).toString(alphabet);
const key = `-----BEGIN PRIVATE KEY-----\n${"MIIE".repeat(16)}\n${"qZ8x".repeat(16)}\nshort==\n-----END PRIVATE KEY-----\n`;

describe("the search for a secret", () => {
  it.each([
    ["itself", `token ${secret}`],
    ["its beginning", secret.slice(0, 20)],
    ["its end", secret.slice(-20)],
    ["in a URL", `https://bot:${secret}@example.org/`],
    ["as URLs write it", `?token=${encodeURIComponent(secret)}`],
    ["base64", base64(secret)],
    ["base64 of a login and it", `Basic ${base64(`bot:${secret}`)}`],
    ["base64 of another login and it", `Basic ${base64(`x-access-token:${secret}`)}`],
    ["base64 of it and more", base64(`${secret}:x-oauth-basic`)],
    ["base64 for URLs", base64(`ab${secret}`, "base64url")],
    ["in JSON", JSON.stringify({ a: [{ b: secret }] })],
  ])("finds it as %s", (_what, text) => {
    expect(leaksIn(`before ${text} after`, needles)).not.toEqual([]);
  });

  it("finds each line of a key, and base64 of it", () => {
    const lines = needlesOf(key);
    for (const line of ["MIIE".repeat(16), "qZ8x".repeat(16)]) expect(leaksIn(line, lines)).not.toEqual([]);
    expect(leaksIn(base64(key), lines)).not.toEqual([]);
  });

  it("finds nothing in other words, and takes no short secret", () => {
    expect(leaksIn("-----BEGIN PRIVATE KEY----- a planted tree nobody sees", needlesOf(key))).toEqual([]);
    expect(leaksIn("a planted secret that nobody sees", needles)).toEqual([]);
    expect(() => needlesOf("short")).toThrow(Error);
  });

  it.each([
    ["a message", new Error(secret)],
    ["a cause of a cause", new Error("a", { cause: new Error("b", { cause: { text: secret } }) })],
    [
      "a field of an error",
      Object.assign(new Error("a"), { request: { headers: { authorization: secret } } }),
    ],
    ["an error among others", new AggregateError([new Error(secret)])],
    ["a map", new Map([["a", new Map([[secret, 1]])]])],
    ["bytes", { bytes: Buffer.from(secret) }],
    ["a symbol", { [Symbol(secret)]: 1 }],
  ])("reads %s", (_what, value) => {
    expect(leaksIn(wholeText(value), needles)).not.toEqual([]);
  });

  it("ends at what holds itself", () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(wholeText(loop)).toBe("self");
  });
});
