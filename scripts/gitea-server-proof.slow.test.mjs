// Proves the way to a real Gitea (gitea-server.slow.test.mjs) on a double in a process of its own: an address and tokens are
// all that it knows of it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { giteaServerFactory, onStage } from "@coulomb-loop/testkit/describe-forge";
import { temporaryFolder } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDouble } from "./double-process.mjs";
import { throwAwayRepos } from "./throw-away-repos.mjs";

const token = "planted-token-of-the-bot-0123456789";
const second = "planted-token-of-robin-0123456789";
const basicOf = (secret) => Buffer.from(`${secret}:x-oauth-basic`).toString("base64").slice(0, -2);

let double;
beforeAll(async () => {
  double = await startDouble({ kind: "gitea", accounts: { bot: token, robin: second }, repos: {} });
});
// It ends with a failure when something left the description of the API.
afterAll(() => double.stop());

/** Runs the suite as a person does. Answers with its exit code, its report, if it made one, and all that it printed. */
async function runSuite(env, ...more) {
  const folder = temporaryFolder("coulomb-suite-");
  try {
    const report = join(folder.path, "report.json");
    const args = ["run", "--project", "slow", "scripts/gitea-server.slow.test.mjs", "--reporter=verbose"];
    const child = spawn(
      process.execPath,
      ["node_modules/vitest/vitest.mjs", ...args, ...more, "--reporter=json", `--outputFile.json=${report}`],
      { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] },
    );
    const [[code], ...printed] = await Promise.all([
      once(child, "exit"),
      text(child.stdout),
      text(child.stderr),
    ]);
    const json = readFileSync(report, "utf8");
    return { code, report: JSON.parse(json), printed: [...printed, json].join("\n") };
  } finally {
    folder.remove();
  }
}

function expectNoToken(printed) {
  for (const secret of [token, second])
    for (const form of [secret, basicOf(secret)]) expect(printed.includes(form)).toBe(false);
}

/** Names of the tests that were skipped, without those of the fault matrix, and how many of those were. */
function skipped({ testResults }) {
  const names = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== "passed").map(({ fullName }) => fullName),
  );
  const faults = names.filter((name) => name.includes("skipped: faults need the double"));
  return { others: names.filter((name) => !faults.includes(name)), faults: faults.length };
}

describe("the contract on a real Gitea", () => {
  const server = () => ({ COULOMB_TEST_GITEA_URL: double.url, COULOMB_TEST_GITEA_TOKEN: token });

  it("holds with two accounts, leaves nothing there and prints no token", async () => {
    const before = await double.requests();
    const { code, report, printed } = await runSuite({ ...server(), COULOMB_TEST_GITEA_TOKEN_2: second });
    const { numPassedTests, numFailedTests } = report;
    expect({ code, numFailedTests }).toEqual({ code: 0, numFailedTests: 0 });
    expect(numPassedTests).toBeGreaterThanOrEqual(57);
    const { others, faults } = skipped(report);
    expect(others).toEqual([expect.stringContaining("is refused where the base branch is checked out")]);
    expect(faults).toBeGreaterThan(200);
    expect(await double.requests()).toBeGreaterThan(before + 1000);
    expect(await double.repos()).toEqual([]);
    expectNoToken(printed);
  });

  it.each([
    ["no second account", ""],
    ["the same account twice", token],
  ])("skips by name what somebody else must do, with %s", async (_who, other) => {
    const env = { ...server(), COULOMB_TEST_GITEA_TOKEN_2: other };
    const { code, report, printed } = await runSuite(env, "-t", "mergeProposal");
    expect({ code, failed: report.numFailedTests, passed: report.numPassedTests }).toEqual({
      code: 0,
      failed: 0,
      passed: 4,
    });
    expect(skipped(report).others).toContainEqual(
      expect.stringMatching(
        /somebody else merged \(skipped: COULOMB_TEST_GITEA_TOKEN_2 names no other account/,
      ),
    );
    expect(await double.repos()).toEqual([]);
    expectNoToken(printed);
  });

  it("fails aloud, without the token, where the server refuses it", async () => {
    const wrong = "planted-token-of-nobody-0123456789";
    const env = { COULOMB_TEST_GITEA_URL: double.url, COULOMB_TEST_GITEA_TOKEN: wrong };
    const { code, printed } = await runSuite({ COULOMB_TEST_GITEA_TOKEN_2: second, ...env });
    expect(code).not.toBe(0);
    expect(printed).toContain("GET /user answered 401");
    expect(printed.includes(wrong)).toBe(false);
    expectNoToken(printed);
  });

  it("says that it was skipped where no server is named", async () => {
    const none = { COULOMB_TEST_GITEA_URL: "", COULOMB_TEST_GITEA_TOKEN: "" };
    const { code, report } = await runSuite(none);
    expect(code).toBe(0);
    expect(skipped(report).others).toEqual([expect.stringContaining("COULOMB_TEST_GITEA_URL")]);
  });
});

async function open(more = {}) {
  const repos = await throwAwayRepos(double.url, token, "contract");
  return giteaServerFactory({ ...repos, url: double.url, token, now: Date.now, ...more });
}

describe("a throw-away repository", () => {
  it("goes when its test fails", async () => {
    const factory = await open();
    let during = [];
    const fails = onStage(factory, async ({ propose }) => {
      await propose();
      during = await double.repos();
      throw new Error("a test that fails");
    });
    await expect(fails()).rejects.toThrow("a test that fails");
    expect(during).toEqual([expect.stringMatching(/^bot\/test-1-contract-/)]);
    expect(await double.repos()).toEqual([]);
  });

  it("goes when it cannot be prepared", async () => {
    const factory = await open({ other: { token: second, login: "nobody", email: "n@example.org" } });
    await expect(factory({ a: "b" })).rejects.toThrow("answered 422");
    expect(await double.repos()).toEqual([]);
  });

  it("goes with all others when a run is given up", async () => {
    const repos = await throwAwayRepos(double.url, token, "contract");
    await repos.make("one");
    await repos.make("two");
    expect(await double.repos()).toHaveLength(2);
    await repos.removeAll();
    expect(await double.repos()).toEqual([]);
  });
});
