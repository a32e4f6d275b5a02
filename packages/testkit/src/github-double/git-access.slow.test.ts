import { describe, expect, it } from "vitest";
import { openPull } from "../hosting/index.ts";
import { git, tryGit } from "../plain-git.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { onDouble } from "./double-stage.fixture.ts";

const base = "/repos/acme/app";

describe.concurrent("git over HTTP", () => {
  it(
    "clones and pushes with a token, and pulls follow",
    onDouble(async ({ double, propose, ask, hosting, repo }) => {
      await propose();
      hosting.users.allow("kim", "kim-token");
      const folder = temporaryFolder();
      const remote = (token: string) =>
        double.url.replace("//", `//x-access-token:${token}@`) + "/html/acme/app.git";
      try {
        await git(folder.path, ["clone", "--quiet", "--branch", "work", remote("pat-token"), "."]);
        await git(folder.path, ["commit", "--quiet", "--allow-empty", "-m", "More"]);
        const refused = await tryGit(folder.path, ["push", "--quiet", remote("kim-token"), "work"]);
        expect(refused.code).not.toBe(0);
        await git(folder.path, ["push", "--quiet", "origin", "work"]);
        const head = await git(folder.path, ["rev-parse", "HEAD"]);
        expect((await ask("GET", `${base}/pulls/1`)).json).toMatchObject({ head: { sha: head }, commits: 2 });
        repo.guards.set("refs/heads/work", { kind: "hook", message: "not today" });
        await git(folder.path, ["commit", "--quiet", "--allow-empty", "-m", "Again"]);
        expect((await tryGit(folder.path, ["push", "origin", "work"])).stderr).toContain("not today");
        repo.flags.archived = true;
        expect((await tryGit(folder.path, ["push", "origin", "work"])).code).not.toBe(0);
        hosting.rename("acme/app", "acme/new");
        expect((await tryGit(folder.path, ["ls-remote", "origin", "HEAD"])).code).toBe(0);
      } finally {
        folder.remove();
      }
    }),
  );

  it(
    "hides private repositories, and knows no other pages",
    onDouble(async ({ ask, repo }) => {
      repo.flags.private = true;
      const path = "/html/acme/app.git/info/refs?service=git-upload-pack";
      expect((await ask("GET", path, undefined, { token: null })).status).toBe(401);
      expect((await ask("GET", path)).status).toBe(200);
      expect((await ask("GET", "/html/acme/app")).status).toBe(404);
      expect((await ask("GET", "/html/acme/none.git/info/refs?service=git-upload-pack")).status).toBe(404);
    }),
  );
});

describe.concurrent("a pull from a fork", () => {
  it(
    "is told from one of the repository's own",
    onDouble(async ({ ask, graphql, repo, person }) => {
      const head = await person.commit("work", { new: "x" });
      const draft = { title: "T", body: "", base: "main", headBranch: "work", author: "acme" };
      await openPull(repo, { ...draft, fork: { repo: "kim/app", head } });
      await openPull(repo, draft);
      expect((await ask("GET", `${base}/pulls?head=kim:work`)).body).toMatchObject([
        { number: 1, head: { repo: { full_name: "kim/app", fork: true } } },
      ]);
      expect((await ask("GET", `${base}/pulls?head=acme:work`)).body).toMatchObject([{ number: 2 }]);
      const query = `{ repository(owner: "acme", name: "app") { pullRequests(headRefName: "work", first: 5) {
        nodes { number isCrossRepository headRef { name } } } } }`;
      expect(await graphql(query)).toMatchObject({
        data: {
          repository: {
            pullRequests: {
              nodes: [
                { number: 1, isCrossRepository: true, headRef: null },
                { number: 2, isCrossRepository: false, headRef: { name: "work" } },
              ],
            },
          },
        },
      });
    }),
  );
});
