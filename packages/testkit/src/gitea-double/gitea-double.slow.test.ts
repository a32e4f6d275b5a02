import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { createHosting } from "../hosting/index.ts";
import { manualClock } from "../manual-clock.ts";
import { tryGit } from "../plain-git.ts";
import { type DoubleStage, startDouble } from "./double-stage.fixture.ts";
import { createGiteaDouble } from "./gitea-double.ts";
import type { GiteaOptions } from "./settings.ts";

const stages: DoubleStage[] = [];
afterEach(async () => {
  for (const { double, hosting } of stages.splice(0)) {
    await double.close();
    hosting.remove();
  }
});

async function start(options: GiteaOptions = {}): Promise<DoubleStage> {
  const stage = await startDouble(options);
  stages.push(stage);
  return stage;
}

/** Runs acts while no program can be found: one that needs git fails. */
async function withoutPrograms(act: () => Promise<void>): Promise<void> {
  const path = process.env["PATH"];
  process.env["PATH"] = "/nonexistent";
  try {
    await expect(tryGit(".", ["version"])).rejects.toThrow("ENOENT");
    await act();
  } finally {
    process.env["PATH"] = path;
  }
}

describe("versions", () => {
  it.each([
    { version: "1.16.9", archived: 404, moved: 302, compare: 404, files: 404 },
    { version: "1.18.5", archived: 404, moved: 307, compare: 404, files: 200 },
    { version: "1.24.0", archived: 423, moved: 307, compare: 200, files: 200 },
  ])("differ: $version", async ({ version, archived, moved, compare, files }) => {
    const { ask, repo, propose, hosting } = await start({ version });
    expect((await ask("GET /version")).body).toEqual({ version });
    const { number } = await propose();
    expect((await ask("GET compare/main...work")).status).toBe(compare);
    expect((await ask(`GET pulls/${number}/files`)).status).toBe(files);
    repo.flags.archived = true;
    expect((await ask(`PATCH pulls/${number}`, { title: "x" })).status).toBe(archived);
    expect((await ask(`GET pulls/${number}`)).body).toMatchObject({ title: "T" });
    hosting.rename("org/one", "org/two");
    expect((await ask("GET ")).status).toBe(moved);
  });

  it("of Forgejo have a version of their own", async () => {
    const { double } = await start({ kind: "forgejo" });
    const version = async (path: string) => (await fetch(`${double.url}${path}`)).json();
    expect(await version("/api/forgejo/v1/version")).toEqual({ version: "9.0.3+gitea-1.22.0" });
    expect(await version("/api/v1/version")).toEqual({ version: "9.0.3+gitea-1.22.0" });
    const { double: gitea } = await start();
    expect((await fetch(`${gitea.url}/api/forgejo/v1/version`)).status).toBe(404);
  });

  it("can be bent: no ETag, small pages, heads that stay, a body for no status, other redirects", async () => {
    const { ask, propose, person, hosting, repo } = await start({
      rawEtag: false,
      emptyRawStatus: 404,
      paging: { default: 1, max: 2 },
      closedHeadsFollow: false,
      bodilessStatus: false,
      redirectStatus: 301,
    });
    expect((await ask("GET raw/a/b")).headers.get("etag")).toBeNull();
    const { number, head } = await propose();
    expect((await ask("GET branches")).body).toHaveLength(1);
    expect((await ask("GET branches?limit=50")).body).toHaveLength(2);
    expect((await ask("GET commits/main/status")).body).toMatchObject({ state: "", total_count: 0 });
    await ask(`PATCH pulls/${number}`, { state: "closed" });
    await person.commit("work", { more: "x" });
    expect((await ask(`GET pulls/${number}`)).body).toMatchObject({ head: { sha: head } });
    repo.flags.flaggedEmpty = true;
    expect((await ask("GET raw/a/b")).status).toBe(404);
    hosting.rename("org/one", "org/two");
    expect((await ask("GET ")).status).toBe(301);
  });

  it("ask for scopes of tokens since 1.20, and for a login where that is required", async () => {
    const { ask, hosting } = await start({ signInRequired: true });
    hosting.users.allow("mia", "reads", ["read:repository"]);
    expect((await ask("GET ", undefined, "reads")).status).toBe(200);
    expect((await ask("POST pulls", {}, "reads")).body).toMatchObject({
      message: "token does not have at least one of required scope(s): [write:repository]",
    });
    expect((await ask("GET labels", undefined, "reads")).status).toBe(403);
    expect((await ask("GET ", undefined, null)).status).toBe(403);
    const old = await start({ version: "1.16.0" });
    old.hosting.users.allow("mia", "reads", ["read:repository"]);
    expect((await old.ask("GET labels", undefined, "reads")).status).toBe(200);
  });
});

describe("the description of the API", () => {
  it.each([
    { line: "GET pulls?odd=1", body: undefined, message: "unknown query parameter odd" },
    { line: "GET pulls?state=odd", body: undefined, message: "state is none of its values: odd" },
    { line: "GET pulls?page=x", body: undefined, message: "page is no integer: x" },
    { line: "GET ", body: {}, message: "a body where none is expected" },
    { line: "POST pulls", body: { head: "a", draft: true }, message: /must NOT have additional.*draft/ },
    { line: "POST pulls", body: { labels: ["x"] }, message: /labels\/0 must be integer/ },
    { line: "GET actions/tasks", body: undefined, message: "the API has no such endpoint" },
    { line: "GET topics", body: undefined, message: "this double does not serve it" },
  ])("does not have $line $body", async ({ line, body, message }) => {
    const { ask, double } = await start({ version: "1.16.0" });
    // A client refuses to send a body with GET.
    if (line === "GET ") await sendGetWithBody(double.url);
    else await ask(line, body);
    expect(double.violations).toMatchObject([{ where: "request" }]);
    expect(double.violations[0]?.message).toMatch(message);
  });

  it("finds an answer that is broken", async () => {
    const { ask, double, repo } = await start();
    repo.pulls.add({
      title: JSON.parse("5"),
      body: "",
      draft: false,
      base: "main",
      baseOid: "",
      headBranch: "work",
      headRepo: "fork/one",
      head: "0".repeat(40),
      ahead: true,
      labels: [],
      author: "mia",
    });
    expect((await ask("GET pulls/1")).status).toBe(200);
    expect(double.violations).toMatchObject([
      { where: "answer", message: expect.stringMatching(/^\/title/) },
    ]);
  });
});

