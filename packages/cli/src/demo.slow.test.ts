import { join } from "node:path";
import { personAt } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { workplanPath } from "./demo/workplan-file.ts";
import { coulomb, document, fixedNow, newFolder, rows, schedulePath } from "./fleet.fixture.ts";

const day = 24 * 3_600_000;

describe("the whole demo", () => {
  it("earns a cadence, takes one repo back, and leaves what its text says", async () => {
    const folder = join(newFolder(), "new", "fleet");
    const ran = await coulomb(["demo", "--dir", folder], { cwd: newFolder() });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout.trimEnd().split("\n").slice(-5).join("\n")).toContain(folder);
    // The clock of the story ends two mornings later.
    const settings = { cwd: join(folder, "ops"), now: fixedNow + 3 * day };
    const read = (repo: string, path: string) =>
      personAt(join(folder, "forge/coulomb", `${repo}.git`)).read("main", path);

    const workplan = await read("demo-ops", workplanPath);
    expect(workplan).toContain("id: LOOP-WP-0001-T07\nstatus: in_progress\n");
    // Done with the second wave, and open again since one repo is back.
    expect(workplan).toContain("id: LOOP-WP-0001-T08\nstatus: in_progress\n");
    const synced = await coulomb(["sync", "--json", "--detailed-exitcode"], settings);
    expect(document(synced.stdout)).toMatchObject({ outcome: "in_sync", hub_writes: 0 });

    const roster = await read("demo-ops", "loops/kaizen-stack/roster.yaml");
    expect(roster).toContain("{ repo: kaizen-agentic, wave: 0, phase: stabilize }");
    expect(roster).toContain("{ repo: the-custodian, wave: 1, phase: stabilize }");
    expect(roster).toContain("{ repo: activity-core, wave: 1, phase: bootstrap }");
    expect(await read("kaizen-agentic", schedulePath)).toContain("0 9 * * *");
    expect(await read("activity-core", schedulePath)).toContain("15 * * * *");
    const custodian = await read("the-custodian", schedulePath);
    expect(custodian).toContain("'0 9 * * *'    # before stand-up\n");
    expect(custodian).toContain("janitor:                # our own, not the loop's");

    const verified = await coulomb(["promote", "verify", "--json"], { cwd: join(folder, "auditor") });
    expect(verified.code).toBe(0);
    const [loop = {}] = rows(document(verified.stdout).loops);
    expect(rows(loop.records).map(({ id, direction, state }) => [id, direction, state])).toEqual([
      ["PROM-0001", "promote", "sealed"],
      ["PROM-0002", "promote", "sealed"],
      ["PROM-0003", "demote", "sealed"],
    ]);
    const again = await coulomb(["reconcile", "--json", "--detailed-exitcode"], settings);
    expect(document(again.stdout)).toMatchObject({ writes: 0, exit_code: 0 });
  });

  it("prints one document with --json, needs no git that knows its user, and ignores what the user has set", async () => {
    const folder = newFolder();
    const ran = await coulomb(["demo", "--dir", folder, "--json"], {
      cwd: newFolder(),
      env: {
        GIT_DIR: "/nowhere",
        GIT_AUTHOR_NAME: "Somebody Else",
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "init.defaultBranch",
        GIT_CONFIG_VALUE_0: "trunk",
      },
    });
    expect(ran.code).toBe(0);
    expect(document(ran.stdout)).toEqual({ format_version: "1.0", kind: "demo", folder, ok: true });
  });
});
