import { describe, expect, it } from "vitest";
import { pilot, schedulePath, wantedSchedule } from "./fleet.fixture.ts";
import { createHostedStage, type HostedStage } from "./hosted.fixture.ts";

const names = ["pilot-a", "pilot-b", "pilot-c"];
const other = wantedSchedule.replace("15 *", "45 *");

async function on(schedule: string | undefined, test: (stage: HostedStage) => Promise<void>): Promise<void> {
  const pilots = Object.fromEntries(names.map((name) => [name, pilot(schedule)]));
  const limits = "limits: { proposals_per_hour: 500, proposals_burst: 1000 }\n";
  const stage = await createHostedStage("github", pilots, limits);
  try {
    await test(stage);
    expect(stage.server.violations).toEqual([]);
  } finally {
    await stage.close();
  }
}

/** Changes a file of every pilot past the forge. */
async function edit(stage: HostedStage, content: string): Promise<void> {
  for (const name of names) await stage.person(name).commit("main", { [schedulePath]: content });
}

/** Requests of a run that a plan right before it does not ask for: its writes, and the looks that belong to them. */
async function writesOf(
  stage: HostedStage,
): Promise<{ readonly actual: number; readonly predicted: number }> {
  stage.asked();
  await stage.coulomb(["plan"]);
  const reads = stage.asked().length;
  const ran = await stage.coulomb(["reconcile"]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const [, predicted] = /predicted to take at most (\d+)/.exec(ran.stdout) ?? [];
  return { actual: stage.asked().length - reads, predicted: Number(predicted) };
}

describe("a run on a GitHub whose GraphQL answers no query", () => {
  it("opens, updates and closes proposals with no more requests than it predicted by REST", () =>
    on(other, async (stage) => {
      stage.graphql("no_reads");
      const opened = await writesOf(stage);
      expect(opened.actual).toBeLessThanOrEqual(opened.predicted);
      await edit(stage, other.replace("daily", "weekly"));
      const updated = await writesOf(stage);
      expect(updated.actual).toBeLessThanOrEqual(updated.predicted);
      await edit(stage, wantedSchedule);
      const closed = await writesOf(stage);
      expect(closed.actual).toBeLessThanOrEqual(closed.predicted);
    }));

  it("plans the same where GraphQL is switched off, and opens what is new; that its state cannot be moved is said", () =>
    on(other, async (stage) => {
      const { created_at: _before, ...byGraphql } = await stage.json(["plan"]);
      stage.graphql("gone");
      const { created_at: _after, ...byRest } = await stage.json(["plan"]);
      expect(byRest).toEqual(byGraphql);
      const ran = await stage.coulomb(["reconcile"]);
      expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining("no GraphQL") });
      expect(ran.stdout).toContain("6 writes");
      const again = await stage.coulomb(["reconcile"]);
      expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("no GraphQL") });
      expect(again.stdout).toContain("Nothing written");
    }));

  it("writes to no pilot where GraphQL is switched off and there is a state branch, which it cannot move", () =>
    on(wantedSchedule, async (stage) => {
      expect(await stage.coulomb(["reconcile"])).toMatchObject({ code: 0, stderr: "" });
      await edit(stage, other);
      stage.graphql("gone");
      const ran = await stage.coulomb(["reconcile"]);
      expect(ran.code).toBe(1);
      expect(ran.stdout).toMatch(/state branch cannot be written: .*no GraphQL/);
      for (const name of names)
        expect(await stage.hosting.repo(`coulomb/${name}`).refs.list("refs/heads/coulomb/")).toEqual([]);
    }));
});
