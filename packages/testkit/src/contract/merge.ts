import { describe, expect, it } from "vitest";
import {
  branch,
  type ContractOptions,
  type HarnessFactory,
  onStage,
  valueOf,
  valueOfWrite,
} from "./harness.ts";

const later = 2_000_000_000_000;

/** How every adapter that merges for people must do it, and what it must show of a proposal. */
export function describeMerge(
  factory: HarnessFactory,
  { canMerge = true, lacksOther }: Pick<ContractOptions, "canMerge" | "lacksOther">,
): void {
  describe("mergeProposal", () => {
    it.runIf(canMerge)(
      "merges with a commit of two parents and deletes the branch; once more does nothing",
      onStage(factory, async ({ forge, propose, person, proposals, text, timeOf }) => {
        const { ref, head } = await propose();
        await person.commit("main", { other: "x" });
        const merged = valueOfWrite(await forge.mergeProposal(ref, head, later));
        expect(await person.head("main")).toBe(merged);
        expect(await person.head(branch)).toBeNull();
        expect(await text(".kaizen/schedule.yml")).toBe("cron: daily\n");
        expect(await text("other")).toBe("x");
        const { login } = valueOf(await forge.check());
        const state = { state: "merged", head, mergedOid: merged, closedBy: login, closedAt: timeOf(later) };
        expect(await proposals()).toMatchObject([state]);
        expect(await forge.mergeProposal(ref, head, later)).toEqual({ kind: "done", value: merged });
        expect(await person.head("main")).toBe(merged);
        const detail = valueOf(await forge.inspect(ref));
        expect(detail.changed.map((each) => each.path)).toEqual([".kaizen/schedule.yml"]);
      }),
    );

    it.runIf(!canMerge)(
      "is refused where the base branch is checked out, and moves nothing",
      onStage(factory, async ({ forge, propose, person, proposals, head: headOf }) => {
        const { ref, head } = await propose();
        const base = await headOf();
        const result = await forge.mergeProposal(ref, head, later);
        expect(result).toMatchObject({ kind: "rejected", reason: "checked_out" });
        expect(await proposals()).toMatchObject([{ state: "open", head }]);
        expect(await person.head("main")).toBe(base);
      }),
    );

    it(
      "is refused on a conflict, and for a draft",
      onStage(factory, async ({ forge, propose, person, proposals }) => {
        const { ref, head } = await propose();
        const base = await person.commit("main", { ".kaizen/schedule.yml": "cron: theirs\n" });
        const result = await forge.mergeProposal(ref, head, later);
        expect(result).toMatchObject({ kind: "rejected", reason: "conflict" });
        expect(result).toHaveProperty("hint", expect.stringMatching(/\S/));
        const [open] = await proposals();
        expect(open).toMatchObject({ state: "open", head });
        if (open === undefined) throw new Error("no proposal");
        valueOfWrite(await forge.updateProposal(open.ref, { draft: true, time: later }));
        expect(await forge.mergeProposal(ref, head, later)).toMatchObject({
          kind: "rejected",
          reason: "ineligible",
        });
        expect(await person.head("main")).toBe(base);
      }),
    );

    it(
      "loses the race when a person pushed",
      onStage(factory, async ({ forge, propose, person, head: headOf }) => {
        const { ref, head } = await propose();
        const before = await headOf();
        const theirs = await person.commit(branch, { a: "b" });
        expect(await forge.mergeProposal(ref, head, later)).toEqual({ kind: "lost_race" });
        expect(await person.head(branch)).toBe(theirs);
        expect(await headOf()).toBe(before);
      }),
    );

    it.skipIf(lacksOther !== undefined)(
      `loses the race when somebody else merged${lacksOther === undefined ? "" : ` (skipped: ${lacksOther})`}`,
      onStage(factory, async ({ forge, propose, person }) => {
        const { ref } = await propose();
        const theirs = await person.commit(branch, { a: "b" });
        const merged = await person.merge(branch);
        expect(await forge.mergeProposal(ref, theirs, later)).toEqual({ kind: "lost_race" });
        await person.deleteBranch(branch);
        expect(await forge.mergeProposal(ref, theirs, later)).toEqual({ kind: "lost_race" });
        expect(await person.head("main")).toBe(merged);
      }),
    );

    it(
      "loses the race when it was closed",
      onStage(factory, async ({ forge, propose, head: headOf }) => {
        const { ref, head } = await propose();
        valueOfWrite(await forge.updateProposal(ref, { state: "closed", time: later }));
        const before = await headOf();
        expect(await forge.mergeProposal(ref, head, later)).toEqual({ kind: "lost_race" });
        expect(await headOf()).toBe(before);
      }),
    );
  });

  describe("inspect", () => {
    it(
      "shows changes, commits and the diff against the merge base",
      onStage(factory, async ({ forge, propose, person, head: headOf }) => {
        const start = await headOf();
        const { ref, head } = await propose();
        await person.commit("main", { other: "x" });
        const theirs = await person.commit(branch, { gone: "1", "README.md": null }, { message: "Person" });
        const detail = valueOf(await forge.inspect(ref));
        expect(detail.mergeBase).toBe(start);
        expect(detail.summary).toMatchObject({ state: "open", head: theirs });
        expect(detail.commits.map(({ oid, parents, authorName }) => [oid, parents, authorName])).toEqual([
          [theirs, [head], "Pat Person"],
          [head, [start], expect.any(String)],
        ]);
        expect(detail.commits[1]?.message.trimEnd()).toBe("Set the schedule\n\nCoulomb-Change: 1");
        expect(
          detail.changed.map(({ path, baseBlob, headBlob }) => [path, baseBlob === null, headBlob === null]),
        ).toEqual([
          [".kaizen/schedule.yml", false, false],
          ["README.md", false, true],
          ["gone", true, false],
        ]);
        expect(detail.diff).toContain("-cron: hourly\n+cron: daily\n");
      }),
    );

    it(
      "still shows a proposal that was closed and whose branch is gone",
      onStage(factory, async ({ forge, repo, propose }) => {
        const { ref, head } = await propose();
        valueOfWrite(await forge.updateProposal(ref, { state: "closed", time: later }));
        valueOfWrite(await forge.deleteBranch({ repo, branch }, head));
        const detail = valueOf(await forge.inspect(ref));
        expect(detail.summary).toMatchObject({ state: "closed", head });
        expect(detail.changed.map((each) => each.path)).toEqual([".kaizen/schedule.yml"]);
      }),
    );

    it(
      "shows what a merged proposal brought",
      onStage(factory, async ({ forge, propose, person }) => {
        const { ref, head } = await propose();
        await person.merge(branch);
        const detail = valueOf(await forge.inspect(ref));
        expect(detail.summary).toMatchObject({ state: "merged", head });
        expect(detail.changed.map((each) => each.path)).toEqual([".kaizen/schedule.yml"]);
      }),
    );

    it(
      "knows no proposal that is not there",
      onStage(factory, async ({ forge, repo }) => {
        const missing = await forge.inspect({ repo, branch, number: 1 });
        expect(missing).toMatchObject({ kind: "unknown", reason: "not_found" });
      }),
    );
  });
}
