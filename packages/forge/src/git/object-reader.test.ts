import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createParser, hashObject, type ReadObject } from "./object-reader.ts";

const answers = fc.array(
  fc.oneof(
    fc.constant(undefined),
    fc.record({ type: fc.constantFrom("blob", "tree", "commit"), bytes: fc.uint8Array({ maxLength: 40 }) }),
  ),
);

describe("createParser", () => {
  it("reads answers from chunks of any size", () => {
    fc.assert(
      fc.property(answers, fc.array(fc.integer({ min: 1, max: 30 })), (objects, sizes) => {
        const oid = "a".repeat(40);
        const stream = Buffer.concat(
          objects.flatMap((each) =>
            each === undefined
              ? [Buffer.from(`${oid} missing\n`)]
              : [
                  Buffer.from(`${oid} ${each.type} ${each.bytes.length}\n`),
                  Buffer.from(each.bytes),
                  Buffer.from("\n"),
                ],
          ),
        );
        const found: ReadObject[] = [];
        const parse = createParser((answer) => found.push(answer));
        let at = 0;
        for (const size of sizes) {
          parse(stream.subarray(at, at + size));
          at += size;
        }
        parse(stream.subarray(at));
        expect(found).toEqual(
          objects.map((each) =>
            each === undefined
              ? { kind: "missing" }
              : { kind: "object", type: each.type, oid, bytes: Buffer.from(each.bytes) },
          ),
        );
      }),
    );
  });

  it("drops the bytes of an object that is too large, and reads on", () => {
    const found: ReadObject[] = [];
    const parse = createParser((answer) => found.push(answer));
    const size = 16 * 1024 * 1024 + 1;
    parse(Buffer.from(`${"a".repeat(40)} blob ${size}\n`));
    parse(Buffer.alloc(size + 1));
    parse(Buffer.from(`${"b".repeat(40)} blob 1\nx\n`));
    expect(found.map((each) => each.kind)).toEqual(["corrupt", "object"]);
  });
});

describe("hashObject", () => {
  it.each([
    ["", 40, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"],
    ["", 64, "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"],
    ["hello\n", 40, "ce013625030ba8dba906f756967f9e9ca394464a"],
  ])("gives git's own id of %j with %i digits", (text, length, oid) => {
    expect(hashObject("blob", Buffer.from(text), length)).toBe(oid);
  });
});
