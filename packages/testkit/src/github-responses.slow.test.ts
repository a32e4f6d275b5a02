import { describe, expect, it } from "vitest";
import { branch, valueOfWrite } from "./contract/harness.ts";
import { answerPatch } from "./contract/responses.ts";
import type { GithubDoubleOptions } from "./github-double/index.ts";
import { githubHarness } from "./github-harness.ts";
import { no, onReviewed, type Reviewed, yes } from "./hosted-responses.fixture.ts";

const ways = [
  ["GraphQL", {}],
  ["REST", { graphql: "no_reads" }],
] as const satisfies readonly (readonly [string, GithubDoubleOptions])[];

const on = (test: (stage: Reviewed) => Promise<void>, server: GithubDoubleOptions = {}) =>
  onReviewed((files) => githubHarness(files, server), test);

const posting = { method: "POST", path: /\/reviews$/ } as const;

/** Requests of lists of reviews and events since the log was cleared. */
function lists({ double }: Reviewed): readonly string[] {
  const paths = double.requests.entries.filter(({ method }) => method === "GET").map(({ path }) => path);
  return paths.flatMap((path) => /(?:pulls|issues)\/1\/(reviews|events)$/.exec(path)?.[1] ?? []);
}

describe.concurrent.each(ways)("responses on GitHub by %s", { timeout: 60_000 }, (way, server) => {
  const isRest = way === "REST";

  it(
    "to a merged proposal are those that it was merged on",
    on(async ({ answer, forge, put, ref, proposed, responses, hosting }) => {
      valueOfWrite(await answer(yes));
      const [given] = await responses();
      valueOfWrite(await forge.mergeProposal(ref, proposed, hosting.clock()));
      put({
        by: given?.by ?? "",
        state: "changes_requested",
        body: "No",
        submittedAt: hosting.clock() + 60_000,
      });
      put({ by: "late", submittedAt: hosting.clock() + 60_000 });
      expect(await responses()).toEqual([given]);
    }, server),
  );

  it(
    "are no comments and nothing that was only begun",
    on(async ({ put, responses }) => {
      put({ state: "changes_requested", body: "No" });
      put({ state: "comment", body: "Hm" });
      put({ state: "pending", body: "Yes", submittedAt: null });
      expect(await responses()).toMatchObject([{ by: "ada", action: "reject", message: "No" }]);
    }, server),
  );

  it.each([
    [0, isRest ? 1 : 0],
    [100, isRest ? 1 : 0],
    [101, 2],
    [230, 3],
  ])("of %i people cost %i requests more", (count, requests) =>
    on(async (stage) => {
      for (let each = 0; each < count; each += 1) stage.put({ by: `user-${each}` });
      stage.double.requests.clear();
      expect(await stage.responses()).toHaveLength(count);
      expect(lists(stage)).toEqual(Array.from({ length: requests }, () => "reviews"));
    }, server)(),
  );

  it(
    "that were dismissed are told as what they were, which costs a look where REST is asked",
    on(async (stage) => {
      const { put, responses, double } = stage;
      put({ by: "ada", dismissed: true });
      put({ by: "ben", state: "changes_requested", body: "No", dismissed: true });
      put({ by: "eve", dismissed: true });
      put({ by: "eve", state: "changes_requested", body: "Now" });
      double.requests.clear();
      expect(await responses()).toMatchObject([
        { by: "ada", action: "approve", void: "dismissed" },
        { by: "ben", action: "reject", message: "No", void: "dismissed" },
        { by: "eve", action: "reject", message: "Now" },
      ]);
      expect(lists(stage)).toEqual(isRest ? ["reviews", "events"] : []);
    }, server),
  );

  it(
    "of a commit that is gone have no head",
    on(async ({ put, responses, hosting }) => {
      put({ by: hosting.users.ghost.login, commit: "f".repeat(40) });
      const head = isRest ? "f".repeat(40) : "0".repeat(40);
      expect(await responses()).toMatchObject([{ action: "approve", head }]);
    }, server),
  );

  it.each(["reviews", "events"])("are unknown when a page of %s cannot be had", (what) =>
    on(async ({ put, double, forge, ref }) => {
      for (let each = 0; each < 120; each += 1) put({ by: `user-${each}`, dismissed: true });
      const match = { method: "GET", path: new RegExp(`/${what}$`), nth: 2 };
      double.fail({ match, fault: { kind: "answer", status: 500 } });
      expect(await forge.inspect(ref)).toMatchObject({ kind: "unknown" });
    }, server)(),
  );

  it(
    "are one review each, of exactly the head, however often they are given",
    on(async ({ answer, reviews, proposed }) => {
      for (let time = 0; time < 3; time += 1) valueOfWrite(await answer(yes));
      expect(reviews()).toMatchObject([{ by: "ada", state: "approved", body: "Fine", commit: proposed }]);
      valueOfWrite(await answer(no));
      valueOfWrite(await answer(yes));
      expect(reviews()).toHaveLength(3);
    }, server),
  );

  it(
    "stay with their head when somebody pushes in between",
    on(async ({ answer, responses, person, proposed, double, proposals }) => {
      double.before(posting, () => person.commit(branch, { a: "b" }));
      valueOfWrite(await answer(yes));
      expect(await proposals()).not.toMatchObject([{ head: proposed }]);
      expect(await responses()).toMatchObject([{ ...yes, head: proposed }]);
    }, server),
  );

  it(
    "are a lost race when somebody puts the branch elsewhere in between",
    on(async ({ answer, person, double, reviews, head }) => {
      const main = await head();
      double.before(posting, async () => {
        await person.force(branch, main);
        await person.commit(branch, { a: "b" });
      });
      expect(await answer(yes)).toEqual({ kind: "lost_race" });
      expect(reviews()).toEqual([]);
    }, server),
  );

  it(
    "are refused to who opened the proposal, with nothing sent",
    on(async ({ forge, ref, proposed, reviews, double }) => {
      const result = await forge.updateProposal(ref, answerPatch("bot", ref, proposed, yes));
      expect(result).toMatchObject({ kind: "rejected", reason: "ineligible" });
      const sent = double.requests.entries.filter(({ method }) => method === "POST").map(({ path }) => path);
      expect(sent.filter((path) => posting.path.test(path))).toEqual([]);
      expect(reviews()).toEqual([]);
    }, server),
  );

  it(
    "whose answer is lost are unclear, and looking again tells",
    on(async ({ answer, responses, reviews, double }) => {
      double.fail({ match: posting, fault: { kind: "lost", by: 502 } });
      expect(await answer(no)).toMatchObject({ kind: "unclear" });
      expect(await responses()).toMatchObject([no]);
      valueOfWrite(await answer(no));
      expect(reviews()).toHaveLength(1);
    }, server),
  );
});

describe.concurrent("what a response costs on GitHub", { timeout: 60_000 }, () => {
  it(
    "is a look, the account's name once, and a review",
    on(async ({ answer, double }) => {
      double.requests.clear();
      valueOfWrite(await answer(yes));
      const sent = double.requests.entries.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`);
      expect(sent).toEqual(["POST graphql", "POST graphql", "POST reviews"]);
      double.requests.clear();
      valueOfWrite(await answer(no));
      expect(double.requests.entries).toHaveLength(2);
    }),
  );
});
