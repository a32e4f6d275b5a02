import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ProposalRecord, parseRecord, printRecord } from "./record.ts";

const oid = fc.stringMatching(/^[0-9a-f]{40}$/);
const at = fc.integer({ min: 0, max: 4_000_000_000_000 });
const event = fc.record({ by: fc.string(), at, reason: fc.string() });
const state = fc.constantFrom("merged" as const, "closed" as const);
const record: fc.Arbitrary<ProposalRecord> = fc
  .record({
    number: fc.integer({ min: 1, max: 1000 }),
    title: fc.string({ unit: "grapheme" }),
    draft: fc.boolean(),
    labels: fc.array(fc.string()),
    base: fc.string(),
    branch: fc.string(),
    head: oid,
    base_oid: oid,
    opened: event,
    ending: fc.option(fc.record({ state, closed: event, merged_oid: fc.option(oid) })),
    statuses: fc.array(
      fc.record({
        context: fc.string(),
        state: fc.constantFrom("success", "failure", "pending", "error"),
        description: fc.string(),
        head: oid,
      }),
    ),
    comments: fc.array(fc.record({ by: fc.string(), at, body: fc.string({ unit: "binary" }) })),
    previous: fc.array(
      fc.record({
        number: fc.integer({ min: 1, max: 1000 }),
        marker: fc.string(),
        state,
        title: fc.string(),
        base: fc.string(),
        head: oid,
        opened: event,
        closed: event,
        merged_oid: fc.option(oid),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ ending, ...rest }) => ({
    ...rest,
    state: ending?.state ?? "open",
    closed: ending?.closed ?? null,
    merged_oid: ending?.merged_oid ?? null,
  }));

const sample: ProposalRecord = {
  number: 1,
  state: "open",
  title: "Set the schedule",
  draft: false,
  labels: ["coulomb"],
  base: "main",
  branch: "coulomb/pilot/schedule",
  head: "a".repeat(40),
  base_oid: "b".repeat(40),
  opened: { by: "Coulomb <c@example.org>", at: Date.UTC(2026, 0, 5), reason: "" },
  closed: null,
  merged_oid: null,
  statuses: [],
  comments: [],
  previous: [],
};

function changed(patch: Record<string, unknown>): string {
  const plain: Record<string, unknown> = { ...sample, contract: "proposal/v1" };
  const opened = { ...sample.opened, at: "2026-01-05T00:00:00.000Z" };
  return JSON.stringify({ ...plain, opened, ...patch });
}

describe("proposal/v1", () => {
  it("reads what it prints", () => {
    fc.assert(
      fc.property(record, (value) => {
        expect(parseRecord(printRecord(value))).toEqual({ ok: true, value });
      }),
    );
  });

  it("prints times as UTC text, and ends with a line feed", () => {
    const text = printRecord(sample);
    expect(text).toContain('"at": "2026-01-05T00:00:00.000Z"');
    expect(text.endsWith("}\n")).toBe(true);
  });

  it.each<[string, string]>([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["null", "null"],
    ["another contract", changed({ contract: "proposal/v2" })],
    ["an unknown key", changed({ extra: 1 })],
    ["a missing key", changed({ title: undefined })],
    ["a number from 0", changed({ number: 0 })],
    ["a broken number", changed({ number: 1.5 })],
    ["an unknown state", changed({ state: "draft" })],
    ["labels that are no list", changed({ labels: "x" })],
    ["a short head", changed({ head: "abc" })],
    ["a time without a zone", changed({ opened: { by: "", at: "2026-01-05T00:00:00.000", reason: "" } })],
    ["a day that is none", changed({ opened: { by: "", at: "2026-13-05T00:00:00.000Z", reason: "" } })],
    ["an event with more", changed({ opened: { by: "", at: "2026-01-05T00:00:00.000Z", reason: "", x: 1 } })],
    [
      "an open one that is closed",
      changed({ closed: { by: "", at: "2026-01-05T00:00:00.000Z", reason: "" } }),
    ],
    ["a closed one without its end", changed({ state: "closed" })],
    [
      "a status of no kind",
      changed({ statuses: [{ context: "a", state: "x", description: "", head: "a".repeat(40) }] }),
    ],
  ])("refuses %s", (_what, text) => {
    expect(parseRecord(text)).toMatchObject({ ok: false, problem: { reason: "corrupt" } });
  });

  it("takes the document that the refused ones are made from", () => {
    expect(parseRecord(changed({}))).toEqual({ ok: true, value: sample });
  });

  it("says where it is wrong", () => {
    const text = changed({ comments: [{ by: "", at: "yesterday", body: "" }] });
    expect(parseRecord(text)).toMatchObject({
      problem: { message: expect.stringContaining("comments[0].at") },
    });
  });
});
