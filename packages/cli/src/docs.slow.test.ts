import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createGiteaDouble } from "@coulomb-loop/testkit/gitea-double";
import { createHosting } from "@coulomb-loop/testkit/hosting";
import { describe, expect, it } from "vitest";
import { expectInOrder, pageOf, partOf, runShell, shellBlocks, tutorialOnGit } from "./docs-page.fixture.ts";
import { newFolder, repoRoot } from "./fleet.fixture.ts";

const tutorial = pageOf("docs/tutorial.md");
const guides = pageOf("docs/how-to.md");
const onServer = "run by the test on the server of part 2";
const two = "## Part 2: on Gitea or GitHub";

/** Sections of the pages on plain git in their order, and what the text between their commands promises. */
const sections: readonly (readonly [part: string, promised: readonly string[]])[] = [
  ...tutorialOnGit.map(({ from, to, promised }) => [partOf(tutorial, from, to), promised] as const),
  [
    partOf(guides, "## Before you begin", "## Override a cron"),
    [
      "no errors",
      "would be imported",
      "imported into kaizen-stack",
      "local/acme/warehouse#1 merged",
      "3 repos: 3 in sync",
    ],
  ],
  [
    partOf(guides, "## Override a cron", "## Promote"),
    ["pending", "local/acme/billing#2 merged", "nightly build", "20 * * * *"],
  ],
  [
    partOf(guides, "## Promote", "## Demote, hold and release"),
    [
      "smoke_test is proved  not enabled",
      "definitions-ready       success",
      "PROM-0001 is proposed",
      "Promote shop from bootstrap to stabilize",
      "is not proved: 0 of 3 cycles in a row",
      "PROM-0001 approved by robin",
      "PROM-0001 is merged",
      "PROM-0001 sealed",
      "merged  robin: signed",
      "0 8 * * *",
    ],
  ],
  [
    partOf(guides, "## Demote, hold and release", "## Recover from a bad merge"),
    ["is merged: sessions time out since Monday", "held by PROM-", "held by PROM-0003", "release  all"],
  ],
  [
    partOf(guides, "## Recover from a bad merge", "## Rotate tokens and keys"),
    ["local/acme/shop#4 merged", "3 in sync. Nothing written to them.", "drift", "local/acme/shop#6 merged"],
  ],
  [
    partOf(guides, "## Rotate tokens and keys", "## Restore the hub"),
    ["2 tokens", "revoked 2", "no errors", "merged  robin: signed"],
  ],
  [partOf(guides, "## Restore the hub"), ["was restored from", "pglite", " written, ", "cycles-clean"]],
];

const hosted = [
  ...shellBlocks(partOf(tutorial, two)),
  ...shellBlocks(guides).filter(({ remark }) => remark === onServer),
];

/** Commands that run on plain git. */
function plainOf(part: string): readonly string[] {
  return shellBlocks(part).flatMap(({ text, remark }) => (remark === "" ? [text] : []));
}

describe("the tutorial and the guides", () => {
  it("leave no block of commands out", () => {
    const pages = readdirSync(join(repoRoot, "docs")).filter((name) => /^(?:tutorial|how-to)/.test(name));
    const all = pages.flatMap((name) => shellBlocks(pageOf(`docs/${name}`)));
    // Getting the command is run by docs-pages.slow.test.ts and packed.slow.test.ts.
    const getting = shellBlocks(partOf(tutorial, "## The command", "## Part 1: on plain git"));
    const run = sections.flatMap(([part]) => plainOf(part)).length + hosted.length;
    expect(run + getting.length).toBe(all.length);
    expect(tutorial + guides).not.toMatch(/^```(?:bash|shell|console)/m);
  });

  // Each goes on in the folder in which the one before ended, as its reader does.
  let folder = newFolder();
  it.each(sections.map(([part, promised]) => ({ name: part.trim().split("\n")[0] ?? "", part, promised })))(
    "run on plain git as they are printed: $name",
    async ({ part, promised }) => {
      const { code, stdout, stderr, folder: end } = await runShell(plainOf(part), folder);
      expect(code, `${stdout}\n${stderr}`).toBe(0);
      expectInOrder(stdout, promised);
      folder = end;
    },
  );

  it("run on a double of Gitea as they are printed, in one shell", async () => {
    const hosting = createHosting({ clock: Date.now, detectsManualMerge: true });
    const permissions = { "acme-bot": "write", jo: "write" } as const;
    const pilot = { files: { "README.md": "# pilot\n" }, permissions };
    await hosting.add({ "acme/shop": pilot, "acme/billing": pilot, "acme/ops": { permissions } });
    for (const token of ["the-token-of-acme-bot", "the-new-token-of-acme-bot"])
      hosting.users.allow("acme-bot", token);
    hosting.users.allow("jo", "the-token-of-jo");
    const double = await createGiteaDouble(hosting);
    try {
      const basic = Buffer.from("the-token-of-jo:x-oauth-basic").toString("base64");
      const { code, stdout, stderr } = await runShell(
        hosted.map(({ text }) => text.replaceAll("https://git.example.org", double.url)),
        newFolder(),
        {
          // What a credential helper of jo would answer.
          GIT_CONFIG_COUNT: "1",
          GIT_CONFIG_KEY_0: `http.${double.url}/.extraHeader`,
          GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
        },
      );
      expect(code, `${stdout}\n${stderr}`).toBe(0);
      expect(double.violations).toEqual([]);
      expect(`${stdout}${stderr}`).not.toContain("the-token-of-");
      expectInOrder(stdout, [
        ".gitea/workflows/reconcile.yml",
        "There is no plan yet:",
        "git remote add origin ",
        ".github/workflows/reconcile.yml",
        "There is no plan yet:",
        "git remote add origin https://github.com/acme/ops.git",
        "writes as acme-bot",
        "1 to open",
        "gitea/acme/shop     create  proposal open #1",
        "gitea/acme/shop#1  open",
        "gitea/acme/shop#1 merged",
        "wave 0 (canary) soaks: gitea/acme/shop",
        "1 create, 1 in sync",
        "writes as acme-bot",
      ]);
    } finally {
      await double.close();
      hosting.remove();
    }
  });
});
