import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { manualClock } from "../manual-clock.ts";
import { type Person, personAt } from "../person.ts";
import { git } from "../plain-git.ts";
import {
  changedFiles,
  closePull,
  createHosting,
  entryAt,
  fastForward,
  type HostedRepo,
  type Hosting,
  mergePull,
  openPull,
  reopenPull,
  updateGuarded,
  writeTreeWith,
} from "./index.ts";

const clock = manualClock();
let hosting: Hosting;
let repo: HostedRepo;
let person: Person;

async function host(detectsManualMerge: boolean): Promise<void> {
  hosting = createHosting({ clock: clock.now, detectsManualMerge });
  await hosting.add({ "o/one": { files: { "README.md": "# hi\n", "a/b": "deep\n" } }, "o/empty": {} });
  repo = hosting.repo("o/one");
  person = personAt(repo.path);
}

beforeEach(() => host(false));
afterEach(() => hosting.remove());

/** A pull of branch `work`, and the present record of it after a look at the refs. */
async function propose() {
  const head = await person.commit("work", { "a/b": "changed\n" });
  const opened = await openPull(repo, {
    title: "T",
    body: "B",
    base: "main",
    headBranch: "work",
    author: "o",
  });
  if (opened.kind !== "done") throw new Error(opened.kind);
  return { head, number: opened.pull.number };
}

const request = (number: number) => ({
  number,
  by: hosting.users.add("mia"),
  message: "Merge it",
  at: clock.now(),
});

const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

async function seen(number: number) {
  await hosting.notice(repo);
  return repo.pulls.get(number);
}

describe("pulls", () => {
  it("follow their branch while open, and keep its last head when it is gone", async () => {
    const { head, number } = await propose();
    expect(await seen(number)).toMatchObject({ head, state: "open", ahead: true });
    const next = await person.commit("work", { more: "x" });
    expect(await seen(number)).toMatchObject({ head: next });
    await person.deleteBranch("work");
    expect(await seen(number)).toMatchObject({
      head: next,
      state: "closed",
      merged: false,
      closedBy: "ghost",
    });
    expect(await git(repo.path, ["rev-parse", `refs/pull/${number}/head`])).toBe(next);
    await person.commit("work", { other: "y" });
    expect(await seen(number)).toMatchObject({ head: next, state: "closed" });
  });

  it.each([false, true])("merged by hand count as merged where that is detected (%s)", async (detects) => {
    hosting.remove();
    await host(detects);
    const { number } = await propose();
    const merge = await person.merge("work");
    await person.commit("main", { later: "z" });
    const expected = detects
      ? { state: "closed", merged: true, mergeCommit: merge, mergedBy: "ghost" }
      : { state: "open", merged: false, mergeCommit: null };
    expect(await seen(number)).toMatchObject(expected);
  });

  it("are closed when their base is gone", async () => {
    const { head, number } = await propose();
    await git(repo.path, ["branch", "other", "main"]);
    repo.pulls.patch(number, { base: "other" });
    expect(await seen(number)).toMatchObject({ state: "open" });
    await person.deleteBranch("other");
    expect(await seen(number)).toMatchObject({ state: "closed", closedBy: "ghost", head });
  });

  it("share one sequence of numbers with issues", async () => {
    expect(repo.pulls.addIssue()).toBe(1);
    expect((await propose()).number).toBe(2);
  });

  it("are refused for the same branches, for no branch, and for nothing new", async () => {
    const { number } = await propose();
    const draft = { title: "T", body: "", base: "main", headBranch: "work", author: "o" };
    expect(await openPull(repo, draft)).toMatchObject({ kind: "exists", pull: { number } });
    expect(await openPull(repo, { ...draft, base: "no" })).toEqual({ kind: "no_branch", which: "base" });
    expect(await openPull(repo, { ...draft, headBranch: "no" })).toEqual({
      kind: "no_branch",
      which: "head",
    });
    await git(repo.path, ["branch", "same", "main"]);
    expect(await openPull(repo, { ...draft, headBranch: "same" })).toEqual({ kind: "nothing_to_merge" });
  });

  it("are closed and opened again at the branch's present head", async () => {
    const { number } = await propose();
    const pull = repo.pulls.get(number);
    if (pull === undefined) throw new Error("no pull");
    const closed = closePull(repo, pull, "o", clock.now());
    expect(closed).toMatchObject({ state: "closed", closedBy: "o" });
    const next = await person.commit("work", { more: "x" });
    expect(await seen(number)).toMatchObject({ state: "closed", head: pull.head });
    expect(await reopenPull(repo, closed)).toMatchObject({
      kind: "done",
      pull: { state: "open", head: next },
    });
  });

  it("are shown as they were before some writes", async () => {
    const { number } = await propose();
    repo.pulls.patch(number, { title: "Second" });
    repo.pulls.patch(number, { title: "Third" });
    expect([0, 1, 2, 3, 9].map((staleBy) => repo.pulls.get(number, staleBy)?.title)).toEqual([
      "Third",
      "Second",
      "T",
      undefined,
      undefined,
    ]);
  });
});

