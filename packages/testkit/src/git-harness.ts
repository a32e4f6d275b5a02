import { createGitForge, type GitForgeOptions } from "@coulomb-loop/forge";
import type { ForgeHarness, HarnessFactory } from "./contract/harness.ts";
import { createFleet, type FleetFile } from "./fleet.ts";
import { type Person, personAt } from "./person.ts";

/** How a repository is kept and reached: a bare folder, a folder with a work tree, a bare one by `file://`. */
export type GitLayout = "bare" | "worktree" | "file";

/** A repository of plain git under test, with its place. */
export interface GitHarness extends ForgeHarness {
  /** Folder of the repository. */
  readonly path: string;
  readonly person: Person;
}

/** Makes one repository `pilot/one` and a forge for the installation `pilot`. */
export async function gitHarness(
  layout: GitLayout,
  files: Readonly<Record<string, FleetFile>>,
  options: Partial<GitForgeOptions> = {},
): Promise<GitHarness> {
  const fleet = await createFleet({
    repos: { "pilot/one": { files } },
    layout: layout === "worktree" ? "worktree" : "bare",
  });
  const path = fleet.path("pilot/one");
  const forge = createGitForge({
    name: "test",
    url: layout === "file" ? `file://${fleet.folder}` : fleet.folder,
    identity: { name: "Coulomb", email: "coulomb@example.org" },
    env: process.env,
    installation: "pilot",
    ...options,
  });
  return {
    forge,
    path,
    repo: { owner: "pilot", repo: "one" },
    person: personAt(path),
    reviewers: ["ada", "ben"].map((by) => ({ by, forge })),
    close: () => fleet.remove(),
  };
}

/** A factory for `describeForge`. */
export function gitFactory(layout: GitLayout): HarnessFactory {
  return (files) => gitHarness(layout, files);
}
