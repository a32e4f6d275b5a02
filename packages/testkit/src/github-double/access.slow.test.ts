import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { AppOptions, Permissions } from "./apps.ts";
import { appOctokitAt, onDouble } from "./double-stage.fixture.ts";

const base = "/repos/acme/app";
const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

const app = (permissions: Permissions, repositories?: readonly string[]): AppOptions => ({
  id: 7,
  slug: "looper",
  owner: "acme",
  publicKey,
  installations: [
    { id: 70, account: "acme", permissions, ...(repositories === undefined ? {} : { repositories }) },
  ],
});

const all: Permissions = { contents: "write", pull_requests: "write", statuses: "write", issues: "write" };

const appOctokit = (url: string) => appOctokitAt(url, { appId: 7, privateKey, installationId: 70 });

describe.concurrent("access", () => {
  it(
    "is refused to wrong and revoked tokens, and to none where one is needed",
    onDouble(async ({ ask, hosting }) => {
      hosting.users.allow("kim", "kim-token");
      hosting.users.revoke("kim-token");
      for (const token of ["nope", "kim-token"]) {
        expect(await ask("GET", base, undefined, { token })).toMatchObject({
          status: 401,
          json: { message: "Bad credentials" },
        });
      }
      expect((await ask("GET", "/user", undefined, { token: null })).status).toBe(401);
      expect((await ask("GET", base, undefined, { token: null })).status).toBe(200);
      const basic = `Basic ${Buffer.from("acme:pat-token").toString("base64")}`;
      expect(
        (await ask("GET", "/user", undefined, { token: null, headers: { authorization: basic } })).json,
      ).toMatchObject({
        login: "acme",
      });
      expect((await ask("POST", `${base}/git/blobs`, { content: "" }, { token: null })).status).toBe(401);
    }),
  );

  it(
    "to what is private looks as if nothing was there",
    onDouble(
      async ({ ask, hosting, graphql }) => {
        hosting.users.allow("kim", "kim-token");
        hosting.users.allow("acme", "narrow", ["public_repo"]);
        for (const token of ["kim-token", "narrow", null]) {
          expect((await ask("GET", "/repos/acme/secret", undefined, { token })).status).toBe(404);
        }
        const query = '{ repository(owner: "acme", name: "secret") { id } }';
        expect(await graphql(query, {}, "kim-token")).toMatchObject({ errors: [{ type: "NOT_FOUND" }] });
        expect((await ask("GET", "/repos/acme/secret")).json).toMatchObject({
          private: true,
          visibility: "private",
        });
      },
      { repos: { "acme/secret": { flags: { private: true } } } },
    ),
  );

  it(
    "without push is told by kind of token",
    onDouble(async ({ ask, hosting, repo }) => {
      hosting.users.allow("kim", "kim-token");
      hosting.users.allow("acme", "github_pat_read", ["contents:read"]);
      const blob = (token: string) => ask("POST", `${base}/git/blobs`, { content: "" }, { token });
      expect((await blob("kim-token")).status).toBe(404);
      expect(await blob("github_pat_read")).toMatchObject({
        status: 403,
        json: { message: "Resource not accessible by personal access token" },
      });
      repo.permit("kim", "write");
      expect((await blob("kim-token")).status).toBe(201);
    }),
  );

  it(
    "to archived and disabled repositories is reading only, and none",
    onDouble(async ({ ask, repo }) => {
      repo.flags.archived = true;
      expect(await ask("POST", `${base}/git/blobs`, { content: "" })).toMatchObject({
        status: 403,
        json: { message: "Repository was archived so is read-only." },
      });
      expect((await ask("GET", base)).json).toMatchObject({ archived: true });
      repo.flags.disabled = true;
      expect((await ask("GET", base)).status).toBe(403);
    }),
  );

  it(
    "by a former name is led on: 301 for reads, 307 for writes",
    onDouble(async ({ ask, hosting, repo, octokit }) => {
      hosting.rename("acme/app", "acme/new");
      const read = await ask("GET", `${base}/pulls?state=all`);
      expect(read.status).toBe(301);
      expect(read.headers.get("location")).toMatch(new RegExp(`/repositories/${repo.id}/pulls\\?state=all$`));
      expect((await ask("POST", `${base}/git/blobs`, { content: "" })).status).toBe(307);
      const followed = await octokit.request("GET /repos/{owner}/{repo}", { owner: "acme", repo: "app" });
      expect(followed.data.full_name).toBe("acme/new");
    }),
  );

  it(
    "tells permissions to those who may push",
    onDouble(async ({ ask, hosting }) => {
      hosting.users.allow("kim", "kim-token");
      const path = `${base}/collaborators/kim/permission`;
      expect((await ask("GET", path)).json).toMatchObject({ permission: "read", user: { login: "kim" } });
      expect((await ask("GET", path, undefined, { token: "kim-token" })).status).toBe(403);
      expect((await ask("GET", `${base}/collaborators/nobody/permission`)).status).toBe(404);
    }),
  );

  it(
    "shows scopes, the request's id and the clock in headers",
    onDouble(async ({ ask, hosting }) => {
      hosting.users.allow("acme", "scoped", ["repo", "workflow"]);
      const { headers } = await ask("GET", "/", undefined, { token: "scoped" });
      expect(headers.get("x-oauth-scopes")).toBe("repo, workflow");
      expect(headers.get("date")).toBe("Mon, 05 Jan 2026 09:00:00 GMT");
      expect(headers.get("x-github-request-id")).toMatch(/^D0B1:/);
      hosting.users.allow("acme", "github_pat_x", ["contents:read"]);
      expect(
        (await ask("GET", "/meta", undefined, { token: "github_pat_x" })).headers.has("x-oauth-scopes"),
      ).toBe(false);
      expect((await ask("GET", "/users/acme")).json).toMatchObject({ login: "acme" });
      expect((await ask("GET", "/users/nobody")).status).toBe(404);
    }),
  );
});

