import { git, tryGit } from "@coulomb-loop/testkit";
import { expect } from "vitest";
import type { World } from "./fleet.fixture.ts";

/** Heads of branches by repository and name. */
export type Tips = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The heads of all branches of a pilot and the ops repo. */
export async function tipsOf(world: World): Promise<Tips> {
  const repos = ["one", "ops"].map(async (name) => {
    const text = await git(world.path(name), [
      "for-each-ref",
      "--format=%(refname) %(objectname)",
      "refs/heads",
    ]);
    const lines = text.split("\n").map((line) => line.split(" "));
    return [name, new Map(lines.map(([ref = "", oid = ""]) => [ref, oid]))] as const;
  });
  return new Map(await Promise.all(repos));
}

/** No branch that is still there lost a commit that it had. */
export async function expectForward(world: World, before: Tips): Promise<void> {
  for (const [name, now] of await tipsOf(world))
    for (const [ref, old] of before.get(name) ?? []) {
      const oid = now.get(ref) ?? old;
      if (oid === old) continue;
      const { code } = await tryGit(world.path(name), ["merge-base", "--is-ancestor", old, oid]);
      expect(code, `${ref} of ${name} went from ${old} to ${oid}`).toBe(0);
    }
}
