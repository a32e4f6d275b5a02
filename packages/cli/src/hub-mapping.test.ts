import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { HubMapping } from "@coulomb-loop/state-hub-sync";
import { expect, it, vi } from "vitest";
import { repoRoot } from "./fleet.fixture.ts";
import { createSyncStage, interceptor, seed, seedPath } from "./sync.fixture.ts";

// A hub that has what ours has, under other paths.
vi.mock(import("./hub-mapping.ts"), async (original) => {
  const { hubMapping } = await original();
  const moved = Object.entries(hubMapping.paths).map(([name, path]) => [
    name,
    path.replace("/v1/", "/other/"),
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same keys
  const paths = Object.fromEntries(moved) as HubMapping["paths"];
  return { hubMapping: { ...hubMapping, name: "another hub", paths } };
});

it("decides alone which hub a sync, its explanations and its decisions speak to", async () => {
  const stage = await createSyncStage({ [seedPath]: seed });
  await stage.run(["hub", "register"]);
  const asked: string[] = [];
  const hub = await interceptor(
    stage.url,
    () => true,
    (path) => {
      asked.push(path);
      return path.replace(/^\/other\//, "/v1/");
    },
  );
  const file = join(stage.ops, "coulomb.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(stage.url, hub.url));
  expect((await stage.run(["sync", "--detailed-exitcode"])).code).toBe(0);
  await stage.change("LOOP-WP-0001-T07", { status: "cancelled" });
  const done = seed
    .replace(/(- id: T07\n +status: )\w+/, "$1done")
    .replace(/(id: LOOP-WP-0001-T07\nstatus: )\w+/, "$1done");
  await stage.person.commit("main", { [seedPath]: done });
  expect((await stage.run(["sync", "--detailed-exitcode"])).code).toBe(4);
  expect((await stage.run(["sync", "explain", "T07"])).stdout).toMatch(/hub +cancelled .*by pat/);
  const resolve = ["sync", "resolve", "T07", "--keep", "file", "--reason", "done"];
  expect((await stage.run(resolve)).code).toBe(0);
  hub.close();
  expect(asked.filter((path) => !path.startsWith("/other/"))).toEqual([]);
  expect(asked.some((path) => path.endsWith("/history"))).toBe(true);
});

it("is the line that the documentation names", () => {
  const line = "export const hubMapping: HubMapping = coulombHub;";
  expect(readFileSync(join(repoRoot, "packages/cli/src/hub-mapping.ts"), "utf8")).toContain(line);
  const page = readFileSync(join(repoRoot, "docs/integrations/another-hub.md"), "utf8");
  expect(page).toContain(line);
  expect(page).toContain("packages/cli/src/hub-mapping.ts");
});
