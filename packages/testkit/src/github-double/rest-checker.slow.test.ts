import { describe, expect, it } from "vitest";
import { onDouble } from "./double-stage.fixture.ts";
import { isObject } from "./json.ts";
import { restRoutes } from "./rest/routes.ts";
import { restChecker } from "./rest-checker.ts";

const checker = restChecker();
const request = { query: new URLSearchParams(), path: { owner: "o", repo: "r" }, body: undefined };

describe("the official description", () => {
  it.each(restRoutes.map(({ method, template }) => [method, template] as const))(
    "has %s %s",
    (method, template) => {
      expect(checker.knows(method, template)).toBe(true);
    },
  );

  it("refuses what it does not name", () => {
    const query = new URLSearchParams("state=open&stat=x");
    expect(checker.request("GET", "/repos/{owner}/{repo}/pulls", { ...request, query })).toEqual([
      "pulls/list query stat: is unknown",
    ]);
    const body = { title: "t", head: "h", base: "b", drat: true };
    expect(checker.request("POST", "/repos/{owner}/{repo}/pulls", { ...request, body })).toEqual([
      "pulls/create body/drat: is unknown",
    ]);
    expect(checker.request("GET", "/nope", request)).toEqual(["GET /nope is not in the description"]);
  });

  it.each([
    ["a wrong value", "GET", "/repos/{owner}/{repo}/pulls", { query: new URLSearchParams("state=opne") }],
    ["no number", "GET", "/repos/{owner}/{repo}/pulls", { query: new URLSearchParams("per_page=many") }],
    ["a missing body", "POST", "/repos/{owner}/{repo}/pulls", {}],
    ["a missing member", "POST", "/repos/{owner}/{repo}/pulls", { body: { head: "h" } }],
    ["a body where none is", "GET", "/repos/{owner}/{repo}/pulls", { body: {} }],
  ])("refuses %s", (_what, method, template, part) => {
    expect(checker.request(method, template, { ...request, ...part })).toHaveLength(1);
  });

  it("refuses an answer with a status or a body that it does not describe", () => {
    const ref = "/repos/{owner}/{repo}/git/ref/{ref}";
    expect(checker.answer("GET", ref, 202, {})).toEqual(["git/get-ref answer 202: is not described"]);
    expect(checker.answer("GET", ref, 200, { ref: "x" })).toHaveLength(1);
    expect(checker.answer("GET", ref, 404, { message: "Not Found" })).toEqual([]);
    expect(checker.answer("GET", ref, 401, {})).toEqual(["git/get-ref answer 401: has no message"]);
  });
});

describe.concurrent("a double", () => {
  it(
    "notes an answer that was broken on purpose",
    onDouble(
      async ({ ask, double }) => {
        expect((await ask("GET", "/user")).status).toBe(200);
        expect(double.violations).toContain("users/get-authenticated answer 200/id: must be integer");
      },
      {
        violates: true,
        spoil: (operation, json) =>
          operation === "GET /user" && isObject(json) ? { ...json, id: "seven" } : json,
      },
    ),
  );

  it(
    "notes requests that GitHub does not describe, and paths it does not know",
    onDouble(
      async ({ ask, double }) => {
        expect((await ask("GET", "/repos/acme/app/pulls?stat=all")).status).toBe(200);
        expect((await ask("GET", "/repos/acme/app/nope")).status).toBe(404);
        expect(double.violations).toEqual([
          "pulls/list query stat: is unknown",
          "GET /repos/acme/app/nope is not served by the double",
        ]);
      },
      { violates: true },
    ),
  );
});
