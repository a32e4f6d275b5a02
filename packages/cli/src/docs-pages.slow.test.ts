// The blocks of commands on every page but the tutorial and the guides (docs.slow.test.ts) and the README's tour (readme.slow.test.ts).
import { chmodSync, copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { git } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { commandLines } from "./docs-commands.fixture.ts";
import {
  expectInOrder,
  installed,
  notRun,
  packing,
  pageOf,
  partOf,
  runShell,
  shellBlocks,
} from "./docs-page.fixture.ts";
import { createStage, newFolder, pilot, repoRoot } from "./fleet.fixture.ts";
import type { Ended } from "./process.fixture.ts";
import { openPromotionWorkshop } from "./promotion.fixture.ts";

const calling = "npm ci\ncheckout=$PWD\n";

/** Blocks that are run below: their page, and how they begin. */
const runHere: readonly (readonly [page: string, begins: string])[] = [
  ["README.md", calling],
  ["docs/ci.md", "git rev-parse HEAD"],
  ["docs/ci.md", "node scripts/run-workflow.mjs"],
  ["docs/evidence.md", "coulomb evidence "],
  ["docs/pilot-commands.md", "coulomb kaizen schedule init"],
  ["docs/promotion.md", "coulomb promote status"],
];

/** Blocks that packed.slow.test.ts runs. */
const runPacked = ["README.md", "packages/cli/README.md"].map((page) => [page, packing] as const);

/** Those that people write. */
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "ARCHITECTURE.md",
  "packages/cli/README.md",
  ...readdirSync(join(repoRoot, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && !/^(?:tutorial|how-to|reference)/.test(name))
    .map((name) => `docs/${name}`),
];

/** The one block of a page that begins so. */
function blockOf(page: string, begins: string): string {
  const found = shellBlocks(pageOf(page)).filter(({ text }) => text.startsWith(begins));
  expect(found, `${page}: ${begins}`).toHaveLength(1);
  return found[0]?.text ?? "";
}

/** Every fenced block of a page. */
function fencesOf(page: string): readonly { readonly kind: string; readonly text: string }[] {
  // What is between two fences is a block, or the text between two blocks.
  const parts = page.split(/^[ >]*```(.*)\n/m);
  return parts.flatMap((kind, at) => (at % 4 === 1 ? [{ kind, text: parts[at + 1] ?? "" }] : []));
}

/** What commands printed. Throws where they did not end well. */
function printed({ code, stdout, stderr }: Ended): string {
  if (code !== 0) throw new Error(`exit code ${code}\n${stdout}\n${stderr}`);
  return stdout;
}

describe("the blocks of commands of the pages", () => {
  it("are each run by a test, but for those that say why", () => {
    const tour = shellBlocks(
      partOf(pageOf("README.md"), "### Two pilot repos and an ops repo", "### With real repositories"),
    ).map(({ text }) => ["README.md", text] as const);
    const known = [...runHere, ...runPacked, ...tour, ...notRun];
    for (const [page, begins] of known) blockOf(page, begins);
    const unknown = pages.flatMap((page) =>
      shellBlocks(pageOf(page))
        .filter(({ text }) => !known.some(([at, begins]) => at === page && text.startsWith(begins)))
        .map(({ text }) => `${page}: ${text}`),
    );
    expect(unknown).toEqual([]);
  });

  it("are marked as such", () => {
    // One that is marked otherwise would be passed over.
    const passedOver = pages.flatMap((page) =>
      fencesOf(pageOf(page))
        .filter(({ kind }) => !["sh", "yaml", "json", "mermaid", "ts"].includes(kind))
        .filter(
          ({ kind, text }) =>
            !["", "text"].includes(kind) || /^(?:\$ )?(?:coulomb|npm|npx|git|curl|cd) /m.test(text),
        )
        .map(({ text }) => `${page}: ${text}`),
    );
    expect(passedOver).toEqual([]);
  });

  it.each(["README.md", "docs/tutorial.md"])("call the command in a checkout: %s", async (page) => {
    const ran = await runShell([installed, blockOf(page, calling), "coulomb completion bash"], repoRoot);
    expect(printed(ran)).toContain("_coulomb");
  });

  it("tell the commit of a checkout", async () => {
    const head = (await git(repoRoot, ["rev-parse", "HEAD"])).trim();
    const ran = await runShell([blockOf("docs/ci.md", "git rev-parse HEAD")], repoRoot);
    expect(printed(ran)).toBe(`${head}\n`);
  });

  it("run the workflow of an ops repo that lies beside the checkout", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    stage.edit("coulomb.yaml", (text) =>
      text.replace(/url: .*/, `url: ${stage.root}/forge/{owner}/{repo}.git`),
    );
    const workflows = join(stage.ops, ".github/workflows");
    mkdirSync(workflows, { recursive: true });
    copyFileSync(
      join(repoRoot, "packages/cli/assets/workflows/github/reconcile.yml"),
      join(workflows, "reconcile.yml"),
    );
    const checkout = join(stage.root, "coulomb-loop");
    mkdirSync(checkout);
    for (const name of ["scripts", "packages", "node_modules"])
      symlinkSync(join(repoRoot, name), join(checkout, name));
    const begin = [
      "git -C ../ops init --quiet --initial-branch=main",
      "git -C ../ops add --all",
      "git -C ../ops commit --quiet --message Begin",
      "export COULOMB_TOKEN=of-nothing",
      `node() { "${process.execPath}" "$@"; }`,
      "",
    ].join("\n");
    const ran = await runShell([begin, blockOf("docs/ci.md", "node scripts/run-workflow.mjs")], checkout);
    expectInOrder(printed(ran), [
      "reconcile.yml validate: skipped",
      "reconcile.yml plan: skipped",
      "reconcile.yml apply: success",
    ]);
    expect(JSON.stringify(await stage.refs())).toMatch(/coulomb\/demo\/schedule-kaizen-stack/);
  });

  it("go through a first session in a pilot repo", async () => {
    const folder = newFolder();
    const editor = join(folder, "editor");
    writeFileSync(editor, '#!/bin/sh\nsed -i "s/enabled: false/enabled: true/" "$1"\n');
    chmodSync(editor, 0o755);
    const checkout = join(folder, "pilot");
    mkdirSync(checkout);
    await git(checkout, ["init", "--quiet"]);
    await git(checkout, ["remote", "add", "origin", "https://github.com/acme/pilot.git"]);
    const ran = await runShell([blockOf("docs/pilot-commands.md", "coulomb kaizen")], checkout, {
      EDITOR: editor,
    });
    expectInOrder(printed(ran), ["Let the coach run", "recorded", "Record of the coach"]);
    expect(readdirSync(folder)).toContain("coach.md");
  });

  it("read the evidence of a loop, and bring a repo on and back by a promotion", async () => {
    const from = Date.parse("2026-07-06T08:00:00Z");
    const shop = await openPromotionWorkshop(from - 3_600_000);
    try {
      await shop.play(from, 3);
      copyFileSync(join(shop.ops, "loops/kaizen-stack/cadence.yaml"), join(shop.ops, "stricter.yaml"));
      shop.git(["config", "user.signingkey", shop.keys.regulator]);
      const lines = [
        ...commandLines(blockOf("docs/evidence.md", "coulomb evidence ")),
        ...commandLines(blockOf("docs/promotion.md", "coulomb promote status")),
      ];
      expect(lines).toHaveLength(5 + 10);
      const earned = from + 160 * 60_000;
      for (const [at, words] of lines.entries()) {
        const who = words[0] === "approve" ? "regulator" : undefined;
        const ran = await shop.run(earned + at * 60_000, words, who);
        expect(ran.code, `${words.join(" ")}\n${ran.stdout}\n${ran.stderr}`).toBe(0);
        // What was merged since.
        if (words[0] !== "evidence") shop.pull();
      }
      expect(readdirSync(shop.ops)).toEqual(expect.arrayContaining(["evidence.json", "promotions.jsonl"]));
      expect(readdirSync(join(shop.ops, "loops/kaizen-stack/promotions")).sort()).toEqual(
        expect.arrayContaining(["PROM-0001.yaml", "PROM-0002.yaml", "PROM-0003.yaml"]),
      );
    } finally {
      shop.remove();
    }
  });
});
