import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createHosting, type Hosting } from "../hosting/index.ts";
import { manualClock } from "../manual-clock.ts";
import { octokitAt } from "./double-stage.fixture.ts";
import { createGithubDouble, type GithubDouble } from "./github-double.ts";
import { isObject } from "./json.ts";

const branch = "refs/heads/coulomb/pilot/schedule-x";
const aliases = 50;

/** What an adapter asks of each repository: facts, blob ids of two paths, a branch, its pulls. */
const fields = `fragment facts on Repository { id databaseId nameWithOwner isArchived isDisabled isEmpty isMirror isLocked
  viewerPermission defaultBranchRef { name target { oid } }
  a: object(expression: "HEAD:.kaizen/schedule.yml") { oid ... on Blob { text } } b: object(expression: "HEAD:nope") { oid }
  ref(qualifiedName: "${branch}") { target { oid } }
  pullRequests(headRefName: "coulomb/pilot/schedule-x", first: 5) { nodes { number state headRefOid isCrossRepository } } }`;

async function withFleet(
  count: number,
  test: (double: GithubDouble, names: readonly string[], hosting: Hosting) => Promise<void>,
): Promise<void> {
  const clock = manualClock();
  const hosting = createHosting({ clock: clock.now, detectsManualMerge: true });
  const names = Array.from({ length: count }, (_, index) => `r${index}`);
  const files = { ".kaizen/schedule.yml": "version: 1\n", "README.md": "# Pilot\n" };
  await hosting.add(Object.fromEntries(names.map((name) => [`acme/${name}`, { files }])));
  hosting.users.allow("acme", "pat-token");
  const double = await createGithubDouble(hosting);
  try {
    await test(double, names, hosting);
    expect([double.violations, double.crashes]).toEqual([[], []]);
  } finally {
    await double.close();
    hosting.remove();
  }
}

/** Runs an act and answers with the processes it started. */
async function processesOf(act: () => Promise<void>): Promise<unknown[]> {
  const started: unknown[] = [];
  const note = (message: unknown) => started.push(message);
  subscribe("child_process", note);
  try {
    await act();
  } finally {
    unsubscribe("child_process", note);
  }
  return started;
}

const servers = () => process.getActiveResourcesInfo().filter((name) => name === "TCPServerWrap").length;

/** Open servers, after some turns of the loop: a handle is given back later than its callback. */
async function settled(): Promise<number> {
  for (let turn = 0; turn < 1_000 && servers() > 0; turn += 1) await setImmediate();
  return servers();
}

describe("a double of many repositories", () => {
  it("is read in queries of fifty without a process, for one point each", { timeout: 60_000 }, () =>
    withFleet(500, async (double, names, hosting) => {
      const octokit = octokitAt(double.url);
      let points = 0;
      let known = 0;
      const readAll = async () => {
        for (let start = 0; start < names.length; start += aliases) {
          const chunk = names.slice(start, start + aliases);
          const lines = chunk.map(
            (name, index) => `r${index}: repository(owner: "acme", name: "${name}") { ...facts }`,
          );
          const answer: unknown = await octokit.graphql(
            `{ ${lines.join("\n")} rateLimit { cost } } ${fields}`,
          );
          if (!isObject(answer) || !isObject(answer["rateLimit"])) throw new Error("no answer");
          points += Number(answer["rateLimit"]["cost"]);
          known += Object.values(answer).filter((one) => isObject(one) && isObject(one["a"])).length;
        }
      };
      const rest = async () => {
        for (const name of names.slice(0, 100)) {
          const where = { owner: "acme", repo: name };
          await octokit.request("GET /repos/{owner}/{repo}/pulls", { ...where, state: "all" });
          await octokit.request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...where, ref: "heads/main" });
        }
      };
      expect(await processesOf(readAll)).toEqual([]);
      expect(await processesOf(rest)).toEqual([]);
      expect({ known, points }).toEqual({ known: 500, points: 10 });
      expect(double.requests.counts()["POST /graphql"]).toBe(10);
      // The counter itself sees processes.
      const { refs } = hosting.repo("acme/r0");
      expect(await processesOf(async () => void (await refs.update([])))).toHaveLength(1);
    }),
  );

  it("leaves no handle open when it is closed", async () => {
    expect(await settled()).toBe(0);
    await withFleet(1, async (double) => {
      await octokitAt(double.url).request("GET /user");
      expect(servers()).toBe(1);
    });
    expect(await settled()).toBe(0);
  });
});
