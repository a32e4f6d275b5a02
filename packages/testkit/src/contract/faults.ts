import { describe, expect, it } from "vitest";
import { type Method, type MethodName, methodNames, methods, otherCalls } from "./fault-methods.ts";
import { createPairs, type Meeting, pairOf, type Pairs } from "./fault-pairs.ts";
import { describePeople } from "./fault-people.ts";
import {
  type FaultSuiteOptions,
  inRepository,
  onRequests,
  type Reference,
  runReference,
  strikesOf,
} from "./fault-play.ts";
import { describeSpecial } from "./fault-special.ts";
import { type FaultFactory, type FaultKind, onFaultStage } from "./fault-stage.ts";
import { faultMatrix, type Turn, turnsOf } from "./fault-table.ts";

export type { FaultSuiteOptions } from "./fault-play.ts";

/**
 * The fault matrix of 04-forges §6 over one adapter: each pair of a fault and a method is tested, or declared impossible.
 * That a pair is tested is written down nowhere: its test says so when it has passed.
 */
export function describeFaults(kind: FaultKind, factory: FaultFactory, options: FaultSuiteOptions): void {
  const pairs = createPairs();
  const references = new Map<Method, Promise<Reference>>();
  const referenceOf = (method: Method) => {
    const found = references.get(method) ?? runReference(factory, method);
    references.set(method, found);
    return found;
  };
  const turns = turnsOf(faultMatrix(kind));
  const turnOf = (fault: string): Turn => turns.get(fault) ?? { place: 0, of: 1 };
  describe.concurrent(`${kind} under faults`, { timeout: 120_000 }, () => {
    for (const { name: fault, fault: spec, impossible } of faultMatrix(kind))
      for (const name of methodNames) {
        if (impossible[name] !== undefined || spec.strikes === "elsewhere") continue;
        // One request alone is struck where any can be; the rest is tried once, by the other suite.
        if (options.strikes === "each" && (spec.strikes === "repository" || spec.only !== undefined))
          continue;
        pairs.test(fault, name, async (meeting) => {
          const reference = await referenceOf(methods[name]);
          const watched = meeting.on(factory);
          if (spec.strikes === "repository")
            await onFaultStage(watched, (stage) => inRepository(stage, spec, name, reference, meeting));
          else
            for (const times of strikesOf(spec, reference.requests, options, turnOf(fault)))
              await onFaultStage(watched, (stage) =>
                onRequests(stage, spec, methods[name], reference, times),
              );
        });
      }
    for (const { name: fault, fault: spec, impossible } of faultMatrix(kind))
      for (const { name, detail, method } of otherCalls) {
        if (impossible[name] !== undefined || spec.strikes !== "requests" || spec.only !== undefined)
          continue;
        const test = async (meeting: Meeting) => {
          const reference = await referenceOf(method);
          for (const times of strikesOf(spec, reference.requests, options, turnOf(fault)))
            await onFaultStage(meeting.on(factory), (stage) =>
              onRequests(stage, spec, method, reference, times),
            );
        };
        pairs.test(fault, name, test, detail);
      }
  });
  const reasons = new Map(faultMatrix(kind).map(({ name, impossible }) => [name, impossible]));
  const isPossible = (fault: string, name: MethodName) => reasons.get(fault)?.[name] === undefined;
  describePeople(
    pairs,
    factory,
    isPossible,
    async (name) => (await referenceOf(methods[name])).requests,
    options,
  );
  if (options.strikes === "each") return;
  describeSpecial(pairs, kind, factory);
  describeMatrix(pairs, kind);
}

/** The last test of its file: every pair has entered itself, or cannot be. */
function describeMatrix(pairs: Pairs, kind: FaultKind): void {
  it(`${kind} has a test that ran, or a reason, for every pair of a fault and a method`, () => {
    const rows = faultMatrix(kind);
    const names = rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const stands = (isWanted: (fault: string, method: MethodName, isImpossible: boolean) => boolean) =>
      rows.flatMap(({ name, impossible }) =>
        methodNames
          .filter((method) => isWanted(name, method, impossible[method] !== undefined))
          .map((method) => pairOf(name, method)),
      );
    const isEntered = (fault: string, method: MethodName) => pairs.entered.has(pairOf(fault, method));
    expect(
      stands((fault, method, isImpossible) => !isImpossible && !isEntered(fault, method)),
      "neither tested nor impossible",
    ).toEqual([]);
    expect(
      stands((fault, method, isImpossible) => isImpossible && isEntered(fault, method)),
      "called impossible, and tested",
    ).toEqual([]);
    const known = new Set(stands(() => true));
    expect(
      [...pairs.entered].filter((pair) => !known.has(pair)),
      "of no row",
    ).toEqual([]);
  });

  it(`${kind} has a row for every fault of the others`, () => {
    const names = new Set(faultMatrix(kind).map(({ name }) => name));
    const others = (["gitea", "github", "git"] as const).flatMap((each) => faultMatrix(each));
    expect(
      [...new Set(others.map(({ name }) => name))].filter((name) => !names.has(name) && !ownFaults.has(name)),
    ).toEqual([]);
  });
}

/** Faults that need no row elsewhere: they are about what one kind of server alone does. */
const ownFaults: ReadonlySet<string> = new Set(["wrong bytes in a pack"]);
