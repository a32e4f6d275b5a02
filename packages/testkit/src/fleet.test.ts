import { describe, expect, it } from "vitest";
import { createFleet } from "./fleet.ts";
import { personAt } from "./person.ts";
import { git } from "./plain-git.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const files = {
  "README.md": "# hi\n",
  "a-b": "sorts before a/",
  "a/b/c.txt": "deep",
  "a.txt": "sorts after a-b",
  "ü.bin": Buffer.from([0, 255, 10]),
  large: "x".repeat(70_000),
  run: { executable: "#!/bin/sh\n" },
  link: { link: "README.md" },
};

describe("createFleet", () => {
  it.each(["bare", "worktree"] as const)("makes %s repositories that git finds whole", async (layout) => {
    const fleet = await createFleet({
      layout,
      repos: { "o/one": { files }, "o/two": { files: { f: "x" }, branch: "trunk/x" } },
    });
    const one = fleet.path("o/one");
    expect(await git(one, ["fsck", "--strict", "--full"])).toBe("");
    expect(await git(one, ["verify-pack", "-v", ...(await packs(one, layout))])).toContain("commit");
    expect(await git(one, ["ls-tree", "-r", "-z", "--name-only", "HEAD"])).toBe(`${treeOrder.join("\0")}\0`);
    expect(await git(one, ["show", "HEAD:a/b/c.txt"])).toBe("deep");
    expect(await git(one, ["ls-tree", "HEAD", "run", "link"])).toMatch(/^120000 .*\n100755 /);
    expect(await git(fleet.path("o/two"), ["symbolic-ref", "HEAD"])).toBe("refs/heads/trunk/x");
    const changed = layout === "worktree" ? await git(one, ["status", "--porcelain"]) : "";
    expect(changed).toBe("");
    fleet.remove();
  });

  it("gives the tree and commit that git itself would give", async () => {
    const fleet = await createFleet({ repos: { "o/one": { files } } });
    const path = fleet.path("o/one");
    const index = { input: await git(path, ["ls-tree", "-r", "HEAD"]) };
    const folder = temporaryFolder();
    await git(folder.path, ["init", "--quiet", "--bare", "copy"]);
    await git(path, ["push", "--quiet", `${folder.path}/copy`, "main"]);
    await git(`${folder.path}/copy`, ["update-index", "--index-info"], index);
    const tree = await git(`${folder.path}/copy`, ["write-tree"]);
    expect(tree).toBe(await git(path, ["rev-parse", "main^{tree}"]));
    expect(await git(path, ["commit-tree", tree, "-m", "Start"])).toBe(
      await git(path, ["rev-parse", "main"]),
    );
    folder.remove();
    fleet.remove();
  });

  it("makes an empty repository without a commit", async () => {
    const fleet = await createFleet({ repos: { "o/none": {} } });
    expect(await personAt(fleet.path("o/none")).head("main")).toBeNull();
    expect(await git(fleet.path("o/none"), ["for-each-ref"])).toBe("");
    fleet.remove();
  });
});

const treeOrder = ["README.md", "a-b", "a.txt", "a/b/c.txt", "large", "link", "run", "ü.bin"];

async function packs(path: string, layout: string): Promise<string[]> {
  const folder = layout === "bare" ? "objects/pack" : ".git/objects/pack";
  const { readdir } = await import("node:fs/promises");
  return (await readdir(`${path}/${folder}`))
    .filter((name) => name.endsWith(".idx"))
    .map((name) => `${folder}/${name}`);
}
