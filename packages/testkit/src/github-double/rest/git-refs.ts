import type { HostedRepo } from "../../hosting/index.ts";
import { fastForward, type GuardedResult, updateGuarded } from "../../hosting/index.ts";
import { textAt } from "../json.ts";
import { gitRef } from "../json-git.ts";
import { actorOf, openRepo, placeOf } from "../open-repo.ts";
import { notFound, RestProblem, unprocessable } from "../problem.ts";
import { noticeMoveBy } from "../pull-writes.ts";
import { type Answer, type Call, created, noContent, ok } from "../world.ts";

const read = { permission: "contents", level: "read" } as const;
const write = { permission: "contents", level: "write" } as const;

/** Key under which a new ref is hidden from reads that come too early. */
export const refLagKey = (repo: HostedRepo, ref: string): string => `ref ${repo.id} ${ref}`;

/** `GET git/ref/{ref}`: one ref by its full name without `refs/`. */
export async function getRef(call: Call): Promise<Answer> {
  const repo = await openWithCommits(call, read);
  const ref = `refs/${call.path["ref"]}`;
  const oid = await repo.refs.read(ref);
  if (oid === null || call.world.lag.hides(refLagKey(repo, ref))) throw notFound();
  return ok(await refJson(call, repo, ref, oid));
}

/** `GET git/matching-refs/{ref}`: all refs that begin so. */
export async function matchingRefs(call: Call): Promise<Answer> {
  const repo = await openWithCommits(call, read);
  const found = await repo.refs.list(`refs/${call.path["ref"]}`);
  const seen = found.filter(([ref]) => !call.world.lag.hides(refLagKey(repo, ref)));
  return ok(await Promise.all(seen.map(([ref, oid]) => refJson(call, repo, ref, oid))));
}

/** `POST git/refs`. */
export async function createRef(call: Call): Promise<Answer> {
  const repo = await openWithCommits(call, write);
  const ref = textAt(call.body, "ref") ?? "";
  const sha = textAt(call.body, "sha") ?? "";
  if (!/^refs\/[^/]+\/./.test(ref)) throw unprocessable("Reference name is invalid");
  await needObject(repo, sha);
  const result = await repo.exclusive(() => updateGuarded(repo, [{ ref, from: null, to: sha }]));
  if (result.kind === "moved") throw unprocessable("Reference already exists");
  throwUnlessDone(result);
  call.world.lag.hide(refLagKey(repo, ref), call.world.settings.lag);
  return created(await refJson(call, repo, ref, sha));
}

/** `PATCH git/refs/{ref}`: without `force` only forward. */
export async function updateRef(call: Call): Promise<Answer> {
  const repo = await openWithCommits(call, write);
  const ref = `refs/${call.path["ref"]}`;
  const actor = actorOf(call);
  const to = textAt(call.body, "sha") ?? "";
  const isForced = call.body["force"] === true;
  const result = await repo.exclusive(async () => {
    const from = await repo.refs.read(ref);
    if (from === null) throw unprocessable("Reference does not exist");
    await needObject(repo, to);
    return isForced ? updateGuarded(repo, [{ ref, from, to }]) : fastForward(repo, { ref, from, to });
  });
  if (result.kind === "not_forward") throw unprocessable("Update is not a fast forward");
  throwUnlessDone(result);
  await noticeMoveBy(call.world, repo, actor.login);
  return ok(await refJson(call, repo, ref, to));
}

/** `DELETE git/refs/{ref}`: whatever it points to. Who deletes the branch of a pull closes it. */
export async function deleteRef(call: Call): Promise<Answer> {
  const repo = await openWithCommits(call, write);
  const actor = actorOf(call);
  const ref = `refs/${call.path["ref"]}`;
  const result = await repo.exclusive(async () => {
    const from = await repo.refs.read(ref);
    if (from === null) throw unprocessable("Reference does not exist");
    return updateGuarded(repo, [{ ref, from, to: null }]);
  });
  throwUnlessDone(result);
  await noticeMoveBy(call.world, repo, actor.login);
  return noContent;
}

async function openWithCommits(call: Call, wish: typeof read | typeof write): Promise<HostedRepo> {
  const repo = await openRepo(call, wish);
  if (await repo.isEmpty()) throw new RestProblem(409, "Git Repository is empty.");
  return repo;
}

async function needObject(repo: HostedRepo, oid: string): Promise<void> {
  if ((await repo.objects.kind(oid)) === null) throw unprocessable("Object does not exist");
}

/** What a refused ref is told; a ref that moved meanwhile cannot be updated either. */
function throwUnlessDone(result: GuardedResult): void {
  if (result.kind === "done") return;
  if (result.kind === "guarded") throw unprocessable(guardMessage(result));
  throw unprocessable(result.kind === "moved" ? "Reference cannot be updated" : "Reference update failed");
}

/** How GitHub words the rule or hook that stopped a write. */
export function guardMessage({
  guard,
  message,
}: {
  readonly guard: "protected" | "hook";
  readonly message: string;
}): string {
  return guard === "hook"
    ? `Pre-receive hook declined: ${message}`
    : `Repository rule violations found\n\n${message}\n\n`;
}

async function refJson(call: Call, repo: HostedRepo, ref: string, oid: string) {
  const type = (await repo.objects.kind(oid)) ?? "commit";
  return gitRef(ref, oid, type, placeOf(call.world, repo));
}
