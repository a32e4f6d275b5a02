import type { Forge, RepoObservation, RepoQuery } from "@coulomb-loop/forge";
import { describe, expect, it } from "vitest";
import { branch } from "./contract/harness.ts";
import { giteaHarness } from "./gitea-harness.ts";
import { githubHarness } from "./github-harness.ts";
import { observed } from "./github-without-graphql.fixture.ts";
import { openPull, type RequestMatch } from "./hosting/index.ts";

const files = { "README.md": "# Pilot\n", "folder/file": "1\n" };
const query: RepoQuery = {
  repo: { owner: "pilot", repo: "one" },
  files: ["folder/file", "folder/none"],
  branches: [branch],
  changes: true,
  lastChanges: ["README.md"],
};

const stages = {
  github: async () => {
    const stage = await githubHarness(files);
    stage.double.settings.graphql = "gone";
    return stage;
  },
  gitea: () => giteaHarness(files),
} as const;

async function look(forge: Forge): Promise<RepoObservation> {
  const found = (await observed(forge, [query])).get("one");
  if (found === undefined) throw new Error("nothing was observed");
  return found;
}

/** Reasons of everything in an observation that is not known. */
function reasons(found: RepoObservation): readonly string[] {
  const maps = [found.files, found.branches, found.proposals, found.lastChanges ?? new Map()];
  return [found.facts, ...maps.flatMap((map) => [...map.values()])].flatMap((fact) =>
    fact.kind === "unknown" ? [fact.reason] : [],
  );
}

/** What is observed of a repository with a proposal when some requests are answered so. */
async function under(
  kind: keyof typeof stages,
  status: number,
  matches: readonly RequestMatch[],
): Promise<RepoObservation> {
  const stage = await stages[kind]();
  try {
    await stage.person.commit(branch, { "folder/file": "2\n" });
    const draft = { title: "Two", body: "", base: "main", headBranch: branch, author: "bot" };
    await openPull(stage.hosting.repo("pilot/one"), draft);
    await stage.person.merge(branch);
    const before = stage.double.requests.entries.length;
    for (const match of matches)
      stage.double.fail({
        match: { ...match, times: 1000 },
        fault: {
          kind: "answer",
          status,
          headers: { "content-type": "application/json", location: "/elsewhere" },
          body: JSON.stringify({ message: "So it is" }),
        },
      });
    const found = await look(stage.forge);
    const asked = stage.double.requests.entries.slice(before);
    for (const { path } of matches) expect(asked.some((each) => path?.test(each.path) ?? false)).toBe(true);
    return found;
  } finally {
    await stage.close();
  }
}

describe.each([
  {
    kind: "github",
    itself: [/^\/repos\/pilot\/one$/],
    parts: [
      /\/git\/matching-refs\//,
      /\/git\/commits\//,
      /\/git\/trees\//,
      /\/git\/blobs\//,
      /\/pulls$/,
      /\/pulls\/1$/,
      /\/commits$/,
    ],
  },
  {
    kind: "gitea",
    itself: [/\/repos\/pilot\/one$/, /\/git-upload-pack$/],
    parts: [
      /\/git-upload-pack$/,
      /\/repos\/pilot\/one$/,
      /\/git\/commits\//,
      /\/contents\//,
      /\/pulls$/,
      /\/commits$/,
    ],
  },
] as const)("a repository of $kind", ({ kind, itself, parts }) => {
  it.each([404, 410])("is not found where it answers %i itself", async (status) => {
    const found = await under(
      kind,
      status,
      itself.map((path) => ({ path })),
    );
    expect(found.facts).toMatchObject({ kind: "unknown", reason: "not_found" });
  });

  it.each(parts.flatMap((path) => [404, 410].map((status) => [path, status] as const)))(
    "is not gone because %s answers %i",
    async (path, status) => {
      const found = await under(kind, status, [{ path }]);
      expect(new Set(reasons(found))).toEqual(new Set(["incomplete"]));
    },
  );

  it.each([
    [301, "moved"],
    [401, "no_access"],
    [403, "no_access"],
    [429, "rate_limited"],
  ] as const)("says so where a part of it answers %i: %s", async (status, reason) => {
    const [path] = parts;
    expect((await under(kind, status, [{ path }])).facts).toMatchObject({ kind: "unknown", reason });
  });
});