describe("merging", () => {
  it("makes a commit of two parents that git finds whole, and moves the base", async () => {
    const { head, number } = await propose();
    const main = await person.commit("main", { other: "x" });
    const merged = await mergePull(repo, { ...request(number), expectedHead: head });
    if (merged.kind !== "done") throw new Error(merged.kind);
    expect(await person.head("main")).toBe(merged.oid);
    expect(await git(repo.path, ["rev-list", "--parents", "-1", merged.oid])).toBe(
      `${merged.oid} ${main} ${head}`,
    );
    expect(await git(repo.path, ["fsck", "--strict"])).not.toMatch(/error|missing/);
    expect(merged.pull).toMatchObject({ merged: true, mergeCommit: merged.oid, mergedBy: "mia", head });
  });

  it("is refused for another head, a conflict, a guarded base and a second time", async () => {
    const { number } = await propose();
    expect(await mergePull(repo, { ...request(number), expectedHead: "0" })).toMatchObject({
      kind: "head_moved",
    });
    repo.guards.set("refs/heads/main", { kind: "protected", message: "no" });
    expect(await mergePull(repo, request(number))).toMatchObject({ kind: "guarded", guard: "protected" });
    repo.guards.clear();
    await person.commit("main", { "a/b": "else\n" });
    expect(await mergePull(repo, request(number))).toEqual({ kind: "conflict" });
    await person.commit("main", { "a/b": "deep\n" });
    expect(await mergePull(repo, request(number))).toMatchObject({ kind: "done" });
    expect(await mergePull(repo, request(number))).toMatchObject({ kind: "not_open" });
    expect(await mergePull(repo, request(99))).toEqual({ kind: "not_found" });
  });
});

