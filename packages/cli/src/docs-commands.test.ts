import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandLines, flawOf } from "./docs-commands.fixture.ts";
import { pageOf } from "./docs-page.fixture.ts";
import { repoRoot } from "./fleet.fixture.ts";
import type { Answers } from "./init/answers.ts";
import { readmeFile } from "./init/readme-file.ts";

const written = readdirSync(join(repoRoot, "docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md") && !name.startsWith("reference"))
  .map((name) => `docs/${name}`);
const answers: Answers = {
  forge: "gitea",
  url: "https://git.example.org",
  owner: "acme",
  name: "ops",
  pilots: ["one"],
  loop: "kaizen-stack",
  timezone: "UTC",
  domain: "acme",
  regulator: "jo",
};
const pages = new Map([
  ...["README.md", "CONTRIBUTING.md", ...written].map((path) => [path, pageOf(path)] as const),
  ["the README that init writes", readmeFile(answers)],
]);

/** Blocks of a shell, and what stands in the text as code of one line. */
function shellsOf(page: string): { readonly blocks: string; readonly inline: readonly string[] } {
  const blocks = [...page.matchAll(/^```(?:sh|bash)\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
  const prose = page.replaceAll(/^```[\s\S]*?^```$/gm, "");
  const inline = [...prose.matchAll(/`(coulomb [^`]+)`/g)].map(([, text = ""]) => text.replaceAll("\n", " "));
  return { blocks: blocks.join("\n"), inline };
}

describe("the command lines of the documentation", () => {
  it.each([...pages])("are ones that the program knows: %s", (_name, page) => {
    const wrong = commandLines(shellsOf(page).blocks).flatMap((words) => {
      const flaw = flawOf(words);
      return flaw === undefined ? [] : [`coulomb ${words.join(" ")}: ${flaw}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each([...pages])(
    "begin with a command and options that are there, also within the text: %s",
    (_name, page) => {
      const wrong = shellsOf(page).inline.flatMap((text) => {
        const [shown = ""] = text.replaceAll(/<[^>]*>/g, "x").split(/\s…|\|/);
        const flaw = flawOf(commandLines(shown)[0] ?? []);
        // Within a text arguments may be left out, or stand for others.
        return flaw === undefined || /argument|^lacks/.test(flaw) ? [] : [`${text}: ${flaw}`];
      });
      expect(wrong).toEqual([]);
    },
  );

  it("are many", () => {
    const all = [...pages.values()].flatMap((page) => commandLines(shellsOf(page).blocks));
    expect(all.length).toBeGreaterThan(120);
  });

  it.each([
    ["coulomb pln", "no command pln"],
    ["coulomb plan --otu x", "no option --otu x"],
    ["x=$(coulomb hub tokn list)", "no command tokn"],
    ["A=b coulomb demote shop --to bootstrap", "lacks --reason"],
    ["coulomb why", "0 arguments"],
    ["coulomb plan | coulomb why a b", "2 arguments"],
    ["coulomb init ops --forge gitlab", "gitlab"],
  ])("are found wrong where they are: %s", (line, flaw) => {
    expect(commandLines(line).map(flawOf).join()).toContain(flaw);
  });

  it.each([
    'coulomb hold a b --reason "it is \\"so\\"" --until 2026-07-10T16:00:00Z # why',
    "coulomb plan --out plan.json || echo no",
    "coulomb --help",
    "coulomb hub token create --name ci --scope sync read > token",
  ])("are found right: %s", (line) => {
    expect(commandLines(line).map(flawOf)).toEqual([undefined]);
  });
});
