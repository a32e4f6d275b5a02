import type { ProposalSummary } from "@coulomb-loop/forge";
import { expect, it } from "vitest";
import { branch, valueOf, valueOfWrite } from "./contract/harness.ts";
import { type GithubHarness, githubHarness } from "./github-harness.ts";
import { observed } from "./github-without-graphql.fixture.ts";
import { openPull, type StagedAnswer } from "./hosting/index.ts";

const own = "Ours";

async function open({ hosting, person }: GithubHarness, headBranch: string, title: string): Promise<void> {
  await person.commit(headBranch, { [title]: "1\n" });
  const draft = { title, body: "", base: "main", headBranch, author: "bot" };
  expect((await openPull(hosting.repo("pilot/one"), draft)).kind).toBe("done");
}

/** A repository with one proposal of ours, which is older than those of so many other branches. */
async function on(others: number, test: (stage: GithubHarness) => Promise<void>): Promise<void> {
  const stage = await githubHarness({ "README.md": "# Pilot\n" });
  try {
    await open(stage, branch, own);
    for (let index = 0; index < others; index += 1) await open(stage, `other-${index}`, `Other ${index}`);
    stage.double.settings.graphql = "gone";
    await test(stage);
  } finally {
    await stage.close();
  }
}

async function proposals({ newForge }: GithubHarness, owner = "pilot") {
  const query = { repo: { owner, repo: "one" }, files: [], branches: [branch] };
  const forge = newForge();
  return { forge, found: (await observed(forge, [query])).get("one")?.proposals.get(branch) };
}

it("proposals of other branches are not ours where the server does not narrow the list", () =>
  on(12, async (stage) => {
    stage.double.settings.headFilter = "ignored";
    const listed: readonly ProposalSummary[] = valueOf((await proposals(stage)).found);
    expect(listed.map(({ title }) => title)).toEqual([own]);
    // One list that is not narrowed, and the one of all.
    expect(stage.double.requests.entries.filter(({ path }) => path.endsWith("/pulls"))).toHaveLength(2);
  }));

/** A list of pulls without ours; `link`: where its next page is said to be. */
function withoutOurs(answer: StagedAnswer, link?: string): StagedAnswer {
  const all: unknown = JSON.parse(Buffer.from(answer.body).toString("utf8"));
  if (!Array.isArray(all)) throw new Error("expected a list");
  const body = Buffer.from(JSON.stringify(all.filter(({ title }) => title !== own)));
  return { ...answer, headers: { ...answer.headers, ...(link === undefined ? {} : { link }) }, body };
}

it("proposals are unknown where those of other branches have no end", () =>
  on(1, async (stage) => {
    stage.double.settings.headFilter = "ignored";
    stage.double.fail({
      match: { path: /\/pulls$/, times: 1000 },
      fault: {
        kind: "rewrite",
        rewrite: (answer) => withoutOurs(answer, '<http://127.0.0.1/next>; rel="next"'),
      },
    });
    expect((await proposals(stage)).found).toMatchObject({
      kind: "unknown",
      reason: "incomplete",
      message: expect.stringContaining("more proposals"),
    });
  }));

it("a list that was narrowed to another branch does not say that there is none of ours", () =>
  on(1, async (stage) => {
    stage.double.settings.headFilter = "ignored";
    stage.double.fail({
      match: { path: /\/pulls$/, query: /head=/, times: 1000 },
      fault: { kind: "rewrite", rewrite: (answer) => withoutOurs(answer) },
    });
    expect(valueOf((await proposals(stage)).found)).toMatchObject([{ title: own }]);
  }));

it("proposals are found where the roster spells the owner in its own way, and so is what a deletion looks at", () =>
  on(1, async (stage) => {
    stage.double.settings.headFilter = "exact";
    const { forge, found } = await proposals(stage, "Pilot");
    const [first] = valueOf(found);
    expect(first).toMatchObject({ title: own, state: "open" });
    const revision = first?.ref.revision;
    if (first === undefined || revision === undefined) throw new Error("the proposal has no revision");
    stage.double.settings.graphql = "no_reads";
    const ref = { repo: { owner: "Pilot", repo: "one" }, branch, revision };
    valueOfWrite(await forge.deleteBranch(ref, first.head));
    expect(await stage.person.head(branch)).toBeNull();
  }));
