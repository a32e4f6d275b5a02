/* oxlint-disable vitest/no-conditional-expect, vitest/valid-expect, vitest/expect-expect -- one check serves every method, and says which fact failed */
import type { Forge, ProposalDraft, ProposalRef } from "@coulomb-loop/forge";
import { expect } from "vitest";
import { memoryCache } from "../memory-cache.ts";
import { fixedTime } from "../plain-git.ts";
import { checkOneOf, ended, wordOf } from "./fault-checks.ts";
import { type MethodName, methods } from "./fault-methods.ts";
import type { Meeting, Pairs } from "./fault-pairs.ts";
import { type FaultFactory, type FaultStage, makeBranch, onFaultStage } from "./fault-stage.ts";
import { type RepoState, stateOf } from "./fault-state.ts";
import { branch } from "./harness.ts";

/** Servers that do not show yet what was written, or show lists and proposals as they were before. */
export function describeLag(pairs: Pairs, kind: "gitea" | "github", factory: FaultFactory): void {
  for (const name of readers)
    pairs.test(
      "stale lists",
      name,
      (meeting) => onFaultStage(meeting.on(factory), (stage) => ofAnOlderVersion(stage, name)),
      "of an older version",
    );
  // What Gitea does not show by its number is not there.
  for (const name of kind === "gitea" ? (["observe"] as const) : ofOurs)
    pairs.test(
      "stale lists",
      name,
      (meeting) => onFaultStage(meeting.on(factory), (stage) => withoutOurs(stage, name)),
      "without what this forge opened",
    );
  pairs.test("stale lists", "openProposal", (meeting) =>
    onFaultStage(meeting.on(factory), (stage) =>
      openedTwice(stage, () => stage.double.fail({ match: lists, fault: { kind: "stale", writes: 9 } })),
    ),
  );
  if (kind === "gitea") return;
  for (const name of lagging)
    pairs.test("lag after a write", name, (meeting) =>
      onFaultStage(meeting.on(factory), (stage) => afterOpening(stage, name, meeting)),
    );
  pairs.test("lag after a write", "advanceBranch", (meeting) =>
    onFaultStage(meeting.on(factory), (stage) => advancedTwice(stage, meeting)),
  );
  pairs.test("lag after a write", "openProposal", (meeting) =>
    onFaultStage(meeting.on(factory), (stage) =>
      openedTwice(
        stage,
        () => undefined,
        () => lagBy(stage, 1, meeting),
      ),
    ),
  );
}

/** Methods that read proposals and can be shown an older one. */
const readers = ["observe", "inspect", "deleteBranch", "updateProposal", "mergeProposal"] as const;
const ofOurs = ["observe", "inspect", "updateProposal", "mergeProposal"] as const;
const lagging = ["observe", "inspect", "deleteBranch", "updateProposal", "mergeProposal"] as const;

/** Requests whose answer tells of proposals. */
const lists = { path: /graphql$|\/pulls(?:\/\d+)?$/, body: /^$|pullRequest/, times: 100 };
const later = fixedTime + 240_000;

function lagBy({ double }: FaultStage, reads: number, meeting: Meeting): void {
  if (double.settings === undefined) throw new Error("no settings");
  double.settings.lag = reads;
  double.settings.onLag = meeting.strike;
}

/** A person renamed the proposal, the caller read that, and the server shows it as it was before. */
async function ofAnOlderVersion(stage: FaultStage, name: MethodName): Promise<void> {
  const method = methods[name];
  await method.prepare(stage);
  const older = await stateOf(stage);
  const truths = method.kind === "read" ? [await (await method.aim(stage))(stage.newForge())] : [];
  stage.hosted.pulls.patch(1, { title: "A person's title" });
  const before = await stateOf(stage);
  const call = await method.aim(stage);
  stage.double.fail({ match: lists, fault: { kind: "stale", writes: 1 } });
  const outcome = await ended(call(stage.newForge()), 60_000);
  stage.double.calm();
  if (outcome.kind === "read") {
    truths.push(await call(stage.newForge()));
    checkOneOf(outcome, truths, ["incomplete", "not_found"]);
    return;
  }
  // What the caller read is not what the server shows: whoever goes by that would write over a person.
  expect(["lost_race", "unclear"], JSON.stringify(outcome.result)).toContain(wordOf(outcome.result));
  expect(await stateOf(stage)).toEqual(before);
  expect(older).not.toEqual(before);
  const next = await (await method.aim(stage))(stage.newForge());
  expect(next).toMatchObject({ kind: "write", result: { kind: "done" } });
}

/** The forge has just opened the proposal, and the next looks do not show it. */
async function withoutOurs(stage: FaultStage, name: MethodName): Promise<void> {
  const head = await makeBranch(stage);
  const forge = stage.newForge();
  const ref = await opened(forge, draftOf(stage, head));
  const before = await stateOf(stage);
  stage.double.fail({ match: { ...lists, times: 2 }, fault: { kind: "stale", writes: 9 } });
  const outcome = await calls[name]?.(forge, stage, ref, head);
  stage.double.calm();
  await checkSeen(stage, name, outcome, before);
}

