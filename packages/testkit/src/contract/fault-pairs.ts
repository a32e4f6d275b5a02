/* oxlint-disable vitest/expect-expect -- each test is given by who declares it */
import type { Forge } from "@coulomb-loop/forge";
import { it } from "vitest";
import { leaksIn, needlesOf, wholeText } from "../leaks.ts";
import type { MethodName } from "./fault-methods.ts";
import type { FaultFactory, FaultHarness } from "./fault-stage.ts";

/** Where a test tells when its fault is there, so that it is seen whether the method met it. */
export interface Meeting {
  /** It strikes at this moment: calls under way meet it. */
  readonly strike: () => void;
  /** It lasts from now on: calls meet it that begin before `end`. */
  readonly begin: () => void;
  readonly end: () => void;
  /** Methods of watched forges that met the fault and came to an end. */
  readonly met: ReadonlySet<MethodName>;
  /** The same forge, whose calls are watched. */
  watch(forge: Forge): Forge;
  /** The same factory, whose forges are watched, and whose server's faults tell when they strike. */
  on(factory: FaultFactory): FaultFactory;
  /** Adds what must stay unseen, and what is heard of processes and requests. */
  listenTo(harness: Pick<FaultHarness, "secrets" | "heard">): void;
  /** Throws when anything that a watched forge told or threw, or ran as a process, shows a secret of its stage. */
  checkSilence(): void;
}

/** Which pairs of a fault and a method have a test. A pair is entered by its own test, when it has passed. */
export interface Pairs {
  /**
   * Runs the test of one pair and enters the pair. Throws what the test throws, and when no call of the method met the
   * fault: a test of something else enters nothing.
   */
  run(fault: string, method: MethodName, test: (meeting: Meeting) => Promise<void>): Promise<void>;
  /** Declares such a test. `detail` goes into its title. */
  test(fault: string, method: MethodName, test: (meeting: Meeting) => Promise<void>, detail?: string): void;
  /** Pairs that were entered, as `fault: method`. */
  readonly entered: ReadonlySet<string>;
}

/** A book of pairs without an entry. */
export function createPairs(): Pairs {
  const entered = new Set<string>();
  const run: Pairs["run"] = async (fault, method, test) => {
    const meeting = createMeeting();
    try {
      await test(meeting);
    } finally {
      meeting.checkSilence();
    }
    if (!meeting.met.has(method)) throw new Error(`no call of ${method} met the fault "${fault}"`);
    entered.add(pairOf(fault, method));
  };
  return {
    run,
    entered,
    test: (fault, method, test, detail = "") =>
      it(`${pairOf(fault, method)}${detail === "" ? "" : `, ${detail}`}`, () => run(fault, method, test)),
  };
}

/** Name of a pair in titles and in `Pairs.entered`. */
export function pairOf(fault: string, method: MethodName): string {
  return `${fault}: ${method}`;
}

interface CallUnderWay {
  met: boolean;
}

function createMeeting(): Meeting {
  const met = new Set<MethodName>();
  const underWay = new Set<CallUnderWay>();
  let lasts = false;
  const enter = (): CallUnderWay => {
    const call = { met: lasts };
    underWay.add(call);
    return call;
  };
  const leave = (method: MethodName, call: CallUnderWay) => {
    underWay.delete(call);
    if (call.met) met.add(method);
  };
  const told: string[] = [];
  const harnesses: Pick<FaultHarness, "secrets" | "heard">[] = [];
  const during = async <T>(method: MethodName, work: () => Promise<T>): Promise<T> => {
    const call = enter();
    try {
      const result = await work();
      leave(method, call);
      told.push(wholeText(result));
      return result;
    } catch (error) {
      told.push(wholeText(error));
      throw error;
    }
  };
  const strike = () => {
    for (const call of underWay) call.met = true;
  };
  const watch = (forge: Forge): Forge => ({
    get capabilities() {
      return forge.capabilities;
    },
    check: () => during("check", () => forge.check()),
    async *observe(...args) {
      const call = enter();
      try {
        for await (const found of forge.observe(...args)) {
          told.push(wholeText(found));
          yield found;
        }
      } catch (error) {
        told.push(wholeText(error));
        throw error;
      } finally {
        leave("observe", call);
      }
    },
    inspect: (...args) => during("inspect", () => forge.inspect(...args)),
    advanceBranch: (...args) => during("advanceBranch", () => forge.advanceBranch(...args)),
    deleteBranch: (...args) => during("deleteBranch", () => forge.deleteBranch(...args)),
    openProposal: (...args) => during("openProposal", () => forge.openProposal(...args)),
    updateProposal: (...args) => during("updateProposal", () => forge.updateProposal(...args)),
    mergeProposal: (...args) => during("mergeProposal", () => forge.mergeProposal(...args)),
  });
  return {
    met,
    strike,
    begin: () => void (lasts = true),
    end: () => void (lasts = false),
    watch,
    listenTo: (harness) => void harnesses.push(harness),
    checkSilence() {
      const needles = harnesses.flatMap(({ secrets }) => secrets().flatMap(needlesOf));
      for (const text of [...told, ...harnesses.flatMap(({ heard }) => heard)]) {
        const leaks = leaksIn(text, needles);
        if (leaks.length > 0) throw new Error(`a secret is told (${leaks.join(", ")}) in: ${text}`);
      }
    },
    on: (factory) => async (files, server) => {
      const harness = await factory(files, server);
      const { double } = harness;
      harnesses.push(harness);
      return {
        ...harness,
        newForge: (options) => watch(harness.newForge(options)),
        double: {
          ...double,
          fail: (rule) => double.fail({ ...rule, onStrike: both(strike, rule.onStrike) }),
        },
      };
    },
  };
}

function both(first: () => void, second: (() => void) | undefined): () => void {
  return () => {
    first();
    second?.();
  };
}
