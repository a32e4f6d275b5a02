import type { ProposalPatch, ProposalRef } from "@coulomb-loop/forge";
import { describe, expect, it } from "vitest";
import { type FaultStage, makeProposal, onFaultStage } from "./contract/fault-stage.ts";
import { branch, valueOf } from "./contract/harness.ts";
import { giteaFaults } from "./gitea-harness.ts";
import { githubFaults } from "./github-harness.ts";
import type { MatchedRequest, Pull, PullPatch } from "./hosting/index.ts";
import { memoryCache } from "./memory-cache.ts";

const factories = { gitea: giteaFaults, github: githubFaults } as const;
const kinds = ["gitea", "github"] as const;
const time = 2_000_000_000_000;

/** What a person writes in between, and what of it must stay. */
type Edit = (stage: FaultStage, pull: Pull) => PullPatch;

const hold: Edit = ({ hosted }, pull) => {
  const name = "coulomb:hold";
  const label = hosted.labels.byName(name) ?? hosted.labels.add({ name, color: "000000", description: "" });
  return { labels: [...pull.labels, label.id] };
};
const title: Edit = () => ({ title: "A person's title" });
const body: Edit = () => ({ body: "A person's words\n" });
const shut: Edit = () => ({ state: "closed" });

/** A request that changes the proposal itself: the last of an update. */
const isPatch = ({ method }: MatchedRequest) => method === "PATCH";
const isWrite = ({ method, path, body: sent }: MatchedRequest) =>
  method !== "GET" &&
  !path.endsWith("upload-pack") &&
  (path !== "/graphql" || /"mutation /.test(String(sent)));

async function refOf(stage: FaultStage): Promise<ProposalRef> {
  const query = { repo: stage.repo, files: [], branches: [branch] };
  for await (const found of stage.newForge().observe([query], memoryCache())) {
    const [proposal] = valueOf(found.proposals.get(branch));
    if (proposal !== undefined) return proposal.ref;
  }
  throw new Error("no proposal");
}

/** Updates the proposal while a person edits it right before the nth request that matches; tells whether there was one. */
async function updateWhile(
  kind: (typeof kinds)[number],
  patch: ProposalPatch,
  edit: Edit,
  match: { readonly when: (request: MatchedRequest) => boolean; readonly nth: number },
) {
  return onFaultStage(factories[kind], async (stage) => {
    await makeProposal(stage);
    const ref = await refOf(stage);
    let edited: PullPatch | undefined;
    stage.double.before(match, async () => {
      const pull = stage.hosted.pulls.get(1);
      if (pull === undefined) throw new Error("no pull");
      edited = edit(stage, pull);
      stage.hosted.pulls.patch(1, edited);
    });
    const result = await stage.newForge().updateProposal(ref, patch);
    const now = stage.hosted.pulls.get(1);
    if (now === undefined) throw new Error("no pull");
    const labels = now.labels.map((id) => stage.hosted.labels.byId(id)?.name);
    return { edited, result, now, labels };
  });
}

describe.concurrent.each(kinds)("%s: a person edits a proposal while it is updated", (kind) => {
  const labels = ["coulomb:adoption"];

  it.each<[string, Edit, ProposalPatch]>([
    ["a label, while labels and text change", hold, { labels, body: "New\n", time }],
    ["a label, while it is closed", hold, { state: "closed", reason: "no", body: "New\n", time }],
    ["the title, while labels and body change", title, { labels, body: "New\n", time }],
    ["the body, while labels and title change", body, { labels, title: "New", time }],
    ["the body, which is asked to stay", body, { labels, body: bodyAtStart(), time }],
  ])("keeps %s, before each write", async (_what, edit, patch) => {
    let count = 0;
    for (let nth = 1; ; nth += 1) {
      const { edited, now, labels: named } = await updateWhile(kind, patch, edit, { when: isWrite, nth });
      if (edited === undefined) break;
      count += 1;
      const { labels: _ids, ...text } = edited;
      expect(now).toMatchObject(text);
      expect(named.includes("coulomb:hold")).toBe(edit === hold);
    }
    expect(count).toBeGreaterThan(0);
  });

  it.each<[string, Edit]>([
    ["the body", body],
    ["the state", shut],
  ])("looks once more before it writes a text after labels and a comment: %s", async (_what, edit) => {
    const patch = { labels, body: "New\n", title: "New", comment: "Look", time };
    const match = { when: (request: MatchedRequest) => isWrite(request) && !isPatch(request), nth: 1 };
    const { edited, now, result } = await updateWhile(kind, patch, edit, match);
    expect(result).toEqual({ kind: "lost_race" });
    expect(now).toMatchObject(edited ?? { title: "nobody edited it" });
  });
});

/** The body that the proposal has at the start. */
function bodyAtStart(): string {
  return 'Daily.\n\n<!-- coulomb:v1 {"change":"1"} -->\n';
}
