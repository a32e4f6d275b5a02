import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { blobId, canonicalJson, digestOf, digestOfList } from "./digest.ts";

/** The same value with the keys of every map in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, shuffled(item)]),
  );
}

describe("digestOfList", () => {
  it("is the digest of the whole, wherever the list stands among the keys", () => {
    const json = fc.jsonValue();
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.string(), fc.array(json), (rest, name, items) => {
        const whole = Object.fromEntries([...Object.entries(rest), [name, items]]);
        const others = Object.fromEntries(Object.entries(rest).filter(([key]) => key !== name));
        expect(digestOfList(others, name, items)).toBe(digestOf(whole));
      }),
    );
  });
});

describe("digestOf", () => {
  it("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(digestOf(shuffled(value))).toBe(digestOf(value));
      }),
    );
  });

  it("differs between values that differ", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(digestOf(a) === digestOf(b)).toBe(canonicalJson(a) === canonicalJson(b));
      }),
    );
  });

  it.each([
    // RFC 8785, 3.2.3, and SHA-256 of `{}`.
    [{}, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"],
    [{ b: 1, a: [] }, digestOf({ a: [], b: 1 })],
  ])("of %j is %s", (value, digest) => {
    expect(digestOf(value)).toBe(digest);
  });

  it("writes numbers and texts as RFC 8785 does", () => {
    expect(
      canonicalJson({ "\u20ac": '\u20ac$\u000F\nA\'B"\\\\"/', "\r": 1e30, "1": [4.5, 2e-3, 1e-27] }),
    ).toBe('{"\\r":1e+30,"1":[4.5,0.002,1e-27],"€":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  it.each([undefined, () => 1, Symbol("x")])("throws a TypeError for what JSON cannot hold (%#)", (value) => {
    expect(() => digestOf(value)).toThrow(TypeError);
  });

  it("refuses halves of surrogate pairs, which UTF-8 cannot hold", () => {
    expect(() => digestOf({ live: "\ud800" })).toThrow(Error);
  });
});

describe("blobId", () => {
  it.each([
    ["nothing", ""],
    ["text", "cron: 1\n"],
    ["line endings of Windows", "a\r\nb\r\n"],
    ["a byte order mark", "\ufeffa: ü\n"],
    ["any bytes", Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256)],
  ])("is what git hash-object says of %s", (_name, content) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    expect(blobId(bytes)).toBe(hashedByGit("sha1", bytes));
  });

  it("is what git says in a repository of SHA-256", () => {
    const bytes = new TextEncoder().encode("cron: 1\n");
    expect(blobId(bytes, "sha256")).toBe(hashedByGit("sha256", bytes));
  });
});

/** What `git hash-object` says in an empty repository of a format. */
function hashedByGit(format: "sha1" | "sha256", input: Uint8Array): string {
  const cwd = mkdtempSync(join(tmpdir(), "coulomb-digest-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  execFileSync("git", ["init", "--quiet", `--object-format=${format}`], { cwd });
  return execFileSync("git", ["hash-object", "--stdin", "--no-filters"], {
    cwd,
    input,
    encoding: "utf8",
  }).trim();
}
