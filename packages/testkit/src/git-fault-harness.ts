import { createGitForge } from "@coulomb-loop/forge";
import { gitProposals } from "./contract/git-proposals.ts";
import type { FaultFactory } from "./contract/fault-stage.ts";
import {
  answerGit,
  createHosting,
  type Hosting,
  parseGitRequest,
  type StagedAnswer,
  type StagedRequest,
  startStage,
  textAnswer,
} from "./hosting/index.ts";
import { manualClock } from "./manual-clock.ts";
import { personAt } from "./person.ts";

const password = "bot-secret-password-1234567890";

/** A factory for `describeFaults`: plain git over HTTP with a credential, or at the folder itself. */
export const gitFaults: FaultFactory = async (files) => {
  const clock = manualClock();
  const hosting = createHosting({ clock: clock.now });
  await hosting.add({ "pilot/one": { files, permissions: { bot: "write" } } });
  hosting.users.allow("bot", password);
  const stage = await startStage({
    users: hosting.users,
    handler: (request) => answerPlainGit(hosting, request),
  });
  const basic = Buffer.from(`bot:${password}`).toString("base64");
  return {
    kind: "git",
    repo: { owner: "pilot", repo: "one" },
    hosting,
    double: stage,
    person: personAt(hosting.repo("pilot/one").path),
    proposals: gitProposals,
    secret: password,
    newForge: ({ url, timeoutMs, folder } = {}) =>
      createGitForge({
        name: "test",
        url: folder === true ? hosting.folder : (url ?? stage.url),
        identity: { name: "Coulomb", email: "coulomb@example.org" },
        installation: "pilot",
        env: process.env,
        now: clock.now,
        config: [["http.extraHeader", `Authorization: Basic ${basic}`]],
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      }),
    async close() {
      await stage.close();
      hosting.remove();
      if (stage.crashes.length > 0) throw new Error(`the server crashed: ${String(stage.crashes[0])}`);
    },
  };
};

/** What a server of plain git says: who are you, it moved, it is not here, or what git says. */
async function answerPlainGit(hosting: Hosting, request: StagedRequest): Promise<StagedAnswer> {
  const asked = parseGitRequest(request);
  if (asked === null) return textAnswer(404);
  if (request.who.kind !== "user") return textAnswer(401, "", { "www-authenticate": 'Basic realm="git"' });
  const found = hosting.find(asked.fullName);
  if (found.kind === "found") return answerGit(found.repo, request, asked);
  if (found.kind !== "moved") return textAnswer(404);
  return textAnswer(301, "", { location: `/${found.repo.fullName}.git${asked.rest}?${request.search}` });
}
