/* oxlint-disable vitest/no-conditional-expect, vitest/valid-expect, vitest/expect-expect -- one check serves every method, and says which fact failed */
import { describe, expect, it } from "vitest";
import { checkRead, checkWrite, ended, wordOf } from "./fault-checks.ts";
import { type Method, type MethodName, methodNames, methods } from "./fault-methods.ts";
import type { Expected, FaultRow, RepositoryFault, RequestFault } from "./fault-row.ts";
import {
  type Call,
  type FaultFactory,
  type FaultStage,
  formsOf,
  onFaultStage,
  type Outcome,
} from "./fault-stage.ts";
import { type RepoState, stateOf } from "./fault-state.ts";
import { describePeople } from "./fault-people.ts";
import { specialSuites, describeSpecial } from "./fault-special.ts";
import { faultMatrix } from "./fault-table.ts";

/** How a method goes when nothing is wrong. */
interface Reference {
  readonly requests: readonly { readonly isWrite: boolean }[];
  readonly before: RepoState;
  readonly after: RepoState;
}

export interface FaultSuiteOptions {
  /**
   * `few`: all requests together, and where they are handled all the same, the last that writes alone; `some`: that one
   * alone for every fault; `each`: every request alone.
   */
  readonly strikes: "few" | "some" | "each";
}

/** Milliseconds that a forge waits for an answer: long, and where a fault waits for it. */
const patience = 20_000;
const impatience = 1_500;
/** Waits that one call may end with, one after the other. */
const mostWaits = 8;

/** The fault matrix of 04-forges §6 over one adapter for a server: each pair is tested, or declared impossible. */
export function describeFaults(
  kind: "gitea" | "github",
  factory: FaultFactory,
  options: FaultSuiteOptions,
): void {
  const rows = faultMatrix(kind);
  const references = new Map<MethodName, Promise<Reference>>();
  const referenceOf = (name: MethodName) => {
    const found = references.get(name) ?? runReference(factory, methods[name]);
    references.set(name, found);
    return found;
  };
  describe.concurrent(`${kind} under faults`, { timeout: 120_000 }, () => {
    for (const { name: fault, fault: spec, cells } of rows)
      for (const name of methodNames) {
        if (cells[name] !== "tested" || spec.strikes === "elsewhere") continue;
        if (spec.strikes === "repository" && options.strikes === "each") continue;
        it(`${fault}: ${name}`, async () => {
          const reference = await referenceOf(name);
          if (spec.strikes === "repository") await inRepository(factory, spec, name, reference);
          else await onRequests(factory, spec, name, reference, options);
        });
      }
  });
  describePeople(factory, async (name) => (await referenceOf(name)).requests, options.strikes === "each");
  if (options.strikes === "each") return;
  describeSpecial(kind, factory);
  describeMatrix(kind);
}

/** A test that every pair of the matrix stands, and that each reason for its absence is told. */
function describeMatrix(kind: "gitea" | "github"): void {
  it(`${kind} has a test, or a reason, for every pair of a fault and a method`, () => {
    const other = faultMatrix(kind === "gitea" ? "github" : "gitea").map(({ name }) => name);
    const rows = faultMatrix(kind);
    const names = rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(other.filter((name) => !names.includes(name) && !ownFaults.has(name))).toEqual([]);
    const missing = rows.flatMap(({ name, cells }) =>
      methodNames.filter((method) => cells[method] === undefined).map((method) => `${name}: ${method}`),
    );
    expect(missing).toEqual([]);
    const unknown = rows.filter(
      (each) =>
        hasTests(each) && each.fault.strikes === "elsewhere" && !specialSuites.includes(each.fault.suite),
    );
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });
}

/** Faults of the other kind that need no row here: they are about what it alone does. */
const ownFaults: ReadonlySet<string> = new Set(["wrong bytes in a pack"]);

function hasTests({ cells }: FaultRow): boolean {
  return methodNames.some((method) => cells[method] === "tested");
}

/** Which of the requests a fault strikes. */
interface Strike {
  readonly nth: number;
  readonly times: number;
}