describe("refs and objects", () => {
  it("move only from what was expected, all or none, and forward", async () => {
    const main = await person.head("main");
    const work = await person.commit("work", { x: "1" });
    const ref = "refs/heads/new";
    expect(await updateGuarded(repo, [{ ref, from: null, to: work }])).toEqual({ kind: "done" });
    expect(await updateGuarded(repo, [{ ref, from: null, to: main }])).toEqual({
      kind: "moved",
      ref,
      now: work,
    });
    const both = [
      { ref: "refs/heads/second", from: null, to: work },
      { ref, from: main, to: null },
    ];
    expect(await updateGuarded(repo, both)).toEqual({ kind: "moved", ref, now: work });
    expect(await repo.refs.read("refs/heads/second")).toBeNull();
    const back = { ref, from: work, to: main ?? "" };
    expect(await fastForward(repo, back)).toEqual({ kind: "not_forward" });
    expect(await updateGuarded(repo, [{ ref, from: work, to: null }])).toEqual({ kind: "done" });
    expect(await repo.refs.read(ref)).toBeNull();
  });

  it("are read loose and packed", async () => {
    const work = await person.commit("deep/er/work", { x: "1" });
    await git(repo.path, ["pack-refs", "--all"]);
    await git(repo.path, ["gc", "--quiet"]);
    const next = await person.commit("work", { x: "2" });
    expect(await repo.refs.list("refs/heads/")).toEqual([
      ["refs/heads/deep/er/work", work],
      ["refs/heads/main", await person.head("main")],
      ["refs/heads/work", next],
    ]);
    expect((await repo.objects.commit(work))?.message).toBe("A person's commit\n");
  });

  it("are what git itself would write", async () => {
    const tree = (await repo.objects.commit((await person.head("main")) ?? ""))?.tree ?? "";
    const blob = await repo.objects.writeBlob(Buffer.from("new\n"));
    const next = await writeTreeWith(repo.objects, tree, [
      { path: "a/b", mode: "100644", oid: null },
      { path: "c/d/e", mode: "100755", oid: blob },
      { path: "c.x", mode: "100644", oid: blob },
    ]);
    const listed = await git(repo.path, ["ls-tree", "-r", next]);
    expect(listed.split("\n").map((line) => line.split("\t")[1])).toEqual(["README.md", "c.x", "c/d/e"]);
    expect(await git(repo.path, ["mktree"], { input: await git(repo.path, ["ls-tree", next]) })).toBe(next);
    expect((await changedFiles(repo.objects, tree, next)).map(({ path }) => path)).toEqual([
      "a/b",
      "c.x",
      "c/d/e",
    ]);
    expect(await entryAt(repo.objects, next, "c/d/e")).toEqual({ mode: "100755", oid: blob });
    expect(await entryAt(repo.objects, next, "c.x/e")).toBeNull();
    const who = { name: "A", email: "a@example.org", time: clock.now() };
    const made = { tree: next, parents: [], author: who, committer: who, message: "Hi" };
    const commit = await repo.objects.writeCommit(made);
    expect(await git(repo.path, ["log", "-1", "--format=%T %an %ct %s", commit])).toBe(
      `${next} A ${clock.now() / 1000} Hi`,
    );
    expect(await git(repo.path, ["fsck", "--strict"])).not.toMatch(/error|missing/);
  });

  it("have no commit for what is none", async () => {
    expect(await repo.objects.commit("0".repeat(40))).toBeNull();
    expect(await repo.objects.commit("not an id")).toBeNull();
    const head = (await person.head("main")) ?? "";
    expect(await repo.objects.blob(head)).toBeNull();
    expect(await repo.objects.kind(head)).toBe("commit");
  });

  it("tell history as git does", async () => {
    const start = (await person.head("main")) ?? "";
    const work = await person.commit("work", { x: "1" });
    await person.commit("main", { y: "1" });
    const merge = await person.merge("work");
    const top = await person.commit("main", { y: "2" });
    const { history } = repo;
    expect(await history.contains(top, work)).toBe(true);
    expect(await history.contains(work, top)).toBe(false);
    expect(await history.broughtBy(top, work)).toBe(merge);
    const other = await person.commit("other", { z: "1" });
    expect(await history.mergeBase(other, work)).toBe(await git(repo.path, ["merge-base", other, work]));
    const between = (await history.between(start, top)).map(({ oid }) => oid);
    expect([...between].sort()).toEqual(
      (await git(repo.path, ["rev-list", `${start}..${top}`])).split("\n").sort(),
    );
    expect(between[0]).toBe(top);
  });
});

describe("repositories", () => {
  it("keep their id when renamed, and the old name leads to them until it is taken", async () => {
    const { id } = repo;
    hosting.rename("o/one", "p/two");
    expect(hosting.find("O/One")).toMatchObject({ kind: "moved", repo: { id, fullName: "p/two" } });
    expect(await repo.defaultBranch()).toBe("main");
    expect(existsSync(repo.path)).toBe(true);
    await hosting.add({ "o/one": {} });
    expect(hosting.find("o/one")).toMatchObject({ kind: "found" });
    hosting.drop("p/two");
    expect(hosting.find("p/two")).toEqual({ kind: "none" });
  });

  it("are empty without a branch", async () => {
    expect(await hosting.repo("o/empty").isEmpty()).toBe(true);
    expect(await repo.isEmpty()).toBe(false);
  });

  it("permit the owner all, others what is said", () => {
    const { users } = hosting;
    const permission = (login: string) => repo.permission(users.add(login));
    repo.permit("wim", "write");
    expect([permission("o"), permission("wim"), permission("rita"), repo.permission(null)]).toEqual([
      "admin",
      "write",
      "read",
      "read",
    ]);
    repo.flags.private = true;
    expect([permission("wim"), permission("rita"), repo.permission(null)]).toEqual(["write", "none", "none"]);
  });
});

describe("tokens", () => {
  it("open an account until they are revoked", () => {
    const { users } = hosting;
    users.allow("mia", "one", ["read:repository"]);
    users.allow("mia", "two");
    users.add("noah");
    for (const header of ["token one", "Bearer one", basic("mia:one"), basic("one:"), basic("x:one")]) {
      expect(users.authenticate(header)).toMatchObject({
        kind: "user",
        user: { login: "mia" },
        token: "one",
      });
    }
    expect(users.authenticate(basic("noah:one"))).toEqual({ kind: "bad" });
    expect(users.authenticate(undefined)).toEqual({ kind: "anonymous" });
    users.revoke("one");
    expect(users.authenticate("token one")).toEqual({ kind: "bad" });
    expect(users.authenticate("token two")).toMatchObject({ kind: "user" });
  });
});
