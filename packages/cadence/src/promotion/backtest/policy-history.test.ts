import { describe, expect, it } from "vitest";
import type { LedgerFacts } from "../../evidence/gather.ts";
import { at, fleet, ledgerOf } from "../../evidence/gather.fixture.ts";
import { analysis, phase, ramp } from "../../ops-documents.fixture.ts";
import { resolveDesired } from "../../desired.ts";
import type { OpsDocuments } from "../../ops-documents.ts";
import { record } from "../promotion.fixture.ts";
import { chainOf, type PromotionChain } from "../records.ts";
import { backtest } from "./backtest.ts";
import { policyHistory } from "./policy-history.ts";

const none = chainOf([], []);

interface Scene {
  readonly documents: OpsDocuments;
  readonly ledger: LedgerFacts;
  readonly chain?: PromotionChain;
  readonly from: string;
  readonly to: string;
}

function historyOf({ documents, ledger, chain = none, from, to }: Scene) {
  const span = { from: at(from), to: at(to) };
  const input = { documents, loop: "kaizen-stack", chain, ledger, tzdata: "2026a", span };
  return policyHistory({ ...input, repos: resolveDesired(documents, span.to) });
}

/** When the present policy would have promoted whom. */
function promotedBy(scene: Scene): string[] {
  const { chain = none, from, to } = scene;
  const history = historyOf(scene);
  const span = { from: at(from), to: at(to) };
  const repos = resolveDesired(scene.documents, span.to);
  return backtest({ loop: "kaizen-stack", chain, repos, present: history, tried: history, span }).stays.map(
    ({ stay, present }) =>
      `${stay.repo.repo} ${stay.phase} ${present.kind}${present.kind === "no_phase" ? "" : ` ${new Date(present.at).toISOString()}`}`,
  );
}

describe("policyHistory", () => {
  const documents = fleet();
  const [from, to] = ["2026-07-06T10:00:00Z", "2026-07-06T16:00:00Z"];
  const ledger = ledgerOf(documents, from, to);

  it("holds what the ledger says of a phase that every repo has left, though its definitions are off by now", () => {
    const chain = chainOf(
      [
        record(1, ["alpha", "beta"], {
          from: "bootstrap",
          to: "stabilize",
          proposed_at: "2026-07-06T13:30:00Z",
        }),
      ],
      [],
    );
    const off = ramp().map((each) => ({ ...each, front: { ...each.front, enabled: false } }));
    const later = fleet(undefined, {}, off);
    const found = historyOf({ documents: later, ledger, chain, from, to }).phases.get("bootstrap");
    expect(found?.activities).toEqual(["hourly-coach", "hourly-metrics", "hourly-optimization"]);
    expect(new Set(found?.slots.map(({ unwritten }) => unwritten))).toEqual(new Set([undefined]));
  });

  it("expects nothing of a repo while it was elsewhere", () => {
    const early = {
      ...ledger,
      slots: ledger.slots.filter(({ due }) => due < "2026-07-06T12:00:00Z"),
    };
    const slotsOf = (chain: PromotionChain) =>
      historyOf({ documents, ledger: early, chain, from, to })
        .phases.get("bootstrap")
        ?.slots.filter(({ repo, unwritten }) => unwritten === true && repo.endsWith("alpha")).length;
    const left = record(1, ["alpha"], {
      from: "bootstrap",
      to: "stabilize",
      proposed_at: "2026-07-06T13:30:00Z",
    });
    // Three steps in the cycles of 12:00 and 13:00; and, where it stayed, in the three after them.
    expect([slotsOf(none), slotsOf(chainOf([left], []))]).toEqual([15, 6]);
  });

  it.each([
    // The clock goes back at 01:00 UTC: 02:00 comes twice in Berlin, and each is a cycle.
    { night: "2026-10-25", from: "2026-10-24T23:00:00Z", opens: "2026-10-25T08:00:00.000Z" },
    // It goes forward at 01:00 UTC: 02:00 never comes, and 03:00 is the next cycle.
    { night: "2027-03-28", from: "2027-03-27T23:00:00Z", opens: "2027-03-28T07:00:00.000Z" },
  ])(
    "counts on through the night of $night, and opens windows by the civil clock",
    ({ from: begin, opens }) => {
      const start = at(begin);
      const end = new Date(start + 12 * 3_600_000).toISOString();
      const free = fleet(undefined, { promotion_windows: [] });
      const closed = ledgerOf(free, begin, end);
      const scene = { ledger: closed, from: begin, to: end };
      const fourth = new Date(start + 3 * 3_600_000 + 40 * 60_000).toISOString();
      const limit = fleet(undefined, {
        promotion_windows: [],
        analyses: [analysis({ consecutive_success_limit: 4 })],
        phases: [
          phase({ definitions: ["hourly-metrics", "hourly-coach", "hourly-optimization"] }),
          phase({ name: "stabilize", definitions: [] }),
        ],
      });
      expect(promotedBy({ documents: limit, ...scene })[0]).toBe(`alpha bootstrap promoted ${fourth}`);
      const daily = [{ name: "day", kind: "allow", cron: "0 9 * * *", duration: "PT7H" }];
      const windowed = fleet(undefined, { promotion_windows: daily });
      expect(promotedBy({ documents: windowed, ...scene })[0]).toBe(`alpha bootstrap promoted ${opens}`);
    },
  );
});
