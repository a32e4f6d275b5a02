import { describe, expect, it } from "vitest";
import { expectInOrder, pageOf, partOf, runShell, shellBlocks } from "./docs-page.fixture.ts";
import { newFolder } from "./fleet.fixture.ts";

/** The commands of the tour, as a reader copies them: from the two pilot repos up to what needs real ones. */
const tour = partOf(pageOf("README.md"), "### Two pilot repos and an ops repo", "### With real repositories");
const blocks = shellBlocks(tour).map(({ text }) => text);

describe("the README's tour", () => {
  it("runs as it is printed, in one shell", async () => {
    expect(blocks.length).toBeGreaterThan(7);
    const { code, stdout, stderr } = await runShell(blocks, newFolder());
    expect(code, stderr).toBe(0);
    // What the text between the blocks promises, in this order.
    expectInOrder(stdout, [
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
    ]);
  });
});
