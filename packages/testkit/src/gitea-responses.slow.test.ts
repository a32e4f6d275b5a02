import { describe, expect, it } from "vitest";
import { branch, valueOfWrite } from "./contract/harness.ts";
import { answerPatch } from "./contract/responses.ts";
import type { GiteaOptions } from "./gitea-double/index.ts";
import { giteaHarness } from "./gitea-harness.ts";
import { no, onReviewed, type Reviewed, yes } from "./hosted-responses.fixture.ts";

const on = (test: (stage: Reviewed) => Promise<void>, server: GiteaOptions = {}) =>
  onReviewed((files) => giteaHarness(files, server), test);

const listing = { method: "GET", path: /\/reviews$/ } as const;
const posting = { method: "POST", path: /\/reviews$/ } as const;

describe.concurrent("responses on Gitea", { timeout: 60_000 }, () => {
  it(
    "that the server calls stale are void, also where the head is back",
    on(async ({ answer, responses, person, proposed, proposals }) => {
      valueOfWrite(await answer(yes));
      await person.commit(branch, { a: "b" });
      await proposals();
      expect(await responses()).toMatchObject([{ ...yes, head: proposed, void: "stale" }]);
      await person.force(branch, proposed);
      await proposals();
      const [found] = await responses();
      expect(found).toMatchObject({ ...yes, head: proposed });
      expect(found).not.toHaveProperty("void");
    }),
  );

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
    }),
  );

  it(
    "are no comments and nothing that was only begun",
    on(async ({ put, responses }) => {
      put({ state: "changes_requested", body: "No" });
      put({ state: "comment", body: "Hm" });
      put({ state: "pending", body: "Yes", submittedAt: null });
      expect(await responses()).toMatchObject([{ by: "ada", action: "reject", message: "No" }]);
    }),
  );

  it.each([
    [0, 1],
    [50, 1],
    [51, 2],
    [120, 3],
  ])("of %i people cost %i requests", (count, requests) =>
    on(async ({ put, responses, double }) => {
      for (let each = 0; each < count; each += 1) put({ by: `user-${each}` });
      double.requests.clear();
      expect(await responses()).toHaveLength(count);
      expect(double.requests.entries.filter(({ path }) => listing.path.test(path))).toHaveLength(requests);
    })(),
  );

  it(
    "are whole where a server gives few a page, and counts what it does not show",
    on(
      async ({ put, responses }) => {
        for (let each = 0; each < 5; each += 1) {
          put({ by: `user-${each}` });
          put({ by: `other-${each}`, state: "pending", submittedAt: null });
        }
        expect((await responses()).map(({ by }) => by)).toEqual(
          [0, 1, 2, 3, 4].map((each) => `user-${each}`),
        );
      },
      { paging: { max: 3 } },
    ),
  );

  it(
    "are none where all there is is only begun",
    on(async ({ put, responses }) => {
      put({ state: "pending", submittedAt: null });
      expect(await responses()).toEqual([]);
    }),
  );

  it.each(["a page cannot be had", "one is taken away meanwhile"])("are unknown when %s", (what) =>
    on(async ({ put, forge, ref, double, hosting }) => {
      for (let each = 0; each < 60; each += 1) put({ by: `user-${each}` });
      const second = { ...listing, nth: 2 };
      const { pulls } = hosting.repo("pilot/one");
      if (what === "a page cannot be had")
        double.fail({ match: second, fault: { kind: "answer", status: 500 } });
      else
        double.before(second, async () => {
          const reviews = pulls.get(ref.number)?.reviews.slice(1) ?? [];
          pulls.patch(ref.number, { reviews });
        });
      expect(await forge.inspect(ref)).toMatchObject({ kind: "unknown" });
    })(),
  );
});

describe.concurrent("giving responses on Gitea", { timeout: 60_000 }, () => {
  it(
    "puts one review there, of exactly the head, however often it is asked for",
    on(async ({ answer, reviews, proposed }) => {
      for (let time = 0; time < 3; time += 1) valueOfWrite(await answer(yes));
      expect(reviews()).toMatchObject([{ by: "ada", state: "approved", body: "Fine", commit: proposed }]);
      valueOfWrite(await answer(no));
      valueOfWrite(await answer(yes));
      expect(reviews()).toHaveLength(3);
    }),
  );

  it(
    "stays with its head when somebody pushes in between",
    on(async ({ answer, responses, person, proposed, double, proposals }) => {
      double.before(posting, () => person.commit(branch, { a: "b" }));
      valueOfWrite(await answer(yes));
      await proposals();
      expect(await responses()).toMatchObject([{ ...yes, head: proposed, void: "stale" }]);
    }),
  );

  it(
    "is refused to who opened the proposal, with nothing sent",
    on(async ({ forge, ref, proposed, reviews, double }) => {
      const result = await forge.updateProposal(ref, answerPatch("bot", ref, proposed, yes));
      expect(result).toMatchObject({ kind: "rejected", reason: "ineligible" });
      expect(double.requests.entries.filter(({ path }) => posting.path.test(path))).toEqual([]);
      expect(reviews()).toEqual([]);
    }),
  );

  it(
    "whose answer is lost is unclear, and looking again tells",
    on(async ({ answer, responses, reviews, double }) => {
      double.fail({ match: posting, fault: { kind: "lost", by: "reset" } });
      expect(await answer(no)).toMatchObject({ kind: "unclear" });
      expect(await responses()).toMatchObject([no]);
      valueOfWrite(await answer(no));
      expect(reviews()).toHaveLength(1);
    }),
  );

  it.each([
    ["moved", { kind: "lost_race" }],
    ["stayed", { kind: "rejected", reason: "conflict" }],
  ])("that the server refuses is told by the head, which %s", (fate, result) =>
    on(async ({ answer, person, double, reviews }) => {
      double.before(posting, async () => {
        if (fate === "moved") await person.commit(branch, { a: "b" });
      });
      double.fail({ match: posting, fault: { kind: "answer", status: 422, body: '{"message":"no"}' } });
      expect(await answer(yes)).toMatchObject(result);
      expect(reviews()).toEqual([]);
    })(),
  );

  it(
    "costs few requests",
    on(async ({ answer, double, reviewers, forge }) => {
      double.requests.clear();
      valueOfWrite(await answer(yes));
      expect(
        double.requests.entries.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`),
      ).toEqual(["GET 1", "GET user", "GET reviews", "POST reviews"]);
      expect(reviewers).not.toContainEqual(expect.objectContaining({ forge }));
    }),
  );
});
