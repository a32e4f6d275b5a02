import { describe, expect, it } from "vitest";
import { type DoubleStage, onDouble } from "./double-stage.fixture.ts";
import { isObject, type JsonObject } from "./json.ts";

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);

const repository = (inner: string, name = "app") =>
  `{ repository(owner: "acme", name: "${name}") { ${inner} } }`;

/** What a repository answers to a selection, which must bring no error. */
async function repoOf(stage: DoubleStage, inner: string, name = "app"): Promise<JsonObject> {
  const answer = await stage.graphql(repository(inner, name));
  if (answer["errors"] !== undefined) throw new Error(JSON.stringify(answer["errors"]));
  const found = at(answer, "data", "repository");
  return isObject(found) ? found : {};
}

async function mutate(stage: DoubleStage, name: string, input: JsonObject, shown = "clientMutationId") {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input!`;
  return stage.graphql(`mutation($input: ${type}) { ${name}(input: $input) { ${shown} } }`, { input });
}

const pullFields = `number title body state isDraft isCrossRepository baseRefName headRefName headRefOid
  mergeCommit { oid } createdAt updatedAt closedAt mergedAt author { login __typename } mergedBy { login }
  labels(first: 10) { nodes { name } } repository { nameWithOwner }
  timelineItems(last: 1, itemTypes: [CLOSED_EVENT, MERGED_EVENT]) { nodes { __typename ... on ClosedEvent { actor { login } createdAt } ... on MergedEvent { actor { login } } } }`;

const labels = (order: string) =>
  `labels(first: 2${order}) { totalCount nodes { name } pageInfo { hasNextPage } }`;

describe.concurrent("queries", () => {
  it(
    "tell who asks and what is left",
    onDouble(async ({ graphql, hosting }) => {
      const { data } = await graphql(
        "{ viewer { login databaseId } rateLimit { cost limit used remaining resetAt nodeCount } }",
      );
      expect(data).toEqual({
        viewer: { login: "acme", databaseId: hosting.users.find("acme")?.id },
        rateLimit: {
          cost: 1,
          limit: 5000,
          used: 1,
          remaining: 4999,
          resetAt: "2026-01-05T10:00:00Z",
          nodeCount: 0,
        },
      });
    }),
  );

  it(
    "tell what a repository is",
    onDouble(
      async (stage) => {
        const head = await stage.head("main");
        expect(
          await repoOf(
            stage,
            `id databaseId nameWithOwner url isArchived isDisabled isEmpty isMirror isLocked isFork isPrivate
             viewerPermission owner { login } defaultBranchRef { name prefix target { oid ... on Commit { message } } }`,
          ),
        ).toMatchObject({
          databaseId: stage.repo.id,
          nameWithOwner: "acme/app",
          isArchived: false,
          isDisabled: false,
          isEmpty: false,
          isMirror: false,
          isLocked: false,
          isFork: false,
          isPrivate: false,
          viewerPermission: "ADMIN",
          defaultBranchRef: { name: "main", prefix: "refs/heads/", target: { oid: head, message: "Start" } },
        });
        const flags = "isArchived isDisabled isEmpty isMirror defaultBranchRef { name }";
        expect(await repoOf(stage, flags, "odd")).toEqual({
          isArchived: true,
          isDisabled: true,
          isEmpty: true,
          isMirror: true,
          defaultBranchRef: null,
        });
      },
      { repos: { "acme/odd": { flags: { archived: true, disabled: true, mirror: true } } } },
    ),
  );

  it(
    "lead to blobs, trees and commits by expression",
    onDouble(
      async (stage) => {
        await stage.person.commit("main", { bytes: new Uint8Array([0, 1, 2]), long: "x".repeat(50) });
        const head = await stage.head("main");
        const blob = "__typename oid ... on Blob { byteSize text isBinary isTruncated }";
        const found = await repoOf(
          stage,
          `file: object(expression: "HEAD:src/a.txt") { ${blob} }
         same: object(expression: "${head}:src/a.txt") { ${blob} }
         bytes: object(expression: "main:bytes") { ${blob} }
         long: object(expression: "refs/heads/main:long") { ${blob} }
         absent: object(expression: "HEAD:nope") { oid }
         noRef: object(expression: "nope:src") { oid }
         tree: object(expression: "HEAD:src") { __typename ... on Tree { entries { name type mode oid object { oid } } } }
         commit: object(oid: "${head}") { oid ... on Commit { messageHeadline tree { oid } committer { name user { login } } } }`,
        );
        const file = {
          __typename: "Blob",
          byteSize: 8,
          text: "one\ntwo\n",
          isBinary: false,
          isTruncated: false,
        };
        expect(found).toMatchObject({
          file,
          same: file,
          absent: null,
          noRef: null,
          bytes: { isBinary: true, text: null, byteSize: 3 },
          long: { isTruncated: true, text: "x".repeat(20) },
          tree: { __typename: "Tree", entries: [{ name: "a.txt", type: "blob", mode: 0o100644 }] },
          commit: { oid: head, committer: { name: "Pat Person", user: null } },
        });
      },
      { blobTextLimit: 20 },
    ),
  );

  it(
    "lead to refs and histories",
    onDouble(async (stage) => {
      const { person } = stage;
      const first = await person.commit("main", { "src/a.txt": "1" });
      await person.commit("main", { other: "2" });
      const work = await person.commit("coulomb/x/y", { a: "1" });
      const target = "name target { oid }";
      const found = await repoOf(
        stage,
        `long: ref(qualifiedName: "refs/heads/coulomb/x/y") { ${target} }
         short: ref(qualifiedName: "coulomb/x/y") { ${target} }
         none: ref(qualifiedName: "refs/heads/nope") { ${target} }
         refs(refPrefix: "refs/heads/", first: 10) { totalCount nodes { name } }
         defaultBranchRef { target { ... on Commit { history(first: 1, path: "src/a.txt") {
           totalCount nodes { oid author { name date } } pageInfo { hasNextPage endCursor } } parents(first: 2) { totalCount } } } }`,
      );
      expect(found).toMatchObject({
        long: { name: "coulomb/x/y", target: { oid: work } },
        short: { target: { oid: work } },
        none: null,
        refs: { totalCount: 2, nodes: [{ name: "coulomb/x/y" }, { name: "main" }] },
        defaultBranchRef: {
          target: {
            history: { totalCount: 2, nodes: [{ oid: first }], pageInfo: { hasNextPage: true } },
            parents: { totalCount: 1 },
          },
        },
      });
    }),
  );

  it(
    "list pulls of a branch with all that an adapter reads",
    onDouble(async (stage) => {
      const { ask, propose, person, clock, graphql, hosting, repo } = stage;
      await propose();
      await ask("POST", "/repos/acme/app/issues/1/labels", { labels: ["bug"] });
      await ask("PATCH", "/repos/acme/app/pulls/1", { state: "closed" });
      clock.advance(1_000);
      await person.commit("work", { more: "x" });
      await ask("POST", "/repos/acme/app/pulls", { title: "Again", head: "work", base: "main" });
      const query = `pullRequests(headRefName: "work", first: 5, orderBy: {field: CREATED_AT, direction: DESC}) { totalCount nodes { ${pullFields} } }`;
      const [second, first] = nodesOf(await repoOf(stage, query));
      expect(first).toMatchObject({
        number: 1,
        state: "CLOSED",
        isDraft: false,
        isCrossRepository: false,
        baseRefName: "main",
        mergeCommit: null,
        closedAt: "2026-01-05T09:00:00Z",
        mergedAt: null,
        labels: { nodes: [{ name: "bug" }] },
        author: { login: "acme", __typename: "User" },
        timelineItems: { nodes: [{ __typename: "ClosedEvent", actor: { login: "acme" } }] },
      });
      expect(second).toMatchObject({
        number: 2,
        state: "OPEN",
        headRefOid: await stage.head("work"),
        timelineItems: { nodes: [] },
      });
      const merge = await person.merge("work");
      expect(nodesOf(await repoOf(stage, query))[0]).toMatchObject({
        state: "MERGED",
        mergeCommit: { oid: merge },
        mergedBy: null,
      });
      const open = 'pullRequests(headRefName: "work", states: [OPEN], first: 5) { nodes { number } }';
      expect(nodesOf(await repoOf(stage, open))).toEqual([]);
      expect(await graphql(repository("pullRequest(number: 9) { number }"))).toMatchObject({
        errors: [{ type: "NOT_FOUND", path: ["repository", "pullRequest"] }],
      });
      hosting.users.allow("kim", "kim-token");
      repo.permit("kim", "write");
      await ask("POST", "/repos/acme/app/pulls/2/reviews", { event: "APPROVE" }, { token: "kim-token" });
      await ask("POST", "/repos/acme/app/issues/2/comments", { body: "Hi" }, { token: "kim-token" });
      await ask("POST", `/repos/acme/app/statuses/${await stage.head("work")}`, {
        state: "success",
        context: "ci",
      });
      const detail = `pullRequest(number: 2) { mergeable reviews(first: 5) { nodes { state author { login } commit { oid } } }
        comments(first: 5) { nodes { body author { login } } } files(first: 5) { nodes { path changeType additions } }
        commits(last: 1) { nodes { commit { statusCheckRollup { state contexts(first: 5) { nodes { ... on StatusContext { context state } } } }
          status { state contexts { context } } } } } headRef { name } baseRef { name } }`;
      expect(await repoOf(stage, detail)).toMatchObject({
        pullRequest: {
          reviews: { nodes: [{ state: "APPROVED", author: { login: "kim" } }] },
          comments: { nodes: [{ body: "Hi" }] },
          files: { nodes: [{ path: "more", changeType: "ADDED" }, { path: "work.txt" }] },
          headRef: { name: "work" },
          commits: {
            nodes: [
              {
                commit: { statusCheckRollup: { state: "SUCCESS", contexts: { nodes: [{ context: "ci" }] } } },
              },
            ],
          },
        },
      });
    }),
  );

  it(
    "answer what they can, and name what they cannot",
    onDouble(async ({ graphql, hosting }) => {
      hosting.rename("acme/app", "acme/new");
      const answer = await graphql(
        `{ old: repository(owner: "acme", name: "app") { nameWithOwner }
           strict: repository(owner: "acme", name: "app", followRenames: false) { nameWithOwner }
           none: repository(owner: "acme", name: "none") { nameWithOwner } }`,
      );
      expect(answer).toEqual({
        data: { old: { nameWithOwner: "acme/new" }, strict: null, none: null },
        errors: [
          expect.objectContaining({ type: "NOT_FOUND", path: ["strict"] }),
          {
            type: "NOT_FOUND",
            path: ["none"],
            locations: [{ line: 3, column: 12 }],
            message: "Could not resolve to a Repository with the name 'acme/none'.",
          },
        ],
      });
    }),
  );

  it(
    "show labels in the order asked for",
    onDouble(async (stage) => {
      for (const name of ["b", "a", "c"]) await stage.ask("POST", "/repos/acme/app/labels", { name });
      expect(
        await repoOf(
          stage,
          `made: ${labels("")} named: ${labels(", orderBy: {field: NAME, direction: DESC}")}`,
        ),
      ).toEqual({
        made: { totalCount: 3, nodes: [{ name: "b" }, { name: "a" }], pageInfo: { hasNextPage: true } },
        named: { totalCount: 3, nodes: [{ name: "c" }, { name: "b" }], pageInfo: { hasNextPage: true } },
      });
    }),
  );

  it(
    "lead from global ids back to repositories and pulls",
    onDouble(async ({ graphql, propose, ask, repo }) => {
      await propose();
      const { node_id: pull } = (await ask("GET", "/repos/acme/app/pulls/1")).json;
      const { node_id: home } = (await ask("GET", "/repos/acme/app")).json;
      const query = `query($pull: ID!, $repository: ID!) {
        pull: node(id: $pull) { id ... on PullRequest { number repository { nameWithOwner labels(first: 1) { totalCount } } } }
        repository: node(id: $repository) { ... on Repository { nameWithOwner } } none: node(id: "PR_x") { id } }`;
      expect(await graphql(query, { pull, repository: home })).toMatchObject({
        data: {
          pull: { id: pull, number: 1, repository: { nameWithOwner: "acme/app" } },
          repository: { nameWithOwner: "acme/app" },
          none: null,
        },
        errors: [{ type: "NOT_FOUND" }],
      });
      repo.flags.private = true;
      expect(await graphql(query, { pull, repository: home }, "ghs_none")).toMatchObject({
        message: "Bad credentials",
      });
    }),
  );

  it(
    "never answer null for what is not resolved",
    onDouble(
      async ({ graphql, double }) => {
        expect(await graphql(repository("stargazerCount"))).toMatchObject({
          data: { repository: null },
          errors: [{ message: expect.stringContaining("Repository.stargazerCount") }],
        });
        expect(
          await graphql(repository('pullRequests(first: 1, labels: ["x"]) { totalCount }')),
        ).toMatchObject({
          errors: [{ message: expect.stringContaining("Repository.pullRequests(labels:)") }],
        });
        expect(double.violations).toEqual([
          "GraphQL Repository.stargazerCount is not resolved",
          "GraphQL Repository.pullRequests(labels:) is not resolved",
        ]);
      },
      { violates: true },
    ),
  );

  it(
    "are refused for what GitHub refuses",
    onDouble(async ({ graphql, ask }) => {
      expect(await graphql("{ nope }")).toMatchObject({
        errors: [{ extensions: { code: "undefinedField" } }],
      });
      expect(await graphql(repository("issues { nodes { id } }"))).toMatchObject({
        errors: [{ type: "MISSING_PAGINATION_BOUNDARIES" }],
      });
      expect(await ask("POST", "/graphql", {})).toMatchObject({ status: 200, json: { errors: [{}] } });
      expect((await ask("POST", "/graphql", "{")).status).toBe(400);
      expect((await ask("POST", "/graphql", { query: "{ viewer { login } }" }, { token: null })).status).toBe(
        401,
      );
      expect(
        await ask("POST", "/graphql", { query: "{ viewer { login } }" }, { token: "bad" }),
      ).toMatchObject({
        status: 401,
        json: { message: "Bad credentials" },
      });
    }),
  );

  it(
    "get partial data above the limit of resources",
    onDouble(
      async ({ graphql }) => {
        const one = 'repository(owner: "acme", name: "app") { nameWithOwner }';
        expect(await graphql(`{ a: ${one} b: ${one} c: ${one} }`)).toMatchObject({
          data: { a: { nameWithOwner: "acme/app" }, b: { nameWithOwner: "acme/app" }, c: null },
          errors: [{ type: "RESOURCE_LIMITS_EXCEEDED", path: ["c"] }],
        });
      },
      { graphqlFieldLimit: 2 },
    ),
  );
});

function nodesOf(found: JsonObject): unknown[] {
  const nodes = at(found, "pullRequests", "nodes");
  return Array.isArray(nodes) ? nodes : [];
}

const ref = (branch: string) => `refs/heads/${branch}`;
const result = (name: string, state: string, isDraft: boolean) => ({
  data: { [name]: { pullRequest: { state, isDraft } } },
});

describe.concurrent("mutations", () => {
  it(
    "move and delete refs only from where they are expected",
    onDouble(async (stage) => {
      const { person, head } = stage;
      const { id } = await repoOf(stage, "id");
      const main = await head("main");
      const [one, two] = [await person.commit("one", { a: "1" }), await person.commit("two", { a: "2" })];
      const zero = "0".repeat(40);
      const update = (...refUpdates: JsonObject[]) =>
        mutate(stage, "updateRefs", { repositoryId: id, refUpdates });
      expect(await update({ name: ref("one"), beforeOid: two, afterOid: zero })).toMatchObject({
        errors: [{}],
      });
      expect(await person.head("one")).toBe(one);
      const across = await update({ name: ref("one"), beforeOid: one, afterOid: two });
      expect(across).toMatchObject({ data: { updateRefs: null }, errors: [{ path: ["updateRefs"] }] });
      const both = await update(
        { name: ref("three"), beforeOid: zero, afterOid: main },
        { name: ref("two"), beforeOid: one, afterOid: zero },
      );
      expect(both["errors"]).toHaveLength(1);
      expect(await person.head("three")).toBeNull();
      expect(
        await update(
          { name: ref("one"), beforeOid: one, afterOid: zero },
          { name: ref("main"), afterOid: two },
        ),
      ).toEqual({
        data: { updateRefs: { clientMutationId: null } },
      });
      expect([await person.head("one"), await person.head("main")]).toEqual([null, two]);
    }),
  );

  it(
    "close, reopen, and make drafts",
    onDouble(async (stage) => {
      await stage.propose();
      const pullRequestId = (await stage.ask("GET", "/repos/acme/app/pulls/1")).json["node_id"];
      const shown = "pullRequest { state isDraft }";
      const act = (name: string) => mutate(stage, name, { pullRequestId }, shown);
      expect(await act("convertPullRequestToDraft")).toEqual(
        result("convertPullRequestToDraft", "OPEN", true),
      );
      expect(await act("markPullRequestReadyForReview")).toEqual(
        result("markPullRequestReadyForReview", "OPEN", false),
      );
      expect(await act("closePullRequest")).toEqual(result("closePullRequest", "CLOSED", false));
      expect(await act("reopenPullRequest")).toEqual(result("reopenPullRequest", "OPEN", false));
      await act("closePullRequest");
      await stage.person.deleteBranch("work");
      expect(await act("reopenPullRequest")).toMatchObject({ errors: [{ type: "UNPROCESSABLE" }] });
      const unknown = await mutate(stage, "closePullRequest", { pullRequestId: "PR_x" });
      expect(unknown).toMatchObject({ errors: [{ type: "NOT_FOUND" }] });
    }),
  );

  it(
    "commit on a branch that has the expected head, signed",
    onDouble(async (stage) => {
      const main = await stage.head("main");
      const input = {
        branch: { repositoryNameWithOwner: "acme/app", branchName: "main" },
        expectedHeadOid: main,
        message: { headline: "Work", body: "More" },
        fileChanges: {
          additions: [{ path: "new/x", contents: Buffer.from("x\n").toString("base64") }],
          deletions: [{ path: "README.md" }],
        },
      };
      const shown =
        "commit { oid message signature { isValid } parents(first: 1) { nodes { oid } } } ref { name }";
      const made = await mutate(stage, "createCommitOnBranch", input, shown);
      expect(made).toMatchObject({
        data: {
          createCommitOnBranch: {
            commit: {
              message: "Work\n\nMore",
              signature: { isValid: true },
              parents: { nodes: [{ oid: main }] },
            },
            ref: { name: "main" },
          },
        },
      });
      expect([
        await stage.person.read("main", "new/x"),
        await stage.person.read("main", "README.md"),
      ]).toEqual(["x\n", null]);
      expect(await mutate(stage, "createCommitOnBranch", input)).toMatchObject({
        errors: [{ type: "STALE_DATA" }],
      });
    }),
  );

  it(
    "are forbidden in an archived repository, and without the permission",
    onDouble(async (stage) => {
      await stage.propose();
      const pullRequestId = (await stage.ask("GET", "/repos/acme/app/pulls/1")).json["node_id"];
      stage.hosting.users.allow("kim", "kim-token");
      const query =
        "mutation($id: ID!) { closePullRequest(input: {pullRequestId: $id}) { clientMutationId } }";
      expect(await stage.graphql(query, { id: pullRequestId }, "kim-token")).toMatchObject({
        errors: [{ type: "FORBIDDEN" }],
      });
      stage.repo.flags.archived = true;
      expect(await mutate(stage, "closePullRequest", { pullRequestId })).toMatchObject({
        errors: [{ type: "FORBIDDEN", message: expect.stringContaining("archived") }],
      });
    }),
  );
});
