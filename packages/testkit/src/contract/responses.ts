import type { ProposalPatch, ProposalRef, ProposalResponse, WriteResult } from "@coulomb-loop/forge";
import { describe, expect, it } from "vitest";
import { answerName, type PersonAnswer, statementOf } from "../statement.ts";
import {
  branch,
  type ContractOptions,
  type HarnessFactory,
  onStage,
  type Reviewer,
  type Stage,
  valueOf,
  valueOfWrite,
} from "./harness.ts";

const later = 2_000_000_000_000;

/** What a reviewer says, without who says it of what. */
type Words = Pick<PersonAnswer, "action" | "message"> & { readonly time?: number; readonly record?: string };

/** The patch by which a reviewer answers a proposal for a head. */
export function answerPatch(
  by: string,
  { branch: of, number }: ProposalRef,
  head: string,
  words: Words,
): Required<Pick<ProposalPatch, "response" | "time">> {
  const { action, message, time = later } = words;
  const given = { branch: of, number, by, ...words, time };
  const response = { action, message, head, name: answerName(given), statement: statementOf(given, head) };
  return { response, time };
}

function answer(
  { by, forge }: Reviewer,
  ref: ProposalRef,
  head: string,
  words: Words,
): Promise<WriteResult<void>> {
  return forge.updateProposal(ref, answerPatch(by, ref, head, words));
}

async function responsesTo(
  { forge }: Pick<Stage, "forge">,
  ref: ProposalRef,
): Promise<readonly ProposalResponse[]> {
  return valueOf(await forge.inspect(ref)).responses;
}

function firstOf({ reviewers: [first] }: Pick<Stage, "reviewers">): Reviewer {
  if (first === undefined) throw new Error("nobody answers proposals");
  return first;
}

const yes = { action: "approve", message: "Fine" } as const;
const no = { action: "reject", message: "Not before the holidays" } as const;

/** How every adapter must give and read the responses of people to a proposal. */
export function describeResponses(
  factory: HarnessFactory,
  { lacksOther }: Pick<ContractOptions, "lacksOther">,
): void {
  const why = lacksOther === undefined ? "" : ` (skipped: ${lacksOther})`;
  describe.skipIf(lacksOther !== undefined)(`responses${why}`, () => {
    describeGiven(factory);
    describeBound(factory);
    describePeople(factory);
  });
}