describe.concurrent("limits", () => {
  it(
    "are counted in headers, for nothing in rate_limit, and end with the hour",
    onDouble(
      async ({ ask, clock }) => {
        const first = await ask("GET", "/user");
        expect(first.headers.get("x-ratelimit-remaining")).toBe("1");
        await ask("GET", "/user");
        const over = await ask("GET", "/user");
        expect(over).toMatchObject({
          status: 403,
          json: { message: expect.stringContaining("API rate limit exceeded for user ID") },
        });
        expect(over.headers.get("x-ratelimit-remaining")).toBe("0");
        expect(over.headers.get("x-ratelimit-reset")).toBe(String(Date.UTC(2026, 0, 5, 10) / 1000));
        expect((await ask("GET", "/rate_limit")).json).toMatchObject({
          resources: { core: { limit: 2, remaining: 0 }, graphql: { remaining: 2 } },
        });
        clock.advance(3_600_000);
        expect((await ask("GET", "/user")).status).toBe(200);
      },
      { hourlyLimit: 2 },
    ),
  );

  it(
    "of GraphQL are points, and errors with status 200",
    onDouble(
      async ({ ask, double }) => {
        const query = { query: "{ viewer { login } }" };
        expect((await ask("POST", "/graphql", query)).headers.get("x-ratelimit-resource")).toBe("graphql");
        const over = await ask("POST", "/graphql", query);
        expect(over).toMatchObject({ status: 200, json: { errors: [{ type: "RATE_LIMITED" }] } });
        expect(over.headers.get("x-ratelimit-remaining")).toBe("0");
        double.settings.limitStatus = 429;
        await ask("GET", "/user");
        expect((await ask("GET", "/user")).status).toBe(429);
      },
      { hourlyLimit: 1 },
    ),
  );

  it(
    "of creations answer with Retry-After",
    onDouble(
      async ({ ask, propose, clock, double }) => {
        await propose();
        const comment = () => ask("POST", `${base}/issues/1/comments`, { body: "x" });
        expect((await comment()).status).toBe(201);
        const over = await comment();
        expect(over).toMatchObject({
          status: 403,
          json: { message: expect.stringContaining("secondary rate limit") },
        });
        expect(over.headers.get("retry-after")).toBe("60");
        double.settings.retryAfter = null;
        expect((await comment()).headers.has("retry-after")).toBe(false);
        expect((await ask("GET", base)).status).toBe(200);
        clock.advance(60_000);
        expect((await comment()).status).toBe(201);
      },
      { creationsPerMinute: 2 },
    ),
  );

  it(
    "of a workflow's token are narrower, and it reaches one repository",
    onDouble(
      async ({ ask, graphql }) => {
        const options = { token: "ghs_workflow" };
        const mine = await ask("POST", `${base}/git/blobs`, { content: "" }, options);
        expect(mine).toMatchObject({ status: 201 });
        expect(mine.headers.get("x-ratelimit-limit")).toBe("1000");
        expect(await ask("POST", "/repos/acme/other/git/blobs", { content: "" }, options)).toMatchObject({
          status: 403,
          json: { message: "Resource not accessible by integration" },
        });
        expect((await ask("GET", "/user", undefined, options)).status).toBe(403);
        expect(await graphql("{ viewer { login } }", {}, "ghs_workflow")).toMatchObject({
          data: { viewer: { login: "github-actions[bot]" } },
        });
      },
      {
        actionsTokens: [
          { token: "ghs_workflow", repository: "acme/app", permissions: { contents: "write" } },
        ],
        repos: { "acme/other": { files: { a: "" } } },
      },
    ),
  );
});

