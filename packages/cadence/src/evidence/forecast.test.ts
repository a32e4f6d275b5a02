import type { Analysis } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { analysis, override } from "../ops-documents.fixture.ts";
import type { OpsDocuments } from "../ops-documents.ts";
import { evaluate } from "./evaluate.ts";
import { forecast } from "./forecast.ts";
import type { GatherInput, LedgerFacts } from "./gather.ts";
import { at, fleet, gather, ledgerOf, nothing } from "./gather.fixture.ts";

const hours = ["2026-07-06T10:00:00Z", "2026-07-06T13:00:00Z"] as const;

/** Missing cycles, and when the analysis succeeds at the earliest and at the latest. */
function brief(
  documents: OpsDocuments,
  ledger: LedgerFacts,
  asOf: string,
  more: Partial<GatherInput> = {},
): unknown[] {
  const evidence = gather(documents, ledger, asOf, more);
  return forecast(evaluate(evidence), documents, evidence).map(({ missing, earliest, latest }) =>
    [missing, text(earliest), text(latest)].join(" "),
  );
}

function by(more: Partial<Analysis>, active?: readonly object[]): OpsDocuments {
  return fleet(active, { analyses: [analysis(more)] });
}

function text(instant: number | undefined): string {
  return instant === undefined ? "never" : new Date(instant).toISOString().slice(5, 16);
}

const perRepo = (count: number) => ({ scope: "per_repo", availability: { minimum_repos: count } }) as const;
const open =
  (...parts: readonly string[]) =>
  (key: string) =>
    parts.some((part) => key.includes(part));

