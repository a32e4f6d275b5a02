import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { WriteResult } from "@coulomb-loop/forge";
import { describe, expect, it } from "vitest";
import { branch, valueOf, valueOfWrite } from "./contract/harness.ts";
import type { WriteMethod } from "./forge-wrappers.ts";
import { gitNow, later, onGit, putHook, recordRef, refsOf } from "./git-stage.ts";
import { callWrite, methods, otherBranch, prepare } from "./git-writes.ts";

const options = { timeout: 60_000 };

describe.concurrent("a write that the repository refuses moves nothing", options, () => {
  it.each(methods)("%s, declined by a pre-receive hook", (method) =>
    onGit("bare", async (stage, path) => {
      const { ref, head } = await prepare(stage);
      putHook(path, "pre-receive", "echo not on a Friday >&2; exit 1");
      const before = refsOf(path);
      const result = await callWrite(method, stage, ref, head);
      expect(result).toMatchObject({ kind: "rejected", reason: "hook_declined" });
      expect(result).toHaveProperty("hint", expect.stringContaining("not on a Friday"));
      expect(refsOf(path)).toBe(before);
    })(),
  );

  it.each<[WriteMethod, string]>([
    ["advanceBranch", `refs/heads/${branch}`],
    ["deleteBranch", `refs/heads/${branch}`],
    ["openProposal", "refs/coulomb/proposals/pilot/other"],
    ["updateProposal", recordRef],
    ["mergeProposal", "refs/heads/main"],
  ])("%s, when a stale lock of %s is in the way", (method, locked) =>
    onGit("bare", async (stage, path) => {
      const { ref, head } = await prepare(stage);
      const lock = join(path, `${locked}.lock`);
      mkdirSync(dirname(lock), { recursive: true });
      writeFileSync(lock, "");
      const before = refsOf(path);
      expect(await callWrite(method, stage, ref, head)).toMatchObject({
        kind: "rejected",
        reason: "storage",
      });
      expect(refsOf(path)).toBe(before);
    })(),
  );

  it.each(methods.filter((method) => method !== "deleteBranch"))(
    "%s, when no object can be stored",
    (method) =>
      onGit("bare", async (stage, path) => {
        const { ref, head } = await prepare(stage);
        const before = refsOf(path);
        // Files where git makes folders for new objects: tests may run as root, whom no permission stops.
        for (let first = 0; first < 256; first += 1) {
          const folder = join(path, "objects", first.toString(16).padStart(2, "0"));
          if (!existsSync(folder)) writeFileSync(folder, "");
        }
        const result = await callWrite(method, stage, ref, head);
        expect(result).toMatchObject({ kind: "rejected", reason: "storage" });
        expect(refsOf(path)).toBe(before);
      })(),
  );

  it.each(methods)("%s, when the refs cannot be stored", (method) =>
    onGit("bare", async (stage, path) => {
      const { ref, head } = await prepare(stage);
      putHook(path, "reference-transaction", `[ "$1" != prepared ]`);
      const before = refsOf(path);
      const result = await callWrite(method, stage, ref, head);
      expect(result).toMatchObject({ kind: "rejected", reason: "storage" });
      expect(refsOf(path)).toBe(before);
    })(),
  );

  it.each(methods)("%s, when the repository is gone", (method) =>
    onGit("bare", async (stage, path) => {
      const { ref, head } = await prepare(stage);
      const { forge, repo } = stage;
      const plan = await stage.write({ expected: head, base: head });
      const draft = await stage.draft({ branch: otherBranch });
      renameSync(path, `${path}.away`);
      const calls: Readonly<Record<WriteMethod, () => Promise<WriteResult<unknown>>>> = {
        advanceBranch: () => forge.advanceBranch(plan),
        deleteBranch: () => forge.deleteBranch({ repo, branch }, head),
        openProposal: () => forge.openProposal(draft),
        updateProposal: () => forge.updateProposal(ref, { title: "x", time: later }),
        mergeProposal: () => forge.mergeProposal(ref, head, later),
      };
      expect(await calls[method]()).toMatchObject({ kind: "rejected", reason: "not_found" });
    })(),
  );

  it.each<[WriteMethod, string, string]>([
    ["deleteBranch", "receive.denyDeletes", "true"],
    ["mergeProposal", "receive.denyDeletes", "true"],
    ["updateProposal", "receive.hideRefs", "refs/coulomb"],
    ["openProposal", "transfer.hideRefs", "refs/coulomb"],
  ])("%s, forbidden by %s = %s", (method, key, value) =>
    onGit("bare", async (stage, path) => {
      const { ref, head } = await prepare(stage);
      gitNow(path, ["config", key, value]);
      const before = refsOf(path);
      const result = await callWrite(method, stage, ref, head);
      expect(result).toMatchObject({ kind: "rejected", reason: "protected" });
      expect(refsOf(path)).toBe(before);
    })(),
  );

  it(
    "to a branch that is checked out in a work tree",
    onGit("worktree", async (stage, path) => {
      const { head } = await stage.propose();
      gitNow(path, ["worktree", "add", "--quiet", "../linked", branch]);
      const result = await stage.forge.advanceBranch(
        await stage.write({ expected: head, base: head, time: later }),
      );
      expect(result).toMatchObject({ kind: "rejected", reason: "checked_out" });
      expect(await stage.person.head(branch)).toBe(head);
      expect(gitNow(join(path, "..", "linked"), ["status", "--porcelain"])).toBe("");
    }),
  );

  it(
    "to the default branch, whatever the caller asks for",
    onGit("bare", async (stage, path) => {
      const main = await stage.head();
      const before = refsOf(path);
      const plan = await stage.write({ branch: "main", expected: main });
      expect(await stage.forge.advanceBranch(plan)).toMatchObject({ kind: "rejected", reason: "protected" });
      const deleted = await stage.forge.deleteBranch({ repo: stage.repo, branch: "main" }, main);
      expect(deleted).toMatchObject({ kind: "rejected", reason: "protected" });
      expect(refsOf(path)).toBe(before);
    }),
  );

  it(
    "a merge of which one ref is declined",
    onGit("bare", async (stage, path) => {
      const { ref, head } = await stage.propose();
      putHook(path, "update", `case "$1" in refs/coulomb/*) exit 1;; esac`);
      const before = refsOf(path);
      const result = await stage.forge.mergeProposal(ref, head, later);
      expect(result).toMatchObject({ kind: "rejected", reason: "hook_declined" });
      expect(refsOf(path)).toBe(before);
    }),
  );

  it(
    "to a proposal of another installation",
    onGit("bare", async (stage, path) => {
      const { ref, head } = await stage.propose();
      const before = refsOf(path);
      const foreign = { ...ref, branch: "coulomb/others/schedule" };
      const { forge, draft } = stage;
      for (const result of [
        await forge.openProposal(await draft({ branch: "coulomb/others/schedule", head })),
        await forge.openProposal(await draft({ branch: "topic", head })),
        await forge.updateProposal(foreign, { title: "x", time: later }),
        await forge.mergeProposal(foreign, head, later),
      ]) {
        expect(result).toMatchObject({ kind: "rejected", reason: "unsupported" });
      }
      expect(refsOf(path)).toBe(before);
    }),
  );
});