function describeGiven(factory: HarnessFactory): void {
  it.each([yes, no])("$action: reads back with who, when, words and head", (words) =>
    onStage(factory, async (stage) => {
      const { ref, head } = await stage.propose();
      expect(await responsesTo(stage, ref)).toEqual([]);
      const reviewer = firstOf(stage);
      valueOfWrite(await answer(reviewer, ref, head, words));
      const found = await responsesTo(stage, ref);
      expect(found).toMatchObject([{ ...words, by: reviewer.by, head, at: stage.timeOf(later) }]);
      expect(found[0]).not.toHaveProperty("void");
      expect(await stage.proposals()).toMatchObject([{ state: "open", head }]);
    })(),
  );

  it(
    "of each person the latest stands, oldest first",
    onStage(factory, async (stage) => {
      const { ref, head } = await stage.propose();
      const { reviewers } = stage;
      for (const [at, reviewer] of reviewers.entries()) {
        const time = later + at * 60_000;
        valueOfWrite(await answer(reviewer, ref, head, { ...no, time }));
      }
      expect(await responsesTo(stage, ref)).toMatchObject(reviewers.map(({ by }) => ({ by, ...no })));
      const first = firstOf(stage);
      valueOfWrite(await answer(first, ref, head, { ...yes, time: later + 600_000 }));
      const found = await responsesTo(stage, ref);
      const actions = new Map(found.map(({ by, action }) => [by, action]));
      expect(actions).toEqual(
        new Map(reviewers.map(({ by }) => [by, by === first.by ? "approve" : "reject"])),
      );
      expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).toSorted((a, b) => a - b));
    }),
  );

  it(
    "the same once more changes nothing",
    onStage(factory, async (stage) => {
      const { ref, head } = await stage.propose();
      const reviewer = firstOf(stage);
      valueOfWrite(await answer(reviewer, ref, head, yes));
      const before = await responsesTo(stage, ref);
      valueOfWrite(await answer(reviewer, ref, head, yes));
      expect(await responsesTo(stage, ref)).toEqual(before);
    }),
  );

  it.each([
    ["of every script", 'Ünïcödé 漢字 🙂 "quoted" \\ <b>&amp;</b> \u2028 {{x}}'],
    ["of many lines", "first\n\n-----BEGIN SSH SIGNATURE-----\n# no comment\n\tlast"],
    ["that are long", "Because. ".repeat(2500).trim()],
  ])("keeps words %s", (_what, message) =>
    onStage(factory, async (stage) => {
      const { ref, head } = await stage.propose();
      valueOfWrite(await answer(firstOf(stage), ref, head, { action: "reject", message }));
      expect(await responsesTo(stage, ref)).toMatchObject([{ action: "reject", message }]);
    })(),
  );

  it(
    "an approval needs no words; a rejection does where the forge says so, and then nothing is given",
    onStage(factory, async (stage) => {
      const { ref, head } = await stage.propose();
      const reviewer = firstOf(stage);
      const isHosted = stage.forge.capabilities.identity === "forge";
      const refused = await answer(reviewer, ref, head, { action: "reject", message: "" });
      expect(refused).toMatchObject(
        isHosted ? { kind: "rejected", reason: "unsupported" } : { kind: "done" },
      );
      valueOfWrite(
        await answer(reviewer, ref, head, { action: "approve", message: "", time: later + 60_000 }),
      );
      expect(await responsesTo(stage, ref)).toMatchObject([{ action: "approve", message: "" }]);
    }),
  );

  it(
    "goes along with other changes",
    onStage(factory, async (stage) => {
      const { ref, head } = await stage.propose();
      const reviewer = firstOf(stage);
      const patch = answerPatch(reviewer.by, ref, head, yes);
      valueOfWrite(await reviewer.forge.updateProposal(ref, { ...patch, comment: "Look" }));
      const detail = valueOf(await stage.forge.inspect(ref));
      expect(detail.comments).toMatchObject([{ body: "Look" }]);
      expect(detail.responses).toMatchObject([{ ...yes, by: reviewer.by }]);
    }),
  );
}

