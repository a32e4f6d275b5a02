import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { nulledField, wrongContent } from "./answer-faults.ts";
import { type DoubleStage, onDouble } from "./double-stage.fixture.ts";

const base = "/repos/acme/app";
const comment = (stage: DoubleStage) => stage.ask("POST", `${base}/issues/1/comments`, { body: "x" });

describe.concurrent("faults", () => {
  it(
    "answer instead, redirect, reset before anything is done",
    onDouble(async (stage) => {
      const { double, ask, repo } = stage;
      await stage.propose();
      const match = { method: "POST", path: /comments$/ };
      double.fail({ match, fault: { kind: "answer", status: 502, body: "<html>", headers: { "x-a": "b" } } });
      double.fail({
        match: { ...match, nth: 2 },
        fault: { kind: "redirect", status: 302, location: "/elsewhere" },
      });
      double.fail({ match: { ...match, nth: 3 }, fault: { kind: "reset" } });
      expect(await comment(stage)).toMatchObject({ status: 502, body: "<html>" });
      expect((await comment(stage)).headers.get("location")).toBe("/elsewhere");
      await expect(comment(stage)).rejects.toThrow(/fetch failed/);
      expect(repo.pulls.get(1)?.comments).toEqual([]);
      expect((await comment(stage)).status).toBe(201);
      expect((await ask("GET", base)).status).toBe(200);
    }),
  );

  it(
    "lose the answer to what was done",
    onDouble(async (stage) => {
      const { double, repo } = stage;
      await stage.propose();
      const match = { method: "POST", path: /comments$/ };
      double.fail({ match, fault: { kind: "lost", by: "reset" } });
      double.fail({ match: { ...match, nth: 2 }, fault: { kind: "lost", by: 500 } });
      double.fail({ match: { ...match, nth: 3 }, fault: { kind: "lost", by: 502 } });
      await expect(comment(stage)).rejects.toThrow(/fetch failed/);
      expect([(await comment(stage)).status, (await comment(stage)).status]).toEqual([500, 502]);
      expect(repo.pulls.get(1)?.comments).toHaveLength(3);
    }),
  );

  it(
    "never answer until the double closes",
    onDouble(async (stage) => {
      const { double, ask, repo } = stage;
      await stage.propose();
      double.fail({ match: { path: /^\/user$/ }, fault: { kind: "hang" } });
      double.fail({ match: { method: "POST", path: /comments$/ }, fault: { kind: "lost", by: "hang" } });
      const waiting = [ask("GET", "/user"), comment(stage)].map((one) =>
        one.then(
          () => "answered",
          () => "ended",
        ),
      );
      while ((repo.pulls.get(1)?.comments.length ?? 0) === 0) await setImmediate();
      await double.close();
      expect(await Promise.all(waiting)).toEqual(["ended", "ended"]);
    }),
  );

  it(
    "cut, replace and change bodies, slow them down",
    onDouble(async ({ double, ask, graphql }) => {
      const path = /^\/user$/;
      double.fail({ match: { path }, fault: { kind: "truncated" } });
      double.fail({ match: { path, nth: 2 }, fault: { kind: "truncated", closes: true } });
      double.fail({ match: { path, nth: 3 }, fault: { kind: "html" } });
      let pieces = 0;
      const next = async () => (++pieces > 3 ? ("rest" as const) : undefined);
      double.fail({ match: { path, nth: 4 }, fault: { kind: "slow", bytes: 5, next } });
      await expect(ask("GET", "/user")).rejects.toThrow(SyntaxError);
      await expect(ask("GET", "/user")).rejects.toThrow(/terminated/);
      expect((await ask("GET", "/user")).body).toContain("<!DOCTYPE html>");
      expect((await ask("GET", "/user")).json).toMatchObject({ login: "acme" });
      expect(pieces).toBe(4);
      const raw = { headers: { accept: "application/vnd.github.raw+json" } };
      double.fail({ match: { path: /contents/ }, fault: { kind: "wrong_bytes" } });
      expect((await ask("GET", `${base}/contents/README.md`, undefined, raw)).body).not.toBe("# App\n");
      double.fail({ match: { path: /graphql/, body: /viewer/ }, fault: { kind: "answer", status: 502 } });
      expect((await graphql("{ rateLimit { cost } }"))["data"]).toMatchObject({ rateLimit: { cost: 1 } });
      expect(await ask("POST", "/graphql", { query: "{ viewer { login } }" })).toMatchObject({ status: 502 });
    }),
  );

  it(
    "answer from before the last writes, in both APIs",
    onDouble(async (stage) => {
      const { double, ask, graphql } = stage;
      await stage.propose();
      double.fail({ match: { path: /pulls$/, method: "GET" }, fault: { kind: "stale", writes: 1 } });
      double.fail({ match: { path: /graphql/ }, fault: { kind: "stale", writes: 1 } });
      const query = '{ repository(owner: "acme", name: "app") { pullRequests(first: 1) { totalCount } } }';
      expect((await ask("GET", `${base}/pulls`)).body).toEqual([]);
      expect((await ask("GET", `${base}/pulls`)).body).toHaveLength(1);
      expect(await graphql(query)).toMatchObject({
        data: { repository: { pullRequests: { totalCount: 0 } } },
      });
      expect(await graphql(query)).toMatchObject({
        data: { repository: { pullRequests: { totalCount: 1 } } },
      });
    }),
  );

  it(
    "let a person act right before a request",
    onDouble(async (stage) => {
      const { double, ask, person } = stage;
      await stage.propose();
      const sha = await stage.head("work");
      double.before({ method: "PUT", path: /merge$/ }, () => person.commit("work", { late: "x" }));
      expect((await ask("PUT", `${base}/pulls/1/merge`, { sha })).status).toBe(409);
    }),
  );

  it(
    "leave everything else alone, and are forgotten",
    onDouble(async ({ double, ask }) => {
      double.fail({ match: { path: /user/, times: 100 }, fault: { kind: "answer", status: 500 } });
      double.calm();
      expect((await ask("GET", "/user")).status).toBe(200);
      expect(double.requests.counts()).toEqual({ "GET /user": 1 });
      expect(double.requests.entries).toMatchObject([{ login: "acme", status: 200, requestBytes: 0 }]);
      double.requests.clear();
      expect(double.requests.entries).toEqual([]);
    }),
  );

  it(
    "give files other bytes, and take aliases out of answers",
    onDouble(async ({ double, ask, graphql }) => {
      double.fail({ match: { path: /contents/ }, fault: wrongContent() });
      const file = await ask("GET", `${base}/contents/README.md`);
      expect(Buffer.from(String(file.json["content"]), "base64").toString()).toBe("# App\nx");
      const one =
        'repository(owner: "acme", name: "app") { object(expression: "HEAD:README.md") { ... on Blob { text } } }';
      double.fail({ match: { path: /graphql/ }, fault: wrongContent() });
      double.fail({ match: { path: /graphql/ }, fault: nulledField("b", "FORBIDDEN", "No") });
      expect(await graphql(`{ a: ${one} b: ${one} }`)).toEqual({
        data: { a: { object: { text: "# App\nx" } }, b: null },
        errors: [{ type: "FORBIDDEN", path: ["b"], message: "No" }],
      });
    }),
  );
});
