import { describe, expect, it } from "vitest";
import { openPull } from "../hosting/index.ts";
import { git } from "../plain-git.ts";
import { stageForEach } from "./double-stage.fixture.ts";

const stage = stageForEach();

const merge = (fields: Readonly<Record<string, unknown>> = {}) => ({ Do: "merge", ...fields });

describe("a pull", () => {
  it("is made and read", async () => {
    const { ask, propose, person } = stage();
    const { number, head } = await propose();
    const main = await person.head("main");
    expect((await ask(`GET pulls/${number}`)).body).toMatchObject({
      number: 1,
      title: "T",
      body: "B",
      state: "open",
      merged: false,
      mergeable: true,
      user: { login: "mia" },
      base: { label: "main", ref: "main", sha: main },
      head: { label: "work", ref: "work", sha: head },
      merge_base: main,
      created_at: "2026-01-05T09:00:00Z",
      closed_at: null,
    });
    expect((await ask("GET pulls/9")).status).toBe(404);
  });

  it.each([
    { body: { base: "main", head: "main", title: "T" }, status: 422 },
    { body: { base: "main", head: "work" }, status: 422 },
    { body: { base: "main", head: "no", title: "T" }, status: 404 },
    { body: { base: "no", head: "work", title: "T" }, status: 404 },
    { body: { base: "main", head: "other:work", title: "T" }, status: 404 },
    { body: { base: "main", head: "org:work", title: "T" }, status: 409 },
    { body: { base: "main", head: "work", title: "T" }, status: 409 },
  ])("is refused: $body", async ({ body, status }) => {
    const { ask, propose } = stage();
    await propose();
    const refused = await ask("POST pulls", body);
    expect(refused.status).toBe(status);
    expect(refused.body).toMatchObject({ message: expect.any(String), url: expect.any(String) });
  });

  it("is edited: answers 201, and an empty title changes nothing", async () => {
    const { ask, propose, clock } = stage();
    const { number } = await propose();
    clock.advance(60_000);
    const edited = await ask(`PATCH pulls/${number}`, { title: "", body: "New" });
    expect(edited.status).toBe(201);
    expect(edited.body).toMatchObject({ title: "T", body: "New", updated_at: "2026-01-05T09:01:00Z" });
    expect((await ask(`PATCH pulls/${number}`, { title: "x" }, "rita-token")).status).toBe(403);
    expect((await ask(`PATCH pulls/${number}`, { state: "odd" })).status).toBe(412);
    expect((await ask(`PATCH pulls/${number}`, { base: "no" })).status).toBe(404);
  });

  it("is closed and opened again, with its text in the same request", async () => {
    const { ask, propose, person } = stage();
    const { number } = await propose();
    expect((await ask(`PATCH pulls/${number}`, { state: "closed", body: "Why" })).body).toMatchObject({
      state: "closed",
      body: "Why",
      closed_at: "2026-01-05T09:00:00Z",
    });
    expect((await ask(`PATCH pulls/${number}`, { state: "open" })).body).toMatchObject({
      state: "open",
      closed_at: null,
    });
    await ask(`PATCH pulls/${number}`, { state: "closed" });
    await ask("POST pulls", { base: "main", head: "work", title: "Second" });
    expect((await ask(`PATCH pulls/${number}`, { state: "open" })).status).toBe(409);
    await person.deleteBranch("work");
    expect((await ask(`PATCH pulls/${number}`, { state: "open" })).status).toBe(422);
  });

  it("of a branch that is gone is closed and shows the head that was kept", async () => {
    const { ask, propose, person } = stage();
    const { number, head } = await propose();
    await person.deleteBranch("work");
    expect((await ask(`GET pulls/${number}`)).body).toMatchObject({
      state: "closed",
      merged: false,
      head: { label: "work", ref: `refs/pull/${number}/head`, sha: head },
    });
  });

  it("shows the present head of its branch, even when it is closed", async () => {
    const { ask, propose, person } = stage();
    const { number } = await propose();
    await ask(`PATCH pulls/${number}`, { state: "closed" });
    const next = await person.commit("work", { more: "x" });
    expect((await ask(`GET pulls/${number}`)).body).toMatchObject({ state: "closed", head: { sha: next } });
  });

  it("is found by its branches, though it be an old one", async () => {
    const { ask, propose } = stage();
    const { number } = await propose();
    await ask(`PATCH pulls/${number}`, { state: "closed" });
    await ask("POST pulls", { base: "main", head: "work", title: "Second" });
    expect((await ask("GET pulls/main/work")).body).toMatchObject({ number, state: "closed" });
    expect((await ask("GET pulls/main/no")).status).toBe(404);
  });

  it("tells its commits, files and diff", async () => {
    const { ask, propose, person, repo } = stage();
    const { number, head } = await propose();
    await person.commit("main", { other: "x" });
    const commits = await ask(`GET pulls/${number}/commits`);
    expect(commits.body).toMatchObject([{ sha: head }]);
    expect(commits.headers.get("x-hasmore")).toBe("false");
    expect((await ask(`GET pulls/${number}/files`)).body).toMatchObject([
      { filename: "a/b", status: "changed" },
    ]);
    const diff = await ask(`GET pulls/${number}.diff`);
    expect(diff.text).toBe(`${await git(repo.path, ["diff", `main...${head}`])}\n`);
    expect((await ask(`GET pulls/${number}.patch`)).text).toContain("Subject: [PATCH] A person's commit");
    expect((await ask("GET pulls/9.diff")).status).toBe(404);
  });
});

