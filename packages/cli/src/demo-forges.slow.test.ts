import { join } from "node:path";
import { personAt } from "@coulomb-loop/testkit";
import { createGiteaDouble, type GiteaDouble } from "@coulomb-loop/testkit/gitea-double";
import { createHosting, type Hosting } from "@coulomb-loop/testkit/hosting";
import { describe, expect, it } from "vitest";
import { newFolder, repoRoot } from "./fleet.fixture.ts";
import { type Ended, start } from "./process.fixture.ts";

const script = join(repoRoot, "scripts", "demo.mjs");
const token = "token-of-a-throw-away-server-123456";

/** Runs `npm run demo -- …` as it is in package.json; without a server's name the doubles are used. */
function demo(
  args: readonly string[],
  server = "",
  onStart: (pid: number) => void = () => undefined,
): Promise<Ended> {
  const env = { COULOMB_TEST_GITEA_URL: server, COULOMB_TEST_GITEA_TOKEN: server === "" ? "" : token };
  return start(process.execPath, [script, ...args], newFolder(), { env, onStart });
}

function expectInOrder(text: string, lines: readonly RegExp[]): void {
  let from = 0;
  for (const line of lines) {
    const found = line.exec(text.slice(from));
    expect(found, `${String(line)} after ${text.slice(0, from).split("\n").length} lines`).not.toBeNull();
    from += (found?.index ?? 0) + (found?.[0].length ?? 0);
  }
}

describe("npm run demo -- --forge", () => {
  it.each([
    { kind: "gitea", product: "Gitea", page: "/coulomb/kaizen-agentic/pulls/1" },
    { kind: "github", product: "GitHub", page: "/html/coulomb/kaizen-agentic/pull/1" },
  ])("$kind shows the whole loop on a double, and ends it", async ({ kind, product, page }) => {
    const folder = join(newFolder(), "demo");
    const { code, stdout, stderr } = await demo(["--forge", kind, "--dir", folder]);
    expect(code, stderr).toBe(0);
    expect(stderr).not.toContain("violation");
    const url = /A double of \w+ runs at (\S+?):? a program/.exec(stderr)?.[1] ?? "";
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expectInOrder(stdout, [
      new RegExp(`on ${product} at ${url}`),
      /The account coulomb-bot opens the pull requests; robin is the person who merges them/,
      /\$ coulomb plan/,
      /1 adoption, 1 create, 1 in sync/,
      new RegExp(`request on ${product}`),
      /\$ coulomb reconcile/,
      new RegExp(`  ${url}${page}  Add the kaizen-stack schedule`),
      new RegExp(`robin merged ${url}${page}`),
      new RegExp(`  ${url}\\S+  Let kaizen-stack take over its schedule`),
      /robin merged \S+the-custodian/,
      /3 in sync\. Nothing written to them/,
      new RegExp(`\\$ git clone ${url}/`),
      /1 drift, 2 in sync/,
      /Restore the kaizen-stack schedule/,
      /robin merged \S+activity-core/,
      /3 repos: 3 in sync/,
      /That was the loop/,
    ]);
    expect(stderr).toContain(`lead nowhere now`);
    await expect(fetch(url)).rejects.toThrow("fetch failed");
  });
});

/** A server on which somebody has a repository already, whose name is one of the demo. It must come out as it went in. */
async function onServer(test: (double: GiteaDouble, hosting: Hosting) => Promise<void>): Promise<void> {
  const hosting = createHosting({ clock: Date.now, detectsManualMerge: true });
  await hosting.add({ "somebody/demo-ops": { files: { "README.md": "mine\n" } } });
  hosting.users.allow("somebody", token);
  const double = await createGiteaDouble(hosting);
  try {
    await test(double, hosting);
    expect(double.violations).toEqual([]);
    expect(hosting.names).toEqual(["somebody/demo-ops"]);
    expect(await personAt(hosting.repo("somebody/demo-ops").path).read("main", "README.md")).toBe("mine\n");
  } finally {
    await double.close();
    hosting.remove();
  }
}

describe("npm run demo -- --forge gitea, with a server of one's own", () => {
  it("makes repositories of its own there, and deletes them", () =>
    onServer(async (double) => {
      const { code, stdout, stderr } = await demo(["--forge=gitea"], double.url);
      expect(code, stderr).toBe(0);
      expect(stdout).toContain("The account somebody plays both parts here");
      expect(stdout).toMatch(/somebody merged \S+\/somebody\/activity-core-demo-[0-9a-f]{8}\/pulls\/1/);
      expect(`${stdout}${stderr}`).not.toContain(token);
      expect(stderr).toContain("Deleted the four repositories");
    }));

  it("deletes them after a failure", () =>
    onServer(async (double) => {
      const refused = { kind: "answer", status: 403, body: '{"message":"no pull requests here"}' } as const;
      double.fail({ match: { method: "POST", path: /\/pulls$/, times: 100 }, fault: refused });
      const { code, stderr } = await demo(["--forge", "gitea"], double.url);
      expect(code).toBe(1);
      expect(stderr).toContain("[demo_failed]");
      expect(stderr).toContain("Deleted the four repositories");
    }));

  it("deletes those that it made when another one cannot be made", () =>
    onServer(async (double) => {
      const full = { kind: "answer", status: 403, body: '{"message":"reached your limit"}' } as const;
      double.fail({ match: { method: "POST", path: /\/user\/repos$/, nth: 3 }, fault: full });
      const { code, stderr } = await demo(["--forge", "gitea"], double.url);
      expect(code).toBe(1);
      expect(stderr).toContain("answered 403");
    }));

  it("deletes them after Ctrl-C", () =>
    onServer(async (double) => {
      let group = 0;
      double.before({ method: "POST", path: /\/pulls$/ }, async () => void process.kill(-group, "SIGINT"));
      const { code, stderr } = await demo(["--forge", "gitea"], double.url, (pid) => {
        group = pid;
      });
      expect(code, stderr).toBe(130);
      expect(stderr).toContain("Deleted the four repositories");
    }));
});
