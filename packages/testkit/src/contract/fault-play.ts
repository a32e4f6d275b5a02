/* oxlint-disable vitest/no-conditional-expect, vitest/valid-expect, vitest/expect-expect -- one check serves every method, and says which fact failed */
import { expect } from "vitest";
import { checkRead, checkWrite, ended, wordOf } from "./fault-checks.ts";
import { type Method, type MethodName, methods } from "./fault-methods.ts";
import type { Meeting } from "./fault-pairs.ts";
import type { Expected, RepositoryFault, RequestFault } from "./fault-row.ts";
import { type Call, type FaultFactory, type FaultStage, onFaultStage, type Outcome } from "./fault-stage.ts";
import { type RepoState, stateOf } from "./fault-state.ts";
import type { Turn } from "./fault-table.ts";

/** How a method goes when nothing is wrong. */
export interface Reference {
  readonly requests: readonly { readonly isWrite: boolean }[];
  readonly before: RepoState;
  readonly after: RepoState;
}

export interface FaultSuiteOptions {
  /**
   * `few`: all requests together, and where they are handled all the same, the last that writes alone; `some`: that one
   * alone for every fault; `each`: every request alone, by each fault or, of those that are alike, by one.
   */
  readonly strikes: "few" | "some" | "each";
}

/** Milliseconds that a forge waits for an answer: long, and where a fault waits for it. */
const patience = 20_000;
const impatience = 1_500;
/** Waits that one call may end with, one after the other. */
const mostWaits = 8;

/** Which of the requests a fault strikes. */
interface Strike {
  readonly nth: number;
  readonly times: number;
}

/** Runs a method without a fault. */
export async function runReference(factory: FaultFactory, method: Method): Promise<Reference> {
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

/** The strikes with which a fault of requests is tried at a method. At least one, also where there are more turns than requests. */
export function strikesOf(
  { only, after }: RequestFault,
  requests: Reference["requests"],
  { strikes }: FaultSuiteOptions,
  { place, of }: Turn,
): readonly Strike[] {
  const every = requests.map((request, index) => ({ ...request, nth: index + 1 }));
  const turns = every.filter((_, index) => index % of === place % Math.min(of, every.length));
  const isAlone = strikes === "some" || after === true;
  const writes = isAlone ? every.filter(({ isWrite }) => isWrite).slice(-1) : [];
  const single = only !== undefined ? [] : strikes === "each" ? turns : writes;
  return [...(strikes === "each" ? [] : [all]), ...single.map(({ nth }) => ({ nth, times: 1 }))];
}

const all: Strike = { nth: 1, times: 100_000 };

/** One call of a method while a fault strikes its requests; see `strikesOf`. */
export async function onRequests(
  stage: FaultStage,
  spec: RequestFault,
  method: Method,
  reference: Reference,
  times: Strike,
): Promise<void> {
  await method.prepare(stage);
  const call = await method.aim(stage);
  stage.double.requests.clear();
  let struck = 0;
  const onStrike = () => void (struck += 1);
  stage.double.fail({ match: { ...spec.only, ...times }, fault: spec.fault(stage), onStrike });
  const isAll = times === all;
  await play(stage, {
    method,
    call,
    expected: isAll ? spec : withMore(spec),
    reference,
    waits: spec.waits === true,
    isAll: isAll && spec.avoidable !== true,
  });
  expect(struck, "the fault struck no request").toBeGreaterThan(0);
}

/** One request alone may fail where the adapter knows less of why than when all do. */
function withMore({ read, write }: Expected): Expected {
  return { read: [...read, "incomplete"], write: [...write, "retry_at", "unclear", "lost_race"] };
}

interface Play {
  readonly method: Method;
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
  { method, call, expected, reference, waits, isAll }: Play,
): Promise<void> {
  const timeoutMs = waits ? impatience : patience;
  const forge = stage.newForge({ timeoutMs });
  const outcome = await ended(call(forge), timeoutMs * mostWaits + 10_000);
  stage.double.calm();
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

/** One call of a method while the repository is in a state that forbids something, and once it is over. */
export async function inRepository(
  stage: FaultStage,
  spec: RepositoryFault,
  name: MethodName,
  reference: Reference,
  meeting: Meeting,
): Promise<void> {
  const method = methods[name];
  await method.prepare(stage);
  const call = await method.aim(stage);
  await spec.begin(stage);
  meeting.begin();
  const forge = stage.newForge({ timeoutMs: patience, folder: spec.folder === true });
  const outcome = await ended(call(forge), patience);
  meeting.end();
  await spec.end(stage);
  const state = await stateOf(stage);
  if (outcome.kind === "write") {
    expect(spec.write, JSON.stringify(outcome.result)).toContain(wordOf(outcome.result));
    if (outcome.result.kind === "rejected") expect(outcome.result.hint).toMatch(/\S/);
    if (outcome.result.kind !== "done") {
      expect(method.effect(state)).toEqual(method.effect(reference.before));
      await again(stage, forge, method, reference.after);
    }
    return;
  }
  const truth = await call(stage.newForge({ folder: spec.folder === true }));
  const { ineligible } = spec;
  if (ineligible !== undefined && name === "observe") {
    expect(outcome.facts.get("facts")).toMatchObject({
      kind: "known",
      value: { eligible: { ok: false, reason: ineligible } },
    });
    const facts = new Map([...outcome.facts].filter(([key]) => key !== "facts"));
    checkRead({ kind: "read", facts }, truth, spec, false);
  } else checkRead(outcome, truth, spec, isHidden(spec));
}

/** Whether such a state of a repository lets nothing of it be known. */
function isHidden({ ineligible, read, hides }: RepositoryFault): boolean {
  return ineligible === undefined && read.length > 0 && hides !== "some";
}
