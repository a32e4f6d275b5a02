import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCommitMessage, parseTrailers } from "./trailers.ts";

const path = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.constantFrom("a=b", "a%20b", "a b", "%", "#x?", "__proto__", "über/ß.yml", "a\nb", "a: b", "x=-"),
);
const oid = fc.option(fc.stringMatching(/^[0-9a-f]{40}$/), { nil: null });
const trailers = fc.record({
  installation: fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  change: fc.stringMatching(/^[0-9a-f]{64}$/),
  results: fc.dictionary(path, oid, { minKeys: 1 }),
});

describe("parseTrailers", () => {
  it("reads what formatCommitMessage writes, whatever the paths are", () => {
    fc.assert(
      fc.property(
        trailers,
        fc.constantFrom("", "Some text.\n\nCoulomb-Change: quoted\n\nMore."),
        (each, text) => {
          const read = parseTrailers(formatCommitMessage("Subject", text, each));
          expect(read?.change).toBe(each.change);
          expect(read?.installation).toBe(each.installation);
          expect(new Map(Object.entries(read?.results ?? {}))).toEqual(new Map(Object.entries(each.results)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("passes over the caller's own trailers, which stand in the same paragraph", () => {
    const own = ["Coulomb-Copied: LOOP-WP-0001-T07.status@17", "Coulomb-Copied: LOOP-WP-0001-T08.title@18"];
    const message = formatCommitMessage(
      "s",
      "",
      { installation: "i", change: "c", results: { a: null } },
      own,
    );
    expect(message.trimEnd().split(/\n\n/).at(-1)?.split("\n").slice(0, 2)).toEqual(own);
    expect(parseTrailers(message)).toMatchObject({ installation: "i", change: "c", results: { a: null } });
  });

  it("does not depend on the order of files", () => {
    const one = formatCommitMessage("s", "", {
      installation: "i",
      change: "c",
      results: { a: null, b: null },
    });
    expect(
      formatCommitMessage("s", "", { installation: "i", change: "c", results: { b: null, a: null } }),
    ).toBe(one);
  });

  const change = "c".repeat(64);
  const blob = "b".repeat(40);
  it.each([
    ["with line endings of Windows", `s\r\n\r\nCoulomb-Change: ${change}\r\nCoulomb-Result: a=${blob}\r\n`],
    [
      "beside trailers of others",
      `s\n\nCoulomb-Change: ${change}\nCoulomb-Result: a=${blob}\nSigned-off-by: Pat <p@x>\n`,
    ],
    ["without a last line feed", `s\n\nCoulomb-Change: ${change}\nCoulomb-Result: a=${blob}`],
  ])("reads them %s", (_name, message) => {
    expect(parseTrailers(message)).toEqual({ installation: "", change, results: { a: blob } });
  });

  it.each([
    ["an empty message", ""],
    ["a person's message", "Mend the cron\n\nIt was wrong.\n"],
    ["trailers that are not the last paragraph", `s\n\nCoulomb-Change: ${change}\n\nA person's words\n`],
    ["no change", `s\n\nCoulomb-Result: a=${blob}\n`],
    ["a result without blob", `s\n\nCoulomb-Change: ${change}\nCoulomb-Result: a\n`],
    ["a path that is no URI", `s\n\nCoulomb-Change: ${change}\nCoulomb-Result: %E0%A4%A=${blob}\n`],
    ["a quoted trailer", `s\n\n> Coulomb-Change: ${change}\n`],
  ])("finds none in %s", (_name, message) => {
    expect(parseTrailers(message)).toBeUndefined();
  });
});
