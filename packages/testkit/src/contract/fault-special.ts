/* oxlint-disable vitest/no-conditional-expect, vitest/valid-expect, vitest/expect-expect -- one check serves every method, and says which fact failed */
import { describe, expect, it } from "vitest";
import { memoryCache } from "../memory-cache.ts";
import { checkRead, ended, wordOf } from "./fault-checks.ts";
import { methodNames, methods } from "./fault-methods.ts";
import { createGate } from "./gate.ts";
import { type FaultFactory, makeBranch, makeProposal, onFaultStage, type Outcome } from "./fault-stage.ts";
import { stateOf } from "./fault-state.ts";
import { branch } from "./harness.ts";

/** Names of the suites in this file, which rows of the matrix refer to. */
export const specialSuites: readonly string[] = [
  "a closed port",
  "an empty repository",
  "no default branch",
  "lag",
  "long lists",
  "big queries",
  "people",
];

/** Faults that need more than a rule for requests. */
export function describeSpecial(kind: "gitea" | "github", factory: FaultFactory): void {
  describe.concurrent(`${kind} in special states`, { timeout: 120_000 }, () => {
    describePort(factory);
    describeNothingThere(factory);
    if (kind === "gitea") describeGiteaLists(factory);
    else describeGithubLists(factory);
  });
}

function describePort(factory: FaultFactory): void {
  it.each(methodNames)("a closed port: %s", (name) =>
    onFaultStage(factory, async (stage) => {
      const method = methods[name];
      await method.prepare(stage);
      const before = await stateOf(stage);
      const call = await method.aim(stage);
      const gate = await createGate(stage.double.url);
      try {
        const forge = stage.newForge({ url: gate.url, timeoutMs: 20_000 });
        await gate.shut();
        const outcome = await ended(call(forge), 30_000);
        if (outcome.kind === "write") expect(outcome.result).toMatchObject({ kind: "retry_at" });
        else {
          expect([...outcome.facts.values()].map((fact) => fact.kind === "unknown" && fact.reason)).toEqual(
            [...outcome.facts].map(() => "unreachable"),
          );
        }
        expect(await stateOf(stage)).toEqual(before);
        await gate.open();
        const next = await call(forge);
        if (next.kind === "write") expect(next.result).toMatchObject({ kind: "done" });
        else checkRead(next, await call(stage.newForge()), { read: [], write: [] }, false);
      } finally {
        await gate.shut();
      }
    }),
  );
}

function describeNothingThere(factory: FaultFactory): void {
  it.each(["empty", "without the branch that HEAD names"])(
    "a repository %s is ineligible, and takes no proposal",
    (what) =>
      onFaultStage(factory, async (stage) => {
        const { hosted, person, repo, base } = stage;
        if (what === "empty") for (const name of ["main", "people/work"]) await person.deleteBranch(name);
        else await hosted.refs.setHeadRef("refs/heads/nowhere");
        const forge = stage.newForge();
        for await (const found of forge.observe(
          [{ repo, files: ["README.md"], branches: [branch] }],
          memoryCache(),
        )) {
          expect(found.facts).toMatchObject({
            kind: "known",
            value: { head: null, eligible: { ok: false, reason: "empty" } },
          });
          expect(found.files.get("README.md")).toMatchObject({ kind: "unknown" });
        }
        const before = await stateOf(stage);
        const draft = {
          repo,
          branch,
          base: "main",
          head: base,
          title: "x",
          body: "",
          draft: false,
          labels: [],
          time: 0,
        };
        expect(await forge.openProposal(draft)).toMatchObject({
          kind: expect.stringMatching(/^(?:rejected|lost_race)$/),
        });
        expect(await forge.deleteBranch({ repo, branch }, base)).toMatchObject({
          kind: expect.stringMatching(/^(?:done|rejected|lost_race)$/),
        });
        expect(await stateOf(stage)).toEqual(before);
        const write = { repo, branch, expected: null, base: null, mergeBase: false, message: "x", time: 0 };
        const files = [{ path: "a", content: Buffer.from("a") }];
        // git pushes into an empty repository; an API that cannot says so, and for good.
        const result = await forge.advanceBranch({ ...write, files });
        expect(["done", "rejected/ineligible"], JSON.stringify(result)).toContain(wordOf(result));
        const { heads } = await stateOf(stage);
        expect(branch in heads).toBe(result.kind === "done");
      }),
  );

  it.each(["inspect", "updateProposal", "mergeProposal", "advanceBranch"] as const)(
    "HEAD names a branch that is not there: %s",
    (name) =>
      onFaultStage(factory, async (stage) => {
        const method = methods[name];
        await method.prepare(stage);
        const call = await method.aim(stage);
        await stage.hosted.refs.setHeadRef("refs/heads/nowhere");
        const outcome: Outcome = await ended(call(stage.newForge()), 30_000);
        if (outcome.kind === "write") expect(outcome.result.kind).toMatch(/^(?:done|rejected)$/);
        else
          checkRead(
            outcome,
            await call(stage.newForge()),
            { read: ["incomplete", "not_found"], write: [] },
            false,
          );
      }),
  );
}

