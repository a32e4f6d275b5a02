import { chainOf, type PromotionDecision } from "@coulomb-loop/cadence";
import { describe, expect, it } from "vitest";
import {
  answer,
  approval,
  decision,
  gate,
  head,
  merged,
  now,
  older,
  open,
  record,
  seal,
} from "./promotion-events.fixture.ts";
import { type EventFacts, promotionEvents } from "./promotion-events.ts";

const quiet: EventFacts = {
  installation: "ops",
  opsRepo: "local/acme/ops",
  loop: "upkeep",
  chain: chainOf([], []),
  merged: new Map(),
  views: [],
  waiting: undefined,
  now,
};

const told = (facts: Partial<EventFacts>) => promotionEvents({ ...quiet, ...facts });
const kinds = (facts: Partial<EventFacts>) => told(facts).map(({ kind }) => kind);

const blocked = (...gates: PromotionDecision["gates"]) =>
  told(open(decision({ result: "failure", gates }))).filter(({ kind }) => kind === "promotion_blocked");

describe("promotionEvents", () => {
  it("tells nothing of nothing", () => {
    expect(told({})).toEqual([]);
    expect(told({ views: [{ promote: undefined, decision: decision(), demote: undefined }] })).toEqual([]);
  });

  it("tells a proposal with who, what and where", () => {
    expect(told(open(decision()))).toEqual([
      {
        format_version: "1.0",
        kind: "promotion_proposed",
        id: expect.stringMatching(/^[0-9a-f]{64}$/),
        installation: "ops",
        ops_repo: "local/acme/ops",
        loop: "upkeep",
        record: "PROM-0001",
        direction: "promote",
        head,
        at: "2026-07-06T01:00:00.000Z",
        repos: ["local/acme/shop"],
        from: "bootstrap",
        to: "stabilize",
        actor: "ops",
        message: "PROM-0001: promote shop from bootstrap to stabilize",
      },
    ]);
  });

  it("asks people when only they are missing", () => {
    const [, asked] = told(open(decision({ action: "ask", approval: approval() })));
    expect(asked).toMatchObject({ kind: "approval_requested", head, at: new Date(now).toISOString() });
    expect(asked?.message).toContain("wanted: bob");
    expect(kinds(open(decision({ action: "none", approval: approval() })))).toEqual(["promotion_proposed"]);
  });

  it("says which gate blocks it, once for each, and nothing of one that is made anew", () => {
    const first = blocked(gate("soft", { enforced: false }), gate("diff-scope"), gate("approval"));
    expect(first).toMatchObject([
      { gate: "diff-scope", result: "failure", head, message: "PROM-0001 cannot go on: diff-scope is bad" },
    ]);
    expect(blocked(gate("diff-scope"))[0]?.id).toBe(first[0]?.id);
    expect(blocked(gate("approval"))[0]?.id).not.toBe(first[0]?.id);
    const renewed = decision({
      action: "update",
      result: "failure",
      gates: [gate("approval")],
      because: "x",
    });
    expect(kinds(open(renewed))).toEqual(["promotion_proposed"]);
    expect(
      kinds(open(decision({ result: "inconclusive", gates: [gate("x", { result: "inconclusive" })] }))),
    ).toEqual(["promotion_proposed"]);
  });

  it("tells the approval that counts, of each person", () => {
    const bob = { ...answer({ login: "bob-l", at: now - 2 }), user: "bob" };
    const found = told(open(decision({ approval: approval(bob, answer()) })));
    expect(found.slice(1)).toMatchObject([
      { kind: "approval_counted", actor: "bob", head, answer: "approve" },
      {
        kind: "approval_counted",
        actor: "ada",
        at: new Date(now - 1).toISOString(),
        message: "approved by ada: good",
      },
    ]);
    const changed = decision({ approval: approval(answer(), answer({ action: "reject", at: now })) });
    expect(kinds(open(changed))).toEqual(["promotion_proposed"]);
  });

  it("tells the answer that does not count, with the head it was for, and who gave it as far as is known", () => {
    const unknown = { ...answer({ login: "eve" }, "coulomb.yaml knows no such person"), user: undefined };
    const found = told(
      open(decision({ approval: approval(answer({ head: older }, "it is for an older head"), unknown) })),
    );
    expect(found.slice(1)).toMatchObject([
      {
        kind: "approval_void",
        head: older,
        actor: "ada",
        answer: "approve",
        message: "the answer of ada does not count: it is for an older head",
      },
      { kind: "approval_void", head, actor: "eve" },
    ]);
  });

  it("tells a merge from the record that stands, before its seal and after", () => {
    const chain = chainOf([record(1)], []);
    expect(told({ chain, merged: new Map([["PROM-0001", merged]]) })).toMatchObject([
      { kind: "promotion_proposed", head },
      { kind: "promotion_merged", head, actor: "owner", at: "2026-07-06T02:00:00.000Z" },
    ]);
    // The forge lists it no longer.
    expect(told({ chain })).toMatchObject([{ kind: "promotion_merged", at: "2026-07-06T01:00:00.000Z" }]);
    expect(told({ chain: chainOf([record(1)], [seal]) })).toMatchObject([
      { kind: "promotion_proposed", head },
      { kind: "approval_counted", head, actor: "ada", at: "2026-07-06T01:30:00.000Z" },
      { kind: "promotion_merged", head, actor: "owner" },
      {
        kind: "promotion_settled",
        head,
        at: "2026-07-06T03:00:00.000Z",
        message: "PROM-0001 is settled: shop in_sync",
      },
    ]);
  });

  it("tells a merge by hand as a change from outside", () => {
    const found = told({ chain: chainOf([record(1)], [{ ...seal, result: "external", responses: [] }]) });
    expect(found).toMatchObject([
      { kind: "promotion_proposed" },
      { kind: "promotion_merged" },
      { kind: "external_change", actor: "owner", head },
    ]);
  });

  it("tells a demotion: proposed, waiting, merged, settled", () => {
    const back = record(1, {
      direction: "demote",
      from: "stabilize",
      to: "bootstrap",
      reason: "it times out",
    });
    const view = { promote: undefined, decision: undefined, demote: { head, record: back } };
    expect(told({ views: [view] })).toMatchObject([
      {
        kind: "demotion_proposed",
        head,
        message: "PROM-0001: demote shop from stabilize to bootstrap: it times out",
      },
    ]);
    const waiting = { record: back, head, message: "the forge refuses it" };
    expect(told({ views: [view], waiting }).slice(1)).toMatchObject([{ kind: "demotion_waiting", head }]);
    const gates = [{ key: "schedule-valid", result: "failure" as const, description: "it is odd" }];
    const unready = { ...waiting, record: { ...back, gates }, head: undefined };
    const [event] = told({ waiting: unready });
    expect(event).toMatchObject({ kind: "demotion_waiting", gate: "schedule-valid", result: "failure" });
    expect(event).not.toHaveProperty("head");
    expect(kinds({ chain: chainOf([back], [seal]) })).toEqual([
      "demotion_proposed",
      "demotion_merged",
      "promotion_settled",
    ]);
  });

  it("tells holds and releases with who and why", () => {
    const { from: _from, to: _to, ...plain } = record(1);
    const chain = chainOf(
      [
        { ...plain, direction: "hold", reason: "a migration", proposed_by: "ada" },
        { ...plain, id: "PROM-0002", direction: "release", reason: "over", all: true, targets: [] },
      ],
      [],
    );
    const found = told({ chain, merged: new Map([["PROM-0001", merged]]) });
    expect(found).toMatchObject([
      {
        kind: "hold_released",
        record: "PROM-0002",
        repos: [],
        message: "PROM-0002: release every repo: over",
      },
      {
        kind: "hold_created",
        record: "PROM-0001",
        actor: "ada",
        head,
        message: "PROM-0001: hold shop: a migration",
      },
    ]);
    expect(found[1]).not.toHaveProperty("from");
  });

  it("gives an event the same id in every run, and another to everything else", () => {
    const asked = decision({ action: "ask", approval: approval(answer()) });
    const ids = (facts: Partial<EventFacts>) => told(facts).map(({ id }) => id);
    const first = ids(open(asked));
    expect(ids({ ...open(asked), now: now + 3_600_000 })).toEqual(first);
    // What was open before and stands by now is told once.
    const chain = chainOf([record(1)], [seal]);
    const both = told({ ...open(asked), chain }).map(({ kind }) => kind);
    expect(both.filter((kind) => kind === "approval_counted")).toHaveLength(1);
    expect(new Set(both).size).toBe(both.length);
    expect(ids({ chain })).toContain(first[0]);
    const others = [
      ids(open(asked, older)),
      ids(open(asked, head, record(2))),
      ids({ ...open(asked), loop: "other" }),
      ids({ ...open(asked), opsRepo: "local/acme/other" }),
      ids({ ...open(asked), installation: "other" }),
    ].flat();
    expect(new Set([...first, ...others]).size).toBe(first.length + others.length);
    // A merge happens once to a record, whether its head is known or not.
    const merge = (facts: Partial<EventFacts>) =>
      told(facts).find(({ kind }) => kind === "promotion_merged")?.id;
    expect(merge({ chain: chainOf([record(1)], []) })).toBe(merge({ chain }));
  });

  it("takes the time of the run for a time that cannot be read, and cuts what is too long", () => {
    const found = told(
      open(decision({ approval: approval(answer({ at: Number.NaN, message: "x".repeat(9_000) })) })),
    );
    expect(found[1]).toMatchObject({ kind: "approval_counted", at: new Date(now).toISOString() });
    expect(found[1]?.message).toHaveLength(8_000);
  });
});
