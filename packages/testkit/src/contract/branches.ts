import { describe, expect, it } from "vitest";
import { branch, type HarnessFactory, onStage, shownFile, valueOf, valueOfWrite } from "./harness.ts";

/** How every adapter must move branches. */
export function describeBranches(factory: HarnessFactory): void {
  describe("advanceBranch", () => {
    it(
      "makes a branch whose only difference are the planned files",
      onStage(factory, async ({ forge, write, look, person, text }) => {
        const plan = await write({
          files: [
            { path: ".kaizen/schedule.yml", content: Buffer.from("cron: daily\n") },
            { path: "new/deep/file", content: Buffer.from([0, 255, 13, 10]) },
            { path: "README.md", content: null },
          ],
        });
        const oid = valueOfWrite(await forge.advanceBranch(plan));
        expect(await person.head(branch)).toBe(oid);
        const files = [".kaizen/schedule.yml", "new/deep/file", "README.md", "bin/run.sh"];
        const found = await look({ at: branch, files });
        expect(shownFile(found, ".kaizen/schedule.yml")).toBe("cron: daily\n");
        expect(valueOf(found.files.get("new/deep/file"))).toMatchObject({
          bytes: Buffer.from([0, 255, 13, 10]),
        });
        expect(shownFile(found, "README.md")).toEqual({ kind: "absent" });
        expect(shownFile(found, "bin/run.sh")).toBe("#!/bin/sh\n");
        expect(valueOf(found.branches.get(branch))).toMatchObject({
          message: expect.stringContaining(plan.message.trimEnd()),
        });
        expect(await text("README.md")).toBe("# Pilot\n");
      }),
    );

    it(
      "does nothing when it is asked for the same once more",
      onStage(factory, async ({ forge, write, head, person }) => {
        const plan = await write();
        const oid = valueOfWrite(await forge.advanceBranch(plan));
        expect(await forge.advanceBranch(plan)).toEqual({ kind: "done", value: oid });
        const next = { ...plan, expected: oid, message: "Again\n", time: plan.time + 1000 };
        const second = valueOfWrite(await forge.advanceBranch(next));
        expect(second).not.toBe(oid);
        expect(await forge.advanceBranch(next)).toEqual({ kind: "done", value: second });
        expect(await person.head(branch)).toBe(second);
        expect(await head()).toBe(plan.base);
      }),
    );

    it(
      "joins a newer base as second parent, so the merge is clean",
      onStage(factory, async ({ forge, write, person, propose, look, text }) => {
        const { ref, head } = await propose();
        const base = await person.commit("main", { ".kaizen/schedule.yml": "cron: weekly\n" });
        const oid = valueOfWrite(
          await forge.advanceBranch(await write({ expected: head, base, mergeBase: true })),
        );
        valueOfWrite(await forge.updateProposal(ref, { head: oid, time: 2_000_000_000_000 }));
        const detail = valueOf(await forge.inspect({ ...ref }));
        expect(detail.commits[0]?.parents).toEqual([head, base]);
        expect(detail.changed.map((each) => each.path)).toEqual([".kaizen/schedule.yml"]);
        expect(
          shownFile(await look({ at: branch, files: [".kaizen/schedule.yml"] }), ".kaizen/schedule.yml"),
        ).toBe("cron: daily\n");
        expect(await text(".kaizen/schedule.yml")).toBe("cron: weekly\n");
      }),
    );

    it(
      "starts a branch of its own history from nothing",
      onStage(factory, async ({ forge, write, look, person }) => {
        const files = [{ path: "base.jsonl", content: Buffer.from("{}\n") }];
        const plan = await write({ branch: "coulomb-state/pilot", base: null, files });
        const oid = valueOfWrite(await forge.advanceBranch(plan));
        const found = await look({ at: "coulomb-state/pilot", files: ["base.jsonl", "README.md"] });
        expect(valueOf(found.facts).head).toBe(oid);
        expect(shownFile(found, "base.jsonl")).toBe("{}\n");
        expect(shownFile(found, "README.md")).toEqual({ kind: "absent" });
        const next = {
          ...plan,
          expected: oid,
          base: oid,
          time: plan.time + 1000,
          files: [{ path: "b", content: Buffer.from("") }],
        };
        const second = valueOfWrite(await forge.advanceBranch(next));
        expect(await person.head("coulomb-state/pilot")).toBe(second);
        expect(await person.read("coulomb-state/pilot", "base.jsonl")).toBe("{}\n");
      }),
    );

    it(
      "loses the race when the branch is there already, was moved, or was deleted",
      onStage(factory, async ({ forge, write, person }) => {
        const plan = await write();
        const theirs = await person.commit(branch, { mine: "x" });
        expect(await forge.advanceBranch(plan)).toEqual({ kind: "lost_race" });
        expect(await person.head(branch)).toBe(theirs);
        const more = await person.commit(branch, { mine: "y" });
        expect(await forge.advanceBranch({ ...plan, expected: theirs })).toEqual({ kind: "lost_race" });
        expect(await person.head(branch)).toBe(more);
        await person.deleteBranch(branch);
        expect(await forge.advanceBranch({ ...plan, expected: more })).toEqual({ kind: "lost_race" });
        expect(await person.head(branch)).toBeNull();
      }),
    );

    it(
      "keeps a program a program",
      onStage(factory, async ({ forge, write, propose }) => {
        const { ref, head } = await propose();
        const files = [{ path: "bin/run.sh", content: Buffer.from("#!/bin/bash\n") }];
        const oid = valueOfWrite(
          await forge.advanceBranch(await write({ expected: head, base: head, files })),
        );
        valueOfWrite(await forge.updateProposal(ref, { head: oid, time: 2_000_000_000_000 }));
        expect(valueOf(await forge.inspect(ref)).diff).not.toContain("new mode");
      }),
    );

    it.each([
      ["a folder", ".kaizen"],
      ["a symbolic link", "link"],
      ["a file in the place of its folder", "README.md/x"],
      ["a link in the place of its folder", "link/x"],
    ])("writes nothing over %s", (_what, path) =>
      onStage(factory, async ({ forge, write, person }) => {
        const files = [{ path, content: Buffer.from("x") }];
        const result = await forge.advanceBranch(await write({ files }));
        expect(result).toMatchObject({ kind: "rejected", reason: "conflict" });
        expect(await person.head(branch)).toBeNull();
      })(),
    );

    it.each(["../out", "/etc/passwd", ".git/config", "a/.GIT/hooks/x", "a//b", ""])(
      "refuses the path %j",
      (path) =>
        onStage(factory, async ({ forge, write, person }) => {
          const result = await forge.advanceBranch(
            await write({ files: [{ path, content: Buffer.from("x") }] }),
          );
          expect(result).toMatchObject({ kind: "rejected" });
          expect(await person.head(branch)).toBeNull();
        })(),
    );
  });

  describe("deleteBranch", () => {
    it(
      "deletes a branch with the expected head, and once more is fine",
      onStage(factory, async ({ forge, repo, person }) => {
        const oid = await person.commit(branch, { a: "b" });
        expect(await forge.deleteBranch({ repo, branch }, oid)).toMatchObject({ kind: "done" });
        expect(await person.head(branch)).toBeNull();
        expect(await forge.deleteBranch({ repo, branch }, oid)).toMatchObject({ kind: "done" });
      }),
    );

    it(
      "loses the race when a person pushed",
      onStage(factory, async ({ forge, repo, person }) => {
        const oid = await person.commit(branch, { a: "b" });
        const theirs = await person.commit(branch, { a: "c" });
        expect(await forge.deleteBranch({ repo, branch }, oid)).toEqual({ kind: "lost_race" });
        expect(await person.head(branch)).toBe(theirs);
      }),
    );
  });
}
