import { describe, expect, it } from "vitest";
import { git } from "../plain-git.ts";
import { onDouble } from "./double-stage.fixture.ts";
import { objectAt } from "./json.ts";

const base = "/repos/acme/app";

const seen = (totalCount: number, ref: object | null) => ({
  data: { repository: { pullRequests: { totalCount }, ref } },
});

describe.concurrent("pulls over REST", () => {
  it(
    "opens one and shows it alone and in lists",
    onDouble(async ({ ask, person, octokit }) => {
      const head = await person.commit("work", { new: "a\nb\n" });
      const made = await ask("POST", `${base}/pulls`, {
        title: "Work",
        body: "Because",
        head: "acme:work",
        base: "main",
        draft: true,
      });
      expect(made).toMatchObject({
        status: 201,
        json: { number: 1, state: "open", draft: true, body: "Because", head: { ref: "work", sha: head } },
      });
      const shown = await ask("GET", `${base}/pulls/1`);
      expect(shown.json).toMatchObject({
        mergeable: true,
        mergeable_state: "draft",
        commits: 1,
        additions: 2,
        changed_files: 1,
      });
      const listed = await octokit.request("GET /repos/{owner}/{repo}/pulls", {
        owner: "acme",
        repo: "app",
        head: "acme:work",
        state: "all",
      });
      expect(listed.data).toMatchObject([{ number: 1, user: { login: "acme" } }]);
      expect((await ask("GET", `${base}/pulls?head=acme:other`)).body).toEqual([]);
      expect((await ask("GET", `${base}/pulls?state=closed`)).body).toEqual([]);
      expect((await ask("GET", `${base}/pulls/1/files`)).body).toMatchObject([
        { filename: "new", additions: 2 },
      ]);
      expect((await ask("GET", `${base}/pulls/1/commits`)).body).toMatchObject([{ sha: head }]);
      const diff = await ask("GET", `${base}/pulls/1`, undefined, {
        headers: { accept: "application/vnd.github.diff" },
      });
      expect(diff.body).toContain("+++ b/new");
    }),
  );

  it(
    "pages lists by Link, newest first",
    onDouble(async ({ ask, propose, clock }) => {
      for (const name of ["a", "b", "c"]) {
        await propose(name);
        clock.advance(1_000);
      }
      const page = await ask("GET", `${base}/pulls?per_page=2`);
      expect(page.body).toMatchObject([{ number: 3 }, { number: 2 }]);
      const [, next = ""] = /<([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "") ?? [];
      const second = await ask("GET", next.slice(next.indexOf("/repos")));
      expect(second.body).toMatchObject([{ number: 1 }]);
      expect(second.headers.get("link")).not.toContain('rel="next"');
      const old = await ask("GET", `${base}/pulls?sort=created&direction=asc`);
      expect(old.body).toMatchObject([{ number: 1 }, { number: 2 }, { number: 3 }]);
    }),
  );

  it.each([
    [
      "a second one",
      { head: "work", base: "main" },
      { code: "custom", message: "A pull request already exists for acme:work." },
    ],
    [
      "nothing to merge",
      { head: "same", base: "main" },
      { code: "custom", message: "No commits between main and same" },
    ],
    ["an unknown head", { head: "nope", base: "main" }, { field: "head", code: "invalid" }],
    ["a head of somebody else", { head: "kim:work", base: "main" }, { field: "head", code: "invalid" }],
    ["an unknown base", { head: "work", base: "nope" }, { field: "base", code: "invalid" }],
    ["no title", { title: undefined, head: "work", base: "main" }, { field: "title", code: "missing_field" }],
    ["a title too long", { title: "x".repeat(257), head: "work", base: "main" }, { code: "custom" }],
    ["a body too long", { body: "x".repeat(65_537), head: "work", base: "main" }, { code: "custom" }],
  ])("refuses %s", (_what, body, error) =>
    onDouble(async ({ ask, propose, person, head }) => {
      await propose("work");
      await person.force("same", await head("main"));
      const answer = await ask("POST", `${base}/pulls`, { title: "T", ...body });
      expect(answer).toMatchObject({
        status: 422,
        json: { message: "Validation Failed", errors: [{ resource: "PullRequest", ...error }] },
      });
    })(),
  );

  it(
    "refuses drafts where there are none, and what comes too quickly",
    onDouble(
      async ({ ask, person, double }) => {
        await person.commit("work", { new: "a" });
        const body = { title: "T", head: "work", base: "main" };
        expect(await ask("POST", `${base}/pulls`, { ...body, draft: true })).toMatchObject({
          status: 422,
          json: { message: "Draft pull requests are not supported in this repository." },
        });
        double.settings.tooQuickly = 1;
        expect((await ask("POST", `${base}/pulls`, body)).json).toMatchObject({
          errors: [{ message: "was submitted too quickly" }],
        });
        expect((await ask("POST", `${base}/pulls`, body)).status).toBe(201);
      },
      { drafts: false },
    ),
  );

  it(
    "changes title, body and state, all or none",
    onDouble(async ({ ask, propose, person, clock }) => {
      await propose();
      clock.advance(60_000);
      const closed = await ask("PATCH", `${base}/pulls/1`, { title: "New", body: "B", state: "closed" });
      expect(closed.json).toMatchObject({
        title: "New",
        body: "B",
        state: "closed",
        closed_at: "2026-01-05T09:01:00Z",
      });
      expect((await ask("PATCH", `${base}/pulls/1`, { state: "open" })).json).toMatchObject({
        state: "open",
      });
      await ask("PATCH", `${base}/pulls/1`, { state: "closed" });
      await person.deleteBranch("work");
      const gone = await ask("PATCH", `${base}/pulls/1`, { state: "open", title: "Newer" });
      expect(gone).toMatchObject({ status: 422, json: { errors: [{ field: "state" }] } });
      expect((await ask("GET", `${base}/pulls/1`)).json).toMatchObject({ title: "New", state: "closed" });
      await person.commit("work", { other: "x" });
      expect((await ask("PATCH", `${base}/pulls/1`, { state: "open" })).json).toMatchObject({
        errors: [{ message: expect.stringContaining("force-pushed or recreated") }],
      });
    }),
  );

  it(
    "merges the expected head with two parents, and only that",
    onDouble(async ({ ask, propose, head, person, repo }) => {
      await propose();
      const [main, work] = [await head("main"), await head("work")];
      const wrong = await ask("PUT", `${base}/pulls/1/merge`, { sha: main });
      expect(wrong).toMatchObject({
        status: 409,
        json: { message: expect.stringContaining("Head branch was modified") },
      });
      expect((await ask("GET", `${base}/pulls/1/merge`)).status).toBe(404);
      const merged = await ask("PUT", `${base}/pulls/1/merge`, { sha: work });
      expect(merged).toMatchObject({ status: 200, json: { merged: true } });
      expect(await head("main")).toBe(merged.json["sha"]);
      expect(await git(repo.path, ["log", "-1", "--format=%P", "main"])).toBe(`${main} ${work}`);
      expect(await person.head("work")).toBe(work);
      expect((await ask("GET", `${base}/pulls/1/merge`)).status).toBe(204);
      expect((await ask("GET", `${base}/pulls/1`)).json).toMatchObject({
        state: "closed",
        merged: true,
        merge_commit_sha: merged.json["sha"],
        merged_by: { login: "acme" },
        commits: 1,
        changed_files: 1,
      });
      expect((await ask("PUT", `${base}/pulls/1/merge`, { sha: work })).status).toBe(405);
      expect((await ask("PATCH", `${base}/pulls/1`, { state: "open" })).status).toBe(422);
    }),
  );

  it(
    "does not merge a draft, a conflict, or into a protected base",
    onDouble(async ({ ask, propose, person, repo, head, graphql }) => {
      await propose("README.md".slice(0, 6));
      const { node_id: id } = (await ask("GET", `${base}/pulls/1`)).json;
      await graphql(
        "mutation($id: ID!) { convertPullRequestToDraft(input: {pullRequestId: $id}) { clientMutationId } }",
        { id },
      );
      expect(await ask("PUT", `${base}/pulls/1/merge`, {})).toMatchObject({ status: 405 });
      await graphql(
        "mutation($id: ID!) { markPullRequestReadyForReview(input: {pullRequestId: $id}) { clientMutationId } }",
        { id },
      );
      repo.guards.set("refs/heads/main", { kind: "protected", message: "1 approving review is required" });
      const before = await head("main");
      expect((await ask("PUT", `${base}/pulls/1/merge`, {})).json["message"]).toContain("approving review");
      repo.guards.clear();
      await person.commit("main", { "README.txt": "other" });
      expect((await ask("GET", `${base}/pulls/1`)).json).toMatchObject({
        mergeable: false,
        mergeable_state: "dirty",
      });
      expect(await ask("PUT", `${base}/pulls/1/merge`, {})).toMatchObject({
        status: 405,
        json: { message: "Pull Request is not mergeable" },
      });
      expect(await head("main")).not.toBe(before);
      expect((await ask("PUT", `${base}/pulls/1/merge`, { merge_method: "rebase" })).status).toBe(405);
    }),
  );

  it(
    "sees what people do past the API",
    onDouble(async ({ ask, propose, person }) => {
      const pushed = await propose("pushed");
      const deleted = await propose("deleted");
      const merged = await propose("merged");
      const head = await person.commit("pushed", { more: "x" });
      await person.deleteBranch("deleted");
      const commit = await person.merge("merged");
      await person.deleteBranch("merged");
      expect((await ask("GET", `${base}/pulls/${pushed}`)).json).toMatchObject({
        state: "open",
        head: { sha: head },
      });
      expect((await ask("GET", `${base}/pulls/${deleted}`)).json).toMatchObject({
        state: "closed",
        merged: false,
      });
      expect((await ask("GET", `${base}/pulls/${merged}`)).json).toMatchObject({
        state: "closed",
        merged: true,
        merge_commit_sha: commit,
        merged_by: { login: "ghost" },
      });
    }),
  );

  it(
    "names who closed or merged one by moving refs with the API",
    onDouble(async ({ ask, propose, hosting, repo, head, graphql }) => {
      hosting.users.allow("kim", "kim-token");
      repo.permit("kim", "write");
      const kim = { token: "kim-token" };
      const numbers = [await propose("a"), await propose("b"), await propose("c")];
      const { node_id: repositoryId } = (await ask("GET", base)).json;
      await ask("DELETE", `${base}/git/refs/heads/a`, undefined, kim);
      await ask("PATCH", `${base}/git/refs/heads/main`, { sha: await head("b") }, kim);
      const refUpdates = [{ name: "refs/heads/c", afterOid: "0".repeat(40) }];
      const query = "mutation($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }";
      await graphql(query, { input: { repositoryId, refUpdates } }, "kim-token");
      const closers = numbers.map((number) => repo.pulls.get(number));
      expect(closers).toMatchObject([
        { merged: false, closedBy: "kim" },
        { merged: true, closedBy: "kim", mergedBy: "kim" },
        { merged: false, closedBy: "kim" },
      ]);
    }),
  );

  it(
    "computes whether it can be merged later",
    onDouble(
      async ({ ask, propose }) => {
        await propose();
        expect((await ask("GET", `${base}/pulls/1`)).json).toMatchObject({
          mergeable: null,
          mergeable_state: "unknown",
        });
        expect((await ask("GET", `${base}/pulls/1`)).json).toMatchObject({
          mergeable: true,
          mergeable_state: "clean",
        });
      },
      { mergeableLag: 1 },
    ),
  );

  it(
    "hides what was just made from the next reads",
    onDouble(
      async ({ ask, propose, head, graphql }) => {
        const number = await propose();
        const path = `${base}/pulls/${number}`;
        expect([(await ask("GET", path)).status, (await ask("GET", path)).status]).toEqual([404, 404]);
        expect((await ask("GET", path)).status).toBe(200);
        await ask("POST", `${base}/git/refs`, { ref: "refs/heads/late", sha: await head("main") });
        const query = `{ repository(owner: "acme", name: "app") { pullRequests(first: 5) { totalCount }
          ref(qualifiedName: "refs/heads/late") { name } } }`;
        expect(await graphql(query)).toEqual(seen(1, null));
        const ref = `${base}/git/ref/heads/late`;
        expect((await ask("GET", ref)).status).toBe(404);
        expect((await ask("GET", ref)).status).toBe(200);
        expect(await graphql(query)).toEqual(seen(1, { name: "late" }));
      },
      { lag: 2 },
    ),
  );
});

describe.concurrent("what is said about a pull over REST", () => {
  it(
    "labels: adds, replaces, removes, makes those that are missing",
    onDouble(async ({ ask, propose }) => {
      await propose();
      const labels = `${base}/issues/1/labels`;
      expect((await ask("POST", `${base}/labels`, { name: "Bug", color: "ff0000" })).status).toBe(201);
      expect((await ask("POST", `${base}/labels`, { name: "bug" })).json).toMatchObject({
        errors: [{ code: "already_exists" }],
      });
      expect((await ask("POST", `${base}/labels`, { name: "x", color: "red" })).status).toBe(422);
      expect((await ask("POST", labels, { labels: ["bug", "coulomb:adoption"] })).body).toMatchObject([
        { name: "Bug", color: "ff0000" },
        { name: "coulomb:adoption", color: "ededed" },
      ]);
      expect((await ask("PUT", labels, { labels: ["other"] })).body).toMatchObject([{ name: "other" }]);
      expect((await ask("GET", `${base}/labels`)).body).toHaveLength(3);
      expect((await ask("DELETE", `${labels}/bug`)).json["message"]).toBe("Label does not exist");
      expect((await ask("DELETE", `${labels}/other`)).body).toEqual([]);
      await ask("POST", labels, { labels: ["a/b"] });
      expect((await ask("DELETE", labels)).status).toBe(204);
      expect((await ask("GET", labels)).body).toEqual([]);
    }),
  );

  it(
    "comments",
    onDouble(async ({ ask, propose }) => {
      await propose();
      expect(await ask("POST", `${base}/issues/1/comments`, { body: "Hm" })).toMatchObject({
        status: 201,
        json: { body: "Hm", user: { login: "acme" }, author_association: "OWNER" },
      });
      expect((await ask("POST", `${base}/issues/1/comments`, { body: " " })).status).toBe(422);
      expect((await ask("GET", `${base}/issues/1/comments`)).body).toMatchObject([{ body: "Hm" }]);
      expect((await ask("GET", `${base}/issues/7/comments`)).status).toBe(404);
    }),
  );

  it(
    "reviews: not one's own, and dismissed",
    onDouble(async ({ ask, propose, hosting, repo }) => {
      hosting.users.allow("kim", "kim-token");
      await propose();
      const reviews = `${base}/pulls/1/reviews`;
      expect(await ask("POST", reviews, { event: "APPROVE" })).toMatchObject({
        status: 422,
        json: { errors: ["Can not approve your own pull request"] },
      });
      const kim = { token: "kim-token" };
      expect((await ask("POST", reviews, { event: "COMMENT" }, kim)).status).toBe(422);
      const pending = await ask("POST", reviews, { body: "later" }, kim);
      expect(pending.json).toMatchObject({ state: "PENDING" });
      expect((await ask("GET", reviews)).body).toEqual([]);
      const made = await ask("POST", reviews, { event: "APPROVE", body: "yes" }, kim);
      expect(made.json).toMatchObject({ state: "APPROVED", user: { login: "kim" } });
      expect((await ask("POST", `${base}/issues/1/comments`, { body: "ok" }, kim)).status).toBe(201);
      expect((await ask("POST", `${base}/issues/1/labels`, { labels: ["x"] }, kim)).status).toBe(404);
      hosting.users.allow("kim", "github_pat_kim", ["contents:read"]);
      const narrow = { token: "github_pat_kim" };
      expect((await ask("POST", `${base}/issues/1/comments`, { body: "ok" }, narrow)).status).toBe(403);
      repo.permit("kim", "write");
      const path = `${reviews}/${String(made.json["id"])}/dismissals`;
      expect((await ask("PUT", path, { message: "no" })).json).toMatchObject({ state: "DISMISSED" });
      expect((await ask("PUT", `${reviews}/99/dismissals`, { message: "no" })).status).toBe(404);
      expect((await ask("GET", `${base}/issues/1/events`)).body).toMatchObject([
        { event: "review_dismissed", dismissed_review: { state: "approved", review_id: made.json["id"] } },
      ]);
    }),
  );

  it(
    "reviews: of a commit of the pull alone",
    onDouble(async ({ ask, propose, hosting, head, person }) => {
      hosting.users.allow("kim", "kim-token");
      const kim = { token: "kim-token" };
      await propose();
      const reviews = `${base}/pulls/1/reviews`;
      const { json } = await ask("GET", `${base}/pulls/1`);
      const { ref, sha } = objectAt(json, "head");
      await person.commit(String(ref), { more: "1" });
      const of = (commit: unknown) => ask("POST", reviews, { event: "APPROVE", commit_id: commit }, kim);
      expect((await of(sha)).json).toMatchObject({ state: "APPROVED", commit_id: sha });
      expect((await of(await head("main"))).status).toBe(422);
      expect((await of("f".repeat(40))).status).toBe(422);
    }),
  );

  it(
    "statuses: the newest of each context counts",
    onDouble(async ({ ask, head }) => {
      const sha = await head("main");
      const status = `${base}/commits/main/status`;
      expect((await ask("GET", status)).json).toMatchObject({ state: "pending", total_count: 0 });
      const post = (state: string, context: string) =>
        ask("POST", `${base}/statuses/${sha}`, { state, context });
      expect(await post("pending", "a")).toMatchObject({ status: 201, json: { creator: { login: "acme" } } });
      await post("success", "a");
      expect((await ask("GET", status)).json).toMatchObject({ state: "success", total_count: 1 });
      await post("error", "b");
      expect((await ask("GET", status)).json).toMatchObject({
        state: "failure",
        statuses: [{ context: "a" }, { context: "b" }],
      });
      expect((await ask("GET", `${base}/commits/${sha}/statuses`)).body).toHaveLength(3);
      expect((await ask("POST", `${base}/statuses/nope`, { state: "success" })).status).toBe(422);
    }),
  );
});
