import { describe, expect, it } from "vitest";
import { stageForEach } from "./double-stage.fixture.ts";

const stage = stageForEach();

describe("comments", () => {
  it("are added by who may read, and listed from the oldest", async () => {
    const { ask, propose, clock } = stage();
    const { number } = await propose();
    const made = await ask(`POST issues/${number}/comments`, { body: "First" }, "rita-token");
    expect([made.status, made.body]).toMatchObject([201, { body: "First", user: { login: "rita" } }]);
    clock.advance(1000);
    await ask(`POST issues/${number}/comments`, { body: "Second" });
    const list = await ask(`GET issues/${number}/comments`);
    expect(list.body).toMatchObject([
      { body: "First" },
      { body: "Second", created_at: "2026-01-05T09:00:01Z" },
    ]);
    expect(list.headers.get("x-total-count")).toBe("2");
    expect((await ask(`GET issues/${number}/comments?since=2026-01-05T09:00:01Z`)).body).toHaveLength(1);
    expect((await ask(`GET pulls/${number}`)).body).toMatchObject({ comments: 2 });
    expect((await ask(`POST issues/${number}/comments`, { body: "" })).status).toBe(422);
    expect((await ask("POST issues/9/comments", { body: "x" })).status).toBe(500);
    expect((await ask(`POST issues/${number}/comments`, { body: "x" }, null)).status).toBe(401);
  });
});

describe("labels", () => {
  it("are made, put on pulls by id, and taken off", async () => {
    const { ask, propose, hosting } = stage();
    const red = hosting.repo("org/one").labels.add({ name: "red", color: "ff0000", description: "" });
    const { number } = await propose({ labels: [red.id, 999] });
    const made = await ask("POST labels", { name: "blue", color: "#0000FF", description: "d" });
    expect([made.status, made.body]).toMatchObject([
      201,
      { name: "blue", color: "0000ff", description: "d" },
    ]);
    expect((await ask("POST labels", { name: "x", color: "odd" })).status).toBe(422);
    expect((await ask("POST labels", { name: "x", color: "fff" }, "rita-token")).status).toBe(403);
    const blue = hosting.repo("org/one").labels.byName("blue")?.id ?? 0;
    expect((await ask("GET labels")).body).toMatchObject([{ name: "blue" }, { name: "red" }]);
    expect((await ask(`GET issues/${number}/labels`)).body).toMatchObject([{ id: red.id }]);
    const added = await ask(`POST issues/${number}/labels`, { labels: [blue, blue] });
    expect(added.body).toMatchObject([{ id: red.id }, { id: blue }]);
    expect((await ask(`PUT issues/${number}/labels`, { labels: [blue] })).body).toMatchObject([{ id: blue }]);
    expect((await ask(`PUT issues/${number}/labels`, { labels: [] }, "rita-token")).status).toBe(403);
    expect((await ask("GET pulls?state=all")).body).toMatchObject([{ labels: [{ name: "blue" }] }]);
    expect((await ask(`DELETE issues/${number}/labels/999`)).status).toBe(422);
    expect((await ask(`DELETE issues/${number}/labels/${blue}`)).status).toBe(204);
    expect((await ask(`GET issues/${number}/labels`)).body).toEqual([]);
  });

  it("of an organization may be put on the pulls of its repositories", async () => {
    const { ask, propose, hosting } = stage();
    expect((await ask("GET /orgs/mia/labels")).status).toBe(404);
    hosting.users.add("acme", { kind: "organization" });
    hosting.users.allow("acme", "acme-token");
    hosting.users.add("boss", { siteAdmin: true });
    hosting.users.allow("boss", "boss-token");
    const made = await ask("POST /orgs/acme/labels", { name: "all", color: "123456" }, "boss-token");
    expect(made.status).toBe(201);
    expect((await ask("POST /orgs/acme/labels", { name: "all", color: "123456" })).status).toBe(403);
    expect((await ask("GET /orgs/acme/labels")).body).toMatchObject([{ name: "all" }]);
    const shared = hosting.orgLabels("org").add({ name: "shared", color: "654321", description: "" });
    const { number } = await propose({ labels: [shared.id] });
    expect((await ask(`GET issues/${number}/labels`)).body).toMatchObject([{ name: "shared" }]);
  });
});

