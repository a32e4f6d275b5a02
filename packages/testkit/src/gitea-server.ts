import { setTimeout } from "node:timers/promises";
import { createGiteaForge } from "@coulomb-loop/forge";
import { expect } from "vitest";
import type { HarnessFactory } from "./contract/harness.ts";
import { createFleet } from "./fleet.ts";
import { type JsonObject, objectOf } from "./gitea-double/swagger.ts";
import { tryGit } from "./plain-git.ts";
import { personAcross, type Remote } from "./remote-person.ts";

/** A Gitea or Forgejo that somebody runs, and an account on it which may make and delete repositories of its own. */
export interface GiteaServer {
  readonly url: string;
  readonly token: string;
  /** Login of the token's account. */
  readonly owner: string;
  /** Somebody else, who acts past the forge; without them the account itself does. */
  readonly other?: {
    readonly token: string;
    readonly login: string;
    readonly email: string;
    readonly call: GiteaServer["call"];
  };
  /** Makes an empty private repository of the account with the default branch `main`. Answers with its name. */
  readonly make: (name: string) => Promise<string>;
  readonly remove: (name: string) => Promise<void>;
  /** One call of the API as the account; throws for any status but this. */
  readonly call: (method: string, path: string, status: number, body?: object) => Promise<unknown>;
  readonly now: () => number;
}

/**
 * A factory for `describeForge` over a server that nobody here rules: one throw-away repository for each test, which is
 * removed after it, also when the test or its set-up fails. The clock of the server is told to half a day.
 */
export function giteaServerFactory(server: GiteaServer): HarnessFactory {
  const { url, owner, token, other, now } = server;
  let count = 0;
  return async (files) => {
    const name = await server.make(`test-${++count}`);
    const fleet = await createFleet({ repos: { "pilot/one": { files } } }).catch(
      undo(() => server.remove(name)),
    );
    const close = async () => {
      fleet.remove();
      await server.remove(name);
    };
    const path = `/repos/${encodeURIComponent(owner)}/${name}`;
    const folder = fleet.path("pilot/one");
    const person = personAcross(folder, {
      url: `${url.replace(/\/+$/, "")}/${encodeURIComponent(owner)}/${name}.git`,
      token: other?.token ?? token,
      ...(other === undefined ? {} : { email: other.email }),
      settled: () => settled(server, path, folder),
      answers: answersAt(server, path),
    });
    await prepare(server, path)
      .then(() => person.publish("main"))
      .catch(undo(close));
    const forgeOf = (as: string) =>
      createGiteaForge({
        name: "test",
        url,
        token: as,
        identity: { name: "Coulomb", email: "coulomb@example.org" },
        installation: "pilot",
        now,
        env: process.env,
      });
    return {
      forge: forgeOf(token),
      reviewers: other === undefined ? [] : [{ by: other.login, forge: forgeOf(other.token) }],
      repo: { owner, repo: name },
      person,
      serverTime: () => expect.closeTo(now(), -8),
      tellsCloser: false,
      close,
    };
  };
}

/** How the other account answers proposals, and how the first says that an answer does not stand. */
function answersAt({ call, other }: GiteaServer, path: string): Remote["answers"] {
  return {
    async respond({ number, action, message }) {
      if (other === undefined) throw new Error("there is no other account");
      const event = action === "approve" ? "APPROVED" : "REQUEST_CHANGES";
      await other.call("POST", `${path}/pulls/${number}/reviews`, 200, { event, body: message });
    },
    async dismiss({ number, by }) {
      const reviews = await call("GET", `${path}/pulls/${number}/reviews`, 200);
      const own = (Array.isArray(reviews) ? reviews : []).map(objectOf);
      const last = own.findLast((review) => objectOf(review["user"])["login"] === by);
      await call("POST", `${path}/pulls/${number}/reviews/${String(last?.["id"])}/dismissals`, 200, {
        message: "no",
      });
    },
  };
}

/** Undoes what was begun, and fails with what it failed with. */
function undo(act: () => Promise<void>): (error: unknown) => Promise<never> {
  return async (error) => {
    await act();
    throw error;
  };
}

/** What people may do by plain git counts there only where the repository says so. */
async function prepare({ call, other }: GiteaServer, path: string): Promise<void> {
  const settings = { has_pull_requests: true, allow_manual_merge: true, autodetect_manual_merge: true };
  await call("PATCH", path, 200, settings);
  if (other === undefined) return;
  await call("PUT", `${path}/collaborators/${encodeURIComponent(other.login)}`, 204, { permission: "write" });
}

/** Looks at most so often, so many milliseconds apart: a server works a push up after it has taken it. */
const looks = 150;
const pauseMs = 200;

/** Ends when the server shows in its proposals what was pushed; `folder` holds the refs as they are there. */
async function settled({ call }: GiteaServer, path: string, folder: string): Promise<void> {
  for (let look = 1; look <= looks; look += 1) {
    const repo = objectOf(await call("GET", path, 200));
    const open = await call("GET", `${path}/pulls?state=open`, 200);
    const shown = (Array.isArray(open) ? open : []).map((pull) => isShown(folder, objectOf(pull)));
    if (repo["empty"] === false && (await Promise.all(shown)).every((each) => each)) return;
    await setTimeout(pauseMs);
  }
  throw new Error(`the server does not show what was pushed, after ${looks} looks`);
}

/** An open proposal has the head of its branch, and its base has not got that yet. */
async function isShown(folder: string, pull: JsonObject): Promise<boolean> {
  const [head, base] = [objectOf(pull["head"]), objectOf(pull["base"])];
  const headOf = async ({ label }: JsonObject) =>
    (await tryGit(folder, ["rev-parse", "--quiet", "--verify", `refs/heads/${String(label)}`])).stdout.trim();
  const [oid, into] = [await headOf(head), await headOf(base)];
  if (oid === "" || oid !== head["sha"]) return false;
  return (await tryGit(folder, ["merge-base", "--is-ancestor", oid, into])).code !== 0;
}
