import { execFileSync } from "node:child_process";
import type { RepoObservation, RepoQuery } from "@coulomb-loop/forge";
import { describe, expect, it } from "vitest";
import { branch, valueOf, valueOfWrite } from "./contract/harness.ts";
import { type GithubHarness, githubHarness } from "./github-harness.ts";
import { observed, propose, writeOf } from "./github-without-graphql.fixture.ts";
import { memoryCache } from "./memory-cache.ts";
import { personAt } from "./person.ts";

const file = ".kaizen/schedule.yml";
const files = { "README.md": "# Pilot\n", [file]: "cron: hourly\n" };

function pilots(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `pilot-${String(index).padStart(3, "0")}`);
}

/** A fleet of repositories in sync, and the queries of a run for them. */
async function on(
  count: number,
  test: (stage: GithubHarness, queries: readonly RepoQuery[]) => Promise<void>,
): Promise<void> {
  const stage = await githubHarness(files);
  const names = pilots(count);
  try {
    await stage.hosting.add(
      Object.fromEntries(names.map((name) => [`pilot/${name}`, { files, permissions: { bot: "write" } }])),
    );
    await test(
      stage,
      names.map((repo) => ({
        repo: { owner: "pilot", repo },
        files: [file],
        branches: [branch],
        sparing: headOf(stage, repo),
      })),
    );
  } finally {
    await stage.close();
  }
}

/** The head under which a pilot was remembered. */
function headOf({ hosting }: GithubHarness, repo: string): string {
  return execFileSync("git", ["-C", hosting.repo(`pilot/${repo}`).path, "rev-parse", "main"], {
    encoding: "utf8",
  }).trim();
}

function withoutSparing({ sparing: _sparing, ...query }: RepoQuery): RepoQuery {
  return query;
}

/** Requests since the last call, by kind. */
function taken({ double }: GithubHarness): { readonly graphql: number; readonly rest: number } {
  const all = double.requests.entries.length;
  const graphql = double.requests.entries.filter(({ path }) => path === "/graphql").length;
  double.requests.clear();
  return { graphql, rest: all - graphql };
}

function reasons(found: ReadonlyMap<string, RepoObservation>): readonly string[] {
  return [
    ...new Set(
      [...found.values()].map(({ facts }) => (facts.kind === "unknown" ? facts.reason : facts.kind)),
    ),
  ];
}

describe("requests of a run that reads by REST", () => {
  it.each([
    { graphql: "gone", documents: 4 },
    { graphql: "broken", documents: 16 },
  ] as const)(
    "where GraphQL is $graphql: at most $documents documents, and three requests a repo",
    ({ graphql, documents }) =>
      on(120, async (stage, queries) => {
        const cache = memoryCache();
        await observed(stage.newForge(), queries, cache);
        expect(taken(stage).graphql, "the run before").toBeLessThanOrEqual(6);
        stage.double.settings.graphql = graphql;
        const forge = stage.newForge();
        const found = await observed(forge, queries, cache);
        expect([...found.values()].every(({ idle }) => idle === true)).toBe(true);
        const asked = taken(stage);
        expect(asked.graphql).toBeLessThanOrEqual(documents);
        expect(asked.rest).toBe(queries.length * 3);
        await observed(forge, queries, cache);
        expect(taken(stage), "later in the run").toEqual({ graphql: 0, rest: queries.length * 3 });
      }),
  );

  it("are four where its proposals are asked for, and more where it changed", () =>
    on(1, async (stage, queries) => {
      const cache = memoryCache();
      await observed(stage.newForge(), queries, cache);
      stage.double.settings.graphql = "gone";
      const forge = stage.newForge();
      taken(stage);
      const full = queries.map((query) => withoutSparing(query));
      const found = await observed(forge, full, cache);
      expect(taken(stage)).toEqual({ graphql: 1, rest: 4 });
      expect(found.get("pilot-000")?.proposals.get(branch)).toMatchObject({ kind: "known", value: [] });
      await personAt(stage.hosting.repo("pilot/pilot-000").path).commit("main", { [file]: "cron: daily\n" });
      const changed = await observed(forge, queries, cache);
      expect(changed.get("pilot-000")).not.toHaveProperty("idle");
      // The commit, two folders, the file, and the list of proposals.
      expect(taken(stage)).toEqual({ graphql: 0, rest: 8 });
    }));

  it("are only those of the repos over which GraphQL breaks down", () =>
    on(60, async (stage, queries) => {
      stage.double.fail({
        match: { path: /graphql/, body: /pilot-007/, times: 1000 },
        fault: { kind: "answer", status: 502 },
      });
      const forge = stage.newForge();
      expect(reasons(await observed(forge, queries))).toEqual(["known"]);
      const repos = new Set(
        stage.double.requests.entries.flatMap(({ path }) => /^\/repos\/pilot\/([^/]+)/.exec(path)?.[1] ?? []),
      );
      expect(repos.has("pilot-007")).toBe(true);
      expect(repos.size).toBeLessThanOrEqual(15);
      expect(forge.capabilities.readBatch).toBe(50);
    }));
});