describe("a pull from a fork", () => {
  it("shows where it comes from, and follows no branch of the same name here", async () => {
    const { ask, hosting, repo, person } = stage();
    const head = await person.commit("main", { x: "1" });
    await hosting.add({ "fork/one": {} });
    const draft = { title: "T", body: "", base: "main", headBranch: "work", author: "rita" };
    await openPull(repo, { ...draft, fork: { repo: "fork/one", head } }, { allowEmpty: true });
    await openPull(repo, { ...draft, fork: { repo: "fork/gone", head } }, { allowEmpty: true });
    await person.commit("work", { y: "1" });
    const { id } = hosting.repo("fork/one");
    expect((await ask("GET pulls/1")).body).toMatchObject({ head: { sha: head, repo_id: id, repo: { id } } });
    expect((await ask("GET pulls/2")).body).toMatchObject({ head: { sha: head, repo_id: -1, repo: null } });
    expect((await ask("POST pulls", { base: "main", head: "work", title: "T" })).status).toBe(201);
  });
});

describe("a list of pulls", () => {
  it("is sorted, filtered and cut into pages of at most fifty", async () => {
    const { ask, person, double, clock } = stage();
    for (const name of ["a", "b", "c"]) {
      await person.commit(name, { x: name });
      await ask("POST pulls", { base: "main", head: name, title: name });
      clock.advance(1000);
    }
    await ask("PATCH pulls/1", { state: "closed" });
    const numbers = async (query: string) => {
      const { body } = await ask(`GET pulls${query}`);
      return Array.isArray(body) ? body.map((pull) => String(pull.number)).join("") : "none";
    };
    expect(await numbers("")).toBe("32");
    expect(await numbers("?state=all&sort=oldest")).toBe("123");
    expect(await numbers("?state=all&sort=recentupdate")).toBe("132");
    expect(await numbers("?state=closed")).toBe("1");
    const page = await ask("GET pulls?state=all&sort=oldest&limit=1&page=2");
    expect(page.body).toMatchObject([{ number: 2 }]);
    expect(page.headers.get("x-total-count")).toBe("3");
    const at = `<${double.url}/api/v1/repos/org/one/pulls?limit=1`;
    expect(page.headers.get("link")).toBe(
      [
        `${at}&page=3&sort=oldest&state=all>; rel="next"`,
        `${at}&page=3&sort=oldest&state=all>; rel="last"`,
        `${at}&page=1&sort=oldest&state=all>; rel="first"`,
        `${at}&page=1&sort=oldest&state=all>; rel="prev"`,
      ].join(","),
    );
    expect((await ask("GET pulls?state=all&limit=999")).body).toHaveLength(3);
  });

  it("is answered as it was before some writes", async () => {
    const { ask, propose, double } = stage();
    const { number } = await propose();
    await ask(`PATCH pulls/${number}`, { title: "Second" });
    double.fail({ match: { path: /pulls$/ }, fault: { kind: "stale", writes: 1 } });
    expect((await ask("GET pulls")).body).toMatchObject([{ title: "T" }]);
    double.fail({ match: { path: /pulls$/ }, fault: { kind: "stale", writes: 2 } });
    expect((await ask("GET pulls")).body).toEqual([]);
    expect((await ask("GET pulls")).body).toMatchObject([{ title: "Second" }]);
  });
});

