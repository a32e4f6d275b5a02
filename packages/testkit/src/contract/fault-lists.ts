/* oxlint-disable vitest/valid-expect, vitest/expect-expect -- one check serves every method */
import { expect } from "vitest";
import type { HttpFault } from "../hosting/index.ts";
import { memoryCache } from "../memory-cache.ts";
import { checkRead } from "./fault-checks.ts";
import { methods } from "./fault-methods.ts";
import type { Meeting, Pairs } from "./fault-pairs.ts";
import { type FaultFactory, type FaultStage, makeProposal, onFaultStage } from "./fault-stage.ts";
import { branch } from "./harness.ts";

/** Lists of GitHub that lack a page, and queries that are too big for it. */
export function describeLists(pairs: Pairs, factory: FaultFactory): void {
  pairs.test("missing page", "inspect", (meeting) =>
    onFaultStage(meeting.on(factory), async (stage) => {
      await makeProposal(stage);
      const call = await methods.inspect.aim(stage);
      const truth = await call(stage.newForge());
      stage.double.fail({
        match: { path: /graphql|compare/, times: 100 },
        fault: rewritten((key) => (key === "total_commits" ? 150 : isPage(key) ? true : undefined)),
      });
      const outcome = await call(stage.newForge());
      checkRead(outcome, truth, { read: ["incomplete"], write: [] }, true);
    }),
  );
  for (const isAnswered of [true, false])
    pairs.test(
      "missing page",
      "observe",
      (meeting) => onFaultStage(meeting.on(factory), (stage) => behindForks(stage, isAnswered)),
      isAnswered ? "ours is on the next one" : "and the next one cannot be had",
    );
  for (const fault of [502, "RESOURCE_LIMITS_EXCEEDED"] as const)
    pairs.test(
      "502 on a big query",
      "observe",
      (meeting) => onFaultStage(meeting.on(factory), (stage) => inSmallerOnes(stage, fault, meeting)),
      `as ${fault}: smaller ones are met with an answer`,
    );
}

/** How many repositories are asked for at once: more than the double then answers. */
const count = 45;

async function inSmallerOnes(
  { hosting, double, repo, newForge }: FaultStage,
  fault: 502 | "RESOURCE_LIMITS_EXCEEDED",
  meeting: Meeting,
): Promise<void> {
  const names = Array.from({ length: count - 1 }, (_, index) => `more-${index}`);
  const permissions = { bot: "write" as const };
  await hosting.add(
    Object.fromEntries(names.map((name) => [`pilot/${name}`, { files: { "README.md": name }, permissions }])),
  );
  if (double.settings === undefined) throw new Error("no settings");
  if (fault === 502)
    double.fail({
      match: { path: /graphql/, body: /^[^]{20000}/, times: 100 },
      fault: { kind: "answer", status: 502 },
    });
  else {
    double.settings.graphqlFieldLimit = 20;
    meeting.begin();
  }
  const queries = [repo, ...names.map((name) => ({ owner: "pilot", repo: name }))].map((each) => ({
    repo: each,
    files: ["README.md"],
    branches: [branch],
  }));
  const seen: string[] = [];
  for await (const found of newForge().observe(queries, memoryCache())) {
    expect(found.facts.kind, JSON.stringify(found.facts)).toBe("known");
    expect(found.files.get("README.md")).toMatchObject({ kind: "known", value: { kind: "file" } });
    seen.push(found.repo.repo);
  }
  expect(seen.length).toBe(count);
  expect(new Set(seen).size).toBe(count);
}

/** Forks fill the first page of proposals: those of the repository itself are asked for by name. */
async function behindForks(stage: FaultStage, isAnswered: boolean): Promise<void> {
  await makeProposal(stage);
  const call = await methods.observe.aim(stage);
  const truth = await call(stage.newForge());
  stage.double.fail({
    match: { path: /graphql/, body: /r0: repository/, times: 100 },
    fault: rewritten((key) => (key === "isCrossRepository" || isPage(key) ? true : undefined)),
  });
  if (!isAnswered)
    stage.double.fail({ match: { path: /\/pulls$/, times: 100 }, fault: { kind: "answer", status: 500 } });
  stage.double.requests.clear();
  const outcome = await call(stage.newForge());
  expect(stage.double.requests.entries.map(({ path }) => path)).toContain("/repos/pilot/one/pulls");
  checkRead(outcome, truth, { read: isAnswered ? [] : ["unreachable"], write: [] }, false);
  const list = outcome.kind === "read" ? outcome.facts.get(`proposals ${branch}`) : undefined;
  expect(list?.kind).toBe(isAnswered ? "known" : "unknown");
}

/** Names that say whether a list has more than it shows. */
function isPage(key: string): boolean {
  return key === "hasNextPage" || key === "hasPreviousPage";
}

/** JSON in which some values are others; `undefined` leaves them. */
function rewritten(other: (key: string) => unknown): HttpFault {
  const changed = (body: Uint8Array) => {
    const text = Buffer.from(body).toString("utf8");
    if (!text.startsWith("{")) return body;
    return Buffer.from(JSON.stringify(JSON.parse(text), (key, value: unknown) => other(key) ?? value));
  };
  return { kind: "rewrite", rewrite: (answer) => ({ ...answer, body: changed(answer.body) }) };
}
