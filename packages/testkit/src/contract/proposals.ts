import { describe, expect, it } from "vitest";
import { branch, type HarnessFactory, onStage, valueOf, valueOfWrite } from "./harness.ts";

const later = 2_000_000_000_000;

/** How every adapter must open, change and read proposals. */
export function describeProposals(factory: HarnessFactory): void {
  describe("openProposal", () => {
    it(
      "opens a proposal that reads back as drafted",
      onStage(factory, async ({ forge, propose, draft, proposals }) => {
        const { ref, head } = await propose({ draft: true, labels: ["coulomb", "coulomb:adoption"] });
        const drafted = await draft();
        const [found, ...others] = await proposals();
        expect(others).toEqual([]);
        expect(found).toMatchObject({
          ref,
          state: "open",
          title: drafted.title,
          body: drafted.body,
          draft: true,
          labels: ["coulomb", "coulomb:adoption"],
          base: "main",
          head,
          openedBy: valueOf(await forge.check()).login,
        });
      }),
    );

    it(
      "does nothing when it is asked for the same once more",
      onStage(factory, async ({ forge, propose, draft, proposals }) => {
        const { ref } = await propose();
        const before = await proposals();
        expect(await forge.openProposal(await draft())).toEqual({ kind: "done", value: ref });
        expect(await proposals()).toEqual(before);
      }),
    );

    it(
      "loses the race when another one is open, or the branch is not at the head",
      onStage(factory, async ({ forge, propose, draft, person, proposals }) => {
        await propose();
        const wanted = await draft();
        expect(await forge.openProposal({ ...wanted, title: "Another" })).toEqual({ kind: "lost_race" });
        await person.commit(branch, { a: "b" });
        expect(await forge.openProposal(wanted)).toEqual({ kind: "lost_race" });
        await person.deleteBranch(branch);
        expect(await forge.openProposal(wanted)).toEqual({ kind: "lost_race" });
        expect(await proposals()).toHaveLength(1);
      }),
    );

    it(
      "is refused without a base branch or without anything to merge",
      onStage(factory, async ({ forge, write, draft, person, head }) => {
        valueOfWrite(await forge.advanceBranch(await write()));
        const wanted = await draft();
        expect(await forge.openProposal({ ...wanted, base: "nowhere" })).toMatchObject({
          kind: "rejected",
          reason: "not_found",
        });
        await person.force(branch, await head());
        const nothing = { ...wanted, head: await head() };
        expect(await forge.openProposal(nothing)).toMatchObject({ kind: "rejected", reason: "ineligible" });
      }),
    );

    it(
      "numbers on after a closed one, and keeps what that one was",
      onStage(factory, async ({ forge, propose, draft, proposals, write }) => {
        const { ref, head } = await propose();
        valueOfWrite(await forge.updateProposal(ref, { state: "closed", reason: "no", time: later }));
        const next = valueOfWrite(
          await forge.advanceBranch(await write({ expected: head, base: head, time: later })),
        );
        const second = valueOfWrite(await forge.openProposal(await draft({ title: "Second", time: later })));
        expect(second.number).toBeGreaterThan(ref.number);
        const [newest, older] = await proposals();
        expect(newest).toMatchObject({ state: "open", title: "Second", head: next });
        expect(older).toMatchObject({ state: "closed", head, ref: { number: ref.number } });
        expect(older?.body).toContain('<!-- coulomb:v1 {"change":"1"} -->');
      }),
    );
  });

  describe("updateProposal", () => {
    it(
      "changes text, labels, draft and head; the same once more changes nothing",
      onStage(factory, async ({ forge, propose, write, proposals }) => {
        const { ref, head } = await propose();
        const next = valueOfWrite(
          await forge.advanceBranch(await write({ expected: head, base: head, time: later })),
        );
        const patch = {
          title: "New",
          body: "New body\n",
          labels: ["a", "b"],
          draft: true,
          head: next,
          time: later,
        };
        valueOfWrite(await forge.updateProposal(ref, patch));
        const [found] = await proposals();
        expect(found).toMatchObject({
          title: "New",
          body: "New body\n",
          labels: ["a", "b"],
          draft: true,
          head: next,
        });
        valueOfWrite(await forge.updateProposal(ref, patch));
        expect(await proposals()).toEqual([found]);
      }),
    );

    it(
      "adds comments and statuses, each once",
      onStage(factory, async ({ forge, propose, proposals, timeOf }) => {
        const { ref, head } = await propose();
        const status = {
          context: "coulomb/promotion",
          state: "pending",
          description: "2 of 3",
          head,
        } as const;
        valueOfWrite(await forge.updateProposal(ref, { comment: "Look", status, time: later }));
        valueOfWrite(await forge.updateProposal(ref, { comment: "Look", status, time: later }));
        const [now] = await proposals();
        if (now === undefined) throw new Error("no proposal");
        const success = { ...status, state: "success", description: "3 of 3" } as const;
        valueOfWrite(await forge.updateProposal(now.ref, { status: success, time: later }));
        const detail = valueOf(await forge.inspect(ref));
        expect(detail.comments).toMatchObject([
          { body: "Look", at: timeOf(later), by: valueOf(await forge.check()).login },
        ]);
        expect(detail.statuses).toEqual([success]);
      }),
    );

    it(
      "closes with a reason and a body together, and opens again",
      onStage(factory, async ({ forge, propose, proposals, person, timeOf, tellsCloser = true }) => {
        const { ref, head } = await propose();
        const patch = { state: "closed", reason: "superseded", body: "closed_by\n", time: later } as const;
        valueOfWrite(await forge.updateProposal(ref, patch));
        const [closed] = await proposals();
        const { login } = valueOf(await forge.check());
        expect(closed).toMatchObject({
          state: "closed",
          body: "closed_by\n",
          head,
          ...(tellsCloser ? { closedBy: login } : {}),
          closedAt: timeOf(later),
        });
        valueOfWrite(await forge.updateProposal(ref, patch));
        expect(await proposals()).toEqual([closed]);
        if (closed === undefined) throw new Error("no proposal");
        valueOfWrite(await forge.updateProposal(closed.ref, { state: "open", time: later + 1000 }));
        const [open] = await proposals();
        expect(open).toMatchObject({ state: "open", head });
        expect(open?.closedAt).toBeUndefined();
        expect(await person.head(branch)).toBe(head);
      }),
    );

    it(
      "loses the race when somebody changed it since it was read",
      onStage(factory, async ({ forge, propose, proposals }) => {
        const { ref } = await propose();
        valueOfWrite(await forge.updateProposal(ref, { labels: ["coulomb:hold"], time: later }));
        expect(await forge.updateProposal(ref, { title: "Mine", time: later })).toEqual({
          kind: "lost_race",
        });
        expect(await proposals()).toMatchObject([{ labels: ["coulomb:hold"], title: "Set the schedule" }]);
      }),
    );

    it(
      "loses the race when the branch is not at the head it is told",
      onStage(factory, async ({ forge, propose, person }) => {
        const { ref, head } = await propose();
        await person.commit(branch, { a: "b" });
        expect(await forge.updateProposal(ref, { head, time: later })).toEqual({ kind: "lost_race" });
      }),
    );

    it(
      "is refused for a proposal that is not there",
      onStage(factory, async ({ forge, repo, propose }) => {
        const patch = { title: "x", time: later };
        expect(await forge.updateProposal({ repo, branch, number: 1 }, patch)).toMatchObject({
          kind: "rejected",
          reason: "not_found",
        });
        const { ref } = await propose();
        const other = { repo, branch, number: ref.number + 1 };
        expect(await forge.updateProposal(other, patch)).toMatchObject({
          kind: "rejected",
          reason: "not_found",
        });
      }),
    );
  });

  describe("what people do", () => {
    it(
      "a pushed commit moves the head of an open proposal",
      onStage(factory, async ({ propose, person, proposals }) => {
        await propose();
        const theirs = await person.commit(branch, { a: "b" });
        expect(await proposals()).toMatchObject([{ state: "open", head: theirs }]);
      }),
    );

    it(
      "a deleted branch closes it",
      onStage(factory, async ({ forge, propose, person, proposals }) => {
        const { ref, head } = await propose();
        await person.deleteBranch(branch);
        const [found] = await proposals();
        expect(found).toMatchObject({ state: "closed", head });
        expect(found?.closedBy).not.toBe(valueOf(await forge.check()).login);
        const again = await forge.updateProposal(ref, { state: "open", time: later });
        expect(again).toMatchObject({ kind: "rejected", reason: "not_found" });
      }),
    );

    it(
      "a closed proposal stays closed when its branch is made again",
      onStage(factory, async ({ forge, propose, person, proposals, write, draft, head: headOf }) => {
        const { head } = await propose();
        await person.deleteBranch(branch);
        const files = [{ path: ".kaizen/schedule.yml", content: Buffer.from("cron: monthly\n") }];
        const plan = await write({ files, time: later, base: await headOf() });
        const next = valueOfWrite(await forge.advanceBranch(plan));
        expect(await proposals()).toMatchObject([{ state: "closed", head }]);
        expect(await forge.advanceBranch(plan)).toEqual({ kind: "done", value: next });
        const second = valueOfWrite(await forge.openProposal(await draft({ time: later })));
        expect(second.number).toBe(2);
        expect(await proposals()).toMatchObject([
          { state: "open", head: next },
          { state: "closed", head },
        ]);
      }),
    );

    it.each(["stays", "is deleted"])("a merge by hand is seen, the branch %s", (fate) =>
      onStage(factory, async ({ forge, propose, person, proposals }) => {
        const { ref, head } = await propose();
        await person.commit("main", { other: "x" });
        const merged = await person.merge(branch);
        await person.commit("main", { other: "y" });
        if (fate === "is deleted") await person.deleteBranch(branch);
        expect(await proposals()).toMatchObject([{ state: "merged", head, mergedOid: merged }]);
        expect(await forge.updateProposal(ref, { state: "closed", time: later })).toEqual({
          kind: "lost_race",
        });
      })(),
    );

    it(
      "a merge by hand of more than was proposed tells what was merged",
      onStage(factory, async ({ propose, person, proposals }) => {
        await propose();
        const theirs = await person.commit(branch, { ".kaizen/schedule.yml": "cron: edited\n" });
        const merged = await person.merge(branch);
        expect(await proposals()).toMatchObject([{ state: "merged", head: theirs, mergedOid: merged }]);
        await person.deleteBranch(branch);
        expect(await proposals()).toMatchObject([{ state: "merged", head: theirs, mergedOid: merged }]);
      }),
    );

    it(
      "a default branch moved forward to the head is a merge, and the next proposal is a new one",
      onStage(factory, async ({ forge, propose, person, proposals, write, draft }) => {
        const { head } = await propose();
        await person.fastForward(branch);
        expect(await proposals()).toMatchObject([{ state: "merged", head, mergedOid: head }]);
        const files = [{ path: "more", content: Buffer.from("x") }];
        const plan = await write({ expected: head, base: head, files, time: later });
        const next = valueOfWrite(await forge.advanceBranch(plan));
        expect(await proposals()).toMatchObject([{ state: "merged", head }]);
        valueOfWrite(await forge.openProposal(await draft({ time: later })));
        expect(await proposals()).toMatchObject([
          { state: "open", head: next },
          { state: "merged", head },
        ]);
      }),
    );

    it(
      "other commits on the default branch leave it open",
      onStage(factory, async ({ propose, person, proposals }) => {
        const { head } = await propose();
        await person.commit("main", { other: "x" });
        expect(await proposals()).toMatchObject([{ state: "open", head }]);
      }),
    );
  });
}
