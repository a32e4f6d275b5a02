import { branchRef } from "../git/mapping.ts";
import { type ListedRefs, listRefs } from "../http/ls-refs.ts";
import { slowDown } from "../http/retry-after.ts";
import type { Instant, RepoName } from "../port.ts";
import { failed, ok, type Problem, type Result } from "../problem.ts";
import { type GiteaSession, keyOf } from "./session.ts";

/** HEAD and branches of a repository, by one request. */
export function readRefs(
  session: Pick<GiteaSession, "client" | "now">,
  repo: RepoName,
  branches: readonly string[],
): Promise<Result<ListedRefs>> {
  return readNamed(session, repo, branches.map(branchRef));
}

/** HEAD and refs by their full names, by one request. */
export async function readNamed(
  { client, now }: Pick<GiteaSession, "client" | "now">,
  repo: RepoName,
  names: readonly string[],
): Promise<Result<ListedRefs>> {
  const listing = await listRefs(client.send, client.cloneUrl(repo), names, client.gitHeaders);
  switch (listing.kind) {
    case "listed":
      return ok(listing.refs);
    case "unreachable":
      return failed("unreachable", listing.message);
    case "other":
      return failed("incomplete", `${keyOf(repo)}: ${listing.message}`);
    case "status":
      return { ok: false, problem: refsProblem(repo, listing.status, listing.headers, now()) };
  }
}

function refsProblem(repo: RepoName, status: number, headers: Headers, now: Instant): Problem {
  const said = `${keyOf(repo)} answered ${status}`;
  if (status === 401 || status === 403)
    return { reason: "no_access", message: `${said}: the token may not read it` };
  if (status === 404 || status === 410)
    return { reason: "not_found", message: `${said}: there is none, or the token may not see it` };
  if (status >= 300 && status < 400) {
    const to = /^(?:https?:\/\/[^/]+)?\/?(.+?)(?:\.git)?\/(?:info\/refs|git-upload-pack)/.exec(
      headers.get("location") ?? "",
    )?.[1];
    return { reason: "moved", message: to === undefined ? `${said}: it moved` : `it is ${to} now` };
  }
  if (status === 429) {
    const { at, tooFast } = slowDown(headers, now);
    return { reason: "rate_limited", message: said, retryAt: at, tooFast };
  }
  return status >= 500 ? { reason: "unreachable", message: said } : { reason: "incomplete", message: said };
}
