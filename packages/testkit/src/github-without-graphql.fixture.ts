import type {
  BranchWrite,
  Forge,
  ProposalPatch,
  RepoName,
  RepoObservation,
  RepoQuery,
} from "@coulomb-loop/forge";
import { branch, valueOfWrite } from "./contract/harness.ts";
import { type GithubHarness, githubHarness } from "./github-harness.ts";
import type { HostedRepo, HostedRepoSpec } from "./hosting/index.ts";
import { openPull, writeTreeWith } from "./hosting/index.ts";
import { memoryCache } from "./memory-cache.ts";
import { personAt } from "./person.ts";
import { fixedTime } from "./plain-git.ts";

const files = {
  "README.md": "# Pilot\n",
  ".kaizen/schedule.yml": "cron: hourly\n",
  "folder/file": "1\n",
  program: { executable: "#!/bin/sh\n" },
  link: { link: "README.md" },
  "latin1.txt": Buffer.from([0x66, 0xfc, 0x72, 0x0a]),
  "nul.bin": Buffer.from([0, 1, 2]),
  "big.txt": "0123456789abcdef".repeat(70_000),
};

/** What each repository of the fleet is asked for: there, not there, and what is no file. */
export const asked = [
  ...Object.keys(files),
  "folder",
  "submodule",
  "none",
  "folder/none",
  "README.md/x",
  "link/x",
  "submodule/x",
  "not//a path",
] as const;

const states = [
  "in-sync",
  "archived",
  "mirror",
  "headless",
  "renamed",
  "left-over",
  "open",
  "draft",
  "draft-by-title",
  "declined",
  "merged",
  "merged-by-hand",
  "many",
  "forks",
] as const;

/** Names of the fleet, a former one and two that nobody may see among them. */
export const names: readonly string[] = [
  ...states.filter((name) => name !== "renamed"),
  "empty",
  "former",
  "private",
  "nowhere",
];

/** One repository in each state that an observation tells apart, on a double of GitHub. */
export async function createStates(): Promise<GithubHarness> {
  const stage = await githubHarness({});
  const spec: HostedRepoSpec = { files, permissions: { bot: "write" } };
  await stage.hosting.add({
    ...Object.fromEntries(states.map((name) => [`pilot/${name}`, spec])),
    "pilot/empty": { permissions: { bot: "write" } },
    "pilot/private": { files, flags: { private: true } },
  });
  const { hosting, forge } = stage;
  for (const name of states) await addSubmodule(hosting.repo(`pilot/${name}`));
  hosting.repo("pilot/archived").flags.archived = true;
  hosting.repo("pilot/mirror").flags.mirror = true;
  await hosting.repo("pilot/headless").refs.setHeadRef("refs/heads/nowhere");
  hosting.rename("pilot/renamed", "pilot/present");
  hosting.rename("pilot/present", "pilot/former");
  hosting.rename("pilot/former", "pilot/present");
  await leaveOver(stage, "left-over");
  await propose(stage, "open");
  await propose(stage, "draft", { draft: true });
  stage.double.settings.drafts = false;
  await propose(stage, "draft-by-title", { draft: true });
  await propose(stage, "declined");
  hosting
    .repo("pilot/declined")
    .pulls.patch(1, { state: "closed", closedAt: hosting.clock(), closedBy: "pilot" });
  const merged = await propose(stage, "merged");
  valueOfWrite(await forge.mergeProposal(merged, merged.head, 0));
  await propose(stage, "merged-by-hand");
  await personAt(hosting.repo("pilot/merged-by-hand").path).merge(branch);
  await declineMany(stage, "many");
  await addForks(stage, "forks");
  return stage;
}

