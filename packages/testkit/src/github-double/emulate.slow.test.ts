import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:net";
import type { Octokit } from "@octokit/core";
import { createEmulator } from "emulate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHosting } from "../hosting/index.ts";
import { appOctokitAt, octokitAt } from "./double-stage.fixture.ts";
import { createGithubDouble } from "./github-double.ts";
import { isObject } from "./json.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
});

/** What a call came to. */
interface Outcome {
  readonly status: number;
  readonly data: unknown;
  readonly link: boolean;
}

type Call = (route: string, parameters?: Record<string, unknown>) => Promise<Outcome>;

const where = { owner: "acme", repo: "app" };

async function outcomeOf(
  act: () => Promise<{ status: number; data: unknown; headers: object }>,
): Promise<Outcome> {
  try {
    const { status, data, headers } = await act();
    return { status, data, link: "link" in headers };
  } catch (error) {
    if (!isObject(error) || typeof error["status"] !== "number") throw error;
    return { status: error["status"], data: undefined, link: false };
  }
}

/** Members that both have must be of the same kind. What one leaves out is no difference, nor is null. */
function differences(ours: unknown, theirs: unknown, path = ""): string[] {
  if (ours === null || theirs === null || ours === undefined || theirs === undefined) return [];
  if (Array.isArray(ours) && Array.isArray(theirs)) return differences(ours[0], theirs[0], `${path}[]`);
  if (!isObject(ours) || !isObject(theirs)) {
    return typeof ours === typeof theirs && Array.isArray(ours) === Array.isArray(theirs) ? [] : [path];
  }
  return Object.keys(ours).flatMap((name) => differences(ours[name], theirs[name], `${path}/${name}`));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Both servers know `acme/app`, the token `pat-token` and the App 7 on `acme`. */
async function startBoth() {
  const hosting = createHosting({ clock: Date.now });
  await hosting.add({ "acme/app": { files: { "README.md": "# app\n" } } });
  hosting.users.allow("acme", "pat-token", ["repo", "user"]);
  const permissions = { contents: "write", metadata: "read" } as const;
  const installations = [{ id: 70, account: "acme", permissions }];
  const double = await createGithubDouble(hosting, {
    apps: [{ id: 7, slug: "looper", owner: "acme", publicKey, installations }],
  });
  const app = { app_id: 7, slug: "looper", name: "Looper", private_key: privateKey, permissions };
  const emulator = await createEmulator({
    service: "github",
    port: await freePort(),
    seed: {
      tokens: { "pat-token": { login: "acme", scopes: ["repo", "user"] } },
      github: {
        users: [{ login: "acme", email: "acme@noreply.example.org" }],
        repos: [{ owner: "acme", name: "app", auto_init: true }],
        apps: [{ ...app, installations: [{ installation_id: 70, account: "acme", permissions }] }],
      },
    },
  });
  const close = async () => {
    await Promise.all([double.close(), emulator.close()]);
    hosting.remove();
  };
  return { urls: [double.url, emulator.url] as const, double, close };
}

const text = (outcome: Outcome, ...path: readonly string[]): string =>
  String(path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), outcome.data));

const noToken = "";
const asUser = (url: string) => octokitAt(url);
const asApp = (url: string) => appOctokitAt(url, { appId: 7, privateKey, installationId: 70 });