/** `fetch` sends none. */
async function sendGetWithBody(url: string): Promise<void> {
  const { request } = await import("node:http");
  await new Promise<void>((resolve, reject) => {
    const asked = request(`${url}/api/v1/repos/org/one`, { method: "GET" }, (answer) => {
      answer.resume().once("end", resolve);
    });
    asked.once("error", reject);
    asked.setHeader("content-length", "2");
    asked.end("{}");
  });
}

describe("faults", () => {
  it("spoil bytes so that they do not hash to their blob", async () => {
    const { ask, double } = await start();
    double.fail({ match: { path: /raw/ }, fault: { kind: "wrong_bytes" } });
    const { text, headers } = await ask("GET raw/a/b");
    const hash = createHash("sha1").update(`blob ${text.length}\0${text}`).digest("hex");
    expect(headers.get("etag")).not.toBe(`"${hash}"`);
    expect((await ask("GET raw/a/b")).text).toBe("deep\n");
  });

  it("lose the answer to a write that was made", async () => {
    const { ask, double, person, repo } = await start();
    await person.commit("work", { x: "1" });
    double.fail({ match: { method: "POST" }, fault: { kind: "lost", by: "reset" } });
    await expect(ask("POST pulls", { base: "main", head: "work", title: "T" })).rejects.toThrow(
      "fetch failed",
    );
    expect(repo.pulls.get(1)).toMatchObject({ state: "open" });
    expect((await ask("POST pulls", { base: "main", head: "work", title: "T" })).status).toBe(409);
  });

  it("leave lists half, and pages missing", async () => {
    const { ask, double } = await start();
    double.fail({ match: { path: /pulls$/ }, fault: { kind: "truncated" } });
    expect((await ask("GET pulls")).body).toBeUndefined();
    double.fail({ match: { path: /branches$/ }, fault: { kind: "html" } });
    expect((await ask("GET branches")).text).toMatch(/<!DOCTYPE html>/);
  });

  it("let a person be faster than a request", async () => {
    const { ask, double, propose, person } = await start();
    const { number } = await propose();
    double.before({ method: "PATCH" }, () => person.deleteBranch("work"));
    expect((await ask(`PATCH pulls/${number}`, { body: "x" })).body).toMatchObject({
      state: "closed",
      body: "x",
    });
  });
});

const servers = () => process.getActiveResourcesInfo().filter((name) => name === "TCPServerWrap").length;

describe("cost", () => {
  it("two hundred reads start no process", async () => {
    const { ask, propose, person, double } = await start();
    const { number, head } = await propose();
    await person.commit("main", { other: "x" });
    await person.commit("work", { more: "x" });
    const lines = [
      "GET ",
      "GET pulls?state=all&sort=recentupdate",
      `GET pulls/${number}`,
      `GET pulls/${number}/commits`,
      `GET raw/a/b?ref=${head}`,
      "GET contents/a/b",
      "GET branches",
      `GET git/commits/${head}`,
      `GET commits/${head}/status`,
      `GET issues/${number}/comments`,
    ];
    await withoutPrograms(async () => {
      for (let round = 0; round < 20; round += 1)
        for (const line of lines) expect((await ask(line)).status).toBe(200);
    });
    expect(double.requests.entries.length).toBeGreaterThanOrEqual(200);
    expect(double.crashes).toEqual([]);
  });

  it("a thousand repositories are made and their refs asked for without a process", async () => {
    const hosting = createHosting({ clock: manualClock().now });
    const names = Array.from({ length: 1000 }, (_, index) => `fleet/repo-${index}`);
    const specs = Object.fromEntries(names.map((name) => [name, { files: { f: name } }]));
    const double = await createGiteaDouble(hosting);
    const body =
      "0014command=ls-refs\n0001000csymrefs\n0014ref-prefix HEAD\n0022ref-prefix refs/heads/coulomb/\n0000";
    await withoutPrograms(async () => {
      await hosting.add(specs);
      for (const name of names) {
        const answer = await fetch(`${double.url}/${name}.git/git-upload-pack`, {
          method: "POST",
          headers: { "git-protocol": "version=2" },
          body,
        });
        expect(await answer.text()).toMatch(/^0050[0-9a-f]{40} HEAD symref-target:refs\/heads\/main\n0000$/);
      }
    });
    expect(Object.values(double.requests.counts())).toHaveLength(1000);
    await double.close();
    hosting.remove();
  }, 60_000);

  it("a server that closed holds no handle", async () => {
    const before = servers();
    const { ask, double } = await start();
    expect(servers()).toBeGreaterThan(0);
    double.fail({ match: { path: /pulls/ }, fault: { kind: "hang" } });
    const asked = ask("GET pulls").then(
      () => "answered",
      () => "failed",
    );
    while (double.requests.entries.length === 0) await ask("GET ");
    await double.close();
    expect(await asked).toBe("failed");
    expect(servers()).toBeLessThanOrEqual(before);
  });
});
