import type { BranchWrite, Forge, ProposalDraft, RepoObservation } from "@coulomb-loop/forge";
import { describe, expect, it } from "vitest";
import { type GiteaHarness, giteaHarness } from "./gitea-harness.ts";
import { memoryCache } from "./memory-cache.ts";

const branch = "coulomb/pilot/schedule";
const pull = { method: "POST", path: /\/pulls$/ } as const;
const push = { method: "POST", path: /git-receive-pack$/ } as const;

async function on(test: (stage: GiteaHarness) => Promise<void>): Promise<void> {
  const stage = await giteaHarness({ "README.md": "# one\n" });
  try {
    await test(stage);
  } finally {
    await stage.close();
  }
}

async function look({ forge, repo }: Pick<GiteaHarness, "forge" | "repo">): Promise<RepoObservation> {
  const query = { repo, files: ["README.md"], branches: [branch] };
  for await (const observation of forge.observe([query], memoryCache())) return observation;
  throw new Error("nothing was observed");
}

/** A write on the head that was just looked at, so that the forge knows what the default branch is. */
async function write(stage: GiteaHarness, expected: string | null = null): Promise<BranchWrite> {
  const { facts } = await look(stage);
  if (facts.kind === "unknown") throw new Error(facts.message);
  return {
    repo: stage.repo,
    branch,
    expected,
    base: facts.value.head,
    mergeBase: false,
    files: [{ path: "a.txt", content: Buffer.from("a\n") }],
    message: "Add a",
    time: Date.UTC(2026, 6, 1),
  };
}

async function advance(forge: Forge, wanted: BranchWrite): Promise<string> {
  const result = await forge.advanceBranch(wanted);
  if (result.kind !== "done") throw new Error(`the branch was not advanced: ${result.kind}`);
  return result.value;
}

async function draft(stage: GiteaHarness): Promise<ProposalDraft> {
  const head = await advance(stage.forge, await write(stage));
  const text = { title: "Add a", body: "It is missing.", draft: false, labels: ["coulomb:adoption"] };
  return { repo: stage.repo, branch, base: "main", head, ...text, time: Date.UTC(2026, 6, 1) };
}

/** API calls and listings of refs since the last call. */
function asked({ double }: GiteaHarness): string[] {
  const lines = double.requests.entries.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`);
  double.requests.clear();
  return lines;
}

describe("a branch that was looked at a moment ago", () => {
  it("is advanced with nothing but a fetch and a push", () =>
    on(async (stage) => {
      const wanted = await write(stage);
      asked(stage);
      const head = await advance(stage.forge, wanted);
      expect(asked(stage)).toEqual(["GET refs", "POST git-upload-pack", "GET refs", "POST git-receive-pack"]);
      expect(await stage.person.head(branch)).toBe(head);
      expect(await advance(stage.forge, wanted), "the same once more").toBe(head);
    }));

  it.each([
    { what: "appeared", expects: false, act: "commit" },
    { what: "was moved", expects: true, act: "commit" },
    { what: "was deleted", expects: true, act: "delete" },
  ])("is left alone when it $what meanwhile", ({ expects, act }) =>
    on(async (stage) => {
      const { forge, person, double } = stage;
      const before = expects ? await advance(forge, await write(stage)) : null;
      const wanted = { ...(await write(stage, before)), message: "Another" };
      if (act === "commit") await person.commit(branch, { "theirs.txt": "t\n" });
      else await person.deleteBranch(branch);
      const theirs = await person.head(branch);
      expect(await forge.advanceBranch(wanted)).toEqual({ kind: "lost_race" });
      expect(await person.head(branch)).toBe(theirs);
      double.calm();
    }),
  );

  it("is left alone when it moves while it is pushed", () =>
    on(async (stage) => {
      const { forge, person, double } = stage;
      const head = await advance(forge, await write(stage));
      const wanted = { ...(await write(stage, head)), message: "Another" };
      double.before(push, () => person.commit(branch, { "theirs.txt": "t\n" }));
      expect(await forge.advanceBranch(wanted)).toEqual({ kind: "lost_race" });
    }));

  it("is never the default branch", () =>
    on(async (stage) => {
      const wanted = await write(stage);
      const main = await stage.person.head("main");
      const result = await stage.forge.advanceBranch({ ...wanted, branch: "main", expected: wanted.base });
      expect(result).toMatchObject({ kind: "rejected", reason: "protected" });
      expect(await stage.person.head("main")).toBe(main);
    }));
});

describe("a proposal of a branch that was pushed a moment ago", () => {
  it.each(["moves", "is deleted"])("loses the race when the branch %s before it is opened", (what) =>
    on(async (stage) => {
      const wanted = await draft(stage);
      const { person, double } = stage;
      const act = () =>
        what === "moves" ? person.commit(branch, { t: "t\n" }) : person.deleteBranch(branch);
      double.before(pull, act);
      expect(await stage.forge.openProposal(wanted)).toEqual({ kind: "lost_race" });
    }),
  );

  it("is told by the next look as it was answered, and read in full by the one after", () =>
    on(async (stage) => {
      const wanted = await draft(stage);
      await stage.forge.openProposal(wanted);
      asked(stage);
      const next = await look(stage);
      expect(asked(stage)).not.toContain("GET pulls");
      const after = await look(stage);
      expect(asked(stage).filter((line) => line === "GET pulls")).toHaveLength(2);
      expect(next.proposals).toEqual(after.proposals);
      expect(after.proposals.get(branch)).toMatchObject({
        kind: "known",
        value: [{ state: "open", labels: ["coulomb:adoption"] }],
      });
    }));

  it("is read in full when its branch moved since", () =>
    on(async (stage) => {
      await stage.forge.openProposal(await draft(stage));
      const theirs = await stage.person.commit(branch, { "theirs.txt": "t\n" });
      const next = await look(stage);
      expect(next.proposals.get(branch)).toMatchObject({ kind: "known", value: [{ head: theirs }] });
    }));
});
