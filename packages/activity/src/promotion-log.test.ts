import { chainOf } from "@coulomb-loop/cadence";
import type { Promotion, PromotionSeal } from "@coulomb-loop/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendEntries } from "./evidence-log.ts";
import { loggedRecords, recordEntries } from "./promotion-log.ts";

const digest = "a1".repeat(32);
const at = (text: string) => Date.parse(text);

function record(number: number, more: Partial<Promotion> = {}): Promotion {
  return {
    schema_version: "promotion/v1",
    id: `PROM-000${number}`,
    loop: "upkeep",
    direction: "promote",
    from: "bootstrap",
    to: "stabilize",
    trigger: "evidence",
    proposed_at: `2026-07-06T1${number}:00:00Z`,
    proposed_by: "ops",
    policy_digest: digest,
    evidence_digest: digest,
    prev_record_digest: null,
    gates: [],
    targets: [{ repo: "local/acme/billing", from: "bootstrap", to: "stabilize" }],
    responses: [],
    result: "proposed",
    ...more,
  };
}

function seal(number: number, more: Partial<PromotionSeal> = {}): PromotionSeal {
  return {
    schema_version: "promotion-seal/v1",
    record: `PROM-000${number}`,
    record_digest: digest,
    merge_commit: "c".repeat(40),
    head: "d".repeat(40),
    merged_by: "ops",
    sealed_at: `2026-07-06T1${number}:30:00Z`,
    responses: [],
    targets: [{ repo: "local/acme/billing", state: "in_sync" }],
    result: "merged",
    ...more,
  };
}

const answer = {
  user: "ada",
  action: "approve",
  time: "2026-07-06T11:20:00Z",
  message: "three clean `cycles`",
  head: "d".repeat(40),
  proof: "forge",
} as const;

const window = { timezone: "Europe/Berlin", since: undefined, asOf: at("2026-07-07T00:00:00Z") };

const told = (
  records: readonly Promotion[],
  seals: readonly PromotionSeal[] = [],
  logged: readonly string[] = [],
  more: Partial<typeof window> | { readonly since: number } = {},
) => recordEntries(chainOf(records, seals), new Set(logged), { ...window, ...more });

const words = (...args: Parameters<typeof told>) => told(...args).map(({ lines }) => lines.join("\n"));

const names = (...args: Parameters<typeof told>) => told(...args).map(({ what, id }) => `${what} ${id}`);

describe("recordEntries", () => {
  it("tells a promotion with its targets, phases, time, who and evidence", () => {
    expect(words([record(1, { wave: "canary" })])).toEqual([
      [
        "## 2026-07-06 13:00: record PROM-0001",
        "",
        "- promote `local/acme/billing` from bootstrap to stabilize, wave canary",
        "- Proposed by `ops` at 2026-07-06T11:00:00Z, by evidence",
        "- Evidence: `a1a1a1a1a1a1`",
      ].join("\n"),
    ]);
  });

  it("tells its seal by itself, with the answers that counted and what became of the targets", () => {
    const [, sealed] = words([record(1)], [seal(1, { responses: [answer] })]);
    expect(sealed).toBe(
      [
        "## 2026-07-06 13:30: seal of PROM-0001",
        "",
        "- merged: by `ops` as `cccccccccccc`, with every gate met",
        "- Answer: `ada`, approve at 2026-07-06T11:20:00Z: `` three clean `cycles` ``",
        "- Schedules: `local/acme/billing` in_sync",
      ].join("\n"),
    );
    expect(words([record(1)], [seal(1, { result: "external", merged_by: "eve" })])[1]).toContain(
      "- external: by `eve` as `cccccccccccc`, by hand or with a gate unmet, so its targets are held",
    );
  });

  it.each<readonly [Partial<Promotion>, string]>([
    [
      {
        direction: "demote",
        from: "stabilize",
        to: "bootstrap",
        reason: "it times out",
        hold: true,
        cooldown_cycles: 3,
      },
      "- demote `local/acme/billing` from stabilize to bootstrap; held until it is released; cools down for 3 cycles",
    ],
    [
      { direction: "hold", reason: "a migration", until: "2026-07-10T16:00:00Z" },
      "- hold `local/acme/billing`; until 2026-07-10T16:00:00Z",
    ],
    [{ direction: "release", reason: "it is done", all: true, targets: [] }, "- release every repo"],
  ])("tells %j", (more, line) => {
    const { from: _from, to: _to, evidence_digest: _evidence, ...plain } = record(2);
    const [text = ""] = words([{ ...plain, trigger: "person", ...more }]);
    expect(text.split("\n")[2]).toBe(line);
    expect(text).toContain(`- Reason: \`${more.reason ?? ""}\``);
  });

  it("leaves out what has an entry, what came later, and what was before somebody's since", () => {
    const chain = [record(1), record(2), record(3)];
    expect(names(chain, [seal(1)], ["PROM-0001", "PROM-0003"])).toEqual([
      "seal PROM-0001",
      "record PROM-0002",
    ]);
    expect(names(chain, [seal(1)], ["seal of PROM-0001"])).toEqual([
      "record PROM-0001",
      "record PROM-0002",
      "record PROM-0003",
    ]);
    expect(names(chain, [seal(1)], [], { asOf: at("2026-07-06T11:10:00Z") })).toEqual(["record PROM-0001"]);
    expect(names(chain, [seal(1)], [], { since: at("2026-07-06T11:10:00Z") })).toEqual([
      "seal PROM-0001",
      "record PROM-0002",
      "record PROM-0003",
    ]);
  });

  it("names the first of very many repos, and says how many more there are", () => {
    const targets = Array.from({ length: 60 }, (_, index) => ({ repo: `local/acme/r${index}` }));
    const [text = ""] = words([record(1, { targets })]);
    expect(text).toContain("`local/acme/r49`, and 10 more from bootstrap");
  });

  it("lets nobody's words break a line, or look like an entry", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (said) => {
        const bad = `${said}\r\n## x: record PROM-0009\n## y: seal of PROM-0008\u2028\u0007`;
        const entries = told(
          [record(1, { reason: bad, proposed_by: bad })],
          [seal(1, { merged_by: bad, responses: [{ ...answer, message: bad }] })],
        );
        const text = Buffer.from(appendEntries(Buffer.from("# Log\n"), entries)).toString();
        expect(text.split(/[\n\r\u2028\u2029\u0085\v\f]/)).toHaveLength(15);
        expect(loggedRecords(text)).toEqual(new Set(["PROM-0001", "seal of PROM-0001"]));
      }),
      { numRuns: 50 },
    );
  });

  it("gives nothing to add once it was added, whatever the file is", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (before) => {
        const after = appendEntries(before, told([record(1), record(2)], [seal(1)]));
        expect(Buffer.from(after).subarray(0, before.length).equals(Buffer.from(before))).toBe(true);
        const logged = [...loggedRecords(new TextDecoder().decode(after))];
        expect(told([record(1), record(2)], [seal(1)], logged)).toEqual([]);
      }),
    );
    for (const before of ["# Log\r\n", "# Log\r\nnote", "# Log", ""])
      expect(
        loggedRecords(Buffer.from(appendEntries(Buffer.from(before), told([record(1)]))).toString()),
      ).toEqual(new Set(["PROM-0001"]));
  });
});