async function runReference(factory: FaultFactory, method: Method): Promise<Reference> {
  return onFaultStage(factory, async (stage) => {
    await method.prepare(stage);
    const before = await stateOf(stage);
    const call = await method.aim(stage);
    stage.double.requests.clear();
    const mutations = new Set<number>();
    const { entries } = stage.double.requests;
    stage.double.before({ path: /^\/graphql$/, body: /"mutation /, times: 1000 }, async () =>
      mutations.add(entries.length - 1),
    );
    const outcome = await call(stage.newForge());
    if (outcome.kind === "write") expect(wordOf(outcome.result)).toBe("done");
    const requests = entries.map(({ method: verb, path }, index) => ({
      isWrite: mutations.has(index) || (verb !== "GET" && !/graphql$|git-upload-pack$/.test(path)),
    }));
    return { requests, before, after: await stateOf(stage) };
  });
}

async function onRequests(
  factory: FaultFactory,
  spec: RequestFault,
  name: MethodName,
  reference: Reference,
  { strikes }: FaultSuiteOptions,
): Promise<void> {
  const every = reference.requests.map((request, index) => ({ ...request, nth: index + 1 }));
  const isAlone = strikes === "some" || spec.after === true;
  const writes = isAlone ? every.filter(({ isWrite }) => isWrite).slice(-1) : [];
  const single = spec.only !== undefined ? [] : strikes === "each" ? every : writes;
  const all: Strike = { nth: 1, times: 100_000 };
  for (const times of [...(strikes === "each" ? [] : [all]), ...single.map(({ nth }) => ({ nth, times: 1 }))])
    await onFaultStage(factory, async (stage) => {
      const method = methods[name];
      await method.prepare(stage);
      const call = await method.aim(stage);
      stage.double.requests.clear();
      let struck = 0;
      const match = { ...spec.only, ...times };
      stage.double.fail({ match, fault: spec.fault(stage) });
      stage.double.before(match, async () => void (struck += 1));
      const isAll = times === all;
      const expected = isAll ? spec : withMore(spec);
      await play(stage, {
        name,
        call,
        expected,
        reference,
        waits: spec.waits === true,
        isAll: isAll && spec.avoidable !== true,
      });
      const isSeen = spec.only === undefined ? stage.double.requests.entries.length >= times.nth : struck > 0;
      expect(isSeen, "the fault struck no request").toBe(true);
    });
}

/** One request alone may fail where the adapter knows less of why than when all do. */
function withMore({ read, write }: Expected): Expected {
  return { read: [...read, "incomplete"], write: [...write, "retry_at", "unclear", "lost_race"] };
}

interface Play {
  readonly name: MethodName;
  readonly call: Call;
  readonly expected: Expected;
  readonly reference: Reference;
  readonly waits: boolean;
  /** The fault stays: nothing that it hides can be known. */
  readonly isAll: boolean;
}

/** One call under a fault, and the same call once it is over. */
async function play(
  stage: FaultStage,
  { name, call, expected, reference, waits, isAll }: Play,
): Promise<void> {
  const method = methods[name];
  const timeoutMs = waits ? impatience : patience;
  const forge = stage.newForge({ timeoutMs });
  const outcome = await ended(call(forge), timeoutMs * mostWaits + 10_000);
  stage.double.calm();
  const told = JSON.stringify(outcome.kind === "read" ? [...outcome.facts] : outcome.result);
  for (const form of formsOf(stage.secret)) expect(told).not.toContain(form);
  const state = await stateOf(stage);
  if (outcome.kind === "read") {
    expect(state).toEqual(reference.before);
    // A forge must forget what a fault told it.
    const truth = await call(waits ? stage.newForge() : forge);
    checkRead(outcome, truth, expected, isAll);
    checkRead(truth, await call(stage.newForge()), { read: [], write: [] }, false);
    return;
  }
  checkWrite(outcome.result, expected, { state, reference, effect: method.effect });
  await again(stage, waits ? stage.newForge() : forge, method, reference.after);
}

/** What a caller does next: looks again, and asks for the same. It ends as if nothing had been wrong. */
async function again(
  stage: FaultStage,
  forge: ReturnType<FaultStage["newForge"]>,
  method: Method,
  after: RepoState,
): Promise<void> {
  const call = await method.aim(stage);
  const outcome: Outcome = await call(forge);
  if (outcome.kind === "write") expect(outcome.result).toMatchObject({ kind: "done" });
  expect(await stateOf(stage)).toEqual(after);
}

async function inRepository(
  factory: FaultFactory,
  spec: RepositoryFault,
  name: MethodName,
  reference: Reference,
): Promise<void> {
  await onFaultStage(factory, async (stage) => {
    const method = methods[name];
    await method.prepare(stage);
    const call = await method.aim(stage);
    await spec.begin(stage);
    const forge = stage.newForge({ timeoutMs: patience });
    const outcome = await ended(call(forge), patience);
    const state = await stateOf(stage);
    await spec.end(stage);
    if (outcome.kind === "write") {
      expect(spec.write).toContain(wordOf(outcome.result));
      if (outcome.result.kind === "rejected") expect(outcome.result.hint).toMatch(/\S/);
      if (outcome.result.kind !== "done") {
        expect(method.effect(state)).toEqual(method.effect(reference.before));
        await again(stage, forge, method, reference.after);
      }
      return;
    }
    const truth = await call(stage.newForge());
    const { ineligible } = spec;
    if (ineligible !== undefined && name === "observe") {
      expect(outcome.facts.get("facts")).toMatchObject({
        kind: "known",
        value: { eligible: { ok: false, reason: ineligible } },
      });
      const facts = new Map([...outcome.facts].filter(([key]) => key !== "facts"));
      checkRead({ kind: "read", facts }, truth, spec, false);
    } else checkRead(outcome, truth, spec, ineligible === undefined && spec.read.length > 0);
  });
}