describe("merging", () => {
  it("makes a commit of two parents, once", async () => {
    const { ask, propose, person, repo } = stage();
    const { number, head } = await propose();
    const main = await person.commit("main", { other: "x" });
    const asked = merge({
      head_commit_id: head,
      MergeTitleField: "Take it",
      delete_branch_after_merge: true,
    });
    const done = await ask(`POST pulls/${number}/merge`, asked);
    expect([done.status, done.text]).toEqual([200, ""]);
    const merged = await person.head("main");
    expect(await git(repo.path, ["log", "-1", "--format=%P %s", "main"])).toBe(`${main} ${head} Take it`);
    expect((await ask(`GET pulls/${number}`)).body).toMatchObject({
      state: "closed",
      merged: true,
      merge_commit_sha: merged,
      merged_by: { login: "mia" },
      head: { sha: head },
    });
    expect(await person.head("work")).toBeNull();
    expect((await ask(`GET pulls/${number}/merge`)).status).toBe(204);
    expect((await ask(`POST pulls/${number}/merge`, merge())).status).toBe(405);
    expect((await ask(`PATCH pulls/${number}`, { state: "open" })).status).toBe(412);
    expect((await ask(`GET pulls/${number}/commits`)).body).toMatchObject([{ sha: head }]);
  });

  it("is refused for another head", async () => {
    const { ask, propose, person, double } = stage();
    const { number, head } = await propose();
    double.before({ path: /merge$/ }, () => person.commit("work", { more: "x" }));
    const refused = await ask(`POST pulls/${number}/merge`, merge({ head_commit_id: head }));
    expect([refused.status, refused.body]).toMatchObject([409, { message: "head out of date" }]);
    expect((await ask(`GET pulls/${number}/merge`)).status).toBe(404);
  });

  it("is refused for drafts, conflicts, protected branches, readers, closed pulls and odd styles", async () => {
    const { ask, propose, person, repo } = stage();
    const { number } = await propose({ title: "WIP: T" });
    const status = async (body = merge(), token = "mia-token") =>
      (await ask(`POST pulls/${number}/merge`, body, token)).status;
    expect(await status()).toBe(405);
    await ask(`PATCH pulls/${number}`, { title: "T" });
    expect(await status(merge(), "rita-token")).toBe(405);
    expect(await status(merge({ Do: "rebase" }))).toBe(405);
    await person.commit("main", { "a/b": "else\n" });
    expect((await ask(`GET pulls/${number}`)).body).toMatchObject({ mergeable: false });
    expect(await status()).toBe(405);
    await person.commit("main", { "a/b": "deep\n" });
    repo.guards.set("refs/heads/main", { kind: "protected", message: "two reviews" });
    expect(await status()).toBe(405);
    repo.guards.set("refs/heads/main", { kind: "hook", message: "not on Fridays" });
    const declined = await ask(`POST pulls/${number}/merge`, merge());
    expect([declined.status, declined.body]).toMatchObject([
      409,
      { message: "PushRejected with remote message: not on Fridays" },
    ]);
    repo.guards.clear();
    await ask(`PATCH pulls/${number}`, { state: "closed" });
    expect(await status()).toBe(404);
    expect((await ask("POST pulls/9/merge", merge())).status).toBe(404);
  });
});
