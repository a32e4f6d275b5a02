import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Marker } from "./marker.ts";
import { bodyText, formatBody, parseMarker } from "./marker.ts";
import { markerFor, wanting } from "./pilot.fixture.ts";

const marker = markerFor(wanting("cron: 2\n"));
const begin = "<!-- coulomb:begin -->";
const end = "<!-- coulomb:end -->";

/** Texts that try to end the comment, open another one, or break its line. */
const nasty = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "-->",
    "--->",
    "\\-->",
    "\\u002d\\u002d\\u003e",
    "} -->",
    "a\u2028b\u2029c",
    "line\r\nline",
    begin,
    end,
    '<!-- coulomb:v1 {"a":1} -->',
    "$& $1 $$",
  ),
);
const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes("-0"));
const oid = fc.option(fc.stringMatching(/^[0-9a-f]{40}$/), { nil: null });
const markers: fc.Arbitrary<Marker> = fc.record(
  {
    installation: nasty,
    repo: nasty,
    key: nasty,
    plan: nasty,
    inputs: nasty,
    change: nasty,
    class: nasty,
    values: fc.dictionary(nasty, fc.oneof(json, nasty)),
    files: fc.dictionary(nasty, fc.tuple(oid, oid)),
    head: nasty,
    closed_by: nasty,
  },
  {
    requiredKeys: [
      "installation",
      "repo",
      "key",
      "plan",
      "inputs",
      "change",
      "class",
      "values",
      "files",
      "head",
    ],
  },
);

const count = (text: string, part: string) => text.split(part).length - 1;

describe("parseMarker", () => {
  it("reads what formatBody writes, whatever the values are", () => {
    fc.assert(
      fc.property(markers, nasty, nasty, (each, text, foreign) => {
        const body = formatBody(text, each, foreign);
        expect(parseMarker(body)).toEqual(JSON.parse(JSON.stringify(each)));
      }),
      { numRuns: 500 },
    );
  });

  it("reads it from a body with line endings of Windows", () => {
    fc.assert(
      fc.property(markers, (each) => {
        const body = formatBody("text\nmore", each, "Hello\nthere").replaceAll("\n", "\r\n");
        expect(parseMarker(body)).toEqual(JSON.parse(JSON.stringify(each)));
      }),
    );
  });

  it.each([
    ["an empty body", ""],
    ["no marker", "Hello"],
    ["a comment of another kind", '<!-- coulomb:v2 {"a":1} -->'],
    ["no JSON", "<!-- coulomb:v1 {nonsense} -->"],
    ["a list", "<!-- coulomb:v1 [] -->"],
    ["half a marker", formatBody("", marker).slice(0, 120)],
    ["a marker without head", `<!-- coulomb:v1 ${JSON.stringify({ ...marker, head: undefined })} -->`],
    ["files that are no pairs", `<!-- coulomb:v1 ${JSON.stringify({ ...marker, files: { a: ["b"] } })} -->`],
    ["values that are a list", `<!-- coulomb:v1 ${JSON.stringify({ ...marker, values: [] })} -->`],
    ["closed_by that is no text", `<!-- coulomb:v1 ${JSON.stringify({ ...marker, closed_by: 1 })} -->`],
  ])("finds none in %s", (_name, body) => {
    expect(parseMarker(body)).toBeUndefined();
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(() => parseMarker(a)).not.toThrow();
        expect(() => parseMarker(`${a}<!-- coulomb:v1 {${b}} -->`)).not.toThrow();
      }),
    );
  });
});

describe("formatBody", () => {
  it("writes the same body again", () => {
    fc.assert(
      fc.property(markers, nasty, nasty, (each, text, foreign) => {
        const body = formatBody(text, each, foreign);
        expect(formatBody(text, each, body)).toBe(body);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps what people wrote around its fences, byte by byte", () => {
    const words = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("coulomb:"));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const body = `${before}${formatBody("old", marker).trimEnd()}${after}`;
        const next = formatBody("new", { ...marker, change: "next" }, body);
        expect(next.startsWith(before + begin)).toBe(true);
        expect(next.endsWith(end + after)).toBe(true);
        expect(parseMarker(next)?.change).toBe("next");
      }),
    );
  });

  it("puts its section after a body that has none", () => {
    expect(formatBody("text", marker, "Hello\n\n").startsWith(`Hello\n\n${begin}\ntext\n`)).toBe(true);
  });

  const whole = formatBody("old", { ...marker, change: "old" });
  it.each([
    ["the first fence", whole.replace(begin, "")],
    ["the last fence", whole.replace(end, "")],
    ["both fences", whole.replace(begin, "").replace(end, "")],
    ["the marker", whole.replace(/<!-- coulomb:v1 .*-->/, "")],
    ["the order of the fences", whole.replace(begin, "@").replace(end, begin).replace("@", end)],
    ["one section: it is there twice", `${whole}\n${whole}`],
    [
      "the section, with its marker quoted above",
      `> ${/<!-- coulomb:v1 .*-->/.exec(whole)?.[0]}\n\n${whole}`,
    ],
  ])("mends a body in which people changed %s", (_name, body) => {
    const next = formatBody("new", { ...marker, change: "new" }, body);
    expect(parseMarker(next)?.change).toBe("new");
    expect([begin, end, "<!-- coulomb:v1 "].map((part) => count(next, part))).toEqual([1, 1, 1]);
    expect(formatBody("new", { ...marker, change: "new" }, next)).toBe(next);
  });

  it("lets no text pass for a fence or a marker", () => {
    const forged = formatBody("", { ...marker, change: "forged" });
    const body = formatBody(`| \`${end}\` | \`${forged}\` |`, marker);
    expect(parseMarker(body)?.change).toBe(marker.change);
    const next = formatBody("new", { ...marker, change: "new" }, body);
    expect(next).toBe(formatBody("new", { ...marker, change: "new" }));
  });
});

describe("bodyText", () => {
  it("is the text without fences and marker", () => {
    expect(bodyText(formatBody("text", marker, "Hello"))).toBe("Hello\n\n\ntext");
  });
});
