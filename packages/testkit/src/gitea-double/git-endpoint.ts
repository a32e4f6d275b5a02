import {
  answerGit,
  type GitRequest,
  type StagedAnswer,
  type StagedRequest,
  textAnswer,
} from "../hosting/index.ts";
import type { Server } from "./call.ts";
import { redirect } from "./dispatch.ts";

/**
 * Answers a git client. Public reads need no login; everything else does, and what is not there asks for one before it
 * says so. Pushes to an archived repository or a mirror are refused with 403.
 */
export async function answerGitClient(
  server: Server,
  request: StagedRequest,
  asked: GitRequest,
): Promise<StagedAnswer> {
  const { hosting, settings } = server;
  const found = hosting.find(asked.fullName);
  if (found.kind === "moved") return redirect({ settings, request }, asked.fullName, found);
  const repo = found.kind === "found" ? found.repo : null;
  const isPush = asked.service === "receive-pack";
  if (isPush && repo?.flags.archived === true) {
    return textAnswer(
      403,
      "This repo is archived. You can view files and clone it, but cannot push or open issues/pull-requests.\n",
    );
  }
  const isPublicRead = repo !== null && !repo.flags.private && !isPush && !settings.signInRequired;
  const { who } = request;
  if (who.kind === "bad" || (who.kind === "anonymous" && !isPublicRead)) {
    return textAnswer(401, "Unauthorized\n", { "www-authenticate": 'Basic realm="Gitea"' });
  }
  const permission = repo?.permission(who.kind === "user" ? who.user : null) ?? "none";
  if (repo === null && isPush) return textAnswer(403, "Push to create is not enabled for users.\n");
  if (repo === null || permission === "none") return textAnswer(404, "Repository not found\n");
  if (isPush && repo.flags.mirror) return textAnswer(403, "mirror repository is read-only\n");
  if (isPush && permission === "read") return textAnswer(403, "User permission denied for writing.\n");
  if (!hasScope(server, request, isPush)) return textAnswer(403, "token does not have the required scope\n");
  const answer = await answerGit(repo, request, asked);
  // A real server closes pulls and moves heads in its hook, before a push is answered.
  if (isPush && request.method === "POST") await hosting.notice(repo);
  return answer;
}

function hasScope({ settings }: Server, { who }: StagedRequest, isPush: boolean): boolean {
  if (!settings.tokenScopes || who.kind !== "user") return true;
  const allowed = ["all", "write:repository", ...(isPush ? [] : ["read:repository"])];
  return allowed.some((scope) => who.scopes.has(scope));
}
