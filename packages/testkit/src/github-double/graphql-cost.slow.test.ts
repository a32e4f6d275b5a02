import { describe, expect, it } from "vitest";
import { prepareQuery, runQuery } from "./graphql-execute.ts";

const prepare = (query: string, variables = {}) =>
  prepareQuery({ query, variables, operationName: undefined });

function costOf(query: string, variables = {}): { cost: number; nodeCount: number } {
  const prepared = prepare(query, variables);
  if ("refused" in prepared) throw new Error(JSON.stringify(prepared.refused));
  return { cost: prepared.cost, nodeCount: prepared.nodeCount };
}

function refusalOf(query: string): unknown {
  const prepared = prepare(query);
  return "refused" in prepared ? prepared.refused.errors : undefined;
}

const fifty = (inner: string) =>
  `{${Array.from({ length: 50 }, (_, n) => `r${n}: repository(owner: "o", name: "n${n}") {${inner}}`).join(" ")}}`;

describe("points of a query", () => {
  it("follow GitHub's documented example", () => {
    const query = `query($n: Int) { viewer { login repositories(first: 100) { edges { node { id
      issues(first: $n) { edges { node { id labels(first: 60) { edges { node { id name } } } } } } } } } } }`;
    expect(costOf(query, { n: 50 })).toEqual({ cost: 51, nodeCount: 100 + 5_000 + 300_000 });
  });

  it("are one for a query without connections", () => {
    expect(costOf("{ viewer { login } }")).toEqual({ cost: 1, nodeCount: 0 });
  });

  it("are one for fifty repositories with one connection each, two for two and a nested one", () => {
    expect(costOf(fifty("pullRequests(first: 5) { nodes { number } }"))).toEqual({ cost: 1, nodeCount: 250 });
    const nested = "pullRequests(first: 3) { nodes { labels(first: 10) { nodes { name } } } }";
    expect(costOf(fifty(nested))).toEqual({ cost: 2, nodeCount: 50 * 3 + 50 * 30 });
  });

  it("count what fragments hold, and leave out what is skipped", () => {
    const query = `query($no: Boolean = true) { repository(owner: "o", name: "n") { ...f
      forks(first: 100) @skip(if: $no) { nodes { id } } } } fragment f on Repository { issues(first: 7) { nodes { id } } }`;
    expect(costOf(query)).toEqual({ cost: 1, nodeCount: 7 });
  });

  it.each([
    ["no page", "issues { nodes { id } }", "MISSING_PAGINATION_BOUNDARIES"],
    ["a page too long", "issues(first: 101) { nodes { id } }", "EXCESSIVE_PAGINATION"],
    [
      "too many nodes",
      "issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { nodes { id } } } } } }",
      "MAX_NODE_LIMIT_EXCEEDED",
    ],
  ])("are refused for %s", (_what, inner, type) => {
    expect(refusalOf(`{ repository(owner: "o", name: "n") { ${inner} } }`)).toMatchObject([{ type }]);
  });

  it("ask for no page where only a total is asked for", () => {
    expect(costOf('{ repository(owner: "o", name: "n") { issues { totalCount } } }').cost).toBe(1);
  });
});

describe("a document", () => {
  it("with an unknown field is refused in GitHub's words", () => {
    expect(refusalOf('{ repository(owner: "o", name: "n") { nope } }')).toMatchObject([
      {
        message: "Field 'nope' doesn't exist on type 'Repository'",
        extensions: { code: "undefinedField", typeName: "Repository", fieldName: "nope" },
      },
    ]);
  });

  it("that cannot be parsed, or lacks a variable, is refused", () => {
    expect(refusalOf("{ viewer {")).toHaveLength(1);
    expect(
      refusalOf('query($n: Int!) { repository(owner: "o", name: "n") { issues(first: $n) { totalCount } } }'),
    ).toHaveLength(1);
  });

  it("that asks for what is not resolved gets an error that names it, and no silent null", async () => {
    const prepared = prepare("{ viewer { login bio } }");
    if ("refused" in prepared) throw new Error("refused");
    const missing: string[] = [];
    const answer = await runQuery(prepared, { viewer: { login: "pat" } }, (what) => missing.push(what));
    expect(missing).toEqual(["User.bio"]);
    expect(answer.errors).toMatchObject([
      { path: ["viewer", "bio"], message: expect.stringContaining("User.bio") },
    ]);
  });
});
