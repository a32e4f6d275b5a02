import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStatement, parseTag } from "./statement.ts";

const head = "a".repeat(40);
const fields = {
  action: "reject",
  branch: "coulomb/pilot/x",
  head,
  message: "Nö\u2028",
  number: 7,
  record: "PROM-0007",
  time: "2026-01-05T08:00:00Z",
};
const changed = (patch: object) => `${JSON.stringify({ ...fields, ...patch })}\n`;
const line = changed({});
const headers = `object ${head}\ntype commit\ntag PROM-0007/ada\ntagger Adä <a@x> 1767600000 +0000\n\n`;
const signature = "-----BEGIN SSH SIGNATURE-----\nU1NI\n-----END SSH SIGNATURE-----\n";

describe("parseStatement", () => {
  it("reads what a forge needs, and lets the rest be", () => {
    const { record: _, time: __, ...read } = fields;
    expect(parseStatement(line)).toEqual({ ...read, at: 1_767_600_000_000 });
  });

  it.each([
    ["nothing", ""],
    ["no line feed", line.trim()],
    ["two lines", `${line}{}\n`],
    ["no JSON", "fine\n"],
    ["no object", "[1]\n"],
    ["another action", changed({ action: "comment" })],
    ["a branch that is no text", changed({ branch: 1 })],
    ["a head that is no id", changed({ head: "abc" })],
    ["no message", changed({ message: null })],
    ["half a number", changed({ number: 7.5 })],
    ["no time", changed({ time: undefined })],
    ["a time that is a number", changed({ time: 1 })],
    ["a time that is none", line.replace("-05T", "-45T")],
    ["a time of another zone", line.replace("00Z", "00+01:00")],
  ])("is no statement: %s", (_what, text) => {
    expect(parseStatement(text)).toBeUndefined();
  });

  it("never throws", () => {
    const text = fc.oneof(fc.string(), fc.json());
    expect(() => fc.assert(fc.property(text, (any) => void parseStatement(`${any}\n`)))).not.toThrow();
  });
});

const readBytes = (before: string, bytes: Uint8Array) =>
  void parseTag(Buffer.concat([Buffer.from(before), bytes]));

describe("parseTag", () => {
  it.each([
    ["signed", signature],
    ["not signed", undefined],
  ])("takes a tag apart that is %s, to the byte", (_what, armored) => {
    const bytes = Buffer.from(`${headers}${line}${armored ?? ""}`);
    const payload = Uint8Array.from(Buffer.from(`${headers}${line}`));
    expect(parseTag(bytes)).toEqual({
      tagged: head,
      signed: { statement: line, payload, signature: armored },
    });
  });

  it.each([
    ["nothing", ""],
    ["headers alone", headers],
    ["a message without its line feed", `${headers}${line.trim()}`],
    ["another object", `${headers.replace("type commit", "type tree")}${line}`],
    ["no tagger", `${headers.replace(/tagger.*\n/, "")}${line}`],
    ["one header more", `${headers.replace("\n\n", "\ngpgsig x\n\n")}${line}`],
    ["a second line", `${headers}${line}more\n${signature}`],
    ["an id that is none", `${headers.replace(head, "abc")}${line}`],
  ])("is no such tag: %s", (_what, text) => {
    expect(parseTag(Buffer.from(text))).toBeUndefined();
  });

  it("takes no message that is no UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from(headers), Buffer.from([0xff, 0x0a])]);
    expect(parseTag(bytes)).toBeUndefined();
  });

  it("never throws", () => {
    const start = fc.constantFrom("", headers);
    expect(() => fc.assert(fc.property(start, fc.uint8Array(), readBytes))).not.toThrow();
  });
});
