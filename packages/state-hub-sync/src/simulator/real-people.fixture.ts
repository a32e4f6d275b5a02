import { git } from "@coulomb-loop/testkit";
import { editFiles } from "../local/edit-files.ts";
import { branch, start, validators } from "../local/ops.fixture.ts";
import type { ProposalSummary } from "@coulomb-loop/forge";
import { commit } from "./git-model.fixture.ts";
import type { Deed } from "./people.fixture.ts";
import { act } from "./people.fixture.ts";
import { absorbRecords } from "./real-account.fixture.ts";
import { pathOf, realKey, realValue } from "./real-files.fixture.ts";
import { repo } from "./real-hub.fixture.ts";
import type { Real } from "./real-world.fixture.ts";
import { nameHead, realFiles } from "./real-world.fixture.ts";
import { headOf, planOf, recordOf } from "./world.fixture.ts";

type DeedOf<Do extends Deed["do"]> = Extract<Deed, { do: Do }>;

/** Lets a person do something at the repository, the forge or the hub; what is not possible just now is left out. */
export async function actReal(real: Real, deed: Deed): Promise<void> {
  const { world, hub } = real;
  switch (deed.do) {
    case "hub":
      return editHub(real, deed);
    case "delete":
      return deleteInHub(real, deed);
    case "resolve":
      return resolveAll(real, deed);
    case "lose links":
      act(world, deed);
      return hub.loseLinks();
    case "merge":
      return merge(real, deed);
    case "close":
      return close(real, deed);
    case "amend":
      return amend(real, deed);
    case "shallow":
      // A repository on this machine always tells its whole history.
      return;
    case "flaw":
      act(world, deed);
      commit(world, [], { plans: [[planOf(deed.key), {}]] });
      return commitHead(real);
    case "file":
    case "remove":
    case "add":
    case "title": {
      const before = headOf(world.git);
      act(world, deed);
      return headOf(world.git) === before ? undefined : commitHead(real);
    }
    default:
      return deed satisfies never;
  }
}

/** Puts the account's newest commit on the default branch. */
async function commitHead(real: Real, message?: string): Promise<void> {
  const options = message === undefined ? {} : { message };
  nameHead(real.world, await real.ops.person.commit("main", realFiles(real), options));
}

/** A person moves the file of a plan to another name. */
export async function movePlan(real: Real, plan: string, place: string): Promise<void> {
  const { world, ops, places } = real;
  const old = places.get(plan) ?? pathOf(plan);
  places.set(plan, place);
  commit(world, [], { plans: [[plan, {}]] });
  nameHead(world, await ops.person.commit("main", { ...realFiles(real), [old]: null }));
}

async function editHub(real: Real, deed: DeedOf<"hub">): Promise<void> {
  const { world, hub } = real;
  const { key, field, value } = deed;
  const record = recordOf(world.hub, key);
  if (record === undefined || record.deleted || (record.cells[field]?.value ?? null) === value) return;
  if (value === null && field !== "priority") return;
  const { status } = await hub.person(
    "PATCH",
    `/v1/tasks/${record.id}?reason=so`,
    { [field]: value === null ? null : realValue(field, value) },
    { "if-match": `"${record.rev}"` },
  );
  // Some moves of a status are not for people at the hub.
  if (status === 422) real.refused += 1;
  else if (status === 200) act(world, deed);
  else world.history.broken.push(`a person who saw revision ${record.rev} of ${key} is answered ${status}`);
}

async function deleteInHub({ world, hub }: Real, deed: DeedOf<"delete">): Promise<void> {
  const record = recordOf(world.hub, deed.key);
  if (record === undefined || record.deleted) return;
  const { status } = await hub.person("DELETE", `/v1/tasks/${record.id}`, undefined, {
    "if-match": `"${record.rev}"`,
  });
  if (status < 300) act(world, deed);
  else world.history.broken.push(`a person who deletes ${deed.key} is answered ${status}`);
}