async function addSubmodule(hosted: HostedRepo): Promise<void> {
  const head = await hosted.refs.read("refs/heads/main");
  const commit = head === null ? null : await hosted.objects.commit(head);
  if (head === null || commit === null) throw new Error("main has no commit");
  const tree = await writeTreeWith(hosted.objects, commit.tree, [
    { path: "submodule", mode: "160000", oid: head },
  ]);
  const author = { name: "Pat Person", email: "pat@example.org", time: fixedTime + 1000 };
  const message = "Add a submodule\n\nOf itself.\n";
  const oid = await hosted.objects.writeCommit({ tree, parents: [head], author, committer: author, message });
  await hosted.refs.keep("refs/heads/main", oid);
}

/** A write of one line to the branch of the suite, on top of `main` or of the branch. */
export async function writeOf(
  stage: GithubHarness,
  name: string,
  expected: string | null = null,
): Promise<BranchWrite> {
  const base = await stage.hosting.repo(`pilot/${name}`).refs.read("refs/heads/main");
  return {
    repo: { owner: "pilot", repo: name },
    branch,
    expected,
    base,
    mergeBase: false,
    files: [{ path: ".kaizen/schedule.yml", content: Buffer.from(`cron: daily ${String(expected)}\n`) }],
    message: "Set the schedule\n\nCoulomb-Change: 1\n",
    time: fixedTime,
  };
}

async function leaveOver(
  stage: GithubHarness,
  name: string,
  expected: string | null = null,
): Promise<string> {
  return valueOfWrite(await stage.forge.advanceBranch(await writeOf(stage, name, expected)));
}

/** Branch and open proposal, with two labels and a comment. */
export async function propose(
  stage: GithubHarness,
  name: string,
  patch: Pick<ProposalPatch, "draft"> = {},
  expected: string | null = null,
) {
  const head = await leaveOver(stage, name, expected);
  const repo: RepoName = { owner: "pilot", repo: name };
  const text = { title: "Set the schedule", body: "Daily.\r\n\n<!-- coulomb:v1 {} -->\n" };
  const labels = ["coulomb:hold", "coulomb"];
  const draft = {
    repo,
    branch,
    base: "main",
    head,
    ...text,
    draft: patch.draft ?? false,
    labels,
    time: fixedTime,
  };
  const ref = valueOfWrite(await stage.forge.openProposal(draft));
  valueOfWrite(await stage.forge.updateProposal(ref, { comment: "Look", time: fixedTime }));
  return { ...ref, head };
}

/** Seven that were closed, by us and by people: an observation shows the newest five. */
async function declineMany(stage: GithubHarness, name: string): Promise<void> {
  let expected: string | null = null;
  for (let count = 0; count < 7; count += 1) {
    const { head, ...ref } = await propose(stage, name, {}, expected);
    expected = head;
    if (count % 2 === 0)
      valueOfWrite(await stage.forge.updateProposal(ref, { state: "closed", time: fixedTime }));
    else
      stage.hosting
        .repo(`pilot/${name}`)
        .pulls.patch(ref.number, { state: "closed", closedAt: stage.hosting.clock(), closedBy: "pat" });
  }
}

/** An open proposal of ours behind those of forks from branches of the same name, one of the same owner among them. */
async function addForks(stage: GithubHarness, name: string): Promise<void> {
  const { head } = await propose(stage, name);
  const hosted = stage.hosting.repo(`pilot/${name}`);
  for (const fork of [
    "a/x",
    "b/x",
    "c/x",
    "d/x",
    "e/x",
    "pilot/x",
    "pilot/y",
    "pilot/z",
    "pilot/v",
    "pilot/w",
  ]) {
    const draft = { title: fork, body: "", base: "main", headBranch: branch, author: "pat" };
    await openPull(hosted, { ...draft, fork: { repo: fork, head } });
  }
}

/** Observations by repository, in the order of the names. */
export async function observed(
  forge: Forge,
  queries: readonly RepoQuery[],
  cache = memoryCache(),
): Promise<ReadonlyMap<string, RepoObservation>> {
  const found = new Map<string, RepoObservation>();
  for await (const each of forge.observe(queries, cache)) found.set(each.repo.repo, each);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
