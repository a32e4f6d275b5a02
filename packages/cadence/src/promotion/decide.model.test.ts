import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PromotionResponse } from "./approval.ts";
import { candidatesOf } from "./attempt.ts";
import { decidePromotion, type PromotionFacts } from "./decide.ts";
import {
  type Answer,
  modelOf,
  type Pilot,
  type Proposal,
  type Rules,
  type Step,
  type World,
} from "./decide-model.fixture.ts";
import { criterion, judged, now, repoId } from "./evidence.fixture.ts";
import { factsOf, head, opened, phases, policy, record, response } from "./promotion.fixture.ts";
import { rollbackOf } from "./rollback.ts";

const hour = 3_600_000;
const names = ["a", "b", "c", "d"] as const;

const rules: fc.Arbitrary<Rules> = fc.record({
  limit: fc.integer({ min: 1, max: 3 }),
  scope: fc.constantFrom("per_repo", "fleet"),
  minimum: fc.integer({ min: 0, max: 3 }),
  isDryRun: fc.boolean(),
  soak: fc.integer({ min: 0, max: 2 }),
  waveSoak: fc.integer({ min: 0, max: 2 }),
  most: fc.integer({ min: 1, max: 3 }),
  isSuspended: often(false),
  isOpenWindow: often(true),
  approvals: fc.integer({ min: 0, max: 2 }),
  needsAda: fc.boolean(),
});

/** A value that is the usual one three times out of four. */
function often(usual: boolean): fc.Arbitrary<boolean> {
  return fc.constantFrom(usual, usual, usual, !usual);
}

/** A value one time out of six. */
function seldom<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

const letter = fc.constantFrom("s" as const, "s" as const, "s" as const, "f" as const, "i" as const);

function pilots(cycles: number): fc.Arbitrary<Pilot[]> {
  const one = (name: string) =>
    fc.record({
      name: fc.constant(name),
      wave: fc.constantFrom(0 as const, 1 as const),
      phase: fc.constantFrom("bootstrap" as const, "bootstrap" as const, "stabilize" as const),
      letters: fc.array(letter, { minLength: cycles, maxLength: cycles }),
      sync: fc.constantFrom(
        "in_sync" as const,
        "in_sync" as const,
        "in_sync" as const,
        "in_sync" as const,
        "waiting" as const,
        "unknown" as const,
      ),
      isValid: fc.constantFrom(true, true, true, true, true, false),
    });
  return fc.integer({ min: 0, max: 4 }).chain((count) => fc.tuple(...names.slice(0, count).map(one)));
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("hold", "release", "demote"),
  name: fc.constantFrom(...names),
  cooldown: fc.integer({ min: 0, max: 6 }),
  hold: fc.boolean(),
});

const world: fc.Arbitrary<World> = fc
  .integer({ min: 0, max: 5 })
  .chain((cycles) => fc.record({ rules, pilots: pilots(cycles), chain: fc.array(step, { maxLength: 2 }) }));

const answer: fc.Arbitrary<Answer> = fc.record({
  user: fc.constantFrom("ada", "ada", "bob", "eve"),
  action: fc.constantFrom("approve", "approve", "approve", "reject"),
  isBound: often(true),
  strong: often(true),
});

/** What happens while a proposal is open: cycles, a record, another policy, drift. */
const change = fc.record({
  more: fc.array(fc.array(letter, { minLength: 4, maxLength: 4 }), { maxLength: 4 }),
  step: seldom(step),
  rules: seldom(rules),
  drifts: often(false),
});

function changed(
  before: World,
  { more, step: next, rules: other, drifts }: typeof change extends fc.Arbitrary<infer T> ? T : never,
): World {
  return {
    rules: other ?? before.rules,
    chain: next === undefined ? before.chain : [...before.chain, next],
    pilots: before.pilots.map((pilot, at) => ({
      ...pilot,
      letters: [...pilot.letters, ...more.flatMap((cycle) => cycle[at] ?? [])],
      sync: drifts && at === 0 ? "waiting" : pilot.sync,
    })),
  };
}

/** The facts of a world, `cycles` hours after its first cycle. */
function factsIn({ rules: own, pilots: all, chain }: World): PromotionFacts {
  const analyses = [
    criterion({
      scope: own.scope,
      availability: own.minimum === 0 ? "all" : { minimum_repos: own.minimum },
      consecutive_success_limit: own.limit,
      ...(own.isDryRun ? { enforcement: "dry_run" } : {}),
    }),
  ];
  const asOf = now + (all[0]?.letters.length ?? 0) * hour;
  const lettersIn = (phase: string) =>
    Object.fromEntries(
      all.filter((each) => each.phase === phase).map(({ name, letters }) => [name, letters.join("")]),
    );
  const past = all.filter(({ phase }) => phase === "stabilize").map(({ name }) => name);
  const value = policy({
    analyses,
    phases: phases({
      required_soak_cycles: own.soak,
      ...(own.approvals === 0 ? { approval: undefined } : {}),
    }).slice(0, 2),
    suspend: own.isSuspended,
    waves: [
      { name: "canary", select: { wave: 0 }, required_soak_cycles: own.waveSoak, max_concurrency: own.most },
      { name: "rest", select: { wave: 1 } },
    ],
    promotion_windows: own.isOpenWindow
      ? []
      : [{ name: "shut", kind: "allow", cron: "0 0 1 1 *", duration: "PT1H" }],
    approvals: [
      {
        name: "regulator",
        approvers: [{ user: "ada", required: own.needsAda }, { user: "bob" }],
        min_approvals: Math.max(1, own.approvals),
        require_reason: true,
      },
    ],
    auto_rollback: { on: ["failure"], within_cycles: 2, to: "previous" },
  });
  return factsOf(
    {
      active: all.map(({ name, wave, phase }) => ({ repo: name, wave, phase })),
      policy: value,
      records: chain.map(({ kind, name, cooldown, hold }, at) =>
        record(at + 1, [name], {
          direction: kind,
          ...(kind === "demote"
            ? { from: "stabilize", to: "bootstrap", cooldown_cycles: cooldown, hold }
            : {}),
        }),
      ),
      phases: {
        bootstrap: judged(lettersIn("bootstrap"), { analyses, past, asOf }),
        stabilize: judged(lettersIn("stabilize"), { phase: "stabilize", analyses: [], asOf }),
      },
      now: asOf,
    },
    {
      sync: new Map(all.map(({ name, sync }) => [repoId(name), { state: sync, message: sync }])),
      schedules: new Map(
        all.map(({ name, isValid }) => [
          `${repoId(name)} stabilize`,
          isValid ? { ok: true } : { ok: false, message: "flawed" },
        ]),
      ),
    },
  );
}

