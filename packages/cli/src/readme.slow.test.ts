import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder, repoRoot } from "./fleet.fixture.ts";
import { bin, start } from "./process.fixture.ts";

const readme = readFileSync(join(repoRoot, "README.md"), "utf8");

/** The commands of the tour, as a reader copies them: from the two pilot repos up to what needs real ones. */
const tour = readme.slice(
  readme.indexOf("### Two pilot repos and an ops repo"),
  readme.indexOf("### With real repositories"),
);
const blocks = [...tour.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");

describe("the README's tour", () => {
  it("runs as it is printed, in one shell", async () => {
    const folder = newFolder();
    const script = join(folder, "tour.sh");
    const identity = ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"].map((name) => `export ${name}=Robin`);
    const addresses = ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"].map(
      (name) => `export ${name}=r@example.org`,
    );
    const command = `coulomb() { "${process.execPath}" "${bin}" "$@"; }`;
    writeFileSync(script, ["set -e", ...identity, ...addresses, command, ...blocks].join("\n"));
    expect(blocks.length).toBeGreaterThan(7);
    const { code, stdout, stderr } = await start("/bin/bash", [script], folder);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    // What the text between the blocks promises, in this order.
    const promised = [
      "3 files",
      "create",
      "adoption",
      "declined",
      "exit code 3",
      "2 in sync. Nothing written to them.",
      "pending",
      "0 9 * * *",
      "workstream",
      "written: ",
      "Write 2 ids of the state hub into 1 workplan",
      "merged",
      "both sides are equal",
    ];
    let from = 0;
    for (const words of promised) {
      const at = stdout.indexOf(words, from);
      expect(at, `${words} after ${stdout.slice(0, from).split("\n").length} lines`).toBeGreaterThan(-1);
      from = at;
    }
  });
});
