import { describe, expect, it } from "vitest";
import { git } from "../plain-git.ts";
import { onDouble } from "./double-stage.fixture.ts";
import { textAt } from "./json.ts";

const base = "/repos/acme/app";

describe.concurrent("git data over REST", () => {
  it(
    "makes a blob, a tree, a commit and a ref that git agrees with",
    onDouble(async ({ ask, head, repo }) => {
      const blob = await ask("POST", `${base}/git/blobs`, { content: "hello\n" });
      expect(blob).toMatchObject({ status: 201, json: { sha: "ce013625030ba8dba906f756967f9e9ca394464a" } });
      const main = await head("main");
      const tree = await ask("POST", `${base}/git/trees`, {
        base_tree: main,
        tree: [
          { path: "new/hello.txt", mode: "100644", type: "blob", sha: blob.json["sha"] },
          { path: "text", mode: "100755", type: "blob", content: "typed" },
          { path: "src/a.txt", mode: "100644", type: "blob", sha: null },
        ],
      });
      expect(tree.status).toBe(201);
      const commit = await ask("POST", `${base}/git/commits`, {
        message: "Work",
        tree: tree.json["sha"],
        parents: [main],
      });
      expect(commit).toMatchObject({
        status: 201,
        json: { author: { name: "acme" }, committer: { name: "acme" }, verification: { verified: false } },
      });
      const sha = textAt(commit.json, "sha") ?? "";
      expect(await ask("POST", `${base}/git/refs`, { ref: "refs/heads/w/x", sha })).toMatchObject({
        status: 201,
        json: { ref: "refs/heads/w/x", object: { sha, type: "commit" } },
      });
      expect(await git(repo.path, ["ls-tree", "-r", "--name-only", "w/x"])).toBe(
        "README.md\nnew/hello.txt\ntext",
      );
      expect(await git(repo.path, ["cat-file", "-p", sha])).toContain(
        "author acme <acme@noreply.example.org>",
      );
      await git(repo.path, ["fsck", "--strict"]);
    }),
  );

  it(
    "reads blobs, trees and commits back",
    onDouble(async ({ ask, head }) => {
      const main = await head("main");
      const deep = await ask("GET", `${base}/git/trees/main?recursive=1`);
      expect(deep.json["tree"]).toMatchObject([
        { path: "README.md", type: "blob", size: 6 },
        { path: "src", type: "tree" },
        { path: "src/a.txt", mode: "100644" },
      ]);
      expect((await ask("GET", `${base}/git/trees/${main}`)).json["tree"]).toHaveLength(2);
      const commit = await ask("GET", `${base}/git/commits/${main}`);
      expect(commit.json).toMatchObject({ sha: main, message: "Start", parents: [] });
      const blob = await ask("GET", `${base}/git/blobs/814f4a422927b82f5f8a43f8fab78d5aa4b6cb7b`);
      expect(blob.status).toBe(404);
    }),
  );

  it.each([
    [
      "a blob that is not there",
      "GET",
      "git/blobs/1111111111111111111111111111111111111111",
      undefined,
      404,
      "Not Found",
    ],
    [
      "a commit that is not there",
      "GET",
      "git/commits/1111111111111111111111111111111111111111",
      undefined,
      404,
      "Not Found",
    ],
    ["a tree that is not there", "GET", "git/trees/nope", undefined, 404, "Not Found"],
    ["a ref that is not there", "GET", "git/ref/heads/nope", undefined, 404, "Not Found"],
    ["a base tree that is none", "POST", "git/trees", { base_tree: "nope", tree: [] }, 422, /base_tree/],
    [
      "removing what is not there",
      "POST",
      "git/trees",
      { base_tree: "main", tree: [{ path: "x", mode: "100644", type: "blob", sha: null }] },
      422,
      /BadObjectState/,
    ],
    [
      "a path out of the tree",
      "POST",
      "git/trees",
      { tree: [{ path: "../x", mode: "100644", type: "blob", content: "" }] },
      422,
      /malformed/,
    ],
    [
      "a commit of no tree",
      "POST",
      "git/commits",
      { message: "x", tree: "nope" },
      422,
      /Tree SHA does not exist/,
    ],
    [
      "a commit of no parent",
      "POST",
      "git/commits",
      { message: "x", tree: "4b825dc642cb6eb9a060e54bf8d69288fbee4904", parents: ["nope"] },
      422,
      /Parent SHA/,
    ],
    ["a ref without a folder", "POST", "git/refs", { ref: "main", sha: "x" }, 422, /Reference name/],
    [
      "a ref to nothing",
      "POST",
      "git/refs",
      { ref: "refs/heads/x", sha: "1111111111111111111111111111111111111111" },
      422,
      "Object does not exist",
    ],
    ["moving no ref", "PATCH", "git/refs/heads/nope", { sha: "x" }, 422, "Reference does not exist"],
    ["deleting no ref", "DELETE", "git/refs/heads/nope", undefined, 422, "Reference does not exist"],
  ] as const)("refuses %s", (_what, method, path, body, status, message) =>
    onDouble(async ({ ask }) => {
      const answer = await ask(method, `${base}/${path}`, body);
      expect(answer.status).toBe(status);
      expect(answer.json["message"]).toMatch(message);
    })(),
  );

  it(
    "creates a ref once, and moves it forward only",
    onDouble(async ({ ask, person, head }) => {
      const main = await head("main");
      const [one, two] = [await person.commit("one", { a: "1" }), await person.commit("two", { a: "2" })];
      const again = await ask("POST", `${base}/git/refs`, { ref: "refs/heads/one", sha: main });
      expect(again).toMatchObject({ status: 422, json: { message: "Reference already exists" } });
      const across = await ask("PATCH", `${base}/git/refs/heads/one`, { sha: two, force: false });
      expect(across).toMatchObject({ status: 422, json: { message: "Update is not a fast forward" } });
      expect(await head("one")).toBe(one);
      const forced = await ask("PATCH", `${base}/git/refs/heads/one`, { sha: two, force: true });
      expect(forced).toMatchObject({ status: 200, json: { object: { sha: two } } });
      const forward = await ask("PATCH", `${base}/git/refs/heads/main`, { sha: two });
      expect(forward.status).toBe(200);
      expect((await ask("GET", `${base}/git/ref/heads/main`)).json).toMatchObject({ object: { sha: two } });
      const refs = await ask("GET", `${base}/git/matching-refs/heads/`);
      expect(refs.body).toMatchObject([
        { ref: "refs/heads/main" },
        { ref: "refs/heads/one" },
        { ref: "refs/heads/two" },
      ]);
      expect((await ask("DELETE", `${base}/git/refs/heads/one`)).status).toBe(204);
      expect(await person.head("one")).toBeNull();
    }),
  );

  it(
    "stops at protected refs and hooks",
    onDouble(async ({ ask, person, repo }) => {
      const two = await person.commit("two", { a: "2" });
      repo.guards.set("refs/heads/main", {
        kind: "protected",
        message: "Changes must be made by pull request",
      });
      repo.guards.set("refs/heads/two", { kind: "hook", message: "no" });
      expect(await ask("PATCH", `${base}/git/refs/heads/main`, { sha: two })).toMatchObject({
        status: 422,
        json: { message: expect.stringContaining("Repository rule violations") },
      });
      expect(await ask("DELETE", `${base}/git/refs/heads/two`)).toMatchObject({ status: 422 });
    }),
  );

  it(
    "answers 409 while a repository is empty",
    onDouble(
      async ({ ask }) => {
        for (const path of ["git/ref/heads/main", "git/trees/main", "commits"]) {
          const answer = await ask("GET", `/repos/acme/none/${path}`);
          expect(answer).toMatchObject({ status: 409, json: { message: "Git Repository is empty." } });
        }
        expect((await ask("GET", "/repos/acme/none/contents/x")).status).toBe(404);
      },
      { repos: { "acme/none": {} } },
    ),
  );

  it(
    "reads contents: a file, a folder, a link, what is not there",
    onDouble(async ({ ask, person, octokit }) => {
      await person.commit("main", { big: "x".repeat(2_000) });
      const file = await ask("GET", `${base}/contents/src/a.txt?ref=main`);
      expect(file.json).toMatchObject({
        type: "file",
        encoding: "base64",
        content: "b25lCnR3bwo=\n",
        size: 8,
      });
      expect((await ask("GET", `${base}/contents/src`)).body).toMatchObject([
        { path: "src/a.txt", type: "file" },
      ]);
      const raw = await ask("GET", `${base}/contents/src/a.txt`, undefined, {
        headers: { accept: "application/vnd.github.raw+json" },
      });
      expect(raw.body).toBe("one\ntwo\n");
      expect((await ask("GET", `${base}/contents/nope`)).status).toBe(404);
      expect((await ask("GET", `${base}/contents/src/a.txt?ref=nope`)).status).toBe(404);
      const root = await octokit.request("GET /repos/{owner}/{repo}/contents/{path}", {
        owner: "acme",
        repo: "app",
        path: "",
      });
      expect(root.data).toMatchObject([{ name: "README.md" }, { name: "big" }, { name: "src" }]);
    }),
  );

  it(
    "gives bytes back as they are",
    onDouble(async ({ ask, double, person }) => {
      const bytes = new Uint8Array([0, 255, 254, 10, 13]);
      await person.commit("main", { bytes });
      const content = Buffer.from(bytes).toString("base64");
      const made = await ask("POST", `${base}/git/blobs`, { content, encoding: "base64" });
      const path = `${base}/git/blobs/${String(made.json["sha"])}`;
      expect((await ask("GET", path)).json).toMatchObject({
        content: `${content}\n`,
        encoding: "base64",
        size: 5,
      });
      for (const url of [path, `${base}/contents/bytes`]) {
        const raw = await fetch(`${double.url}${url}`, {
          headers: { accept: "application/vnd.github.raw+json", "user-agent": "test" },
        });
        expect(new Uint8Array(await raw.arrayBuffer())).toEqual(bytes);
      }
    }),
  );

  it(
    "lists commits of a path, compares, and shows diffs",
    onDouble(async ({ ask, person, head }) => {
      const first = await head("main");
      const second = await person.commit("main", { "src/a.txt": "one\nthree\n" });
      await person.commit("main", { other: "x" });
      const work = await person.commit("work", { new: "y\n" });
      const commits = await ask("GET", `${base}/commits?path=src/a.txt&per_page=1`);
      expect(commits.body).toMatchObject([{ sha: second }]);
      expect(commits.headers.get("link")).toContain('rel="next"');
      expect((await ask("GET", `${base}/commits?sha=${first}`)).body).toMatchObject([{ sha: first }]);
      const compared = await ask("GET", `${base}/compare/main...work`);
      expect(compared.json).toMatchObject({
        status: "ahead",
        ahead_by: 1,
        commits: [{ sha: work }],
        files: [{ filename: "new", status: "added", additions: 1, patch: "@@ -0,0 +1 @@\n+y" }],
      });
      const diff = await ask("GET", `${base}/compare/${first}...main`, undefined, {
        headers: { accept: "application/vnd.github.diff" },
      });
      expect(diff.body).toContain("-two\n+three\n");
      const one = await ask("GET", `${base}/commits/${second}`);
      expect(one.json).toMatchObject({
        stats: { additions: 1, deletions: 1, total: 2 },
        files: [{ filename: "src/a.txt" }],
      });
      expect((await ask("GET", `${base}/compare/main...nope`)).status).toBe(404);
      expect((await ask("GET", `${base}/commits/nope`)).status).toBe(422);
    }),
  );
});