describe("statuses", () => {
  it("are given to commits; the newest of each context count, and the worst decides", async () => {
    const { ask, propose, clock } = stage();
    const { head } = await propose();
    const first = { context: "c", state: "success", description: "d", target_url: "http://x" };
    const made = await ask(`POST statuses/${head}`, first);
    expect([made.status, made.body]).toMatchObject([
      201,
      { status: "success", context: "c", creator: { login: "mia" } },
    ]);
    clock.advance(1000);
    await ask(`POST statuses/${head}`, { context: "c", state: "failure" });
    await ask(`POST statuses/${head}`, { context: "other", state: "pending" });
    expect((await ask(`GET statuses/${head}?limit=2`)).body).toMatchObject([
      { context: "other" },
      { context: "c", status: "failure" },
    ]);
    expect((await ask("GET commits/work/statuses?sort=oldest")).body).toMatchObject([
      { status: "success" },
      {},
      {},
    ]);
    expect((await ask(`GET commits/${head}/status`)).body).toMatchObject({
      state: "failure",
      total_count: 2,
      statuses: [{ context: "c", status: "failure" }, { context: "other" }],
    });
    expect((await ask(`POST statuses/${head}`, { state: "odd" })).status).toBe(422);
    expect((await ask(`POST statuses/${"0".repeat(40)}`, { state: "success" })).status).toBe(404);
    expect((await ask(`POST statuses/${head}`, first, "rita-token")).status).toBe(403);
  });

  it("of a commit without any are 200 and no body on old servers", async () => {
    const { ask } = stage();
    const none = await ask("GET commits/main/status");
    expect([none.status, none.text]).toEqual([200, ""]);
  });
});

describe("reviews", () => {
  it("approve, ask for changes or comment, and grow stale", async () => {
    const { ask, propose, person } = stage();
    const { number, head } = await propose();
    const at = `pulls/${number}/reviews`;
    const approved = await ask(`POST ${at}`, { event: "APPROVED", commit_id: head }, "rita-token");
    expect([approved.status, approved.body]).toMatchObject([
      200,
      { state: "APPROVED", commit_id: head, stale: false, official: false, user: { login: "rita" } },
    ]);
    await person.commit("work", { more: "x" });
    await ask(`POST ${at}`, { event: "REQUEST_CHANGES", body: "No" }, "ada-token");
    await ask(`POST ${at}`, { event: "COMMENT", body: "Hm" }, "mia-token");
    expect((await ask(`GET ${at}`)).body).toMatchObject([
      { state: "APPROVED", stale: true },
      { state: "REQUEST_CHANGES", stale: false, official: true },
      { state: "COMMENT" },
    ]);
    expect((await ask(`POST ${at}`, { event: "APPROVED" })).status).toBe(422);
    expect((await ask(`POST ${at}`, { event: "REQUEST_CHANGES", body: "" }, "rita-token")).status).toBe(422);
    expect((await ask(`POST ${at}`, { event: "COMMENT" }, "rita-token")).status).toBe(422);
    expect((await ask("POST pulls/9/reviews", { event: "APPROVED" })).status).toBe(404);
  });

  it("are begun, submitted and dismissed", async () => {
    const { ask, propose, repo } = stage();
    const { number } = await propose();
    const at = `pulls/${number}/reviews`;
    expect((await ask(`POST ${at}`, { body: "Begun" }, "rita-token")).body).toMatchObject({
      state: "PENDING",
    });
    const id = repo.pulls.get(number)?.reviews[0]?.id ?? 0;
    expect((await ask(`GET ${at}/${id}`)).status).toBe(404);
    expect((await ask(`GET ${at}`)).body).toEqual([]);
    expect((await ask(`GET ${at}/${id}`, undefined, "rita-token")).status).toBe(200);
    const submitted = await ask(`POST ${at}/${id}`, { event: "APPROVED" }, "rita-token");
    expect(submitted.body).toMatchObject({ id, state: "APPROVED" });
    expect((await ask(`POST ${at}/${id}`, { event: "APPROVED" }, "rita-token")).status).toBe(422);
    expect((await ask(`POST ${at}/${id}/dismissals`, { message: "old" })).status).toBe(403);
    const dismissed = await ask(`POST ${at}/${id}/dismissals`, { message: "old" }, "ada-token");
    expect(dismissed.body).toMatchObject({ dismissed: true });
    const back = await ask(`POST ${at}/${id}/undismissals`, undefined, "ada-token");
    expect(back.body).toMatchObject({ dismissed: false });
  });
});