async function resolveAll(real: Real, { loser }: DeedOf<"resolve">): Promise<void> {
  const { json } = await real.hub.person("GET", `/v1/conflicts?state=open&repo=${repo}`);
  const items: unknown = json["items"];
  if (!Array.isArray(items) || items.length === 0) return;
  for (const item of items) {
    const { id }: { readonly id?: unknown } = item;
    const body = { keep: loser === "local" ? "remote" : "local", reason: "so" };
    const { status } = await real.hub.person("POST", `/v1/conflicts/${String(id)}/resolve`, body);
    if (status !== 200) real.world.history.broken.push(`a person who decides is answered ${status}`);
  }
  await absorbRecords(real);
}

/** The open proposal, where there is one. */
export async function openProposal({ ops }: Real): Promise<ProposalSummary | undefined> {
  const newest = await ops.newest().catch(() => undefined);
  return newest?.state === "open" ? newest : undefined;
}

/**
 * Merges the proposal: on the forge where git makes of it what the person wants, else with what the person keeps where git
 * stopped; or as one commit with the proposal's text, or without it.
 */
async function merge(real: Real, deed: DeedOf<"merge">): Promise<void> {
  const { world, ops, merges } = real;
  const proposal = world.git.proposal === undefined ? undefined : await openProposal(real);
  if (proposal === undefined) return;
  const isEdited = world.git.proposal?.isEdited === true;
  act(world, deed);
  const { head, title, body } = proposal;
  if (deed.how === "squash") {
    merges.squashed += 1;
    const keepsText = merges.squashed % 2 === 0;
    await commitHead(real, keepsText ? `${title}\n\n${body}` : "Take it");
    // The tool clears its own branch away; one that people changed is for them to clear away.
    if (isEdited) await ops.person.deleteBranch(branch);
    return;
  }
  const resolution = await ops.person.commit("resolution", realFiles(real));
  await ops.person.deleteBranch("resolution");
  const tree = await git(ops.path, ["rev-parse", `${resolution}^{tree}`]);
  const merged = await git(ops.path, ["merge-tree", "--write-tree", "main", branch]).catch(() => "");
  if (merged === tree) {
    merges.clean += 1;
    const done = await ops.forge.mergeProposal(proposal.ref, head, start);
    if (done.kind !== "done") throw new Error(`the merge was answered ${done.kind}`);
    return nameHead(world, done.value);
  }
  merges.resolved += 1;
  const args = ["commit-tree", tree, "-p", "main", "-p", branch, "-m", `Merge ${branch}, by hand`];
  const oid = await git(ops.path, args);
  await ops.person.force("main", oid);
  nameHead(world, oid);
}

async function close(real: Real, deed: DeedOf<"close">): Promise<void> {
  const { world, ops } = real;
  if (world.git.proposal === undefined || (await openProposal(real)) === undefined) return;
  await ops.change({ state: "closed" });
  if (world.git.proposal.isEdited) await ops.person.deleteBranch(branch);
  act(world, deed);
}

/** A person changes a value on the proposal's branch, as the task stands there. */
async function amend(real: Real, deed: DeedOf<"amend">): Promise<void> {
  const { world, ops, places } = real;
  const { key, field, value } = deed;
  const before = world.git.proposal;
  const file = places.get(planOf(key)) ?? pathOf(planOf(key));
  const text = before === undefined ? null : await ops.person.read(branch, file);
  if (text === null) return;
  const name = { key: realKey(key), field, value: realValue(field, value) };
  const edit = { do: "value", file, blob: "", rev: 0, ...name } as const;
  const now = { blob: "0".repeat(40), bytes: Buffer.from(text) };
  const [edited] = editFiles([edit], () => now, validators).files;
  if (edited === undefined) return;
  act(world, deed);
  if (world.git.proposal !== before)
    real.amended = await ops.person.commit(branch, { [file]: Buffer.from(edited.bytes).toString() });
}
