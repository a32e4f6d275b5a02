import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { branch, type Stage } from "./contract/harness.ts";
import { createFleet } from "./fleet.ts";
import { forgeAt, gitNow, later, onGit, recordRef, refsOf } from "./git-stage.ts";
import { memoryCache } from "./memory-cache.ts";

describe.concurrent("broken repositories", { timeout: 60_000 }, () => {
  it.each([
    ["the commit", "main"],
    ["the root tree", "main^{tree}"],
    ["a folder", "main:.kaizen"],
    ["the blob", "main:.kaizen/schedule.yml"],
  ])("%s missing, cut or replaced is unknown, never absent", (_what, object) =>
    onGit("bare", async (stage, path) => {
      unpack(path);
      const oid = gitNow(path, ["rev-parse", object]);
      const file = loose(path, oid);
      const bytes = readFileSync(file);
      const other = readFileSync(loose(path, gitNow(path, ["rev-parse", "main:README.md"])));
      for (const broken of [
        undefined,
        Buffer.from(""),
        bytes.subarray(0, bytes.length / 2),
        Buffer.from("junk"),
        other,
      ]) {
        rmSync(file, { force: true });
        if (broken !== undefined) writeFileSync(file, broken);
        const found = await freshLook(stage, path, [".kaizen/schedule.yml"]);
        expect(found.files.get(".kaizen/schedule.yml")).toMatchObject({ kind: "unknown", reason: "corrupt" });
      }
    })(),
  );

  it("one broken repository leaves the others of its shard readable", async () => {
    const repos = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`a/r${index}`, { files: { f: `${index}` } }]),
    );
    const fleet = await createFleet({ repos });
    for (const name of ["a/r1", "a/r4"]) {
      const path = fleet.path(name);
      unpack(path);
      writeFileSync(loose(path, gitNow(path, ["rev-parse", "main:f"])), "junk");
    }
    const queries = fleet.names.map((name) => ({
      repo: { owner: "a", repo: name.slice(2) },
      files: ["f"],
      branches: [],
    }));
    const states = new Map<string, string>();
    for await (const found of forgeAt(fleet.folder).observe(queries, memoryCache())) {
      states.set(found.repo.repo, found.files.get("f")?.kind ?? "");
    }
    expect(queries.map(({ repo }) => states.get(repo.repo))).toEqual([
      "known",
      "unknown",
      "known",
      "known",
      "unknown",
      "known",
    ]);
    fleet.remove();
  });

  it("a broken object does not speak for another repository that has the same", async () => {
    const fleet = await createFleet({
      repos: { "a/r0": { files: { f: "same", g: "0" } }, "a/r1": { files: { f: "same", g: "1" } } },
    });
    const path = fleet.path("a/r0");
    unpack(path);
    unpack(fleet.path("a/r1"));
    writeFileSync(loose(path, gitNow(path, ["rev-parse", "main:f"])), "junk");
    const kinds: Record<string, string | undefined> = {};
    const queries = ["r0", "r1"].map((repo) => ({ repo: { owner: "a", repo }, files: ["f"], branches: [] }));
    for await (const found of forgeAt(fleet.folder).observe(queries, memoryCache())) {
      kinds[found.repo.repo] = found.files.get("f")?.kind;
    }
    expect(kinds).toEqual({ r0: "unknown", r1: "known" });
    fleet.remove();
  });

  it.each([
    ["an empty file", ""],
    ["junk", "not an oid\n"],
  ])("a ref that holds %s is unknown", (_what, content) =>
    onGit("bare", async (stage, path) => {
      writeFileSync(join(path, "refs", "heads", "main"), content);
      const found = await stage.look({ files: ["README.md"] });
      expect(found.facts).toMatchObject({ kind: "unknown", reason: "corrupt" });
      expect(found.files.get("README.md")).toMatchObject({ kind: "unknown" });
    })(),
  );

  it.each([
    ["no JSON", "{"],
    ["an unknown key", '{"contract":"proposal/v1","extra":1}'],
    ["another contract", '{"contract":"proposal/v2"}'],
  ])("a record with %s makes the proposals unknown, and is never written over", (_what, document) =>
    onGit("bare", async (stage, path) => {
      const { ref, head } = await stage.propose();
      const blob = gitNow(path, ["hash-object", "-w", "--stdin"], document);
      const body = gitNow(path, ["rev-parse", `${recordRef}:body.md`]);
      const input = `100644 blob ${blob}\tproposal.json\n100644 blob ${body}\tbody.md\n`;
      const tree = gitNow(path, ["mktree"], input);
      gitNow(path, ["update-ref", recordRef, gitNow(path, ["commit-tree", tree, "-m", "x"])]);
      const before = refsOf(path);
      expect((await stage.look()).proposals.get(branch)).toMatchObject({
        kind: "unknown",
        reason: "corrupt",
      });
      const { forge, write, draft } = stage;
      for (const result of [
        await forge.advanceBranch(await write({ expected: head, base: head, time: later })),
        await forge.openProposal(await draft({ title: "x" })),
        await forge.updateProposal(ref, { title: "x", time: later }),
        await forge.mergeProposal(ref, head, later),
      ]) {
        expect(result).toMatchObject({ kind: "rejected", reason: "storage" });
      }
      expect(refsOf(path)).toBe(before);
    })(),
  );
});

async function freshLook(stage: Stage, path: string, files: string[]) {
  const forge = forgeAt(dirname(dirname(path)));
  for await (const found of forge.observe([{ repo: stage.repo, files, branches: [] }], memoryCache()))
    return found;
  throw new Error("no answer");
}

/** Turns packs into loose objects, so that single ones can be broken. */
function unpack(path: string): void {
  const packs = join(path, "objects", "pack");
  const away = join(path, "packs-away");
  renameSync(packs, away);
  mkdirSync(packs);
  for (const name of readdirSync(away).filter((each) => each.endsWith(".pack"))) {
    gitNow(path, ["unpack-objects", "-q"], readFileSync(join(away, name)));
  }
  rmSync(away, { recursive: true });
}

/** File of a loose object. */
function loose(path: string, oid: string): string {
  return join(path, "objects", oid.slice(0, 2), oid.slice(2));
}
