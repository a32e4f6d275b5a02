import { describe, expect, it } from "vitest";
import { git } from "../plain-git.ts";
import { stageForEach } from "./double-stage.fixture.ts";

const stage = stageForEach();

describe("a repository", () => {
  it("tells its version, its users and itself", async () => {
    const { ask } = stage();
    expect((await ask("GET /version", undefined, null)).body).toEqual({ version: "1.22.6" });
    expect((await ask("GET /user")).body).toMatchObject({ login: "mia", is_admin: false });
    expect((await ask("GET /user", undefined, null)).status).toBe(401);
    expect((await ask("GET /user", undefined, "wrong")).status).toBe(401);
    expect((await ask("GET ")).body).toMatchObject({
      full_name: "org/one",
      default_branch: "main",
      empty: false,
      archived: false,
      permissions: { admin: false, push: true, pull: true },
    });
    expect((await ask("GET /repos/org/none")).body).toMatchObject({ empty: true });
    expect((await ask("GET /repos/org/gone")).body).toMatchObject({
      message: "The target couldn't be found.",
    });
  });

  it("is hidden from who may not read it", async () => {
    const { ask, repo } = stage();
    repo.flags.private = true;
    expect((await ask("GET ", undefined, null)).status).toBe(404);
    expect((await ask("GET ", undefined, "rita-token")).status).toBe(404);
    expect((await ask("GET ")).status).toBe(200);
  });

  it("serves files raw, with the blob's id as ETag", async () => {
    const { ask, repo, double } = stage();
    const raw = await ask("GET raw/a/b?ref=main");
    const blob = await git(repo.path, ["rev-parse", "main:a/b"]);
    expect([raw.status, raw.text, raw.headers.get("etag")]).toEqual([200, "deep\n", `"${blob}"`]);
    expect((await ask(`GET raw/${encodeURIComponent("ä b.txt")}`)).text).toBe("ü\n");
    const head = await git(repo.path, ["rev-parse", "main"]);
    expect((await ask(`GET raw/README.md?ref=${head}`)).text).toBe("# hi\n");
    expect((await ask("GET raw/a")).status).toBe(404);
    expect((await ask("GET raw/no")).status).toBe(404);
    expect((await ask("GET raw/a/b?ref=no")).status).toBe(404);
    const again = await fetch(`${double.url}/api/v1/repos/org/one/raw/a/b`, {
      headers: { "if-none-match": `"${blob}"` },
    });
    expect(again.status).toBe(304);
  });

  it("that is flagged empty by mistake answers raw with nothing", async () => {
    const { ask, repo } = stage();
    repo.flags.flaggedEmpty = true;
    const raw = await ask("GET raw/a/b");
    expect([raw.status, raw.text, raw.headers.get("etag")]).toEqual([200, "", null]);
    expect((await ask("GET ")).body).toMatchObject({ empty: true });
  });

  it("serves contents of files, folders and links", async () => {
    const { ask } = stage();
    expect((await ask("GET contents/a/b?ref=main")).body).toMatchObject({
      type: "file",
      encoding: "base64",
      content: Buffer.from("deep\n").toString("base64"),
      size: 5,
    });
    expect((await ask("GET contents/a")).body).toMatchObject([{ path: "a/b", type: "file", content: null }]);
    expect((await ask("GET contents/link")).body).toMatchObject({ type: "symlink", target: "a/b" });
    expect((await ask("GET contents")).body).toHaveLength(5);
    expect((await ask("GET contents/no")).status).toBe(404);
  });

  it("lists branches, and deletes one whatever its head is", async () => {
    const { ask, person, repo } = stage();
    const work = await person.commit("deep/work", { x: "1" });
    repo.guards.set("refs/heads/main", { kind: "protected", message: "no" });
    expect((await ask("GET branches")).body).toMatchObject([
      { name: "deep/work", commit: { id: work }, protected: false },
      { name: "main", protected: true },
    ]);
    const second = await ask("GET branches?limit=1&page=2");
    expect(second.body).toMatchObject([{ name: "main" }]);
    expect(second.headers.get("x-total-count")).toBe("2");
    expect((await ask("GET branches/deep/work")).body).toMatchObject({ name: "deep/work" });
    expect((await ask("DELETE branches/main")).status).toBe(403);
    expect((await ask("DELETE branches/deep/work", undefined, "rita-token")).status).toBe(403);
    expect((await ask("DELETE branches/deep/work")).status).toBe(204);
    expect((await ask("DELETE branches/deep/work")).status).toBe(404);
    expect(await person.head("deep/work")).toBeNull();
  });

  it("serves commits", async () => {
    const { ask, person } = stage();
    const main = await person.head("main");
    const work = await person.commit("work", { "a/b": "new\n" }, { message: "Subject\n\nTrailer: x" });
    expect((await ask(`GET git/commits/${work}`)).body).toMatchObject({
      sha: work,
      parents: [{ sha: main }],
      commit: {
        message: "Subject\n\nTrailer: x\n",
        author: { name: "Pat Person", email: "pat@example.org" },
      },
      files: [{ filename: "a/b" }],
    });
    expect((await ask(`GET git/commits/${"0".repeat(40)}`)).status).toBe(404);
    expect((await ask("GET git/commits/%20%20")).status).toBe(422);
  });

  it("compares two commits, which only newer servers do", async () => {
    const { ask, person, double } = stage();
    const work = await person.commit("work", { x: "1" });
    expect((await ask("GET compare/main...work")).body).toMatchObject({
      total_commits: 1,
      commits: [{ sha: work }],
    });
    expect((await ask(`GET compare/main...${work}`)).status).toBe(404);
    expect(double.newer.slice(0, 1)).toEqual(["GET /api/v1/repos/org/one/compare/main...work"]);
  });

  it("leads from its former name to the present one", async () => {
    const { ask, hosting } = stage();
    hosting.rename("org/one", "org/two");
    const moved = await ask("GET raw/a/b?ref=main");
    expect([moved.status, moved.headers.get("location")]).toEqual([
      307,
      "/api/v1/repos/org/two/raw/a/b?ref=main",
    ]);
  });
});
