import { generateKeyPairSync } from "node:crypto";
import { join } from "node:path";
import { answerPlainGit } from "@coulomb-loop/testkit/faults";
import { createGiteaDouble } from "@coulomb-loop/testkit/gitea-double";
import { createGithubDouble, type GithubSettings } from "@coulomb-loop/testkit/github-double";
import type { Hosting, Stage as Server } from "@coulomb-loop/testkit/hosting";
import { startStage } from "@coulomb-loop/testkit/hosting";
import { newFolder, writeFiles } from "./fleet.fixture.ts";

/** Who writes on what: with a token on Gitea or GitHub, as an App of GitHub, or to plain git over HTTP. */
export type CanaryKind = "gitea" | "github" | "github-app" | "git";

/** A server, and how coulomb gets at it. */
export interface CanaryServer {
  readonly server: Pick<Server, "url" | "requests" | "fail" | "before" | "calm" | "close"> & {
    readonly settings?: GithubSettings;
  };
  /** Lines of the forge in coulomb.yaml, below its name. */
  readonly forge: string;
  /** Environment that holds the secrets, or says where they are. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything that must not be seen; tokens that are made on the way among it. */
  readonly secrets: () => readonly string[];
}

/** Token of the account `bot` on Gitea, and its password for git: each way of writing it down is another one. */
const odd = "gta_canary/Token+that=nobody&may~see0123456789";
const token = "ghp_canaryTokenThatNobodyMaySee0123456789";
const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const privateKey = keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const publicKey = keys.publicKey.export({ type: "spki", format: "pem" }).toString();

/** Starts a server of a kind on which `bot`, or the App at `coulomb`, may write. */
export async function startCanaryServer(kind: CanaryKind, hosting: Hosting): Promise<CanaryServer> {
  switch (kind) {
    case "gitea": {
      hosting.users.allow("bot", odd);
      return withToken("gitea", await createGiteaDouble(hosting), odd);
    }
    case "github": {
      hosting.users.allow("bot", token, ["repo"]);
      return withToken("github", await createGithubDouble(hosting), token);
    }
    case "github-app":
      return asApp(hosting);
    case "git":
      return plainGit(hosting);
  }
}

function withToken(kind: string, server: CanaryServer["server"], secret: string): CanaryServer {
  return {
    server,
    forge: `kind: ${kind}\n    url: ${server.url}\n    token: { env: FORGE_TOKEN }`,
    env: { FORGE_TOKEN: secret },
    secrets: () => [secret],
  };
}

async function asApp(hosting: Hosting): Promise<CanaryServer> {
  const permissions = {
    metadata: "read",
    contents: "write",
    pull_requests: "write",
    issues: "write",
    statuses: "write",
  } as const;
  const installations = [{ id: 70, account: "coulomb", permissions }];
  const app = { id: 7, slug: "reconciler", owner: "maker", publicKey, installations };
  const server = await createGithubDouble(hosting, { apps: [app] });
  return {
    server,
    forge: `kind: github\n    url: ${server.url}\n    app: { id: 7, private_key: { env: FORGE_KEY } }`,
    env: { FORGE_KEY: privateKey },
    secrets: () => [privateKey, ...server.tokens()],
  };
}

async function plainGit(hosting: Hosting): Promise<CanaryServer> {
  hosting.users.allow("bot", odd);
  const server = await startStage({
    users: hosting.users,
    handler: (request) => answerPlainGit(hosting, request),
  });
  const home = newFolder();
  const basic = Buffer.from(`bot:${odd}`).toString("base64");
  writeFiles(home, {
    ".gitconfig": `[http "${server.url}"]\n\textraHeader = Authorization: Basic ${basic}\n`,
  });
  return {
    server,
    forge: `kind: git\n    url: ${server.url}`,
    env: { HOME: home, XDG_CONFIG_HOME: join(home, "none") },
    secrets: () => [odd, basic],
  };
}