describe.concurrent("a server without atomic pushes", options, () => {
  it(
    "gets the refs of a merge one after the other",
    onGit("bare", async (stage, path) => {
      const { ref, head } = await stage.propose();
      gitNow(path, ["config", "receive.advertiseAtomic", "false"]);
      const merged = valueOfWrite(await stage.forge.mergeProposal(ref, head, later));
      expect(await stage.person.head("main")).toBe(merged);
      expect(await stage.person.head(branch)).toBeNull();
      expect(await stage.proposals()).toMatchObject([{ state: "merged", mergedOid: merged }]);
    }),
  );

  it(
    "leaves a merge unclear when the second ref is declined, and the facts tell the rest",
    onGit("bare", async (stage, path) => {
      const { ref, head } = await stage.propose();
      gitNow(path, ["config", "receive.advertiseAtomic", "false"]);
      putHook(path, "update", `case "$1" in refs/coulomb/*) exit 1;; esac`);
      expect(await stage.forge.mergeProposal(ref, head, later)).toMatchObject({ kind: "unclear" });
      expect(await stage.proposals()).toMatchObject([{ state: "merged", head }]);
    }),
  );
});

describe.concurrent("garbage collection", options, () => {
  it(
    "leaves a closed proposal whole, whose branch is gone",
    onGit("bare", async (stage, path) => {
      const { forge, repo } = stage;
      const { ref, head } = await stage.propose();
      valueOfWrite(await forge.updateProposal(ref, { state: "closed", time: later }));
      valueOfWrite(await forge.deleteBranch({ repo, branch }, head));
      gitNow(path, ["gc", "--quiet", "--prune=now"]);
      const detail = valueOf(await forge.inspect(ref));
      expect(detail.changed.map((each) => each.path)).toEqual([".kaizen/schedule.yml"]);
      expect(gitNow(path, ["fsck", "--strict"])).toBe("");
    }),
  );
});