function describeGiteaLists(factory: FaultFactory): void {
  it("lag: a list that lacks the proposal just opened does not hide it", () =>
    onFaultStage(factory, async (stage) => {
      await makeBranch(stage);
      const forge = stage.newForge();
      const open = await methods.openProposal.aim(stage);
      await open(forge);
      stage.double.fail({
        match: { method: "GET", path: /\/pulls$/, times: 2 },
        fault: { kind: "stale", writes: 1 },
      });
      for await (const found of forge.observe(
        [{ repo: stage.repo, files: [], branches: [branch] }],
        memoryCache(),
      )) {
        const list = found.proposals.get(branch);
        if (list?.kind === "known") expect(list.value).toMatchObject([{ state: "open", ref: { number: 1 } }]);
        else expect(list).toMatchObject({ kind: "unknown", reason: "incomplete" });
      }
    }));
}

function describeGithubLists(factory: FaultFactory): void {
  it.each([1, 2])("lag: %s reads do not see what was just written, and nothing is taken for gone", (lag) =>
    onFaultStage(factory, async (stage) => {
      const { double, repo, person } = stage;
      if (double.settings === undefined) throw new Error("no settings");
      await makeBranch(stage);
      const forge = stage.newForge();
      double.settings.lag = lag;
      await (await methods.openProposal.aim(stage))(forge);
      const ref = { repo, branch, number: 1 };
      const time = 2_000_000_000_000;
      double.settings.lag = 0;
      expect(await forge.updateProposal(ref, { title: "New", draft: false, time })).toMatchObject({
        kind: "done",
      });
      for await (const found of forge.observe([{ repo, files: [], branches: [branch] }], memoryCache()))
        expect(found.proposals.get(branch)).toMatchObject({ kind: "known", value: [{ title: "New" }] });
      expect(await forge.mergeProposal(ref, (await person.head(branch)) ?? "", time)).toMatchObject({
        kind: "done",
      });
    }),
  );

  it.each(["inspect", "mergeProposal", "observe", "advanceBranch", "deleteBranch"] as const)(
    "lag: %s right after a proposal was opened",
    (name) =>
      onFaultStage(factory, async (stage) => {
        const { double, person, repo } = stage;
        if (double.settings === undefined) throw new Error("no settings");
        const head = await makeBranch(stage);
        const forge = stage.newForge();
        double.settings.lag = 2;
        const draft = {
          repo,
          branch,
          base: "main",
          head,
          title: "T",
          body: "B\n",
          draft: false,
          labels: ["a"],
          time: 0,
        };
        const opened = await forge.openProposal(draft);
        if (opened.kind !== "done") throw new Error(JSON.stringify(opened));
        const later = 2_000_000_000_000;
        if (name === "inspect") expect(await forge.inspect(opened.value)).toMatchObject({ kind: "known" });
        if (name === "mergeProposal")
          expect(await forge.mergeProposal(opened.value, head, later)).toMatchObject({ kind: "done" });
        if (name === "observe")
          for await (const found of forge.observe([{ repo, files: [], branches: [branch] }], memoryCache()))
            expect(found.proposals.get(branch)).toMatchObject({ kind: "known", value: [{ state: "open" }] });
        if (name === "advanceBranch") {
          const files = [{ path: "a", content: Buffer.from("a") }];
          const write = {
            repo,
            branch,
            expected: head,
            base: head,
            mergeBase: false,
            files,
            message: "x\n",
            time: 0,
          };
          expect(await forge.advanceBranch(write)).toMatchObject({ kind: "done" });
        }
        if (name === "deleteBranch") {
          const { revision = "" } = opened.value;
          // An open proposal that is not to be seen must keep its branch, or be the one that was read.
          const deleted = await forge.deleteBranch({ repo, branch, revision: `${revision}x` }, head);
          expect(deleted).toEqual({ kind: "lost_race" });
          expect(await person.head(branch)).toBe(head);
        }
      }),
  );

  it("lag: stale lists do not hide what was just opened", () =>
    onFaultStage(factory, async (stage) => {
      const { double, repo } = stage;
      await makeBranch(stage);
      const forge = stage.newForge();
      await (await methods.openProposal.aim(stage))(forge);
      double.fail({ match: { path: /graphql|pulls$/, times: 3 }, fault: { kind: "stale", writes: 2 } });
      for await (const found of forge.observe([{ repo, files: [], branches: [branch] }], memoryCache()))
        expect(found.proposals.get(branch)).toMatchObject({ kind: "known", value: [{ state: "open" }] });
    }));

  it.each(["observe", "inspect"] as const)(
    "long lists: %s knows nothing of a list that lacks entries",
    (name) =>
      onFaultStage(factory, async (stage) => {
        await makeProposal(stage);
        const call = await methods[name].aim(stage);
        const truth = await call(stage.newForge());
        stage.double.fail({
          match: { path: /graphql|compare/, times: 100 },
          fault: {
            kind: "rewrite",
            rewrite: (answer) => ({ ...answer, body: Buffer.from(shortened(answer.body)) }),
          },
        });
        checkRead(await call(stage.newForge()), truth, { read: ["incomplete"], write: [] }, false);
      }),
  );

  it.each([502, "RESOURCE_LIMITS_EXCEEDED"] as const)("big queries: %s is met with smaller ones", (fault) =>
    onFaultStage(factory, async (stage) => {
      const { hosting, double, repo } = stage;
      const names = Array.from({ length: 44 }, (_, index) => `more-${index}`);
      await hosting.add(
        Object.fromEntries(
          names.map((name) => [
            `pilot/${name}`,
            { files: { "README.md": name }, permissions: { bot: "write" as const } },
          ]),
        ),
      );
      if (double.settings === undefined) throw new Error("no settings");
      if (fault === 502)
        double.fail({
          match: { path: /graphql/, body: /^[^]{20000}/, times: 100 },
          fault: { kind: "answer", status: 502 },
        });
      else double.settings.graphqlFieldLimit = 20;
      const queries = [repo, ...names.map((name) => ({ owner: "pilot", repo: name }))].map((each) => ({
        repo: each,
        files: ["README.md"],
        branches: [branch],
      }));
      const seen: string[] = [];
      for await (const found of stage.newForge().observe(queries, memoryCache())) {
        expect(found.facts.kind, JSON.stringify(found.facts)).toBe("known");
        expect(found.files.get("README.md")).toMatchObject({ kind: "known", value: { kind: "file" } });
        seen.push(found.repo.repo);
      }
      expect(seen.length).toBe(45);
      expect(new Set(seen).size).toBe(45);
    }),
  );
}

/** An answer whose lists of comments, files and proposals say that there is more than they have. */
function shortened(body: Uint8Array): string {
  const text = Buffer.from(body).toString("utf8");
  if (!text.startsWith("{")) return text;
  return JSON.stringify(JSON.parse(text), (key, value: unknown) => {
    if (key === "hasNextPage" || key === "hasPreviousPage") return true;
    if (key === "total_commits") return 150;
    return value;
  });
}
