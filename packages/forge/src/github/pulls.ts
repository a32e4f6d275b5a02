import { type Json, json, maybeJson } from "../http/fields.ts";
import type { ProposalRef, RepoName } from "../port.ts";
import type { Result } from "../problem.ts";
import { readOne } from "./ask.ts";
import type { GithubClient } from "./client.ts";
import { type Pull, readPull } from "./mapping.ts";
import { type ProposalExtras, proposalDocument } from "./query.ts";
import { proposalByRest } from "./rest-pulls.ts";
import { type GithubSession, keyOf } from "./session.ts";

/** How long the first, second and third look waits for a write of ours to be seen (04-forges §4). */
export const lookAgain = [1000, 2000, 4000] as const;

/** One proposal, and the answer it was read from. */
export async function readProposal(
  session: GithubSession,
  client: GithubClient,
  repo: RepoName,
  wanted: number,
  extras: ProposalExtras = {},
): Promise<Result<{ readonly pull: Pull; readonly node: Json; readonly commit: Json | undefined }>> {
  return readOne(session, client, repo, {
    document: proposalDocument(repo, wanted, extras),
    rest: () => proposalByRest(client, repo, wanted, extras.statusOf),
    read(node) {
      const found = json(node["pullRequest"], "a pull request");
      return { pull: readPull(repo, found, found), node: found, commit: maybeJson(node["commit"]) };
    },
  });
}

/** Reads a proposal, and looks again where it was just opened here and is not to be seen yet. */
export async function readFresh(
  session: GithubSession,
  client: GithubClient,
  { repo, branch, number: wanted }: ProposalRef,
  extras: ProposalExtras = {},
): ReturnType<typeof readProposal> {
  let found = await readProposal(session, client, repo, wanted, extras);
  for (const pause of lookAgain) {
    const isFresh = session.memory.fresh.get(`${keyOf(repo)} ${branch}`)?.number === wanted;
    if (found.ok || found.problem.reason !== "not_found" || !isFresh) break;
    await session.sleep(pause);
    found = await readProposal(session, client, repo, wanted, extras);
  }
  return found;
}
