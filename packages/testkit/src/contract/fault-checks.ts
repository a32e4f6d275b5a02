/* oxlint-disable vitest/no-conditional-expect, vitest/valid-expect, vitest/expect-expect -- one check serves every method, and says which fact failed */
import type { WriteResult } from "@coulomb-loop/forge";
import { expect } from "vitest";
import type { Expected } from "./fault-row.ts";
import type { Outcome } from "./fault-stage.ts";
import type { RepoState } from "./fault-state.ts";

/** A result in a word: its kind, of a refusal with the reason. */
export function wordOf(result: WriteResult<unknown>): string {
  return result.kind === "rejected" ? `rejected/${result.reason}` : result.kind;
}

/** What a call answers, if it does within so many milliseconds. It must not throw. */
export async function ended<T>(work: Promise<T>, withinMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no end within ${withinMs} ms`)), withinMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What every read keeps: a fact is true, or unknown for a reason that fits. `isStruck`: the fault hides all of it, so
 * nothing is known.
 */
export function checkRead(outcome: Outcome, truth: Outcome, expected: Expected, isStruck: boolean): void {
  if (outcome.kind !== "read" || truth.kind !== "read") throw new Error("expected a read");
  for (const [name, fact] of outcome.facts) {
    if (fact.kind === "known") {
      if (name !== "identity" || !isStruck)
        expect(plain(name, fact.value), name).toEqual(plain(name, valueIn(truth, name)));
      continue;
    }
    expect(expected.read, `${name}: ${fact.message}`).toContain(fact.reason);
    expect(fact.message, name).toMatch(/\S/);
    if (fact.reason === "rate_limited") expect(fact.retryAt, name).toBeGreaterThan(0);
  }
  if (isStruck) {
    const [name, first] = [...outcome.facts][0] ?? [];
    expect(first, name).toMatchObject({ kind: "unknown" });
  }
}

/**
 * A branch may leave out what its head changes: that cannot always be told. What is left of a limit is less with every
 * request, and what a person is told of the server may be the fault itself.
 */
function plain(name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (name === "identity") return { ...value, budget: undefined, remarks: undefined };
  return name.startsWith("branch ") ? { ...value, changed: undefined } : value;
}

/** What a read keeps while something changes: each fact is one of the truths of that time, or unknown for one of the reasons. */
export function checkOneOf(outcome: Outcome, truths: readonly Outcome[], reasons: readonly string[]): void {
  if (outcome.kind !== "read") throw new Error("expected a read");
  for (const [name, fact] of outcome.facts) {
    if (fact.kind === "unknown") {
      expect(reasons, `${name}: ${fact.message}`).toContain(fact.reason);
      continue;
    }
    const known = truths.flatMap((truth) => {
      const told = truth.kind === "read" ? truth.facts.get(name) : undefined;
      return told?.kind === "known" ? [withoutAddress(plain(name, told.value))] : [];
    });
    expect(known, name).toContain(withoutAddress(plain(name, fact.value)));
  }
}

/** A value as text. Of a repository that is renamed meanwhile, a proposal may bear the address it has by now. */
function withoutAddress(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) => (key === "url" ? undefined : each));
}

function valueIn(truth: Outcome, name: string): unknown {
  const fact = truth.kind === "read" ? truth.facts.get(name) : undefined;
  if (fact?.kind === "known") return fact.value;
  throw new Error(`the truth of ${name} is not known: ${JSON.stringify(fact)}`);
}

interface Change {
  readonly state: RepoState;
  readonly reference: { readonly before: RepoState; readonly after: RepoState };
  readonly effect: (state: RepoState) => unknown;
}

/** What every write keeps: it happened in full or not at all, and its result does not say otherwise. */
export function checkWrite(
  result: WriteResult<unknown>,
  expected: Expected,
  { state, reference, effect }: Change,
): void {
  const word = wordOf(result);
  expect([...expected.write, "done"], JSON.stringify(result)).toContain(word);
  const happened = JSON.stringify(effect(state)) === JSON.stringify(effect(reference.after));
  if (!happened) expect(effect(state)).toEqual(effect(reference.before));
  switch (result.kind) {
    case "done":
      expect(state).toEqual(reference.after);
      return;
    case "rejected":
      expect(result.hint).toMatch(/\S/);
      expect(happened, `refused, and it happened: ${result.hint}`).toBe(false);
      return;
    case "retry_at":
      expect(result.message).toMatch(/\S/);
      expect(result.at).toBeGreaterThan(0);
      if (expected.slows !== undefined) expect(expected.slows, result.message).toContain(result.tooFast);
      expect(happened, `to be tried again, and it happened: ${result.message}`).toBe(false);
      return;
    case "unclear":
      expect(result.message).toMatch(/\S/);
      return;
    case "lost_race":
      return;
  }
}