/** The proposal was opened by a run whose answer was lost; the same draft comes again and is not shown what is there. */
async function openedTwice(
  stage: FaultStage,
  hide: () => void,
  hideFirst: () => void = () => undefined,
): Promise<void> {
  const draft = draftOf(stage, await makeBranch(stage));
  hideFirst();
  await opened(stage.newForge(), draft);
  const before = await stateOf(stage);
  hide();
  const result = await stage.newForge().openProposal(draft);
  // It is there: whatever is not seen of it, nothing was refused.
  expect(["done", "lost_race", "unclear"], JSON.stringify(result)).toContain(wordOf(result));
  expect(await stateOf(stage)).toEqual(before);
  stage.double.calm();
  if (stage.double.settings !== undefined) stage.double.settings.lag = 0;
  await seenOnce(stage, stage.newForge());
}

/** The branch was made by a run whose answer was lost; the same write comes again and is not shown what is there. */
async function advancedTwice(stage: FaultStage, meeting: Meeting): Promise<void> {
  const files = [{ path: "a", content: Buffer.from("a") }];
  const parents = { expected: null, base: stage.base, mergeBase: false };
  const write = { repo: stage.repo, branch, ...parents, files, message: "x\n", time: later };
  lagBy(stage, 2, meeting);
  expect(await stage.newForge().advanceBranch(write)).toMatchObject({ kind: "done" });
  const before = await stateOf(stage);
  const result = await stage.newForge().advanceBranch(write);
  expect(["done", "lost_race", "unclear"], JSON.stringify(result)).toContain(wordOf(result));
  lagBy(stage, 0, meeting);
  const next = await stage.newForge().advanceBranch(write);
  expect(["done", "lost_race"], JSON.stringify(next)).toContain(wordOf(next));
  expect(await stateOf(stage)).toEqual(before);
}

/** A method right after the same forge opened a proposal that two reads do not see. */
async function afterOpening(
  stage: FaultStage,
  name: (typeof lagging)[number],
  meeting: Meeting,
): Promise<void> {
  const head = await makeBranch(stage);
  const forge = stage.newForge();
  lagBy(stage, 2, meeting);
  const ref = await opened(forge, draftOf(stage, head));
  const before = await stateOf(stage);
  const outcome = await calls[name]?.(forge, stage, ref, head);
  await checkSeen(stage, name, outcome, before);
}

/** What a caller asks of a proposal that it has just opened. */
const calls: Readonly<
  Partial<
    Record<
      MethodName,
      (forge: Forge, stage: FaultStage, ref: ProposalRef, head: string) => Promise<{ readonly kind: string }>
    >
  >
> = {
  async observe(forge, { repo }) {
    const query = { repo, files: [], branches: [branch] };
    for await (const found of forge.observe([query], memoryCache())) {
      const list = found.proposals.get(branch);
      if (list?.kind === "known") expect(list.value).toMatchObject([{ state: "open", ref: { number: 1 } }]);
      else expect(list).toMatchObject({ kind: "unknown", reason: "incomplete" });
      return { kind: list?.kind ?? "none" };
    }
    throw new Error("an observation without an answer");
  },
  inspect: (forge, _stage, ref) => forge.inspect(ref),
  // An open proposal that is not to be seen must keep its branch, or be the one that was read.
  deleteBranch: (forge, { repo }, { revision = "" }, head) =>
    forge.deleteBranch({ repo, branch, revision: `${revision}x` }, head),
  updateProposal: (forge, _stage, ref) =>
    forge.updateProposal(ref, { title: "New", draft: false, time: later }),
  mergeProposal: (forge, _stage, ref, head) => forge.mergeProposal(ref, head, later),
};

/** Nothing is taken for gone: a read tells what is there or does not know, a write is done. */
async function checkSeen(
  stage: FaultStage,
  name: MethodName,
  outcome: { readonly kind: string } | undefined,
  before: RepoState,
): Promise<void> {
  switch (name) {
    case "observe":
    case "inspect":
      expect(outcome).toMatchObject({ kind: "known" });
      break;
    case "deleteBranch":
      expect(outcome).toEqual({ kind: "lost_race" });
      break;
    default:
      expect(outcome).toMatchObject({ kind: "done" });
      expect(await stateOf(stage)).not.toEqual(before);
      return;
  }
  expect(await stateOf(stage)).toEqual(before);
}

async function opened(forge: Forge, draft: ProposalDraft): Promise<ProposalRef> {
  const result = await forge.openProposal(draft);
  if (result.kind !== "done") throw new Error(`the proposal was not opened: ${JSON.stringify(result)}`);
  return result.value;
}

function draftOf({ repo }: FaultStage, head: string): ProposalDraft {
  const text = { title: "T", body: "B\n", draft: false, labels: ["a"], time: fixedTime };
  return { repo, branch, base: "main", head, ...text };
}

async function seenOnce({ repo }: FaultStage, forge: Forge): Promise<void> {
  for await (const found of forge.observe([{ repo, files: [], branches: [branch] }], memoryCache()))
    expect(found.proposals.get(branch)).toMatchObject({ kind: "known", value: [{ state: "open" }] });
}
