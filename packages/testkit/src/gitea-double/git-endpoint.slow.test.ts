import { readdirSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { putHook } from "../git-stage.ts";
import { git, tryGit } from "../plain-git.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { stageForEach } from "./double-stage.fixture.ts";

const stage = stageForEach();
const folders: { remove(): void }[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

/** A clone of the repository as somebody with a token, or nobody. */
async function clone(token: string | null = "mia-token") {
  const { double } = stage();
  const folder = temporaryFolder();
  folders.push(folder);
  const url = `${double.url.replace("://", token === null ? "://" : `://x:${token}@`)}/org/one.git`;
  const cloned = await tryGit(folder.path, ["clone", "--quiet", url, "work"]);
  const run = (...args: string[]) => tryGit(`${folder.path}/work`, args);
  return { url, cloned, run };
}

describe("git over HTTP", () => {
  it("clones, fetches and pushes", async () => {
    const { person, double } = stage();
    const { run, cloned } = await clone();
    expect(cloned.code).toBe(0);
    await run("checkout", "--quiet", "-b", "work");
    await run("commit", "--quiet", "--allow-empty", "-m", "Mine");
    expect(await run("push", "--quiet", "origin", "work")).toMatchObject({ code: 0 });
    expect(await person.head("work")).toBe((await run("rev-parse", "HEAD")).stdout.trim());
    const next = await person.commit("work", { x: "1" });
    await run("fetch", "--quiet");
    expect((await run("rev-parse", "origin/work")).stdout.trim()).toBe(next);
    expect(double.requests.entries.map(({ login }) => login)).toContain("mia");
  });

  it("pushes only from the head that is expected", async () => {
    const { person } = stage();
    const old = await person.commit("work", { x: "1" });
    const { run } = await clone();
    const now = await person.commit("work", { x: "2" });
    await run("checkout", "--quiet", "-b", "work", "origin/work");
    await run("commit", "--quiet", "--allow-empty", "-m", "Mine");
    const lease = `--force-with-lease=refs/heads/work:${old}`;
    expect((await run("push", lease, "origin", "HEAD:refs/heads/work")).stderr).toContain("stale info");
    expect(await person.head("work")).toBe(now);
  });

  it("closes a pull whose branch was deleted by a push", async () => {
    const { ask, propose } = stage();
    const { number, head } = await propose();
    const { run } = await clone();
    await run("push", "--quiet", "origin", ":work");
    expect((await ask(`GET pulls/${number}`)).body).toMatchObject({ state: "closed", head: { sha: head } });
  });

  it.each([
    { what: "nobody", token: null, says: /could not read Username|Authentication failed/ },
    { what: "a wrong token", token: "wrong", says: /Authentication failed/ },
    { what: "a reader", token: "rita-token", says: /403/ },
  ])("refuses a push by $what", async ({ token, says }) => {
    const { run, url } = await clone();
    const { double, person } = stage();
    const other = token === null ? `${double.url}/org/one.git` : url.replace("mia-token", token);
    const pushed = await run("push", other, "HEAD:refs/heads/work");
    expect(pushed.code).not.toBe(0);
    expect(pushed.stderr).toMatch(says);
    expect(await person.head("work")).toBeNull();
  });

  it("refuses pushes to guarded refs, by a repository's own hook, to archives and mirrors", async () => {
    const { repo, person } = stage();
    const main = await person.head("main");
    const { run } = await clone();
    await run("commit", "--quiet", "--allow-empty", "-m", "Mine");
    const push = async (ref = "main") => (await run("push", "origin", `HEAD:refs/heads/${ref}`)).stderr;
    repo.guards.set("refs/heads/main", { kind: "protected", message: "branch main is protected" });
    expect(await push()).toMatch(/remote: branch main is protected[^]*pre-receive hook declined/);
    expect(await push("free")).toMatch(/new branch/);
    putHook(repo.path, "pre-receive", "echo not on Fridays >&2; exit 1");
    expect(await push("other")).toMatch(/remote: not on Fridays/);
    repo.guards.clear();
    expect(await push()).toMatch(/remote: not on Fridays/);
    repo.flags.archived = true;
    expect(await push()).toMatch(/403/);
    repo.flags.archived = false;
    repo.flags.mirror = true;
    expect(await push()).toMatch(/403/);
    expect(await person.head("main")).toBe(main);
  });

  it("hides what is private, and asks who is there before it says that nothing is", async () => {
    const { repo, double } = stage();
    const refs = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${double.url}${path}/info/refs?service=git-upload-pack`, { headers });
    expect((await refs("/org/one.git")).status).toBe(200);
    expect((await refs("/org/gone.git")).status).toBe(401);
    expect((await refs("/org/gone", { authorization: "token rita-token" })).status).toBe(404);
    repo.flags.private = true;
    const asked = await refs("/org/one.git");
    expect([asked.status, asked.headers.get("www-authenticate")]).toEqual([401, 'Basic realm="Gitea"']);
    expect((await refs("/org/one.git", { authorization: "token rita-token" })).status).toBe(404);
    expect((await refs("/org/one.git", { authorization: "token mia-token" })).status).toBe(200);
  });

  it("leads from a former name to the present one", async () => {
    const { hosting, double } = stage();
    hosting.rename("org/one", "org/two");
    const moved = await fetch(`${double.url}/org/one.git/info/refs?service=git-upload-pack`, {
      redirect: "manual",
    });
    expect([moved.status, moved.headers.get("location")]).toEqual([
      307,
      "/org/two.git/info/refs?service=git-upload-pack",
    ]);
  });
});

describe("ls-refs", () => {
  it.each([["HEAD", "refs/heads/work"], ["refs/heads/*"], ["refs/pull/*"], []])(
    "says what git says: %s %s",
    async (...patterns) => {
      const { repo, propose, double } = stage();
      await propose();
      await git(repo.path, ["tag", "-a", "-m", "v1", "v1", "main"]);
      await git(repo.path, ["tag", "-a", "-m", "v2", "v2", "v1"]);
      await git(repo.path, ["pack-refs", "--all"]);
      const args = ["ls-remote", "--symref"];
      const ours = await git(repo.path, [...args, `${double.url}/org/one.git`, ...patterns]);
      expect(ours).toBe(await git(repo.path, [...args, repo.path, ...patterns]));
      expect(ours).not.toBe("");
    },
  );

  it("of an empty repository says where its head will be", async () => {
    const { double } = stage();
    const body = "0014command=ls-refs\n00010009peel\n000csymrefs\n000aunborn\n0000";
    const answer = await fetch(`${double.url}/org/none.git/git-upload-pack`, {
      method: "POST",
      headers: { "git-protocol": "version=2", "content-type": "application/x-git-upload-pack-request" },
      body,
    });
    expect(await answer.text()).toBe("002eunborn HEAD symref-target:refs/heads/main\n0000");
  });
});

it("leaves no file of the server in the folder of a repository that has no guard", async () => {
  const { repo, propose } = stage();
  await propose();
  expect(readdirSync(repo.path).filter((name) => name.startsWith("hosting"))).toEqual([]);
});