/** An error of GraphQL over a limit: GitHub has two names for its type. */
const limitOf = (type?: string) => ({ message: "API rate limit already exceeded", type });

describe("what REST is not asked for", () => {
  it.each([
    { status: 401, answer: { message: "Bad credentials" }, reason: "no_access" },
    { status: 403, answer: { message: "Forbidden" }, reason: "no_access" },
    { status: 429, answer: { message: "Too Many Requests" }, reason: "rate_limited" },
    { status: 200, answer: { data: null, errors: [limitOf("RATE_LIMITED")] }, reason: "rate_limited" },
    { status: 200, answer: { errors: [limitOf("RATE_LIMIT")] }, reason: "rate_limited" },
    { status: 200, answer: { errors: [limitOf()] }, left: "0", reason: "rate_limited" },
  ])("a repo of which GraphQL answers $status $answer: $reason", ({ status, answer, left, reason }) =>
    on(3, async (stage, queries) => {
      stage.double.fail({
        match: { path: /graphql/, times: 1000 },
        fault: {
          kind: "answer",
          status,
          headers: {
            "content-type": "application/json",
            ...(left === undefined ? {} : { "x-ratelimit-remaining": left }),
          },
          body: JSON.stringify(answer),
        },
      });
      expect(reasons(await observed(stage.newForge(), queries))).toEqual([reason]);
      expect(taken(stage)).toEqual({ graphql: 1, rest: 0 });
    }),
  );

  it("what GraphQL refuses when nothing is left of its limit: it is an answer", () =>
    on(1, async (stage, queries) => {
      stage.double.fail({
        match: { path: /graphql/, times: 1000 },
        fault: {
          kind: "answer",
          status: 200,
          headers: { "content-type": "application/json", "x-ratelimit-remaining": "0" },
          body: JSON.stringify({
            data: { r0: null },
            errors: [{ type: "NOT_FOUND", message: "Could not resolve", path: ["r0"] }],
          }),
        },
      });
      expect(reasons(await observed(stage.newForge(), queries))).toEqual(["not_found"]);
    }));

  it("the rest of a fleet once a limit is met, nor where nothing answers", () =>
    on(60, async (stage, queries) => {
      stage.double.settings.graphql = "gone";
      stage.double.settings.hourlyLimit = 40;
      const limited = await observed(stage.newForge(), queries);
      expect(reasons(limited)).toContain("rate_limited");
      const times = [...limited.values()].flatMap(({ facts }) =>
        facts.kind === "unknown" ? [facts.retryAt] : [],
      );
      expect(times.filter((at) => at === undefined)).toEqual([]);
      expect(taken(stage).rest).toBeLessThan(40 + 8 * 3);
      stage.double.settings.hourlyLimit = 5000;
      stage.double.fail({ match: { path: /^\/repos/, times: 1000 }, fault: { kind: "reset" } });
      expect(reasons(await observed(stage.newForge(), queries))).toEqual(["unreachable"]);
      expect(taken(stage).rest).toBeLessThan(20);
    }));
});

describe("the first limit or refused token stops all that is left", () => {
  const parts = [/matching-refs/, /git\/commits/, /git\/trees/, /git\/blobs/, /\/pulls$/, /pilot-\d+$/];

  it.each(
    parts.flatMap((path) => [
      { path, status: 429, reason: "rate_limited" },
      { path, status: 401, reason: "no_access" },
    ]),
  )("$status of $path", ({ path, status, reason }) =>
    on(60, async (stage, queries) => {
      stage.double.settings.graphql = "gone";
      await stage.hosting.add({ "other/one": { files, permissions: { bot: "write" } } });
      const others: RepoQuery = { repo: { owner: "other", repo: "one" }, files: [file], branches: [branch] };
      const headers = { "content-type": "application/json", "retry-after": "60" };
      const body = JSON.stringify({ message: "Not now" });
      // Each request after this one would be answered.
      stage.double.fail({ match: { path }, fault: { kind: "answer", status, headers, body } });
      const full = queries.map((query) => withoutSparing(query));
      const found = await observed(stage.newForge(), [...full, others]);
      const asked = stage.double.requests.entries;
      expect(asked.some((each) => path.test(each.path))).toBe(true);
      expect(found.get("one")?.facts).toMatchObject({ kind: "unknown", reason });
      expect(asked.filter((each) => each.path.startsWith("/repos/other"))).toEqual([]);
      const repos = new Set(asked.flatMap((each) => /^\/repos\/pilot\/([^/]+)/.exec(each.path)?.[1] ?? []));
      expect(repos.size).toBeLessThanOrEqual(16);
      const left = full.filter(({ repo }) => !repos.has(repo.repo));
      const facts = left.map(({ repo }) => found.get(repo.repo)?.facts);
      for (const fact of facts) expect(fact).toMatchObject({ kind: "unknown", reason });
    }),
  );
});

