import { renameSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { branch } from "./contract/harness.ts";
import type { WriteMethod } from "./forge-wrappers.ts";
import { gitNow, later, onGit, putHook, recordRef, refsOf } from "./git-stage.ts";
import { callWrite, prepare } from "./git-writes.ts";

const options = { timeout: 60_000 };

describe.concurrent("somebody acts between the read and the push", options, () => {
  it.each<[WriteMethod, string, (path: string, main: string) => void]>([
    [
      "advanceBranch",
      "the branch is moved",
      (path, main) => gitNow(path, ["update-ref", `refs/heads/${branch}`, main]),
    ],
    [
      "advanceBranch",
      "the branch is deleted",
      (path) => gitNow(path, ["update-ref", "-d", `refs/heads/${branch}`]),
    ],
    [
      "deleteBranch",
      "the branch is moved",
      (path, main) => gitNow(path, ["update-ref", `refs/heads/${branch}`, main]),
    ],
    [
      "openProposal",
      "another one is opened",
      (path, main) => gitNow(path, ["update-ref", "refs/coulomb/proposals/pilot/other", main]),
    ],
    ["updateProposal", "it is changed", (path, main) => gitNow(path, ["update-ref", recordRef, main])],
    ["mergeProposal", "the base branch is moved", (path) => moveMain(path)],
    [
      "mergeProposal",
      "the branch is moved",
      (path, main) => gitNow(path, ["update-ref", `refs/heads/${branch}`, main]),
    ],
    [
      "mergeProposal",
      "the proposal is changed",
      (path, main) => gitNow(path, ["update-ref", recordRef, main]),
    ],
  ])("%s loses when %s", (method, _what, act) =>
    onGit("bare", async (stage, path, meanwhile) => {
      const { ref, head } = await prepare(stage);
      const main = await stage.head();
      let after = "";
      meanwhile.act = () => {
        act(path, main);
        after = refsOf(path);
      };
      expect(await callWrite(method, stage, ref, head)).toEqual({ kind: "lost_race" });
      expect(after).not.toBe("");
      expect(refsOf(path)).toBe(after);
    })(),
  );

  it(
    "deleteBranch is done when somebody else deleted it",
    onGit("bare", async (stage, path, meanwhile) => {
      const { head } = await stage.propose();
      meanwhile.act = () => gitNow(path, ["update-ref", "-d", `refs/heads/${branch}`]);
      expect(await stage.forge.deleteBranch({ repo: stage.repo, branch }, head)).toMatchObject({
        kind: "done",
      });
    }),
  );

  it.each(["bare", "file"] as const)("a push that landed and then failed is done (%s)", (layout) =>
    onGit(layout, async (stage, path) => {
      // The client is cut off after the refs are moved: the answer is lost, the write is not.
      putHook(path, "post-receive", "kill -9 $(ps -o ppid= -p $PPID)");
      const result = await stage.forge.advanceBranch(await stage.write());
      const head = await stage.person.head(branch);
      expect(head).not.toBeNull();
      expect(result).toEqual({ kind: "done", value: head });
    })(),
  );

  it(
    "a push whose outcome cannot be read is unclear",
    onGit("bare", async (stage, path, meanwhile) => {
      const { ref } = await stage.propose();
      meanwhile.act = () => renameSync(path, `${path}.away`);
      expect(await stage.forge.updateProposal(ref, { title: "x", time: later })).toMatchObject({
        kind: "unclear",
      });
    }),
  );
});

function moveMain(path: string): void {
  const tree = gitNow(path, ["rev-parse", "main^{tree}"]);
  gitNow(path, [
    "update-ref",
    "refs/heads/main",
    gitNow(path, ["commit-tree", tree, "-p", "main", "-m", "x"]),
  ]);
}
