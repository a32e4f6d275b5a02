/* oxlint-disable vitest/no-conditional-expect, vitest/valid-expect, vitest/expect-expect -- one check serves every method, and says which fact failed */
import { isDeepStrictEqual } from "node:util";
import { describe, expect } from "vitest";
import { checkOneOf, ended, wordOf } from "./fault-checks.ts";
import { type MethodName, methodNames, methods } from "./fault-methods.ts";
import type { Meeting, Pairs } from "./fault-pairs.ts";
import type { FaultSuiteOptions } from "./fault-play.ts";
import { type FaultFactory, type FaultStage, onFaultStage, type Outcome } from "./fault-stage.ts";
import { stateOf } from "./fault-state.ts";
import { branch } from "./harness.ts";

/** What a person does in between. Answers with a commit that must not be lost. */
type Act = (stage: FaultStage) => Promise<string | undefined>;

const pushes: Act = ({ person }) => person.commit(branch, { mine: "a person's work" });

const closes: Act = async (stage) => {
  await stage.proposals.close(stage);
  return undefined;
};

const merges: Act = async ({ person, hosted }) => {
  const [head, main] = [await person.head(branch), await person.head("main")];
  if (head === null || main === null || (await hosted.history.contains(main, head))) return undefined;
  return person.merge(branch);
};

const deletes: Act = async ({ person }) => {
  if ((await person.head(branch)) !== null) await person.deleteBranch(branch);
  return undefined;
};

const renames: Act = async ({ hosting }) => {
  hosting.rename("pilot/one", "pilot/other");
  return undefined;
};

const peopleActs: Readonly<Record<string, Act>> = {
  pushes,
  closes,
  merges,
  "deletes the branch": deletes,
  renames,
};

/** What may come of a write that somebody cuts into. */
const words = ["done", "lost_race", "unclear"];
const ofRename = ["rejected/not_found", "retry_at", ...words];
/** What is merged already has nothing left to propose: for this the suite of proposals wants a refusal. */
const ofMerge = ["rejected/ineligible", ...words];
const reasons = ["moved", "not_found", "incomplete", "unreachable"];

/** A person acts right before a request of a method: before each, or before the last one that writes. */
export function describePeople(
  pairs: Pairs,
  factory: FaultFactory,
  isPossible: (fault: string, name: MethodName) => boolean,
  requestsOf: (name: MethodName) => Promise<readonly { readonly isWrite: boolean }[]>,
  { strikes }: FaultSuiteOptions,
): void {
  const isEach = strikes === "each";
  describe.concurrent("people in between", { timeout: 300_000 }, () => {
    for (const [what, act] of Object.entries(peopleActs))
      for (const name of methodNames.filter((each) => isPossible(`a person ${what} before a request`, each)))
        pairs.test(`a person ${what} before a request`, name, async (meeting) => {
          const all = (await requestsOf(name)).map((request, index) => ({ ...request, nth: index + 1 }));
          const writes = all.filter(({ isWrite }) => isWrite);
          for (const { nth } of isEach ? all : (writes.length === 0 ? all : writes).toReversed()) {
            await onFaultStage(meeting.on(factory), (stage) => between(stage, name, act, nth, meeting));
            // Before the last request that writes there may be nothing left for the person to do.
            if (!isEach && meeting.met.has(name)) break;
          }
        });
  });
}

async function between(
  stage: FaultStage,
  name: MethodName,
  act: Act,
  nth: number,
  meeting: Meeting,
): Promise<void> {
  const method = methods[name];
  await method.prepare(stage);
  const call = await method.aim(stage);
  const truths = method.kind === "read" ? [await call(stage.newForge())] : [];
  let kept: string | undefined;
  let acted = false;
  let wasMerged: boolean | undefined;
  stage.double.before({ nth }, async () => {
    acted = true;
    const before = await stateOf(stage);
    wasMerged = before.pulls[0]?.merged;
    kept = await act(stage);
    // Where there was nothing to do for the person, nobody cut in.
    if (act === renames || !isDeepStrictEqual(await stateOf(stage), before)) meeting.strike();
  });
  const forge = stage.newForge();
  const outcome = await ended(call(forge), 60_000);
  if (!acted) return;
  if (outcome.kind === "read") truths.push(await call(stage.newForge()));
  checkOutcome(outcome, truths, act);
  await checkKept(stage, kept);
  if (act === closes && wasMerged === false && name === "mergeProposal")
    expect((await stateOf(stage)).pulls[0]).toMatchObject({ state: "closed", merged: false });
  if (act === merges) await checkMergedOnce(stage);
  // Whoever is told to look again may do so at once.
  await ended(call(forge), 60_000);
  await checkKept(stage, kept);
}

function checkOutcome(outcome: Outcome, truths: readonly Outcome[], act: Act): void {
  if (outcome.kind === "write") {
    expect(wordsOf(act), JSON.stringify(outcome.result)).toContain(wordOf(outcome.result));
    return;
  }
  checkOneOf(outcome, truths, reasons);
}

/** No commit of a person is lost: a branch holds it, and the branch that was never ours is where it was. */
async function checkKept({ hosted, theirs, person }: FaultStage, kept: string | undefined): Promise<void> {
  expect(await hosted.refs.read("refs/heads/people/work")).toBe(theirs);
  if (kept === undefined) return;
  const heads = await hosted.refs.list("refs/heads/");
  const holding = await Promise.all(heads.map(([, oid]) => hosted.history.contains(oid, kept)));
  expect(holding, `the person's commit ${kept} is on no branch, of ${await person.head(branch)}`).toContain(
    true,
  );
}

/** What a person merged is not merged once more. */
async function checkMergedOnce({ hosted, base }: FaultStage): Promise<void> {
  const main = await hosted.refs.read("refs/heads/main");
  const commits = main === null ? [] : await hosted.history.between(base, main);
  expect(commits.filter(({ parents }) => parents.length > 1).length).toBeLessThanOrEqual(1);
}

function wordsOf(act: Act): readonly string[] {
  if (act === renames) return ofRename;
  return act === merges ? ofMerge : words;
}