function describeBound(factory: HarnessFactory): void {
  it(
    "stays with the head it was given for, and can be given anew for the next",
    onStage(factory, async (stage) => {
      const { ref, head } = await stage.propose();
      const reviewer = firstOf(stage);
      valueOfWrite(await answer(reviewer, ref, head, yes));
      const theirs = await stage.person.commit(branch, { a: "b" });
      expect(await stage.proposals()).toMatchObject([{ head: theirs }]);
      expect(await responsesTo(stage, ref)).toMatchObject([{ ...yes, head }]);
      valueOfWrite(await answer(reviewer, ref, theirs, { ...yes, time: later + 60_000 }));
      const [found, ...others] = await responsesTo(stage, ref);
      expect(found).toMatchObject({ ...yes, head: theirs });
      expect(found).not.toHaveProperty("void");
      expect(others).toEqual([]);
    }),
  );

  it(
    "for a head that has moved is a lost race, and gives nothing",
    onStage(factory, async (stage) => {
      const { ref, head } = await stage.propose();
      const theirs = await stage.person.commit(branch, { a: "b" });
      const reviewer = firstOf(stage);
      expect(await answer(reviewer, ref, head, yes)).toEqual({ kind: "lost_race" });
      expect(await responsesTo(stage, ref)).toEqual([]);
      valueOfWrite(await answer(reviewer, ref, theirs, no));
      expect(await answer(reviewer, ref, head, yes)).toEqual({ kind: "lost_race" });
      expect(await responsesTo(stage, ref)).toMatchObject([{ ...no, head: theirs }]);
    }),
  );

  it.each(["closed", "merged"])(
    "to a proposal that was %s is a lost race, and what was given is still told",
    (fate) =>
      onStage(factory, async (stage) => {
        const { ref, head } = await stage.propose();
        const reviewer = firstOf(stage);
        valueOfWrite(await answer(reviewer, ref, head, yes));
        if (fate === "closed")
          valueOfWrite(await stage.forge.updateProposal(ref, { state: "closed", time: later }));
        else await stage.person.merge(branch);
        expect(await stage.proposals()).toMatchObject([{ state: fate }]);
        expect(await answer(reviewer, ref, head, no)).toEqual({ kind: "lost_race" });
        expect(await responsesTo(stage, ref)).toMatchObject([{ ...yes, head }]);
      })(),
  );

  it(
    "to a proposal that is none is refused",
    onStage(factory, async (stage) => {
      const { ref, head } = await stage.propose();
      const other = { ...ref, number: ref.number + 1 };
      expect(await answer(firstOf(stage), other, head, yes)).toMatchObject({
        kind: "rejected",
        reason: "not_found",
      });
      expect(await responsesTo(stage, ref)).toEqual([]);
    }),
  );

  it(
    "is never told of another proposal, of the same branch or of another one at the same commit",
    onStage(factory, async (stage) => {
      const { forge, write, draft } = stage;
      const { ref: first, head } = await stage.propose();
      const reviewer = firstOf(stage);
      const name = "coulomb/pilot/other";
      const made = valueOfWrite(await forge.advanceBranch(await write({ branch: name })));
      const second = valueOfWrite(await forge.openProposal(await draft({ branch: name, head: made })));
      valueOfWrite(await answer(reviewer, first, head, yes));
      expect(await responsesTo(stage, second)).toEqual([]);
      valueOfWrite(await answer(reviewer, second, made, { ...no, record: "PROM-0002" }));
      expect(await responsesTo(stage, first)).toMatchObject([yes]);
      expect(await responsesTo(stage, second)).toMatchObject([no]);
      valueOfWrite(await forge.updateProposal(first, { state: "closed", time: later }));
      const third = valueOfWrite(await forge.openProposal(await draft({ title: "Again", time: later })));
      expect(await responsesTo(stage, third)).toEqual([]);
      expect(await responsesTo(stage, first)).toMatchObject([yes]);
    }),
  );
}

function describePeople(factory: HarnessFactory): void {
  it(
    "what somebody answers past the tool is seen",
    onStage(factory, async (stage) => {
      const { ref, head } = await stage.propose();
      const { by } = firstOf(stage);
      const given = { branch, number: ref.number, by };
      await stage.person.respond({ ...given, ...no });
      expect(await responsesTo(stage, ref)).toMatchObject([{ ...no, by, head }]);
      valueOfWrite(await answer(firstOf(stage), ref, head, yes));
      expect(await responsesTo(stage, ref)).toMatchObject([{ ...yes, by, head }]);
    }),
  );

  it(
    "what is dismissed is void, until it is answered again",
    onStage(factory, async (stage) => {
      const { ref, head } = await stage.propose();
      const reviewer = firstOf(stage);
      const { by } = reviewer;
      for (const words of [yes, no]) {
        valueOfWrite(await answer(reviewer, ref, head, words));
        if (stage.person.dismiss === undefined) continue;
        await stage.person.dismiss({ number: ref.number, by });
        expect(await responsesTo(stage, ref)).toMatchObject([{ ...words, by, head, void: "dismissed" }]);
        valueOfWrite(await answer(reviewer, ref, head, words));
      }
      const [found] = await responsesTo(stage, ref);
      expect(found).toMatchObject({ ...no, by, head });
      expect(found).not.toHaveProperty("void");
    }),
  );
}
