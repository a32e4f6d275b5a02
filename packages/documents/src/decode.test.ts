import { describe, expect, it } from "vitest";
import { decode, MAX_BYTES } from "./decode.ts";
import { byteAt, lineAt, placeAt, sliceLines } from "./line-map.ts";
import type { Source } from "./types.ts";

const encoder = new TextEncoder();

function source(text: string): Source {
  const decoded = decode(encoder.encode(text), "f");
  if (Array.isArray(decoded)) throw new Error(decoded[0]?.code);
  return decoded;
}

describe("decode", () => {
  it.each([
    ["an invalid byte", Uint8Array.of(0x61, 0x0a, 0x62, 0xff), "not_utf8", 2, 2],
    ["a truncated character", Uint8Array.of(0x61, 0xe2, 0x82), "not_utf8", 1, 2],
    ["an encoded surrogate", Uint8Array.of(0xed, 0xa0, 0x80), "not_utf8", 1, 1],
    ["an overlong slash", Uint8Array.of(0xc0, 0xaf), "not_utf8", 1, 1],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x61, 0x00), "not_utf8", 1, 1],
    ["UTF-16 without BOM", Uint8Array.of(0x61, 0x00, 0x3a, 0x00), "not_utf8", 1, 2],
    ["two byte order marks", encoder.encode("\uFEFF\uFEFFa: 1"), "not_utf8", 1, 1],
    ["a file one byte too large", new Uint8Array(MAX_BYTES + 1).fill(0x61), "too_large", 1, 1],
    ["65 lists in one line", encoder.encode(`a\n${"- ".repeat(66)}x`), "too_deep", 2, 131],
    ["66 quotes", encoder.encode(">".repeat(66)), "too_deep", 1, 66],
    ["ordered lists", encoder.encode("1. ".repeat(100)), "too_deep", 1, 196],
    ["YAML's question marks", encoder.encode("? ".repeat(100)), "too_deep", 1, 131],
    [
      "deep indentation",
      encoder.encode(Array.from({ length: 70 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")),
      "too_deep",
      66,
      66,
    ],
    ["ours", encoder.encode("a\n<<<<<<< HEAD\nb"), "conflict_marker", 2, 1],
    ["ours without a blank", encoder.encode("<<<<<<<HEAD\n"), "conflict_marker", 1, 1],
    ["theirs", encoder.encode("\uFEFF>>>>>>> x"), "conflict_marker", 1, 1],
  ])("refuses %s", (_, bytes, code, line, column) => {
    expect(decode(bytes, "f")).toMatchObject([{ code, severity: "error", file: "f", line, column }]);
  });

  it.each([
    ["an empty file", ""],
    ["a BOM alone", "\uFEFF"],
    ["the largest file", "a".repeat(MAX_BYTES)],
    ["64 lists in one line", `${"- ".repeat(64)}x`],
    ["a long list", "- a\n".repeat(1000)],
    ["arrows that are no markers", "a <<<<<<< b\n <<<<<<< c\n>>>>>>>>\n"],
    ["the underline of a heading", "Title\n=======\n"],
    ["eight quotes in each other", ">>>>>>>> a\n"],
    ["a long line of dashes", "-".repeat(500)],
    ["tables", "| a | b |\n|---|---|\n".repeat(100)],
  ])("accepts %s", (_, text) => {
    expect(decode(encoder.encode(text))).toMatchObject({ file: undefined });
  });

  it("names every conflict marker, up to twenty", () => {
    expect(decode(encoder.encode("<<<<<<< a\n>>>>>>> b\n"))).toHaveLength(2);
    expect(decode(encoder.encode("<<<<<<< a\n".repeat(99)))).toHaveLength(20);
  });
});

describe("the line map", () => {
  it.each([
    ["LF", "a\nb\n", ["\n", "\n", ""]],
    ["CRLF", "a\r\nb", ["\r\n", ""]],
    ["CR", "a\rb\r", ["\r", "\r", ""]],
    ["mixed", "a\r\n\rb\n\r", ["\r\n", "\r", "\n", "\r", ""]],
    ["nothing", "", [""]],
  ])("reads %s", (_, text, endings) => {
    const { lines, text: normal } = source(text);
    expect(lines.map(({ ending }) => ending)).toEqual(endings);
    expect(normal).toBe(text.replaceAll(/\r\n?/g, "\n"));
  });

  it("leads every character back to its byte", () => {
    const text = "\uFEFFü: \u{1F600}\r\n\u20AC\rb\n\nc";
    const read = source(text);
    const bytes = encoder.encode(text);
    const decoder = new TextDecoder();
    let offset = 0;
    for (const char of read.text) {
      const byte = byteAt(read, offset);
      const found = decoder.decode(bytes.subarray(byte, byte + encoder.encode(char).length));
      expect(found === "\r" ? "\n" : found).toBe(char);
      offset += char.length;
    }
    expect(byteAt(read, read.text.length)).toBe(bytes.length);
  });

  it("counts columns in UTF-16 units and no BOM", () => {
    expect(placeAt(source("\uFEFFa\n\u{1F600}b"), 4)).toEqual({ line: 2, column: 3 });
  });

  it("cuts a host out of a file", () => {
    const read = source("\uFEFF---\r\na: 1\r\n---\r\n");
    const host = sliceLines(read, 1, 2);
    expect(host.text).toBe("a: 1\n");
    expect(byteAt(host, 3)).toBe(11);
    expect(byteAt(host, host.text.length)).toBe(14);
    expect(placeAt(host, 3)).toEqual({ line: 2, column: 4 });
    expect(lineAt(host, 0).ending).toBe("\r\n");
  });
});
