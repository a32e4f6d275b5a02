import { describe, expect, it } from "vitest";
import { evidenceOf, recordId, type Story } from "./evidence.fixture.ts";
import { dispatchesOf, factsOf, recordsInTime } from "./slot-facts.ts";

/** All orders of some things. */
function ordersOf<T>(things: readonly T[]): T[][] {
  return things.length === 0
    ? [[]]
    : things.flatMap((thing, index) => ordersOf(things.toSpliced(index, 1)).map((rest) => [thing, ...rest]));
}

/** The evidence of one slot. */
function oneSlot(story: Story) {
  return evidenceOf({ a: "S" }, { tell: () => story });
}

describe("factsOf", () => {
  it("sorts slots by due and then by key, whatever order they came in", () => {
    const whole = evidenceOf({ c: "SS", a: "SS", b: "SS" });
    const slots = whole.slots.filter(({ repo, due }) => !repo.endsWith("/b") || due.includes("T11"));
    expect(slots).toHaveLength(5);
    for (const order of ordersOf(slots)) {
      const found = factsOf({ ...whole, slots: order }).map(({ slot }) => `${slot.repo} ${slot.due}`);
      expect(found).toEqual([
        "local/coulomb/a 2026-07-06T10:00:00Z",
        "local/coulomb/c 2026-07-06T10:00:00Z",
        "local/coulomb/a 2026-07-06T11:00:00Z",
        "local/coulomb/b 2026-07-06T11:00:00Z",
        "local/coulomb/c 2026-07-06T11:00:00Z",
      ]);
    }
  });

  it("leaves the slots it was given in their order", () => {
    const whole = evidenceOf({ b: "S", a: "S" });
    const before = [...whole.slots];
    factsOf(whole);
    expect(whole.slots).toEqual(before);
  });

  it("sorts the events of a slot by their number, whatever order they came in", () => {
    const whole = oneSlot({
      events: [
        { after: 30, type: "dispatched" },
        { after: 20, type: "prepared" },
        { after: 10, type: "note" },
      ],
    });
    for (const events of ordersOf(whole.events)) {
      const [facts] = factsOf({ ...whole, events });
      expect(facts?.events.map(({ type }) => type)).toEqual(["dispatched", "prepared", "note"]);
    }
  });

  it("sorts the records of a slot by arrival and then by id, whatever order they came in", () => {
    const whole = oneSlot({
      records: [
        { id: 3, after: 700 },
        { id: 4, after: 600 },
        { id: 1, after: 700 },
        { id: 2, after: 700 },
      ],
    });
    const key = whole.slots[0]?.key ?? "";
    for (const records of ordersOf(whole.records)) {
      const [facts] = factsOf({ ...whole, records });
      const ids = facts?.records.map(({ record }) => record.record_id);
      expect(ids).toEqual([4, 1, 2, 3].map((id) => recordId(key, id)));
    }
  });

  it("sorts two records that came at once", () => {
    const whole = oneSlot({ records: [{ id: 2 }, { id: 1 }] });
    const key = whole.slots[0]?.key ?? "";
    const ids = factsOf(whole)[0]?.records.map(({ record }) => record.record_id);
    expect(ids).toEqual([1, 2].map((id) => recordId(key, id)));
  });

  it("gives each slot its own, and none what names no slot of them", () => {
    const whole = evidenceOf(
      { a: "S", b: "S" },
      { tell: ({ repo }) => (repo === "a" ? { events: [{ after: 5, type: "note" }], records: [{}] } : {}) },
    );
    const [a, b] = whole.slots;
    const found = factsOf({
      ...whole,
      events: [...whole.events, ...whole.events.map((event) => ({ ...event, slot: "elsewhere" }))],
    });
    expect(found.map(({ slot, events, records }) => [slot, events.length, records.length])).toEqual([
      [a, 1, 1],
      [b, 0, 0],
    ]);
  });
});

describe("dispatchesOf", () => {
  it("names those because it was due or again after a failure, and no other event", () => {
    const [facts] = factsOf(
      oneSlot({
        events: [
          { after: 1, type: "dispatched" },
          { after: 2, type: "dispatched", data: {} },
          { after: 3, type: "note", data: { trigger: "schedule" } },
          { after: 4, type: "note", data: { trigger: "retry" } },
          { after: 5, type: "dispatched", data: { trigger: "catch_up" } },
          { after: 6, type: "dispatched", data: { trigger: "schedule" } },
          { after: 7, type: "dispatched", data: { trigger: "retry" } },
        ],
      }),
    );
    expect(facts && dispatchesOf(facts).map(({ seq }) => seq)).toEqual([6, 7]);
  });
});

describe("recordsInTime", () => {
  it("names none where there are none", () => {
    expect(recordsInTime({ records: [], due: 0 }, 1000)).toEqual([]);
  });
});
