import { cp } from "node:fs/promises";
import { createGiteaForge, createGitForge, createGithubForge, type Forge } from "@coulomb-loop/forge";
import {
  createFleet,
  type FleetRepo,
  type ManualClock,
  manualClock,
  temporaryFolder,
} from "@coulomb-loop/testkit";
import { createGiteaDouble } from "@coulomb-loop/testkit/gitea-double";
import { createGithubDouble } from "@coulomb-loop/testkit/github-double";
import {
  createHosting,
  type Hosting,
  type MatchedRequest,
  mergePull,
  type Stage,
} from "@coulomb-loop/testkit/hosting";

/** Where the repositories of a world are, and how a run reaches them. */
export interface Ground {
  /** Repositories are real and bare, `<folder>/<owner>/<name>.git`. */
  readonly folder: string;
  /** Of the tool itself, or of the person `ada`; plain git knows no accounts. */
  forge(installation: string, who?: Account): Forge;
  /** Tells a server what time it is; plain git has no clock. */
  at(instant: number): void;
  /** The server in between, where there is one. */
  readonly server?: GroundServer;
  copy(): Promise<Ground>;
  remove(): void;
}

/** Who a forge acts as: the tool, or a person who may write. */
export type Account = "bot" | "ada";

/** A server that fails by plan. */
export interface GroundServer extends Pick<Stage, "fail" | "before" | "calm"> {
  /** Comments on each proposal of a repository, by `owner/name`. */
  comments(repo: string): readonly (readonly string[])[];
  /** Squashes an open proposal of a repository, as a person does on the page of the forge. */
  squash(repo: string, number: number): Promise<void>;
  /** Whether a request asks for a change. */
  readonly isWrite: (request: MatchedRequest) => boolean;
}

/** Makes repositories by `owner/name`. */
export type Grounds = (repos: Readonly<Record<string, FleetRepo>>) => Promise<Ground>;

/** Plain git in a folder. */
export const gitGround: Grounds = async (repos) => {
  const own = temporaryFolder("coulomb-world-");
  await createFleet({ folder: own.path, repos });
  return gitAt(own.path, () => own.remove());
};

function gitAt(folder: string, remove: () => void): Ground {
  return {
    folder,
    remove,
    at: () => undefined,
    forge: (installation) =>
      createGitForge({ name: "local", url: folder, identity, env: process.env, installation }),
    async copy() {
      const own = temporaryFolder("coulomb-world-");
      await cp(folder, own.path, { recursive: true, verbatimSymlinks: true });
      return gitAt(own.path, () => own.remove());
    },
  };
}

const identity = { name: "coulomb", email: "coulomb@example.org" };
const tokens = { bot: "token-of-the-bot-1234567890", ada: "token-of-a-person-1234567890" } as const;

/** Grounds on doubles of one kind of server, over real HTTP. */
export interface HostedGrounds {
  readonly create: Grounds;
  /** Waits until every server has ended. Throws when one left the description of its API, or failed itself. */
  end(): Promise<void>;
}

/** One kind of server: its double, forges for it, and which requests change something. */
interface Kind {
  readonly start: (hosting: Hosting) => Promise<Double>;
  readonly forge: (url: string, installation: string, clock: ManualClock, token: string) => Forge;
  readonly isWrite: (request: MatchedRequest) => boolean;
}

interface Double extends Pick<Stage, "url" | "fail" | "before" | "calm" | "close" | "crashes"> {
  readonly violations: readonly unknown[];
}

const gitea: Kind = {
  start: (hosting) => createGiteaDouble(hosting),
  forge: (url, installation, { now }, token) =>
    createGiteaForge({ name: "local", url, token, identity, installation, now, env: process.env }),
  isWrite: ({ method, path }) => method !== "GET" && !path.endsWith("/git-upload-pack"),
};

const github: Kind = {
  start: (hosting) => createGithubDouble(hosting),
  forge: (url, _installation, clock, token) =>
    createGithubForge({
      name: "local",
      url,
      auth: { kind: "token", token },
      owner: "acme",
      now: clock.now,
      sleep: async (ms) => clock.advance(ms),
      writeIntervalMs: 0,
    }),
  isWrite: ({ method, path, body }) =>
    method !== "GET" && (path !== "/graphql" || /"query":"\s*mutation\b/.test(body.toString("utf8"))),
};

/** Makes grounds on doubles of a kind; end them after the last test. Without `notices` a server leaves open what is merged by a push. */
export function hostedGrounds(name: "gitea" | "github", notices = true): HostedGrounds {
  const kind = { gitea, github }[name];
  const ended: Promise<unknown>[] = [];
  const flaws: unknown[] = [];
  const end = async (double: Double, hosting: Hosting): Promise<void> => {
    await double.close();
    hosting.remove();
    flaws.push(...double.violations, ...double.crashes);
  };
  const groundOf = async (hosting: Hosting, clock: ManualClock): Promise<Ground> => {
    const double = await kind.start(hosting);
    const { url, fail, before, calm } = double;
    return {
      folder: hosting.folder,
      at: (instant) => clock.set(instant),
      forge: (installation, who = "bot") => kind.forge(url, installation, clock, tokens[who]),
      server: {
        fail,
        before,
        calm,
        isWrite: kind.isWrite,
        squash: (repo, number) => squash(hosting, repo, number, clock.now()),
        comments: (repo) =>
          [...hosting.repo(repo).pulls.view().values()].map((pull) => pull.comments.map(({ body }) => body)),
      },
      async copy() {
        const own = manualClock(clock.now());
        return groundOf(await hosting.copy(own.now), own);
      },
      remove() {
        ended.push(end(double, hosting));
      },
    };
  };
  return {
    async create(repos) {
      const clock = manualClock();
      const hosting = createHosting({ clock: clock.now, detectsManualMerge: notices });
      const permissions = { bot: "write", ada: "write" } as const;
      await hosting.add(
        Object.fromEntries(Object.entries(repos).map(([repo, spec]) => [repo, { ...spec, permissions }])),
      );
      for (const [login, token] of Object.entries(tokens))
        hosting.users.allow(login, token, [name === "github" ? "repo" : "all"]);
      return groundOf(hosting, clock);
    },
    async end() {
      await Promise.all(ended);
      if (flaws.length > 0)
        throw new Error(`a double was not asked, or did not answer, as described: ${String(flaws[0])}`);
    },
  };
}

async function squash(hosting: Hosting, name: string, number: number, at: number): Promise<void> {
  const by = hosting.users.find("ada");
  if (by === undefined) throw new Error("ada is not known");
  const repo = hosting.repo(name);
  await hosting.notice(repo);
  const order = { number, by, at, message: "Squashed\n", style: "squash" } as const;
  const done = await repo.exclusive(() => mergePull(repo, order));
  if (done.kind !== "done") throw new Error(`not squashed: ${done.kind}`);
}
