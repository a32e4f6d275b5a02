import type { Analysis, Promotion } from "@coulomb-loop/schemas";
import * as fc from "fast-check";
import type { StreakResult } from "../../evidence/evaluate.ts";
import { type Attempt, type Candidate, candidatesOf, type LoopFacts, possibleAttempts } from "../attempt.ts";
import { criterion, repoId } from "../evidence.fixture.ts";
import { gatesOf } from "../gates.ts";
import { phases } from "../promotion.fixture.ts";
import { rollbackOf } from "../rollback.ts";
import { demoted, factsThen, happened, moved, type Past, promoted, walkInput } from "./backtest.fixture.ts";
import type { Stay } from "./stays.ts";
import { createWalk, type Walk, type WalkInput } from "./walk.ts";

const names = ["a", "b", "c"];
const hours = 9;

const letter = fc.constantFrom("S", "S", "S", "S", "S", "S", "R", "R", ...Object.keys(happened));
const lines = fc.array(letter, { minLength: hours, maxLength: hours }).map((found) => found.join(""));
const letters = fc
  .integer({ min: 1, max: 3 })
  .chain((count) => fc.record(Object.fromEntries(names.slice(0, count).map((name) => [name, lines]))));

const analyses: fc.Arbitrary<Analysis> = fc
  .record(
    {
      scope: fc.constantFrom("fleet", "per_repo"),
      availability: fc.constantFrom<Analysis["availability"]>(
        "all",
        { minimum_repos: 1 },
        { minimum_repos: 2 },
      ),
      consecutive_success_limit: fc.integer({ min: 1, max: 3 }),
      on_missing: fc.constantFrom("hold", "fail"),
      start_deadline: fc.constant("PT5M"),
      close_deadline: fc.constantFrom("PT55M", "PT25M", "PT2H"),
      max_age: fc.constantFrom("PT1H", "PT20M", "PT3H"),
      complete_when: fc.constant("closed"),
      enforcement: fc.constantFrom("enforce", "enforce", "enforce", "dry_run"),
    },
    { requiredKeys: ["scope", "availability", "consecutive_success_limit", "on_missing", "close_deadline"] },
  )
  .map((more) => criterion(more));

const soaks = fc.integer({ min: 0, max: 3 });
const windows = fc.constantFrom<object[]>(
  [],
  [],
  [{ name: "odd", kind: "allow", cron: "10 */2 * * *", duration: "PT25M" }],
  [{ name: "noon", kind: "deny", cron: "0 14 * * *", duration: "PT3H" }],
);

const policies = fc
  .record({
    first: soaks,
    second: soaks,
    wave: soaks,
    most: fc.integer({ min: 1, max: 3 }),
    windows,
    on: fc.constantFrom(["failure"], ["failure", "inconclusive"]),
    within: fc.integer({ min: 1, max: 3 }),
    exits: fc.constantFrom(["one"], ["one", "two"], []),
  })
  .map(({ first, second, wave, most, windows: open, on, within, exits }) => ({
    phases: phases(
      { required_soak_cycles: first, exit: exits },
      { required_soak_cycles: second, exit: ["two"] },
    ),
    promotion_windows: open,
    waves: [
      { name: "canary", select: { wave: 0 }, max_concurrency: most, required_soak_cycles: wave },
      { name: "rest", select: { wave: 1 } },
    ],
    auto_rollback: { on, within_cycles: within, to: "previous" },
  }));

/** What may be recorded of a repo; what does not fit its phase is left out. */
const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...names),
    kind: fc.constantFrom("move", "move", "hold", "release"),
    minutes: fc.integer({ min: 1, max: hours * 60 }),
    cooldown: fc.integer({ min: 0, max: 2 }),
    hold: fc.constantFrom(false, false, true),
  }),
  { maxLength: 4 },
);

function recordsOf(
  drawn: readonly { name: string; kind: string; minutes: number; cooldown: number; hold: boolean }[],
): Promotion[] {
  const up = new Set<string>();
  return drawn
    .toSorted((a, b) => a.minutes - b.minutes)
    .map(({ name, kind, minutes, cooldown, hold }, index) => {
      const [number, at] = [index + 1, minutes / 60];
      if (kind === "hold") {
        const until = new Date(Date.parse("2026-07-06T10:00:00Z") + (minutes + 90) * 60_000).toISOString();
        return moved(number, at, name, "hold", hold ? {} : { until });
      }
      if (kind === "release") return moved(number, at, name, "release");
      if (up.delete(name)) return demoted(number, at, name, { hold, cooldown_cycles: cooldown });
      up.add(name);
      return promoted(number, at, name);
    });
}

/** Histories of one to three repos over nine hours, with what was recorded of them, under some policy. */
export const pasts: fc.Arbitrary<Past> = fc
  .record({
    letters: fc.record({ bootstrap: letters, stabilize: letters }),
    records: steps.map(recordsOf),
    policy: policies,
    analyses: fc.tuple(analyses, analyses).map(([one, two]) => [
      { ...one, key: "one" },
      { ...two, key: "two" },
    ]),
    waves: fc.record({ a: fc.constantFrom(0, 0, 1), b: fc.constantFrom(0, 1), c: fc.constantFrom(0, 1) }),
    steps: fc.constantFrom(["metrics"], ["metrics", "optimization"]),
    hours: fc.constant(hours),
    ahead: fc.constantFrom(0, 2),
    redefined: fc.oneof(fc.constant({}), fc.record({ bootstrap: fc.nat({ max: hours }) })),
    rescheduled: fc.oneof(fc.constant({}), fc.record({ a: fc.nat({ max: hours }) })),
  })
  .filter(({ letters: { bootstrap, stabilize }, records }) => {
    const all = new Set([...Object.keys(bootstrap ?? {}), ...Object.keys(stabilize ?? {})].map(repoId));
    return records.every(({ targets }) => targets.every(({ repo }) => all.has(repo)));
  });

