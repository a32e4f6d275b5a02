/* oxlint-disable vitest/valid-expect -- a loop says which commit it is about */
import type { FolderEntry, FolderState } from "@coulomb-loop/forge";
import { describe, expect, it } from "vitest";
import { memoryCache } from "../memory-cache.ts";
import { branch, type HarnessFactory, onStage, shownFile, type Stage, valueOf } from "./harness.ts";

/** How every adapter lists folders, and reads at a commit. */
export function describeFolders(factory: HarnessFactory): void {
  describe("folders and commits", () => {
    it(
      "lists a folder one level deep, and tells absent from what is no folder",
      onStage(factory, async ({ look, person, head }) => {
        const submodule = await head();
        await person.commit("main", {
          "plans/a b.md": "spaces\n",
          "plans/größe-計画.md": "words\n",
          "plans/deep/er/one.md": "1\n",
          "plans/deep.md": "sorts before the folder\n",
          "plans/link": { link: "../README.md" },
          "plans/module": { submodule },
        });
        const folders = [
          "plans",
          "plans/deep",
          "none",
          "plans/none",
          "plans/a b.md",
          "plans/link",
          "plans/module",
          "plans/a b.md/x",
          "plans/link/x",
          "plans/module/x",
          "not//a path",
        ];
        const files = ["plans/a b.md", "plans/größe-計画.md"];
        const found = await look({ folders, files });
        expect([...(found.folders?.keys() ?? [])]).toEqual(folders);
        const shown = folders.slice(2, -1).map((path) => valueOf(found.folders?.get(path)));
        expect(shown).toEqual([
          { kind: "absent" },
          { kind: "absent" },
          { kind: "other", what: "file" },
          { kind: "other", what: "symlink" },
          { kind: "other", what: "submodule" },
          { kind: "absent" },
          { kind: "absent" },
          { kind: "absent" },
        ]);
        expect(found.folders?.get("not//a path")).toMatchObject({ kind: "unknown", reason: "unsupported" });
        expect(found.folders?.get("none")).toMatchObject({ proof: await head() });
        const plans = listed(found.folders?.get("plans"));
        expect(plans.entries.map(({ path, kind }) => [path, kind])).toEqual([
          ["plans/a b.md", "file"],
          ["plans/deep", "directory"],
          ["plans/deep.md", "file"],
          ["plans/größe-計画.md", "file"],
          ["plans/link", "symlink"],
          ["plans/module", "submodule"],
        ]);
        for (const path of files)
          expect(valueOf(found.files.get(path))).toMatchObject({ blob: oidAt(plans, path) });
        expect(oidAt(plans, "plans/module")).toBe(submodule);
        const deep = listed(found.folders?.get("plans/deep"));
        expect(deep.entries.map(({ path }) => path)).toEqual(["plans/deep/er"]);
        expect(oidAt(plans, "plans/deep")).toBe(deep.tree);
        expect((await look()).folders).toBeUndefined();
      }),
    );

    it(
      "lists hundreds of entries, and tells by the tree that a folder is as it was",
      onStage(factory, async ({ look, person }) => {
        const names = Array.from({ length: 230 }, (_, index) => `many/${String(index).padStart(3, "0")}.md`);
        await person.commit("main", Object.fromEntries(names.map((name) => [name, name])));
        const first = listed((await look({ folders: ["many"] })).folders?.get("many"));
        expect(first.entries.map(({ path }) => path)).toEqual(names);
        await person.commit("main", { "README.md": "# Other\n" });
        expect(listed((await look({ folders: ["many"] })).folders?.get("many"))).toEqual(first);
        await person.commit("main", { "many/000.md": null });
        const last = listed((await look({ folders: ["many"] })).folders?.get("many"));
        expect(last.entries.length).toBe(229);
        expect(last.tree).not.toBe(first.tree);
      }),
    );

    it(
      "lists and reads at a branch and at a commit, also with a warm cache",
      onStage(factory, async ({ look, person, head }) => {
        const old = await head();
        const now = await person.commit("main", { ".kaizen/more.yml": "1\n", "README.md": "# New\n" });
        const side = await person.commit("side", { ".kaizen/side.yml": "1\n" });
        const cache = memoryCache();
        const asked = { files: ["README.md", ".kaizen/more.yml"], folders: [".kaizen"] };
        const namesAt = async (at?: string) => {
          const found = await look({ ...asked, cache, ...(at === undefined ? {} : { at }) });
          const facts = valueOf(found.facts);
          const names = listed(found.folders?.get(".kaizen")).entries.map(({ path }) => path.slice(8));
          return [facts.head, facts.defaultBranch, shownFile(found, "README.md"), names];
        };
        const atOld = [old, "main", "# Pilot\n", ["schedule.yml"]];
        const atNow = [now, "main", "# New\n", ["more.yml", "schedule.yml"]];
        for (let time = 0; time < 2; time += 1) {
          expect(await namesAt(old)).toEqual(atOld);
          expect(await namesAt()).toEqual(atNow);
          expect(await namesAt(now)).toEqual(atNow);
          expect(await namesAt("side")).toEqual([
            side,
            "main",
            "# New\n",
            ["more.yml", "schedule.yml", "side.yml"],
          ]);
        }
        const gone = await look({ ...asked, at: "no-branch" });
        expect(valueOf(gone.facts)).toMatchObject({ head: null });
        expect(valueOf(gone.folders?.get(".kaizen"))).toEqual({ kind: "absent" });
      }),
    );

    it(
      "finds nothing at a commit that is not there, and reads the rest",
      onStage(factory, async ({ look, propose, head }) => {
        await propose();
        const blob = await blobOf({ look }, "README.md");
        // A blob is no commit.
        for (const at of ["1".repeat(40), "1".repeat(64), blob]) {
          const found = await look({ at, files: ["README.md"], folders: [".kaizen"] });
          expect(valueOf(found.facts), at).toMatchObject({ head: null, defaultBranch: "main" });
          for (const fact of [found.files.get("README.md"), found.folders?.get(".kaizen")])
            expect(fact, at).toMatchObject({ kind: "unknown", reason: "not_found" });
          expect(valueOf(found.branches.get(branch)), at).toMatchObject({ head: await head(branch) });
          expect(valueOf(found.proposals.get(branch)).length, at).toBe(1);
          const bare = await look({ at, branches: [] });
          expect(valueOf(bare.facts), at).toMatchObject({ head: null });
        }
      }),
    );

    it(
      "lists nothing of a repository that is not there",
      onStage(factory, async ({ forge, repo }) => {
        const query = {
          repo: { owner: repo.owner, repo: "nowhere" },
          files: [],
          folders: ["a"],
          branches: [],
        };
        for await (const found of forge.observe([query], memoryCache()))
          expect(found.folders?.get("a")).toMatchObject({ kind: "unknown", reason: "not_found" });
      }),
    );
  });
}

function listed(fact: Parameters<typeof valueOf<FolderState>>[0]): Extract<FolderState, { kind: "folder" }> {
  const state = valueOf(fact);
  if (state.kind === "folder") return state;
  throw new Error(`expected a folder, received ${JSON.stringify(state)}`);
}

function oidAt({ entries }: { readonly entries: readonly FolderEntry[] }, path: string): string | undefined {
  return entries.find((entry) => entry.path === path)?.oid;
}

async function blobOf({ look }: Pick<Stage, "look">, path: string): Promise<string> {
  const state = valueOf((await look({ files: [path] })).files.get(path));
  if (state.kind === "file") return state.blob;
  throw new Error(`${path} is no file`);
}
