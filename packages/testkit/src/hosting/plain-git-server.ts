import { type StagedAnswer, type StagedRequest, textAnswer } from "./http/exchange.ts";
import { answerGit, parseGitRequest } from "./http/smart-http.ts";
import type { Hosting } from "./hosting.ts";

/** Answers as a server of plain git does that knows its users: who are you, it moved, it is not here, or what git says. */
export async function answerPlainGit(hosting: Hosting, request: StagedRequest): Promise<StagedAnswer> {
  const asked = parseGitRequest(request);
  if (asked === null) return textAnswer(404);
  if (request.who.kind !== "user") return textAnswer(401, "", { "www-authenticate": 'Basic realm="git"' });
  const found = hosting.find(asked.fullName);
  if (found.kind === "found") return answerGit(found.repo, request, asked);
  if (found.kind !== "moved") return textAnswer(404);
  return textAnswer(301, "", { location: `/${found.repo.fullName}.git${asked.rest}?${request.search}` });
}