describe("forecast", () => {
  it.each<[string, string, (key: string) => boolean, unknown[]]>([
    [
      "names the third coming cycle where none is known",
      "2026-07-06T09:59:00Z",
      open("@"),
      ["3 07-06T12:30 07-06T13:25"],
    ],
    ["counts the open cycle", "2026-07-06T10:05:00Z", open(), ["3 07-06T12:30 07-06T13:25"]],
    [
      "counts the open cycle until it is decided",
      "2026-07-06T12:39:00Z",
      open(),
      ["1 07-06T12:30 07-06T13:25"],
    ],
    ["has nothing to say of what succeeds", "2026-07-06T12:40:00Z", open(), []],
    [
      "starts after a cycle that was missed",
      "2026-07-06T12:05:00Z",
      open("coach/local/coulomb/beta@2026-07-06T10"),
      ["2 07-06T13:30 07-06T14:25"],
    ],
    [
      "leaves out the open cycle that fails already",
      "2026-07-06T12:57:00Z",
      open("@2026-07-06T12"),
      ["3 07-06T15:30 07-06T16:25"],
    ],
  ])("%s", (_, asOf, isOpen, expected) => {
    const documents = fleet();
    expect(brief(documents, ledgerOf(documents, ...hours, isOpen), asOf)).toEqual(expected);
  });

  it("takes the time to close from the analysis, not from the definition", () => {
    expect(brief(by({ close_deadline: "PT10M" }), nothing, "2026-07-06T09:59:00Z")).toEqual([
      "3 07-06T12:30 07-06T12:40",
    ]);
  });

  it("does not count a pending cycle before one that broke the streak", () => {
    const documents = by({ close_deadline: "PT5H", consecutive_success_limit: 1 });
    const ledger = ledgerOf(documents, ...hours, open("@2026-07-06T10"));
    const events = ledger.events.map((event) =>
      event.slot.includes("@2026-07-06T11:30") ? { ...event, type: "opted_out" as const } : event,
    );
    expect(brief(documents, { ...ledger, events }, "2026-07-06T11:59:00Z")).toEqual([
      "1 07-06T12:30 07-06T17:30",
    ]);
  });

  it("counts what waits behind a pending cycle", () => {
    const documents = by({ close_deadline: "PT5H" });
    const ledger = ledgerOf(documents, ...hours, open("coach/local/coulomb/beta@2026-07-06T11"));
    expect(brief(documents, ledger, "2026-07-06T12:50:00Z")).toEqual(["2 07-06T12:30 07-06T17:30"]);
  });

  it.each<[number, unknown[]]>([
    [1, []],
    [2, ["1 07-06T12:30 07-06T13:25"]],
    [3, ["3 07-06T15:30 07-06T16:25"]],
    [4, ["3 never never"]],
  ])("names when the best %i of the repos are there", (count, expected) => {
    const documents = by(perRepo(count), [{ repo: "alpha" }, { repo: "beta" }, { repo: "gamma" }]);
    const ledger = ledgerOf(documents, ...hours, open("beta@2026-07-06T12:30", "gamma@2026-07-06T12"));
    const { events } = ledger;
    const failing = events.concat(
      events
        .filter(({ slot }) => slot.endsWith("alpha@2026-07-06T12:00:00Z"))
        .map((event) => ({
          ...event,
          slot: event.slot.replace("alpha", "gamma"),
          type: "opted_out" as const,
        })),
    );
    expect(brief(documents, { ...ledger, events: failing }, "2026-07-06T12:55:00Z")).toEqual(expected);
  });

  it("names no instant for a phase that no repo is in", () => {
    const documents = fleet([{ repo: "alpha", phase: "stabilize" }]);
    expect(brief(documents, nothing, "2026-07-06T12:50:00Z")).toEqual(["3 never never"]);
  });

  it("does not count an open cycle in which other repos take part", () => {
    const documents = fleet();
    const ledger = ledgerOf(documents, ...hours, open("@2026-07-06T12"));
    const slots = ledger.slots.filter(({ key }) => !key.includes("beta"));
    expect(brief(documents, { ...ledger, slots }, "2026-07-06T12:50:00Z")).toEqual([
      "3 07-06T15:30 07-06T16:25",
    ]);
  });

  it("takes the best of the repos, wherever it stands", () => {
    const documents = by(perRepo(1));
    const ledger = ledgerOf(documents, ...hours, open("alpha@2026-07-06T11"));
    expect(brief(documents, ledger, "2026-07-06T12:35:00Z")).toEqual(["1 07-06T12:30 07-06T13:25"]);
  });

  it("counts an open cycle of the fleet's best, also where it does not count for others", () => {
    const documents = by({ availability: { minimum_repos: 1 } });
    const ledger = ledgerOf(documents, ...hours);
    const since = new Map([["local/coulomb/beta", at("2026-07-06T12:10:00Z")]]);
    expect(brief(documents, ledger, "2026-07-06T12:35:00Z", { since })).toEqual([
      "1 07-06T12:30 07-06T13:25",
    ]);
  });

  it("waits for the last slot of a repo alone, not for those of others", () => {
    const later = override({ value: "50 * * * *" });
    const documents = by(perRepo(1), [{ repo: "alpha", overrides: [later] }, { repo: "beta" }]);
    const ledger = ledgerOf(documents, ...hours);
    expect(brief(documents, ledger, "2026-07-06T12:35:00Z")).toEqual(["1 07-06T12:30 07-06T13:25"]);
  });

  it("counts an open cycle right after a gap", () => {
    const documents = fleet();
    const evidence = gather(documents, ledgerOf(documents, ...hours), "2026-07-06T12:35:00Z");
    const cycles = evidence.cycles.map((each) => (each.seq === 2 ? { ...each, seq: 3 } : each));
    const [found] = forecast(evaluate({ ...evidence, cycles }), documents, evidence);
    expect([found?.missing, text(found?.earliest)]).toEqual([3, "07-06T14:30"]);
  });

  it("asks for one more cycle where the newest is too old", () => {
    const documents = by({ max_age: "PT30M" });
    const ledger = ledgerOf(documents, hours[0], "2026-07-06T14:00:00Z", open("@2026-07-06T13"));
    expect(brief(documents, ledger, "2026-07-06T13:15:00Z")).toEqual(["1 07-06T13:30 07-06T14:25"]);
  });

  it.each([
    ["the night that lacks an hour", "2027-03-28T00:05:00Z", "bootstrap", "03-28T03:30"],
    ["the night that has one twice", "2026-10-24T23:30:00Z", "bootstrap", "10-25T02:30"],
    ["days of which one is short", "2027-03-26T12:00:00Z", "stabilize", "03-29T08:00"],
    ["days of which one is long", "2026-10-23T12:00:00Z", "stabilize", "10-26T09:00"],
  ])("names civil times over %s", (_, asOf, phase, expected) => {
    const documents = fleet([{ repo: "alpha", phase }]);
    const latest = new Date(at(`${asOf.slice(0, 5)}${expected}:00Z`) + 55 * 60_000)
      .toISOString()
      .slice(5, 16);
    expect(brief(documents, nothing, asOf, { phase, from: at(asOf) })).toEqual([`3 ${expected} ${latest}`]);
  });

  it.each([
    ["no repo", fleet([]), {}],
    ["no such phase", fleet(), { phase: "other" }],
    ["no definition", fleet(undefined, {}, []), {}],
  ])("names no instant where there is %s", (_, documents, more) => {
    const cadence = documents.loops[0]?.cadence?.value;
    const evidence = {
      ...gather(documents, nothing, "2026-07-06T12:50:00Z", more),
      analyses: cadence?.analyses ?? [],
    };
    expect(forecast(evaluate(evidence), documents, evidence)).toEqual([
      { key: "cycles-clean", missing: 3, earliest: undefined, latest: undefined },
    ]);
  });
});