describe("the double and emulate, an independent one", () => {
  let both: Awaited<ReturnType<typeof startBoth>>;
  beforeAll(async () => {
    both = await startBoth();
  });
  afterAll(() => both.close());

  /** Runs the same calls on both and compares each step. */
  async function compare(
    connect: (url: string) => Octokit,
    steps: (call: Call) => Promise<void>,
  ): Promise<Outcome[]> {
    const run = async (url: string) => {
      const octokit = connect(url);
      const outcomes: Outcome[] = [];
      await steps(async (route, parameters = {}) => {
        const outcome = await outcomeOf(() => octokit.request(route, parameters));
        outcomes.push(outcome);
        return outcome;
      });
      return outcomes;
    };
    const [ours, theirs] = [await run(both.urls[0]), await run(both.urls[1])];
    expect(ours.map(({ status }) => status)).toEqual(theirs.map(({ status }) => status));
    expect(ours.map(({ link }) => link)).toEqual(theirs.map(({ link }) => link));
    expect(ours.flatMap(({ data }, index) => differences(data, theirs[index]?.data, String(index)))).toEqual(
      [],
    );
    expect(both.double.violations).toEqual([]);
    return ours;
  }

  it("agree about tokens and repositories", async () => {
    const outcomes = await compare(asUser, async (call) => {
      await call("GET /user");
      await call("GET /repos/{owner}/{repo}", where);
      await call("GET /repos/{owner}/{repo}", { ...where, repo: "nope" });
    });
    expect(outcomes.map(({ status }) => status)).toEqual([200, 200, 404]);
    // It takes any token for its first user's; none is refused.
    const refused = await compare(
      (url) => octokitAt(url, noToken),
      (call) => call("GET /user").then(() => undefined),
    );
    expect(refused).toMatchObject([{ status: 401 }]);
  });

  it("agree about Apps", async () => {
    const outcomes = await compare(asApp, async (call) => {
      await call("GET /app");
      await call("GET /app/installations");
      await call("GET /repos/{owner}/{repo}/installation", where);
      await call("POST /app/installations/{installation_id}/access_tokens", { installation_id: 70 });
      await call("GET /app/installations/{installation_id}", { installation_id: 71 });
      await call("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...where, ref: "heads/main" });
    });
    expect(outcomes.map(({ status }) => status)).toEqual([200, 200, 200, 201, 404, 200]);
  });

  it("agree about git data, contents and pages", async () => {
    const outcomes = await compare(asUser, async (call) => {
      const git = "/repos/{owner}/{repo}/git";
      const head = await call(`GET ${git}/ref/{ref}`, { ...where, ref: "heads/main" });
      const commit = await call(`GET ${git}/commits/{commit_sha}`, {
        ...where,
        commit_sha: text(head, "object", "sha"),
      });
      const blob = await call(`POST ${git}/blobs`, { ...where, content: "aGkK", encoding: "base64" });
      await call(`GET ${git}/blobs/{file_sha}`, { ...where, file_sha: text(blob, "sha") });
      const line = { path: "a/b", mode: "100644", type: "blob", sha: text(blob, "sha") };
      const tree = await call(`POST ${git}/trees`, {
        ...where,
        base_tree: text(commit, "tree", "sha"),
        tree: [line],
      });
      await call(`GET ${git}/trees/{tree_sha}`, { ...where, tree_sha: text(tree, "sha"), recursive: "1" });
      const next = await call(`POST ${git}/commits`, {
        ...where,
        message: "Work",
        tree: text(tree, "sha"),
        parents: [text(head, "object", "sha")],
      });
      const ref = { ...where, ref: "refs/heads/work", sha: text(next, "sha") };
      await call(`POST ${git}/refs`, ref);
      await call(`POST ${git}/refs`, ref);
      await call(`PATCH ${git}/refs/{ref}`, {
        ...where,
        ref: "heads/main",
        sha: text(next, "sha"),
        force: false,
      });
      await call(`DELETE ${git}/refs/{ref}`, { ...where, ref: "heads/work" });
      await call(`GET ${git}/ref/{ref}`, { ...where, ref: "heads/work" });
      await call("GET /repos/{owner}/{repo}/contents/{path}", { ...where, path: "a/b" });
      await call("GET /repos/{owner}/{repo}/contents/{path}", { ...where, path: "nope" });
      for (const name of ["one", "two", "three"]) {
        await call("POST /repos/{owner}/{repo}/labels", { ...where, name, color: "ff0000" });
      }
      await call("GET /repos/{owner}/{repo}/labels", { ...where, per_page: 2 });
    });
    expect(outcomes.map(({ status }) => status)).toEqual([
      200, 200, 201, 200, 201, 200, 201, 201, 422, 200, 204, 404, 200, 404, 201, 201, 201, 200,
    ]);
    expect(outcomes.at(-1)?.link).toBe(true);
  });
});
