import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opsDocuments } from "./ops-documents.fixture.ts";
import { activity, loop, override, ramp, rampCadence, roster } from "./ops-documents.fixture.ts";
import type { OpsDocuments } from "./ops-documents.ts";
import { instantText } from "./instant.ts";
import { expectedSlots, jitterOf, parseSlotKey, slotKey } from "./slots.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const at = (text: string) => Date.parse(text);

function fleet(active: readonly object[], definitions = ramp()): OpsDocuments {
  return opsDocuments({
    loops: [loop({ roster: roster({ active }), cadence: rampCadence() })],
    definitions,
  });
}

const alone = fleet([{ repo: "alpha" }]);

function slots(documents: OpsDocuments, from: string, to: string) {
  return expectedSlots(documents, at(from), at(to));
}

describe("expectedSlots", () => {
  it("are one for each firing of each activity, ascending, with keys of their own", () => {
    const documents = fleet([{ repo: "beta" }, { repo: "alpha" }, { repo: "gamma", phase: "stabilize" }]);
    const found = slots(documents, "2026-06-18T06:00:00Z", "2026-06-18T07:00:00Z");
    expect(found.map(({ key }) => key)).toEqual([
      "kaizen-stack/daily-metrics/local/coulomb/gamma@2026-06-18T06:00:00Z",
      "kaizen-stack/hourly-metrics/local/coulomb/alpha@2026-06-18T06:00:00Z",
      "kaizen-stack/hourly-metrics/local/coulomb/beta@2026-06-18T06:00:00Z",
      "kaizen-stack/hourly-coach/local/coulomb/alpha@2026-06-18T06:15:00Z",
      "kaizen-stack/hourly-coach/local/coulomb/beta@2026-06-18T06:15:00Z",
      "kaizen-stack/hourly-optimization/local/coulomb/alpha@2026-06-18T06:30:00Z",
      "kaizen-stack/hourly-optimization/local/coulomb/beta@2026-06-18T06:30:00Z",
    ]);
  });

  it.each([
    ["2026-06-18T07:00:00Z", "2026-06-18T07:00:00Z"],
    ["2026-06-18T07:00:00Z", "2026-06-18T06:00:00Z"],
  ])("are none from %s to %s", (from, to) => {
    expect(slots(alone, from, to)).toEqual([]);
  });

  it("have what their definition gives them of time", () => {
    const timed = activity("hourly-coach", "coach", "", {
      trigger: { kind: "cron", cron: "15 * * * *", jitter: { max: "PT2M" } },
      policy: { start_deadline: "PT5M", close_deadline: "PT40M" },
    });
    const [slot] = slots(fleet([{ repo: "alpha" }], [timed]), "2026-06-18T06:00:00Z", "2026-06-18T07:00:00Z");
    const due = at("2026-06-18T06:15:00Z");
    const jitter = jitterOf("kaizen-stack", "hourly-coach", "local/coulomb/alpha", 2 * minute);
    expect(slot).toMatchObject({
      due,
      readyAt: due + jitter,
      startBy: due + jitter + 5 * minute,
      closeBy: due + 40 * minute,
    });
  });

  it("have no bound that their definition does not name", () => {
    const untimed = activity("hourly-coach", "coach", "15 * * * *", { policy: {} });
    const [slot] = slots(
      fleet([{ repo: "alpha" }], [untimed]),
      "2026-06-18T06:00:00Z",
      "2026-06-18T07:00:00Z",
    );
    expect(slot).toMatchObject({ readyAt: at("2026-06-18T06:15:00Z") });
    expect(slot).not.toHaveProperty("startBy");
    expect(slot).not.toHaveProperty("closeBy");
  });

  it("follow an override until the instant at which it ends", () => {
    const documents = fleet([{ repo: "alpha", overrides: [override()] }, { repo: "beta" }]);
    const found = slots(documents, "2026-08-31T23:00:00Z", "2026-09-01T01:00:00Z").filter(
      ({ activity: { step } }) => step === "coach",
    );
    expect(found.map(({ activity: { repo }, due }) => `${repo.repo} ${instantText(due)}`)).toEqual([
      "beta 2026-08-31T23:15:00Z",
      "alpha 2026-08-31T23:20:00Z",
      "alpha 2026-09-01T00:15:00Z",
      "beta 2026-09-01T00:15:00Z",
    ]);
  });

  it.each([
    ["2027-03-28", "2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z", 23],
    ["2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 25],
    ["2026-10-26", "2026-10-25T23:00:00Z", "2026-10-26T23:00:00Z", 24],
  ])("of %s in Berlin, hourly, are as many as the day has hours, each step", (_, from, to, count) => {
    const found = slots(alone, from, to);
    for (const step of ["metrics", "coach", "optimization"])
      expect(found.filter((slot) => slot.activity.step === step)).toHaveLength(count);
    expect(new Set(found.map(({ key }) => key)).size).toBe(3 * count);
    expect(new Set(found.map(({ cycle }) => cycle)).size).toBe(count);
  });

  it("belong to the latest cycle that began by then, also one before the range", () => {
    const documents = fleet([{ repo: "alpha", phase: "stabilize" }]);
    const found = slots(documents, "2026-06-18T07:00:00Z", "2026-06-19T07:00:00Z");
    expect(found.map(({ activity: { step }, cycle }) => `${step} ${cycle}`)).toEqual([
      "coach kaizen-stack/stabilize@2026-06-18T06:00:00Z",
      "optimization kaizen-stack/stabilize@2026-06-18T06:00:00Z",
      "metrics kaizen-stack/stabilize@2026-06-19T06:00:00Z",
    ]);
  });

  it("are cycles of their own where the first step has no cron", () => {
    const documents = fleet([{ repo: "alpha" }], [activity("hourly-coach", "coach", "15 * * * *")]);
    const [slot] = slots(documents, "2026-06-18T06:00:00Z", "2026-06-18T07:00:00Z");
    expect(slot).toMatchObject({ anchor: slot?.due, cycle: "kaizen-stack/bootstrap@2026-06-18T06:15:00Z" });
  });

  it("are due with the activity that they come after", () => {
    const after = { trigger: { kind: "after" }, depends_on: [{ activity: "hourly-metrics" }] };
    const definitions = [
      activity("hourly-metrics", "metrics", "0 * * * *"),
      activity("hourly-coach", "coach", "", after),
    ];
    const found = slots(
      fleet([{ repo: "alpha" }], definitions),
      "2026-06-18T06:00:00Z",
      "2026-06-18T08:00:00Z",
    );
    expect(found.map(({ activity: { step }, due }) => `${step} ${instantText(due).slice(11, 16)}`)).toEqual([
      "coach 06:00",
      "metrics 06:00",
      "coach 07:00",
      "metrics 07:00",
    ]);
  });

  it("of joined ranges are those of the whole, whatever ends in them", () => {
    const instant = fc.integer({ min: at("2026-08-29T00:00:00Z"), max: at("2026-09-04T00:00:00Z") });
    const end = fc.option(instant.map((each) => ({ expires_at: new Date(each).toISOString() })));
    const entry = fc.record({
      phase: fc.constantFrom("bootstrap", "stabilize"),
      overrides: fc.array(
        fc
          .tuple(end, fc.constantFrom("20 * * * *", "0 0 * * *"))
          .map(([more, value]) => override({ ...more, value })),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 3 }),
        fc.tuple(instant, instant, instant).map((three) => three.toSorted((a, b) => a - b)),
        (entries, [from = 0, middle = 0, to = 0]) => {
          const documents = fleet(entries.map((each, index) => ({ repo: `repo-${index}`, ...each })));
          const whole = expectedSlots(documents, from, to);
          const joined = [...expectedSlots(documents, from, middle), ...expectedSlots(documents, middle, to)];
          expect(joined.map(plain)).toEqual(whole.map(plain));
          const keys = whole.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          const order = whole.map(({ due, key }) => `${due} ${key}`);
          expect(order).toEqual(order.toSorted());
          for (const { anchor, due } of whole) expect(anchor).toBeLessThanOrEqual(due);
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** A slot without its activity, whose overrides say how near their end is. */
function plain({ activity: { clock }, ...slot }: ReturnType<typeof expectedSlots>[number]) {
  return { ...slot, cron: clock.cron.text };
}

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:[-_][a-z0-9]{1,8}){0,2}$/);
const repoName = fc.stringMatching(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,12}$/);
const instants = fc.integer({ min: 0, max: at("9999-12-31T23:59:59Z") / 1000 }).map((each) => each * 1000);

describe("parseSlotKey", () => {
  it("reads what slotKey writes", () => {
    const repo = fc.tuple(slug, repoName, repoName).map((parts) => parts.join("/"));
    fc.assert(
      fc.property(fc.record({ loop: slug, activity: slug, repo, due: instants }), (name) => {
        expect(parseSlotKey(slotKey(name))).toEqual(name);
      }),
    );
  });

  it.each([
    "",
    "kaizen-stack",
    "kaizen-stack/hourly-coach@2026-06-18T14:15:00Z",
    "kaizen-stack/hourly-coach/local/coulomb/alpha",
    "kaizen-stack/hourly-coach/local/coulomb/alpha@now",
    "kaizen-stack/hourly-coach/local/coulomb/alpha@2026-06-18T14:15:00.000Z",
    "kaizen-stack/hourly-coach/local/coulomb/alpha@2026-06-18T14:15:00+00:00",
    "kaizen-stack/hourly-coach/local/coulomb/alpha@2026-06-18T24:15:00Z",
    "kaizen-stack/hourly-coach/local/coulomb/alpha@2026-02-30T14:15:00Z",
    "kaizen-stack/hourly-coach/local/coulomb/alpha@2026-06-18T24:00:00Z",
    "kaizen-stack/hourly-coach/local/coulomb/alpha@2026-06-18T23:59:60Z",
    " kaizen-stack/hourly-coach/local/coulomb/alpha@2026-06-18T14:15:00Z",
    "kaizen-stack/hourly-coach/local/coulomb/alpha@2026-06-18T14:15:00Z\n",
  ])("does not read %j", (key) => {
    expect(parseSlotKey(key)).toBeUndefined();
  });
});

describe("jitterOf", () => {
  it("is whole seconds from zero up to the longest, and the same each time", () => {
    fc.assert(
      fc.property(slug, slug, repoName, fc.nat(2 * hour), (name, id, repo, max) => {
        const found = jitterOf(name, id, repo, max);
        expect(found).toBe(jitterOf(name, id, repo, max));
        expect(found % 1000).toBe(0);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found === 0 || found < max).toBe(true);
      }),
    );
  });

  it("is the same in every cycle", () => {
    const trigger = { kind: "cron", cron: "15 * * * *", jitter: { max: "PT30M" } };
    const documents = fleet([{ repo: "alpha" }], [activity("hourly-coach", "coach", "", { trigger })]);
    const found = expectedSlots(documents, at("2026-10-20T00:00:00Z"), at("2026-10-20T00:00:00Z") + 7 * day);
    expect(found).toHaveLength(7 * 24);
    expect(new Set(found.map(({ readyAt, due }) => readyAt - due)).size).toBe(1);
  });

  it("spreads a fleet: of ten equal parts of the time each has its share of 10,000 repos", () => {
    const shares = Array.from({ length: 10 }, () => 0);
    for (let repo = 0; repo < 10_000; repo += 1) {
      const part = Math.floor(
        jitterOf("kaizen-stack", "hourly-coach", `local/coulomb/repo-${repo}`, 600_000) / 60_000,
      );
      shares[part] = (shares[part] ?? 0) + 1;
    }
    expect(Math.min(...shares)).toBeGreaterThan(900);
    expect(Math.max(...shares)).toBeLessThan(1100);
  });
});