/** One repository, and a forge that knows nothing yet, where GraphQL is switched off after what is done `before`. */
async function off(
  test: (stage: GithubHarness) => Promise<void>,
  before?: (stage: GithubHarness) => Promise<unknown>,
): Promise<void> {
  await on(0, async (stage) => {
    await before?.(stage);
    stage.double.settings.graphql = "gone";
    await test({ ...stage, forge: stage.newForge() });
  });
}

describe("writes where GraphQL is switched off", () => {
  it("a proposal is opened on a branch that was not there, changed in words, and closed", () =>
    off(async (stage) => {
      const { head, ...ref } = await propose(stage, "one", { draft: true });
      expect(await stage.person.head(branch)).toBe(head);
      expect(valueOfWrite(await stage.forge.advanceBranch(await writeOf(stage, "one")))).toBe(head);
      const patch = { title: "New", body: "New body\n", labels: ["a"], state: "closed", time: 0 } as const;
      const status = { context: "c", state: "success", description: "d", head } as const;
      valueOfWrite(await stage.forge.updateProposal(ref, { ...patch, comment: "Words", status }));
      stage.double.settings.graphql = "on";
      const found = await observed(stage.newForge(), [{ repo: stage.repo, files: [], branches: [branch] }]);
      expect(valueOf(found.get("one")?.proposals.get(branch))).toMatchObject([
        { title: "New", body: "New body\n", labels: ["a"], state: "closed", draft: true },
      ]);
      const detail = valueOf(await stage.newForge().inspect(ref));
      expect(detail.comments.map(({ body }) => body)).toEqual(["Look", "Words"]);
      expect(detail.statuses).toEqual([status]);
    }));

  it("a branch that appeared meanwhile is left alone", () =>
    off(async (stage) => {
      const write = await writeOf(stage, "one");
      stage.double.before({ method: "POST", path: /\/git\/refs$/ }, () =>
        stage.person.commit(branch, { theirs: "1\n" }),
      );
      expect(await stage.forge.advanceBranch(write)).toEqual({ kind: "lost_race" });
      expect(await stage.person.read(branch, "theirs")).toBe("1\n");
    }));

  it("a branch that is there is neither moved nor deleted, and a draft stays one", () =>
    off(
      async (stage) => {
        const { forge, repo, person } = stage;
        const head = await person.head(branch);
        if (head === null) throw new Error("there is no branch");
        const refused = { kind: "rejected", reason: "unsupported", hint: expect.stringContaining("GraphQL") };
        expect(await forge.advanceBranch(await writeOf(stage, "one", head))).toMatchObject(refused);
        expect(await forge.deleteBranch({ repo, branch }, head)).toMatchObject(refused);
        const ref = { repo, branch, number: 1 };
        expect(await forge.updateProposal(ref, { draft: true, time: 0 })).toMatchObject(refused);
        expect(await person.head(branch)).toBe(head);
        // The merge itself is bound to the head; what is left is said.
        expect(await forge.mergeProposal(ref, head, 0)).toMatchObject({
          kind: "unclear",
          message: expect.stringContaining("its branch is not deleted"),
        });
        expect(await person.head(branch)).toBe(head);
        expect(await person.read("main", file)).toContain("daily");
      },
      (stage) => propose(stage, "one"),
    ));

  it.each(["RATE_LIMIT", "RATE_LIMITED"])(
    "a limit that GraphQL calls %s is waited for by who writes",
    (type) =>
      on(0, async (stage) => {
        const head = await stage.person.commit(branch, { theirs: "1\n" });
        const body = JSON.stringify({ errors: [{ type, message: "API rate limit already exceeded" }] });
        stage.double.fail({
          match: { path: /graphql/, body: /mutation/, times: 9 },
          fault: { kind: "answer", status: 200, headers: { "content-type": "application/json" }, body },
        });
        expect(await stage.forge.deleteBranch({ repo: stage.repo, branch }, head)).toMatchObject({
          kind: "retry_at",
        });
      }),
  );

  it("the account is told, and that GraphQL is away, until it answers again", () =>
    off(async ({ forge, double }) => {
      const identity = valueOf(await forge.check());
      expect(identity).toMatchObject({
        login: "bot",
        remarks: [{ message: expect.stringContaining("GraphQL") }],
      });
      expect(forge.capabilities).toMatchObject({ readBatch: 1 });
      double.settings.graphql = "on";
      expect(valueOf(await forge.check())).toMatchObject({ login: "bot", remarks: [] });
      expect(forge.capabilities).toMatchObject({ readBatch: 50 });
    }));
});
