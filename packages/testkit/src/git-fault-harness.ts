import { createGitForge } from "@coulomb-loop/forge";
import { gitProposals } from "./contract/git-proposals.ts";
import type { FaultFactory } from "./contract/fault-stage.ts";
import { createHosting, startStage } from "./hosting/index.ts";
import { answerPlainGit } from "./hosting/plain-git-server.ts";
import { manualClock } from "./manual-clock.ts";
import { personAt } from "./person.ts";

const password = "bot-secret/pass+word=1234567890~more";

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
  const heard: string[] = [];
  const basic = Buffer.from(`bot:${password}`).toString("base64");
  return {
    kind: "git",
    repo: { owner: "pilot", repo: "one" },
    hosting,
    double: stage,
    person: personAt(hosting.repo("pilot/one").path),
    proposals: gitProposals,
    secrets: () => [password],
    heard,
    newForge: ({ url, timeoutMs, folder } = {}) =>
      createGitForge({
        name: "test",
        url: folder === true ? hosting.folder : (url ?? stage.url),
        identity: { name: "Coulomb", email: "coulomb@example.org" },
        installation: "pilot",
        env: process.env,
        now: clock.now,
        onProcess: (args) => heard.push(args.join(" ")),
        onRequest: (...request) => heard.push(request.join(" ")),
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
