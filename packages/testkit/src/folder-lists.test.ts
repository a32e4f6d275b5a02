import type { FolderState, Forge, Observed, RepoName } from "@coulomb-loop/forge";
import { describe, expect, it } from "vitest";
import { gitHarness } from "./git-harness.ts";
import { giteaHarness } from "./gitea-harness.ts";
import { githubHarness } from "./github-harness.ts";
import type { HttpFault } from "./hosting/index.ts";
import { memoryCache } from "./memory-cache.ts";

const names = Array.from({ length: 25 }, (_, index) => `many/${String(index).padStart(2, "0")}.md`);
const files = { "README.md": "# Pilot\n", ...Object.fromEntries(names.map((name) => [name, name])) };

async function list(
  forge: Forge,
  repo: RepoName,
  folder = "many",
): Promise<Observed<FolderState> | undefined> {
  for await (const found of forge.observe(
    [{ repo, files: [], folders: [folder], branches: [] }],
    memoryCache(),
  ))
    return found.folders?.get(folder);
  throw new Error("nothing was observed");
}

const pathsIn = (fact: Observed<FolderState> | undefined) =>
  fact?.kind === "known" && fact.value.kind === "folder" ? fact.value.entries.map(({ path }) => path) : fact;

/** Answers whose JSON is changed. */
function changed(change: (key: string, value: unknown) => unknown): HttpFault {
  return {
    kind: "rewrite",
    rewrite: (answer) => {
      const data: unknown = JSON.parse(Buffer.from(answer.body).toString("utf8"));
      return {
        ...answer,
        body: Buffer.from(JSON.stringify(data, (key, value: unknown) => change(key, value))),
      };
    },
  };
}

/** The first id in an answer is that of the tree. */
const ofAnother: HttpFault = {
  kind: "rewrite",
  rewrite: (answer) => {
    const text = Buffer.from(answer.body).toString("utf8");
    return { ...answer, body: Buffer.from(text.replace(/"sha":"\w+"/, `"sha":"${"1".repeat(40)}"`)) };
  },
};

const withoutLast = (name: string) => (key: string, value: unknown) =>
  key === name && Array.isArray(value) && value.length > 1 ? value.slice(0, -1) : value;

const stage = () => giteaHarness(files, { paging: { trees: 10 } });

describe("a folder on Gitea", () => {
  const trees = /\/git\/trees\//;

  it("is read page by page, and its root once", async () => {
    const { forge, repo, double, close } = await stage();
    expect(pathsIn(await list(forge, repo))).toEqual(names);
    const asked = () => double.requests.entries.filter(({ path }) => trees.test(path)).length;
    expect(asked()).toBe(1 + 3);
    await list(forge, repo, "none");
    await list(forge, repo);
    expect(asked()).toBe(1 + 3);
    await close();
  });

  it.each([
    ["lacks an entry", changed(withoutLast("tree")), "incomplete"],
    [
      "says too early that it is whole",
      changed((key, value) => (key === "truncated" ? false : value)),
      "incomplete",
    ],
    [
      "does not say whether it is whole",
      changed((key, value) => (key === "truncated" ? undefined : value)),
      "incomplete",
    ],
    ["has no count", changed((key, value) => (key === "total_count" ? undefined : value)), "incomplete"],
    [
      "never ends",
      changed((key, value) => (key === "truncated" ? true : key === "tree" ? [] : value)),
      "incomplete",
    ],
    ["is of another tree", ofAnother, "incomplete"],
    ["cannot be had", { kind: "answer", status: 500 } as const, "unreachable"],
    ["is not found", { kind: "answer", status: 404 } as const, "incomplete"],
  ])("is unknown where a list %s", async (_, fault, reason) => {
    const { forge, repo, double, close } = await stage();
    double.fail({ match: { path: trees, times: 1000 }, fault });
    expect(await list(forge, repo)).toMatchObject({ kind: "unknown", reason });
    double.calm();
    // What was told in part is not remembered.
    expect(pathsIn(await list(forge, repo))).toEqual(names);
    await close();
  });

  it("is absent in a commit without any file", async () => {
    const { forge, repo, person, close } = await stage();
    await person.commit("main", Object.fromEntries(Object.keys(files).map((name) => [name, null])));
    expect(await list(forge, repo)).toMatchObject({ kind: "known", value: { kind: "absent" } });
    await close();
  });
});

describe("a folder on GitHub", () => {
  const graphql = /graphql/;
  const trees = /\/git\/trees\//;

  it("is read by one document, whatever is in it", async () => {
    const mixed = {
      "mix/deep/x": "1",
      "mix/deep.md": "1",
      "mix/deep0": { executable: "#!/bin/sh\n" },
      "mix/größe 計": "1",
      "mix/link": { link: "deep" },
    };
    const { forge, repo, person, double, close } = await githubHarness({ ...files, ...mixed });
    await person.commit("main", { "mix/module": { submodule: (await person.head("main")) ?? "" } });
    expect(pathsIn(await list(forge, repo))).toEqual(names);
    expect(pathsIn(await list(forge, repo, "mix"))).toEqual([
      "mix/deep",
      "mix/deep.md",
      "mix/deep0",
      "mix/größe 計",
      "mix/link",
      "mix/module",
    ]);
    expect(double.requests.entries.map(({ path }) => path)).toEqual(["/graphql", "/graphql"]);
    await close();
  });

  it("is asked for by REST where the document lacks an entry, and is unknown where that is cut too", async () => {
    const { forge, repo, double, close } = await githubHarness(files);
    double.fail({ match: { path: graphql, times: 1000 }, fault: changed(withoutLast("entries")) });
    expect(pathsIn(await list(forge, repo))).toEqual(names);
    const cut = changed((key, value) => (key === "truncated" ? true : value));
    double.fail({ match: { path: trees, times: 1000 }, fault: cut });
    expect(await list(forge, repo)).toMatchObject({ kind: "unknown", reason: "incomplete" });
    await close();
  });

  it("is unknown by REST alone where it is cut", async () => {
    const { forge, repo, double, close } = await githubHarness(files, { graphql: "no_reads" });
    expect(pathsIn(await list(forge, repo))).toEqual(names);
    const cut = changed((key, value) => (key === "truncated" ? true : value));
    double.fail({ match: { path: trees, times: 1000 }, fault: cut });
    expect(await list(forge, repo)).toMatchObject({ kind: "unknown", reason: "incomplete" });
    await close();
  });
});

describe("folders of plain git", () => {
  it("are listed at many commits through one process, and never from what another repository lends", async () => {
    const started: string[] = [];
    const onProcess = (args: readonly string[]) => started.push(args[0] ?? "");
    const { forge, repo, person, close } = await gitHarness("bare", files, { onProcess });
    const commits: string[] = [];
    for (let count = 0; count < 5; count += 1)
      commits.push(await person.commit("main", { [`many/${count}.md`]: "x" }));
    const queries = commits.map((at) => ({
      repo: { ...repo },
      at,
      files: [],
      folders: ["many"],
      branches: [],
    }));
    const counts: unknown[] = [];
    for await (const found of forge.observe(queries, memoryCache())) {
      const paths = pathsIn(found.folders?.get("many"));
      counts.push(Array.isArray(paths) ? paths.length : paths);
    }
    expect(new Set(counts)).toEqual(new Set([26, 27, 28, 29, 30]));
    expect(started).toEqual(["cat-file"]);
    await close();
  });
});