describe.concurrent("Apps", () => {
  it(
    "sign in by octokit, act as a bot, and their commits are signed",
    onDouble(
      async ({ double, head, person }) => {
        const octokit = appOctokit(double.url);
        const self = await octokit.request("GET /app");
        expect(self.data).toMatchObject({ id: 7, slug: "looper" });
        const where = { owner: "acme", repo: "app" };
        const main = await head("main");
        const { data: parent } = await octokit.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
          ...where,
          commit_sha: main,
        });
        const { data: tree } = await octokit.request("POST /repos/{owner}/{repo}/git/trees", {
          ...where,
          base_tree: parent.tree.sha,
          tree: [{ path: "b", mode: "100644", type: "blob", content: "b" }],
        });
        const make = (author?: { name: string; email: string }) =>
          octokit.request("POST /repos/{owner}/{repo}/git/commits", {
            ...where,
            message: "Work",
            tree: tree.sha,
            parents: [main],
            ...(author === undefined ? {} : { author }),
          });
        const { data: commit } = await make();
        expect(commit.verification.verified).toBe(true);
        expect(commit.author.name).toBe("looper[bot]");
        expect((await make({ name: "A", email: "a@x.org" })).data.verification.verified).toBe(false);
        await octokit.request("POST /repos/{owner}/{repo}/git/refs", {
          ...where,
          ref: "refs/heads/w",
          sha: commit.sha,
        });
        const { data: pull } = await octokit.request("POST /repos/{owner}/{repo}/pulls", {
          ...where,
          title: "T",
          head: "w",
          base: "main",
        });
        expect(pull.user).toMatchObject({ login: "looper[bot]", type: "Bot" });
        expect(await person.head("w")).toBe(commit.sha);
        expect(double.requests.entries.at(-1)?.login).toBe("looper[bot]");
        const viewed = await octokit.graphql(
          '{ viewer { login } repository(owner: "acme", name: "app") { pullRequest(number: 1) { author { login __typename } } } }',
        );
        expect(viewed).toMatchObject({
          viewer: { login: "looper[bot]" },
          repository: { pullRequest: { author: { login: "looper", __typename: "Bot" } } },
        });
      },
      { apps: [app(all)] },
    ),
  );

  it(
    "find their installation by repository, organisation and user",
    onDouble(
      async ({ double }) => {
        const octokit = appOctokit(double.url);
        const id = { data: { id: 70, app_slug: "looper" } };
        expect(
          await octokit.request("GET /repos/{owner}/{repo}/installation", { owner: "acme", repo: "app" }),
        ).toMatchObject(id);
        expect(await octokit.request("GET /orgs/{org}/installation", { org: "acme" })).toMatchObject(id);
        expect(
          await octokit.request("GET /users/{username}/installation", { username: "acme" }),
        ).toMatchObject(id);
        expect(await octokit.request("GET /app/installations")).toMatchObject({ data: [{ id: 70 }] });
        expect(
          await octokit.request("GET /app/installations/{installation_id}", { installation_id: 70 }),
        ).toMatchObject(id);
        await expect(
          octokit.request("GET /repos/{owner}/{repo}/installation", { owner: "acme", repo: "other" }),
        ).rejects.toMatchObject({ status: 404 });
        const reached = await octokit.request("GET /installation/repositories");
        expect(reached.data).toMatchObject({ total_count: 1, repositories: [{ full_name: "acme/app" }] });
      },
      { apps: [app(all, ["acme/app"])], repos: { "acme/other": { files: { a: "" } } } },
    ),
  );

  it(
    "lose their tokens after an hour, and may do what was granted",
    onDouble(
      async ({ ask, double, clock }) => {
        const octokit = appOctokit(double.url);
        const { data } = await octokit.request("POST /app/installations/{installation_id}/access_tokens", {
          installation_id: 70,
          permissions: { contents: "read" },
        });
        expect(data).toMatchObject({
          expires_at: "2026-01-05T10:00:00Z",
          permissions: { contents: "read", metadata: "read" },
        });
        const { token } = data;
        expect((await ask("GET", `${base}/git/ref/heads/main`, undefined, { token })).status).toBe(200);
        expect(await ask("POST", `${base}/git/blobs`, { content: "" }, { token })).toMatchObject({
          status: 403,
          json: { message: "Resource not accessible by integration" },
        });
        const more = octokit.request("POST /app/installations/{installation_id}/access_tokens", {
          installation_id: 70,
          permissions: { administration: "write" },
        });
        await expect(more).rejects.toMatchObject({ status: 422 });
        const other = octokit.request("POST /app/installations/{installation_id}/access_tokens", {
          installation_id: 70,
          repositories: ["nope"],
        });
        await expect(other).rejects.toMatchObject({ status: 422 });
        clock.advance(3_600_000);
        expect(await ask("GET", base, undefined, { token })).toMatchObject({
          status: 401,
          json: { message: "Bad credentials" },
        });
      },
      { apps: [app(all, ["acme/app"])] },
    ),
  );

  it(
    "give tokens back",
    onDouble(
      async ({ ask, double }) => {
        const { data } = await appOctokit(double.url).request(
          "POST /app/installations/{installation_id}/access_tokens",
          {
            installation_id: 70,
          },
        );
        const { token } = data;
        expect((await ask("DELETE", "/installation/token", undefined, { token })).status).toBe(204);
        expect((await ask("GET", base, undefined, { token })).status).toBe(401);
        expect((await ask("GET", "/app")).status).toBe(401);
        expect((await ask("GET", "/app", undefined, { token: "a.b.c" })).json["message"]).toContain(
          "could not be decoded",
        );
      },
      { apps: [app(all)] },
    ),
  );
});