function responsesOf(answers: readonly Answer[]): PromotionResponse[] {
  return answers.map(({ user, action, isBound, strong }, at) =>
    response({
      login: `${user}-l`,
      action,
      at: now - hour + at,
      head: isBound ? head : "b".repeat(40),
      message: strong ? "seen" : "",
    }),
  );
}

/** The facts of a world in which a proposal of an earlier one is open; `undefined`: that one would not have proposed. */
function factsWith(after: World, { before, isAsWritten, answers }: Proposal): PromotionFacts | undefined {
  if (modelOf(before, undefined).action !== "open") return undefined;
  const diff = isAsWritten ? ({ ok: true } as const) : ({ ok: false, message: "another file" } as const);
  return { ...factsIn(after), open: opened(factsIn(before), { diff, responses: responsesOf(answers) }) };
}

const walk = fc.record({
  before: world.map((each) => ({ ...each, rules: { ...each.rules } })),
  change,
  isAsWritten: often(true),
  answers: fc.array(answer, { maxLength: 4 }),
});

function summary(facts: PromotionFacts) {
  const { action, result } = decidePromotion(facts);
  return { action, result };
}

/** Who is taken back in a world whose chain is other records. */
const back = (each: World, records: PromotionFacts["chain"]["records"]) => {
  const facts = { ...factsIn(each), chain: { records, seals: new Map() } };
  return rollbackOf(facts, candidatesOf(facts))?.attempt.targets.map(({ repo }) => repo.repo);
};

describe("decidePromotion, beside a model of the page", () => {
  it("decides as the model does where nothing is open", () => {
    fc.assert(
      fc.property(world, (each) => {
        expect(summary(factsIn(each))).toEqual(modelOf(each, undefined));
      }),
      { numRuns: 150 },
    );
  });

  it("decides as the model does where a proposal is, and merges only what every gate and the approvals allow", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(walk, ({ before, change: what, isAsWritten, answers }) => {
        const after = changed(before, what);
        const proposal = { before, isAsWritten, answers };
        const facts = factsWith(after, proposal);
        fc.pre(facts !== undefined);
        const decision = decidePromotion(facts);
        const { action, result, gates, approval } = decision;
        expect({ action, result }).toEqual(modelOf(after, proposal));
        seen.add(action);
        const mayAct = action === "open" || action === "update" || action === "merge";
        expect(after.rules.isSuspended && mayAct).toBe(false);
        if (action !== "merge") return;
        expect(gates.filter(({ enforced }) => enforced).every((gate) => gate.result === "success")).toBe(
          true,
        );
        const counted = approval?.responses.filter(({ because }) => because === undefined) ?? [];
        expect(counted.every((each) => each.response.head === facts.open?.head)).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(seen.size).toBeGreaterThan(1);
  });

  it("merges nothing more for a response that does not count, nor for a rejection", () => {
    const weak: fc.Arbitrary<Answer> = fc.oneof(
      answer.map((each) => ({ ...each, isBound: false })),
      answer.map((each) => ({ ...each, user: "eve" as const })),
      answer.map((each) => ({ ...each, action: "approve" as const, strong: false })),
      answer.map((each) => ({ ...each, action: "reject" as const })),
    );
    fc.assert(
      fc.property(
        walk,
        fc.array(weak, { minLength: 1, maxLength: 3 }),
        ({ before, isAsWritten, answers }, more) => {
          const proposal = (all: readonly Answer[]) => ({ before, isAsWritten, answers: all });
          const without = factsWith(before, proposal(answers));
          const withMore = factsWith(before, proposal([...answers, ...more]));
          fc.pre(without !== undefined && withMore !== undefined);
          const merges = [without, withMore].map((facts) => decidePromotion(facts).action === "merge");
          expect(merges).not.toEqual([false, true]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("takes repos back whatever is suspended, shut or held", () => {
    fc.assert(
      fc.property(world, ({ rules: own, pilots: all }) => {
        const everyone = all.map(({ name }) => name);
        const promoted = record(1, everyone, { from: "bootstrap", to: "stabilize" });
        const free = { rules: { ...own, isSuspended: false, isOpenWindow: true }, pilots: all, chain: [] };
        const strict = { ...free, rules: { ...own, isSuspended: true, isOpenWindow: false } };
        const due = all.filter(
          ({ phase, letters }) => phase === "stabilize" && letters.slice(0, 2).includes("f"),
        );
        const expected = due.length === 0 ? undefined : due.map(({ name }) => name);
        expect(back(free, [promoted])).toEqual(expected);
        expect(back(strict, [promoted, record(2, everyone, { direction: "hold" })])).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
