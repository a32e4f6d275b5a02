import type { Observed, ProposalRef, RepoObservation, RepoQuery } from "@coulomb-loop/forge";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { branch, valueOf } from "./contract/harness.ts";
import type { GithubHarness } from "./github-harness.ts";
import { asked, createStates, names, observed } from "./github-without-graphql.fixture.ts";
import { memoryCache } from "./memory-cache.ts";

let stage: GithubHarness;

beforeAll(async () => {
  stage = await createStates();
});

afterAll(() => stage.close());

function plain<T>(fact: Observed<T>): Observed<T> {
  return fact.kind === "unknown" ? { ...fact, message: "" } : fact;
}

function all<T>(facts: ReadonlyMap<string, Observed<T>> = new Map()): ReadonlyMap<string, Observed<T>> {
  return new Map([...facts].map(([key, fact]) => [key, plain(fact)]));
}

/** Words for people differ: a fact that is not known is compared by its reason. */
function withoutWords(found: ReadonlyMap<string, RepoObservation>) {
  return new Map(
    [...found].map(([name, each]) => [
      name,
      {
        ...each,
        facts: plain(each.facts),
        files: all(each.files),
        branches: all(each.branches),
        proposals: all(each.proposals),
        lastChanges: all(each.lastChanges),
      },
    ]),
  );
}

const queryOf = (repo: string, more: Partial<RepoQuery> = {}): RepoQuery => ({
  repo: { owner: "pilot", repo },
  files: asked,
  branches: [branch, "none/such"],
  changes: true,
  lastChanges: [".kaizen/schedule.yml", "none"],
  ...more,
});

describe.each(["gone", "broken"] as const)("where GraphQL is %s", (graphql) => {
  it.each([
    ["all that can be asked", {}],
    ["files of our branch", { at: branch }],
    ["files of a branch that is not there", { at: "none/such" }],
    ["neither files nor branches", { files: [], branches: [], lastChanges: [] }],
  ] as const)("a fleet in every state is observed as by GraphQL: %s", async (_what, more) => {
    const queries = names.map((name) => queryOf(name, more));
    stage.double.settings.graphql = "on";
    const truth = withoutWords(await observed(stage.newForge(), queries));
    expect(truth.size).toBe(names.length);
    stage.double.settings.graphql = graphql;
    const cache = memoryCache();
    const forge = stage.newForge();
    const cold = await observed(forge, queries, cache);
    expect(withoutWords(cold)).toEqual(truth);
    expect(withoutWords(await observed(forge, queries, cache)), "the same forge again").toEqual(truth);
    expect(withoutWords(await observed(stage.newForge(), queries, cache)), "a new one").toEqual(truth);
  });

  it("the proposals are inspected as by GraphQL", async () => {
    const repos = ["open", "draft-by-title", "declined", "merged", "merged-by-hand", "forks"];
    const refs = repos.map((repo): ProposalRef => ({ repo: { owner: "pilot", repo }, branch, number: 1 }));
    stage.double.settings.graphql = "on";
    const [byGraphql, byRest] = [stage.newForge(), stage.newForge()];
    for (const ref of refs) {
      stage.double.settings.graphql = "on";
      const truth = valueOf(await byGraphql.inspect(ref));
      stage.double.settings.graphql = graphql;
      expect(valueOf(await byRest.inspect(ref))).toEqual(truth);
    }
  });
});

describe("the fleet", () => {
  it("is in every state that is compared", async () => {
    stage.double.settings.graphql = "gone";
    const found = await observed(
      stage.newForge(),
      names.map((name) => queryOf(name)),
    );
    const facts = (name: string) => found.get(name)?.facts;
    const proposals = (name: string) => valueOf(found.get(name)?.proposals.get(branch));
    expect(facts("archived")).toMatchObject({ value: { eligible: { reason: "archived" } } });
    expect(facts("mirror")).toMatchObject({ value: { eligible: { reason: "mirror" } } });
    for (const name of ["empty", "headless"])
      expect(facts(name)).toMatchObject({ value: { head: null, eligible: { reason: "empty" } } });
    expect(facts("former")).toMatchObject({ kind: "unknown", reason: "moved" });
    for (const name of ["private", "nowhere"])
      expect(facts(name)).toMatchObject({ kind: "unknown", reason: "not_found" });
    expect(found.get("left-over")?.branches.get(branch)).toMatchObject({
      value: { kind: "present", changed: [".kaizen/schedule.yml"] },
    });
    expect(proposals("open")).toMatchObject([
      { state: "open", labels: ["coulomb:hold", "coulomb"], draft: false },
    ]);
    expect(proposals("draft")).toMatchObject([{ state: "open", draft: true }]);
    expect(proposals("draft-by-title")).toMatchObject([{ title: "Set the schedule", draft: true }]);
    expect(proposals("declined")).toMatchObject([{ state: "closed", closedBy: "pilot" }]);
    expect(proposals("merged")).toMatchObject([{ state: "merged", closedBy: "bot" }]);
    expect(proposals("merged-by-hand")).toMatchObject([{ state: "merged" }]);
    expect(proposals("many")).toHaveLength(5);
    expect(proposals("forks")).toMatchObject([{ state: "open", ref: { number: 1 } }]);
    const kinds = asked.map((path) => {
      const file = found.get("in-sync")?.files.get(path);
      if (file?.kind !== "known") return file?.reason;
      return file.value.kind === "other" ? file.value.what : file.value.kind;
    });
    const there = [
      "file",
      "file",
      "file",
      "file",
      "symlink",
      "file",
      "file",
      "file",
      "directory",
      "submodule",
    ];
    expect(kinds).toEqual([...there, "absent", "absent", "absent", "absent", "absent", "unsupported"]);
  });

  it("is told to be disabled by GraphQL alone: REST refuses to tell anything of such a repository", async () => {
    const { flags } = stage.hosting.repo("pilot/one");
    flags.disabled = true;
    stage.double.settings.graphql = "gone";
    const found = await observed(stage.newForge(), [queryOf("one")]);
    flags.disabled = false;
    expect(found.get("one")?.facts).toMatchObject({ kind: "unknown", reason: "no_access" });
  });
});