/** What is decided at an instant by the code that decides for real, one evaluation an instant. */
function decideThen(input: WalkInput, facts: LoopFacts, gone: Set<Stay>) {
  const stayOf = ({ repo }: Candidate) =>
    input.stays.find(({ repo: { id }, from, to }) => id === repo.id && from <= facts.now && facts.now < to);
  const isLeft = (each: Candidate) => {
    const stay = stayOf(each);
    return stay !== undefined && !gone.has(stay);
  };
  const candidates = candidatesOf(facts);
  const back = candidates.filter((each) => isLeft(each) && rollbackOf(facts, [each]) !== undefined);
  for (const each of back) gone.add(stayOf(each) ?? never());
  const promotedThen: string[][] = [];
  for (;;) {
    const left = candidates.filter(isLeft);
    const found = possibleAttempts(facts, left).find(
      (attempt) => attempt.targets.length > 0 && isMet(facts, candidates, attempt, false),
    );
    if (found === undefined || !isMet(facts, candidates, found, true)) break;
    promotedThen.push(found.targets.map(({ repo }) => repo.id));
    for (const each of found.targets) gone.add(stayOf(each) ?? never());
  }
  return { promoted: promotedThen, demoted: back.map(({ repo }) => repo.id) };
}

function never(): never {
  throw new Error("every candidate has a stay");
}

function isMet(
  facts: LoopFacts,
  candidates: readonly Candidate[],
  attempt: Attempt,
  windowToo: boolean,
): boolean {
  const none = { sync: new Map(), schedules: new Map(), definitions: new Map() };
  const gates = gatesOf({ ...facts, ...none, candidates, diff: undefined, approval: undefined }, attempt);
  const replayed = new Set(["one", "two", "soak", "wave", ...(windowToo ? ["window"] : [])]);
  return gates.every(({ key, enforced, result }) => !replayed.has(key) || !enforced || result === "success");
}

function shownOf({ result, reason, streak: { length, cycles, brokenBy } }: StreakResult) {
  return { result, reason, length, cycles, brokenBy };
}

/** All that is decided from, as it can be compared. */
function viewOf({ phases: all }: LoopFacts, candidates: readonly Candidate[]) {
  return {
    phases: [...all].map(([name, { results }]) => [
      name,
      results.map((each) => ({
        key: each.analysis.key,
        needed: each.needed,
        ...shownOf(each),
        repos: [...each.repos].map(([repo, own]) => [repo, shownOf(own)]),
      })),
    ]),
    candidates: candidates.map(({ repo: { id, phase }, cooldown, soak, history: { heldBy } }) => ({
      id,
      phase,
      cooldown,
      successes: soak.successes,
      heldBy,
    })),
  };
}

function walkOf(input: WalkInput): Walk {
  const walk = createWalk(input);
  if (walk === undefined) throw new Error("there is a policy");
  return walk;
}

/** What is known and decided at some instants. */
export interface Told {
  readonly byWalk: readonly unknown[];
  readonly byEvaluation: readonly unknown[];
}

/**
 * What the walk says at each of its instants, at one that `chances` (from 0 to 1) picks between each two, and at the last before each; and what
 * one evaluation of what was known then says. At no other instants than its own can anything be decided.
 */
export function tellBoth(past: Past, chances: Iterator<number>): Told {
  const input = walkInput(past);
  const walk = walkOf(input);
  const gone = new Set<Stay>();
  const byWalk: unknown[] = [];
  const byEvaluation: unknown[] = [];
  const tell = (now: number, decided: ReturnType<typeof decideThen>) => {
    const facts = factsThen(input, now);
    const state = walk.factsAt(now);
    byWalk.push({ now, ...viewOf(state.facts, state.candidates), ...decided });
    byEvaluation.push({ now, ...viewOf(facts, candidatesOf(facts)), ...decideThen(input, facts, gone) });
  };
  // The walk stands at the instant it gave last: what lies before the next is looked at before it goes on.
  const instants = [...walkOf(input).instants()].filter(({ ending }) => ending.length === 0);
  let at = 0;
  for (const { now, promoted: up, demoted: down, ending } of walk.instants()) {
    if (ending.length > 0) continue;
    tell(now, {
      promoted: up.map(({ targets }) => targets.map(({ repo }) => repo.id)),
      demoted: [...down.keys()].map(({ repo }) => repo.id),
    });
    const end = instants[++at]?.now ?? input.span.to + 1;
    const between = Math.floor(now + (end - now) * (chances.next().value ?? 0));
    for (const other of new Set([between, end - 1]))
      if (other > now && other < end) tell(other, { promoted: [], demoted: [] });
  }
  return { byWalk, byEvaluation };
}
