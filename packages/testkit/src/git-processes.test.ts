import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { onStage, startFiles, valueOf } from "./contract/harness.ts";
import { createFleet } from "./fleet.ts";
import { gitHarness } from "./git-harness.ts";
import { forgeAt, later, putHook, refsOf } from "./git-stage.ts";
import { memoryCache } from "./memory-cache.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const options = { timeout: 60_000 };

describe.concurrent("processes and folders", options, () => {
  it("an observation that changes nothing starts one process for 250 repositories, then none", async () => {
    const names = Array.from({ length: 260 }, (_, index) => `a/r${index}`);
    const fleet = await createFleet({
      repos: Object.fromEntries(names.map((name) => [name, { files: { f: name } }])),
    });
    const processes: string[] = [];
    const temporary = temporaryFolder();
    const forge = forgeAt(fleet.folder, {
      onProcess: ([name = ""]) => processes.push(name),
      tempDir: temporary.path,
    });
    const queries = names.map((name) => ({
      repo: { owner: "a", repo: name.slice(2) },
      files: ["f", "g/h"],
      branches: ["coulomb/pilot/x"],
    }));
    const cache = memoryCache();
    const read = async () => {
      let count = 0;
      for await (const found of forge.observe(queries, cache))
        count += found.files.get("f")?.kind === "known" ? 1 : 0;
      return count;
    };
    expect(await read()).toBe(260);
    expect(processes).toEqual(["cat-file", "cat-file"]);
    processes.length = 0;
    expect(await read()).toBe(260);
    expect(processes).toEqual([]);
    expect(readdirSync(temporary.path)).toEqual([]);
    temporary.remove();
    fleet.remove();
  });

  it("nothing is left in the folder for temporary files after writes, failed or not", async () => {
    const temporary = temporaryFolder();
    const harness = await gitHarness("bare", startFiles, { tempDir: temporary.path });
    await onStage(
      async () => harness,
      async (stage) => {
        const { ref, head } = await stage.propose();
        await stage.person.commit("main", { ".kaizen/schedule.yml": "conflict\n" });
        expect(await stage.forge.mergeProposal(ref, head, later)).toMatchObject({ kind: "rejected" });
        await stage.forge.inspect(ref);
        await stage.look({ files: ["README.md"] });
      },
    )();
    expect(readdirSync(temporary.path)).toEqual([]);
    temporary.remove();
  });

  it("an abort ends what is under way, and later calls know nothing and write nothing", async () => {
    const abort = new AbortController();
    const harness = await gitHarness("bare", startFiles, { signal: abort.signal });
    await onStage(
      async () => harness,
      async (stage) => {
        const { ref } = await stage.propose();
        const before = refsOf(harness.path);
        abort.abort();
        expect((await stage.look({ files: ["README.md"] })).files.get("README.md")).toMatchObject({
          kind: "unknown",
        });
        expect(await stage.forge.updateProposal(ref, { title: "x", time: later })).toMatchObject({
          kind: "retry_at",
        });
        expect(refsOf(harness.path)).toBe(before);
      },
    )();
  });

  it("an abort during a push leaves the outcome unclear, and no process", async () => {
    const abort = new AbortController();
    const harness = await gitHarness("bare", startFiles, { signal: abort.signal });
    await onStage(
      async () => harness,
      async (stage) => {
        const marker = join(harness.path, "started");
        putHook(harness.path, "pre-receive", `: > "${marker}"; exec sleep 60`);
        const writing = stage.forge.advanceBranch(await stage.write());
        while (!existsSync(marker)) await new Promise((resolve) => setImmediate(resolve));
        abort.abort();
        expect((await writing).kind).toBe("unclear");
      },
    )();
  });

  it("a process that stays silent is ended, and its write is unclear", async () => {
    const harness = await gitHarness("bare", startFiles, { timeoutMs: 1500 });
    await onStage(
      async () => harness,
      async (stage) => {
        putHook(harness.path, "pre-receive", "exec sleep 60");
        expect(await stage.forge.advanceBranch(await stage.write())).toMatchObject({ kind: "unclear" });
      },
    )();
  });

  it("the caller's git variables and configuration change nothing", async () => {
    const folder = temporaryFolder();
    const config = join(folder.path, "config");
    writeFileSync(
      config,
      "[core]\n\thooksPath = /nowhere\n\tfsmonitor = echo\n[push]\n\tgpgSign = true\n[user]\n\tname = Else\n",
    );
    const env = {
      ...process.env,
      HOME: folder.path,
      GIT_DIR: "/nowhere",
      GIT_CONFIG_GLOBAL: config,
      GIT_AUTHOR_NAME: "Else",
      GIT_OBJECT_DIRECTORY: "/nowhere",
      GIT_ASKPASS: "/nowhere",
      GIT_TRACE: "1",
      EDITOR: "false",
      PAGER: "false",
      SSH_ASKPASS: "/nowhere",
    };
    writeFileSync(join(folder.path, ".gitconfig"), readFileSync(config));
    const harness = await gitHarness("file", startFiles, { env });
    await onStage(
      async () => harness,
      async (stage) => {
        const { ref } = await stage.propose();
        const detail = valueOf(await stage.forge.inspect(ref));
        expect(detail.commits).toMatchObject([{ authorName: "Coulomb", authorEmail: "coulomb@example.org" }]);
      },
    )();
    folder.remove();
  });

  it("a machine without git says so", async () => {
    const fleet = await createFleet({ repos: { "a/one": { files: { f: "x" } } } });
    const forge = forgeAt(fleet.folder, { env: { PATH: "/nowhere" } });
    await expect(forge.check()).rejects.toMatchObject({ code: "git_version" });
    await expect(
      forge.deleteBranch({ repo: { owner: "a", repo: "one" }, branch: "x" }, "0".repeat(40)),
    ).rejects.toMatchObject({ code: "git_version" });
    for await (const found of forge.observe(
      [{ repo: { owner: "a", repo: "one" }, files: ["f"], branches: [] }],
      memoryCache(),
    )) {
      expect(found.files.get("f")).toMatchObject({ kind: "unknown" });
    }
    fleet.remove();
  });
});
