import type { BranchState, RepoObservation } from "@coulomb-loop/forge";
import { describe, expect, it } from "vitest";
import { memoryCache } from "../memory-cache.ts";
import { branch, type HarnessFactory, onStage, shownFile, valueOf, valueOfWrite } from "./harness.ts";

/** What every adapter must read. */
export function describeObserve(factory: HarnessFactory): void {
  describe("observe", () => {
    it(
      "reads files, and tells absent from everything that is not a file",
      onStage(factory, async ({ look, head }) => {
        const files = [
          "README.md",
          ".kaizen/schedule.yml",
          "bin/run.sh",
          "none",
          ".kaizen/none",
          "no/where",
          ".kaizen",
          "link",
          "README.md/x",
          "link/x",
        ];
        const found = await look({ files });
        expect(files.map((path) => shownFile(found, path))).toEqual([
          "# Pilot\n",
          "cron: hourly\n",
          "#!/bin/sh\n",
          { kind: "absent" },
          { kind: "absent" },
          { kind: "absent" },
          { kind: "other", what: "directory" },
          { kind: "other", what: "symlink" },
          { kind: "absent" },
          { kind: "absent" },
        ]);
        expect([...found.files.keys()]).toEqual(files);
        expect(found.files.get("none")).toMatchObject({ proof: await head() });
      }),
    );

    it(
      "tells who changed a file, the newest first, and nothing of it when nobody asks",
      onStage(factory, async ({ look, head, person }) => {
        const start = await head();
        const time = Date.UTC(2026, 2, 1, 12);
        const message = "Change the schedule\n\nSince it is spring.\n";
        const changed = await person.commit(
          "main",
          { ".kaizen/schedule.yml": "cron: daily\n" },
          { message, time },
        );
        await person.commit("main", { "README.md": "# Other\n" });
        const lastChanges = [".kaizen/schedule.yml", "none"];
        const found = await look({ files: [".kaizen/schedule.yml"], lastChanges });
        expect([...(found.lastChanges?.keys() ?? [])]).toEqual(lastChanges);
        expect(found.lastChanges?.get(".kaizen/schedule.yml")).toEqual({
          kind: "known",
          proof: await head(),
          value: [
            expect.objectContaining({
              commit: changed,
              authorName: expect.stringMatching(/\S/),
              at: time,
              message: expect.stringContaining("Change the schedule\n\nSince it is spring."),
            }),
            expect.objectContaining({ commit: start }),
          ],
        });
        expect(found.lastChanges?.get("none")).toMatchObject({ kind: "known", value: [] });
        expect((await look()).lastChanges).toBeUndefined();
      }),
    );

    it(
      "reads the facts under the head of the default branch",
      onStage(factory, async ({ look, head, repo }) => {
        const { facts, ...found } = await look();
        expect(found.repo).toEqual(repo);
        expect(facts).toMatchObject({
          kind: "known",
          value: { defaultBranch: "main", head: await head(), eligible: { ok: true } },
          proof: await head(),
        });
      }),
    );

    it(
      "reads a branch with its head and message, and says absent of one that is not there",
      onStage(factory, async ({ look, person, head }) => {
        const before = await look({ branches: [branch, "other/branch"] });
        expect(valueOf(before.branches.get(branch))).toEqual({ kind: "absent" });
        expect(valueOf(before.proposals.get(branch))).toEqual([]);
        const oid = await person.commit("other/branch", { a: "b" }, { message: "Words\n\nTrailer: x" });
        const after = await look({ branches: [branch, "other/branch"] });
        expect(after.branches.get(branch)).toEqual({
          kind: "known",
          value: { kind: "absent" },
          proof: await head(),
        });
        expect(after.branches.get("other/branch")).toEqual({
          kind: "known",
          value: { kind: "present", head: oid, message: expect.any(String), blobs: expect.any(Map) },
          proof: oid,
        });
        // Some forges drop the line feed at the end.
        expect(messageOf(valueOf(after.branches.get("other/branch"))).trimEnd()).toBe("Words\n\nTrailer: x");
        expect(valueOf(after.proposals.get("other/branch"))).toEqual([]);
      }),
    );

    it(
      "tells what the head of a branch changes, when asked",
      onStage(factory, async ({ forge, look, person, propose, write, head: headOf }) => {
        const { head } = await propose();
        const changedOf = async () => {
          const state = valueOf(
            (await look({ files: [".kaizen/schedule.yml"], changes: true })).branches.get(branch),
          );
          return state.kind === "present" ? state.changed?.toSorted() : undefined;
        };
        expect(await changedOf()).toEqual([".kaizen/schedule.yml"]);
        await person.commit("main", { "README.md": "# Other\n", ".kaizen/schedule.yml": "cron: weekly\n" });
        const joined = await write({ expected: head, base: await headOf(), mergeBase: true });
        valueOfWrite(await forge.advanceBranch(joined));
        expect(await changedOf()).toEqual([".kaizen/schedule.yml"]);
        await person.commit(branch, { "README.md": null, "deep/er/one": "1" });
        expect(await changedOf()).toEqual(["README.md", "deep/er/one"]);
        const plain = valueOf((await look()).branches.get(branch));
        expect(plain).not.toHaveProperty("changed");
      }),
    );

    it(
      "reads files of another branch, and finds none on a branch that is not there",
      onStage(factory, async ({ look, person }) => {
        const oid = await person.commit("state", { "base.jsonl": "{}\n" });
        const there = await look({ at: "state", files: ["base.jsonl"], branches: ["state"] });
        expect(valueOf(there.facts)).toMatchObject({ head: oid, defaultBranch: "main" });
        expect(shownFile(there, "base.jsonl")).toBe("{}\n");
        const gone = await look({ at: "no-state", files: ["base.jsonl"] });
        expect(valueOf(gone.facts)).toMatchObject({ head: null, eligible: { ok: true } });
        expect(shownFile(gone, "base.jsonl")).toEqual({ kind: "absent" });
      }),
    );

    it(
      "answers each query once, and one bad repository spoils no other",
      onStage(factory, async ({ forge, repo }) => {
        const queries = [
          { repo, files: ["README.md"], branches: [branch] },
          { repo: { owner: repo.owner, repo: "nowhere" }, files: ["README.md"], branches: [branch] },
          { repo: { owner: "../..", repo: "etc" }, files: ["README.md"], branches: [] },
          { repo, files: [], branches: ["bad..name"] },
        ];
        const found: RepoObservation[] = [];
        for await (const each of forge.observe(queries, memoryCache())) found.push(each);
        const facts = queries.map((query) =>
          found
            .filter((each) => each.repo === query.repo)
            .map((each) => each.facts.kind)
            .sort(),
        );
        expect(facts).toEqual([["known", "unknown"], ["unknown"], ["unknown"], ["known", "unknown"]]);
        const missing = found.find((each) => each.repo.repo === "nowhere");
        expect(missing?.facts).toMatchObject({ kind: "unknown", reason: "not_found" });
        expect(missing?.files.get("README.md")).toMatchObject({ kind: "unknown", reason: "not_found" });
        expect(missing?.branches.get(branch)).toMatchObject({ kind: "unknown" });
        expect(missing?.proposals.get(branch)).toMatchObject({ kind: "unknown" });
      }),
    );

    it(
      "reads the same with a warm cache, and does not trust one whose bytes do not fit",
      onStage(factory, async ({ look, person }) => {
        const cache = memoryCache();
        const first = await look({ files: ["README.md", "none"], cache });
        expect(await look({ files: ["README.md", "none"], cache })).toEqual(first);
        for (const blob of cache.blobs.keys()) cache.blobs.set(blob, Buffer.from("something else"));
        expect(shownFile(await look({ files: ["README.md"], cache }), "README.md")).toBe("# Pilot\n");
        await person.commit("main", { "README.md": "# New\n" });
        expect(shownFile(await look({ files: ["README.md"], cache }), "README.md")).toBe("# New\n");
      }),
    );

    it(
      "may be left before its end",
      onStage(factory, async ({ forge, repo }) => {
        const queries = Array.from({ length: 3 }, () => ({ repo, files: ["README.md"], branches: [] }));
        let seen = 0;
        for await (const found of forge.observe(queries, memoryCache())) {
          seen += 1;
          expect(found.facts.kind).toBe("known");
          break;
        }
        expect(seen).toBe(1);
      }),
    );

    it(
      "tells who it writes as",
      onStage(factory, async ({ forge }) => {
        const identity = valueOf(await forge.check());
        expect(identity.login).not.toBe("");
        expect(identity.server).not.toBe("");
      }),
    );
  });
}

function messageOf(state: BranchState): string {
  return state.kind === "present" ? state.message : "";
}
