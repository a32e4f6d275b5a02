import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { valueOf, valueOfWrite } from "./contract/harness.ts";
import { createFleet } from "./fleet.ts";
import { forgeAt, later } from "./git-stage.ts";
import { memoryCache } from "./memory-cache.ts";
import { personAt } from "./person.ts";
import { fixedTime, git } from "./plain-git.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const options = { timeout: 60_000 };

describe.concurrent("kinds of repositories", options, () => {
  const query = { repo: { owner: "a", repo: "one" }, files: ["f"], branches: ["coulomb/pilot/x"] };
  const lookAt = async (url: string, onProcess?: (args: readonly string[]) => void) => {
    const forge = forgeAt(url, onProcess === undefined ? {} : { onProcess });
    for await (const found of forge.observe([query], memoryCache())) return found;
    throw new Error("no answer");
  };
  const shown = (found: Awaited<ReturnType<typeof lookAt>>) => {
    const state = valueOf(found.files.get("f"));
    return state.kind === "file" ? Buffer.from(state.bytes).toString() : state.kind;
  };

  it.each<[string, (folder: string) => Promise<string>]>([
    [
      "packed refs",
      async (folder) => {
        await git(folder, ["pack-refs", "--all"]);
        return folder;
      },
    ],
    [
      "a linked worktree",
      async (folder) => {
        await git(folder, ["worktree", "add", "--quiet", "../linked", "-b", "topic"]);
        return join(folder, "../linked");
      },
    ],
    [
      "a default branch that is a symbolic ref",
      async (folder) => {
        await git(folder, ["symbolic-ref", "refs/heads/alias", "refs/heads/main"]);
        await git(folder, ["symbolic-ref", "HEAD", "refs/heads/alias"]);
        return folder;
      },
    ],
    [
      "objects borrowed from another repository",
      async (folder) => {
        await git(folder, ["clone", "--quiet", "--bare", "--shared", ".", "../shared.git"]);
        return join(folder, "../shared.git");
      },
    ],
    [
      "a shallow clone",
      async (folder) => {
        await git(folder, ["commit-tree", "main^{tree}", "-p", "main", "-m", "x"]).then((oid) =>
          git(folder, ["update-ref", "refs/heads/main", oid]),
        );
        await git(folder, ["clone", "--quiet", "--bare", "--depth=1", `file://${folder}`, "../shallow.git"]);
        return join(folder, "../shallow.git");
      },
    ],
  ])("%s is read and written", async (_what, prepare) => {
    const fleet = await createFleet({ repos: { "a/one": { files: { f: "text" } } } });
    const url = await prepare(fleet.path("a/one"));
    const found = await lookAt(templateOf(url));
    expect(shown(found)).toBe("text");
    const head = valueOf(found.facts).head ?? "";
    const forge = forgeAt(templateOf(url));
    const repo = query.repo;
    const made = valueOfWrite(
      await forge.advanceBranch({
        repo,
        branch: "coulomb/pilot/x",
        expected: null,
        base: head,
        mergeBase: false,
        files: [{ path: "f", content: Buffer.from("new") }],
        message: "m\n",
        time: later,
      }),
    );
    const base = valueOf(found.facts).defaultBranch;
    const draft = {
      repo,
      branch: "coulomb/pilot/x",
      base,
      head: made,
      title: "t",
      body: "b",
      draft: false,
      labels: [],
      time: later,
    };
    valueOfWrite(await forge.openProposal(draft));
    expect(valueOf((await lookAt(templateOf(url))).proposals.get("coulomb/pilot/x"))).toMatchObject([
      { state: "open", head: made },
    ]);
    fleet.remove();
  });

  it("a repository with SHA-256 objects is read and written by git", async () => {
    const folder = temporaryFolder();
    const path = join(folder.path, "a", "one.git");
    mkdirSync(dirname(path));
    await git(folder.path, [
      "init",
      "--quiet",
      "--bare",
      "--object-format=sha256",
      "--initial-branch=main",
      path,
    ]);
    const input = `commit refs/heads/main\ncommitter P <p@x> ${fixedTime / 1000} +0000\ndata 1\nx\nM 100644 inline f\ndata 4\ntext\n`;
    await git(path, ["fast-import", "--quiet"], { input });
    const processes: string[] = [];
    const found = await lookAt(folder.path, ([name = ""]) => processes.push(name));
    expect(shown(found)).toBe("text");
    expect(processes).toContain("ls-remote");
    const head = valueOf(found.facts).head ?? "";
    expect(head).toHaveLength(64);
    const forge = forgeAt(folder.path);
    const plan = {
      repo: query.repo,
      branch: "coulomb/pilot/x",
      expected: null,
      base: head,
      mergeBase: false,
      files: [{ path: "f", content: Buffer.from("new") }],
      message: "m\n",
      time: later,
    };
    const made = valueOfWrite(await forge.advanceBranch(plan));
    expect(made).toHaveLength(64);
    expect(await forge.advanceBranch(plan)).toEqual({ kind: "done", value: made });
    expect(await forge.deleteBranch({ repo: query.repo, branch: "coulomb/pilot/x" }, made)).toMatchObject({
      kind: "done",
    });
    folder.remove();
  });

  it("a long history is fetched from a URL until the merge base is certain", async () => {
    const fleet = await createFleet({ repos: { "a/one": { files: { f: "text" } } } });
    const person = personAt(fleet.path("a/one"));
    const forge = forgeAt(`file://${fleet.folder}`);
    const { repo } = query;
    const branch = "coulomb/pilot/x";
    const head = await person.commit(branch, { mine: "x" });
    const draft = {
      repo,
      branch,
      base: "main",
      head,
      title: "t",
      body: "b",
      draft: false,
      labels: [],
      time: later,
    };
    const ref = valueOfWrite(await forge.openProposal(draft));
    await addHistory(fleet.path("a/one"), 1500);
    const start = await person.head("main~1500");
    const fetches: string[] = [];
    const counting = forgeAt(`file://${fleet.folder}`, {
      onProcess: (args) =>
        void (args[0] === "fetch" && fetches.push(args.find((each) => each.startsWith("--depth")) ?? "")),
    });
    expect(valueOf(await counting.inspect(ref)).mergeBase).toBe(start);
    expect(fetches).toContain("--depth=1024");
    const merged = valueOfWrite(await forge.mergeProposal(ref, head, later));
    expect(await person.read("main", "mine")).toBe("x");
    expect(await git(fleet.path("a/one"), ["merge-base", head, merged])).toBe(head);
    fleet.remove();
  });

  it.each(['"quoted', "#hash", "sp ace", "new\nline", "back\\slash", "ümlaut", "'; exit #"])(
    "a folder named %j is read and written",
    async (name) => {
      const folder = temporaryFolder();
      const inner = join(folder.path, name);
      await createFleet({ folder: inner, repos: { "a/one": { files: { f: "text" } } } });
      const found = await lookAt(inner);
      expect(shown(found)).toBe("text");
      const head = valueOf(found.facts).head ?? "";
      const made = await forgeAt(inner).advanceBranch({
        repo: query.repo,
        branch: "coulomb/pilot/x",
        expected: null,
        base: head,
        mergeBase: false,
        files: [{ path: '"odd" näme', content: Buffer.from("new") }],
        message: "m\n",
        time: later,
      });
      expect(await personAt(join(inner, "a", "one.git")).head("coulomb/pilot/x")).toBe(valueOfWrite(made));
      expect(await personAt(join(inner, "a", "one.git")).read("coulomb/pilot/x", '"odd" näme')).toBe("new");
      folder.remove();
    },
  );

  it("a storage that git does not know is unsupported, not empty", async () => {
    const fleet = await createFleet({ repos: { "a/one": { files: { f: "text" } } } });
    const path = fleet.path("a/one");
    writeFileSync(
      join(path, "config"),
      "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\trefstorage = reftable\n",
    );
    const found = await lookAt(fleet.folder);
    expect(found.facts).toMatchObject({ kind: "unknown", reason: "unsupported" });
    fleet.remove();
  });

  it("an empty repository is ineligible, and its files are not known to be absent", async () => {
    const fleet = await createFleet({ repos: { "a/one": {} } });
    for (const url of [fleet.folder, `file://${fleet.folder}`]) {
      const found = await lookAt(url);
      expect(valueOf(found.facts)).toMatchObject({ head: null, eligible: { ok: false, reason: "empty" } });
      expect(found.files.get("f")?.kind).toBe("unknown");
    }
    fleet.remove();
  });

  it("a mirror is ineligible", async () => {
    const fleet = await createFleet({ repos: { "a/one": { files: { f: "text" } } } });
    const folder = temporaryFolder();
    await git(folder.path, [
      "clone",
      "--quiet",
      "--mirror",
      fleet.path("a/one"),
      join(folder.path, "a", "one.git"),
    ]);
    expect(valueOf((await lookAt(folder.path)).facts).eligible).toEqual({ ok: false, reason: "mirror" });
    folder.remove();
    fleet.remove();
  });

  it("a detached HEAD names no default branch", async () => {
    const fleet = await createFleet({ repos: { "a/one": { files: { f: "text" } } } });
    const path = fleet.path("a/one");
    await git(path, ["update-ref", "--no-deref", "HEAD", await git(path, ["rev-parse", "main"])]);
    for (const url of [fleet.folder, `file://${fleet.folder}`]) {
      expect((await lookAt(url)).facts).toMatchObject({ kind: "unknown", reason: "unsupported" });
    }
    fleet.remove();
  });
});

/** A template that always names this folder. */
function templateOf(path: string): string {
  return path.endsWith("one.git")
    ? path.replace(/a\/one\.git$/, "{owner}/{repo}.git")
    : `${path}/{owner}/../../{repo}/../${path.slice(path.lastIndexOf("/") + 1)}`;
}

/** Many commits on `main`, one after the other. */
async function addHistory(path: string, count: number): Promise<void> {
  let input = "";
  for (let index = 0; index < count; index += 1) {
    const from = index === 0 ? "from refs/heads/main^0\n" : "";
    input += `commit refs/heads/main\ncommitter P <p@x> ${fixedTime / 1000 + index} +0000\ndata 1\nx\n${from}`;
    input += `M 100644 inline n\ndata ${String(index).length}\n${index}\n\n`;
  }
  await git(path, ["fast-import", "--quiet"], { input });
}
