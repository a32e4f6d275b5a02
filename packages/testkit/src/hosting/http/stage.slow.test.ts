import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUsers } from "../users.ts";
import { jsonAnswer, type StagedRequest, textAnswer } from "./exchange.ts";
import type { HttpFault } from "./faults.ts";
import { type Stage, startStage } from "./stage.ts";

const users = createUsers();
users.allow("mia", "secret");
const body = { names: ["one", "two"], text: "abcdefghijklmnopqrstuvwxyz" };
const whole = JSON.stringify(body);

let stage: Stage;
let handled: StagedRequest[];

beforeEach(async () => {
  handled = [];
  stage = await startStage({
    users,
    handler: async (request) => {
      handled.push(request);
      if (request.path === "/crash") throw new Error("planned");
      return request.path === "/text" ? textAnswer(200, "text") : jsonAnswer(200, body);
    },
  });
});
afterEach(() => stage.close());

const get = (path: string, init?: RequestInit) =>
  fetch(`${stage.url}${path}`, { redirect: "manual", ...init });
const failed = (path: string) =>
  get(path)
    .then((answer) => answer.text())
    .then(
      () => "answered",
      () => "failed",
    );
const late = async () => textAnswer(200, "late");
const failNext = (fault: HttpFault) => stage.fail({ match: { path: /./ }, fault });

describe("a stage", () => {
  it("hands requests on and notes them", async () => {
    const answer = await get("/a/b?x=1&y=%20", {
      method: "POST",
      body: "hello",
      headers: { authorization: "token secret" },
    });
    expect(await answer.json()).toEqual(body);
    await get("/text");
    expect(stage.requests.entries).toEqual([
      { method: "POST", path: "/a/b", query: "x=1&y=%20", status: 200, login: "mia", requestBytes: 5 },
      { method: "GET", path: "/text", query: "", status: 200, login: null, requestBytes: 0 },
    ]);
    expect(handled[0]?.body.toString()).toBe("hello");
    expect(stage.requests.counts()).toEqual({ "POST /a/b": 1, "GET /text": 1 });
    expect(stage.requests.counts(({ method }) => (method === "GET" ? method : undefined))).toEqual({
      GET: 1,
    });
    stage.requests.clear();
    expect(stage.requests.entries).toEqual([]);
  });

  it("answers 500 when its handler throws, and keeps the error", async () => {
    expect((await get("/crash")).status).toBe(500);
    expect(stage.crashes).toMatchObject([{ message: "planned" }]);
  });

  it("does what a person does right before a request", async () => {
    const order: string[] = [];
    stage.before({ path: /^\/two$/, nth: 2 }, async () => order.push(`act before ${handled.length}`));
    for (const path of ["/two", "/one", "/two", "/two"]) await get(path);
    expect(order).toEqual(["act before 2"]);
  });
});

describe("faults", () => {
  it("strike the nth request that matches, so many times", async () => {
    stage.fail({
      match: { method: "GET", path: /^\/a/, query: /x=1/, nth: 2, times: 2 },
      fault: { kind: "answer", status: 429, headers: { "retry-after": "7" }, body: "slow down" },
    });
    const asked = ["/a?x=1", "/b?x=1", "/a?x=2", "/a?x=1", "/a?x=1", "/a?x=1"];
    const statuses: number[] = [];
    for (const path of asked) statuses.push((await get(path)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429, 200]);
    expect(handled).toHaveLength(4);
  });

  it("answer in place of the handler", async () => {
    failNext({ kind: "answer", status: 503, headers: { "retry-after": "7" }, body: "no" });
    const answer = await get("/a");
    expect([answer.status, answer.headers.get("retry-after"), await answer.text()]).toEqual([503, "7", "no"]);
    failNext({ kind: "redirect", status: 301, location: "/b" });
    const moved = await get("/a");
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/b"]);
    expect(handled).toHaveLength(0);
  });

  it.each<{ fault: HttpFault; handles: number }>([
    { fault: { kind: "reset" }, handles: 0 },
    { fault: { kind: "lost", by: "reset" }, handles: 1 },
    { fault: { kind: "truncated", closes: true }, handles: 1 },
  ])("break the connection: $fault", async ({ fault, handles }) => {
    failNext(fault);
    expect(await failed("/a")).toBe("failed");
    expect(handled).toHaveLength(handles);
    expect(await failed("/a")).toBe("answered");
  });

  it.each<{ fault: HttpFault; handles: number }>([
    { fault: { kind: "hang" }, handles: 0 },
    { fault: { kind: "lost", by: "hang" }, handles: 1 },
  ])("never answer until the server closes: $fault", async ({ fault, handles }) => {
    failNext(fault);
    const asked = failed("/a");
    // The second request is answered after the first one was taken.
    while (stage.requests.entries.length === 0 || handled.length < handles) await get("/other");
    expect(stage.requests.entries.some(({ status }) => status === 0)).toBe(true);
    await stage.close();
    expect(await asked).toBe("failed");
  });

  it.each([500, 502] as const)("lose the answer of what was done: %s", async (by) => {
    failNext({ kind: "lost", by });
    expect((await get("/a")).status).toBe(by);
    expect(handled).toHaveLength(1);
  });

  it("change the answer", async () => {
    failNext({ kind: "truncated" });
    expect(await (await get("/a")).text()).toBe(whole.slice(0, Math.floor(whole.length / 2)));
    failNext({ kind: "html" });
    const page = await get("/a");
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    failNext({ kind: "wrong_bytes" });
    const wrong = await (await get("/text")).text();
    expect([wrong.length, wrong]).not.toEqual([4, "text"]);
    failNext({ kind: "rewrite", rewrite: (answer) => ({ ...answer, status: 418 }) });
    expect((await get("/a")).status).toBe(418);
    failNext({ kind: "stale", writes: 3 });
    await get("/a");
    expect(handled.at(-1)?.staleBy).toBe(3);
  });

  it("let the answer drip as the test says", async () => {
    let drops = 0;
    failNext({ kind: "slow", bytes: 2, next: async () => (++drops > 3 ? "rest" : undefined) });
    expect(await (await get("/a")).text()).toBe(whole);
    expect(drops).toBe(4);
    const gate = Promise.withResolvers<"rest">();
    failNext({ kind: "slow", bytes: 2, next: () => gate.promise });
    const answer = await get("/a");
    expect(answer.status).toBe(200);
    gate.resolve("rest");
    expect(await answer.text()).toBe(whole);
  });

  it("are forgotten when the stage is calmed", async () => {
    failNext({ kind: "reset" });
    stage.before({}, async () => Promise.reject(new Error("never")));
    stage.calm();
    expect(await failed("/a")).toBe("answered");
  });
});

it("waits before each answer where that is asked for, and leaves no timer when it closes", async () => {
  const quick = await startStage({ users, handler: late, latencyMs: 1 });
  expect(await (await fetch(quick.url)).text()).toBe("late");
  await quick.close();
  const slow = await startStage({ users, handler: late, latencyMs: 3_600_000 });
  const asked = fetch(slow.url).then(
    () => "answered",
    () => "failed",
  );
  while (slow.requests.entries.length === 0) await get("/other");
  await slow.close();
  expect(await asked).toBe("failed");
});

it("gives its port back when it closes, once and for all", async () => {
  const port = Number(new URL(stage.url).port);
  failNext({ kind: "hang" });
  const asked = failed("/a");
  while (stage.requests.entries.length === 0) await get("/other");
  await stage.close();
  await stage.close();
  expect(await asked).toBe("failed");
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  server.close();
  await once(server, "close");
});
