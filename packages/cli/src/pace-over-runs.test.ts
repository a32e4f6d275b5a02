import { describe, expect, it } from "vitest";
import { document, fixedNow, isMap, pilot, rows, wantedSchedule } from "./fleet.fixture.ts";
import { createHostedStage, type HostedStage } from "./hosted.fixture.ts";

const minute = 60_000;
const writes = /POST|PUT|PATCH|DELETE|receive-pack/;

/** What the state branch keeps of the pace of the forge. */
async function paceIn(stage: HostedStage): Promise<unknown> {
  const text = await stage.person("demo-ops").read("coulomb-state/demo", "pace.json");
  const pace = document(text ?? "{}");
  return isMap(pace["local"]) ? pace["local"]["limit"] : undefined;
}

async function outcomesAt(stage: HostedStage, now: number): Promise<readonly string[]> {
  const report = await stage.json(["reconcile"], { now });
  return rows(report["repos"])
    .map(({ outcome }) => String(outcome))
    .toSorted();
}

/** Writes of GitHub since the last call; GraphQL reads by POST. */
function writesOf(stage: HostedStage): readonly string[] {
  return stage.asked().filter((each) => writes.test(each) && !each.endsWith("/graphql"));
}

describe("what a limit of GitHub taught a run", { timeout: 60_000 }, () => {
  it.each([
    ["was submitted too quickly", 422, {}, 60],
    ["You have exceeded a secondary rate limit.", 403, { "retry-after": "600" }, 10],
  ])("is kept by the next ones: %s", async (message, status, headers, pause) => {
    const stage = await createHostedStage("github", {
      alpha: pilot(wantedSchedule),
      beta: pilot(undefined),
      gamma: pilot(undefined),
    });
    try {
      const body = JSON.stringify({ message });
      const type = { "content-type": "application/json" };
      stage.server.fail({
        match: { method: "POST", path: /\/pulls$/, times: 10 },
        fault: { kind: "answer", status, headers: { ...type, ...headers }, body },
      });
      expect(await outcomesAt(stage, fixedNow)).toEqual([
        "clean",
        expect.stringMatching(/^(?:queued|retry)$/),
        "retry",
      ]);
      stage.server.calm();
      const until = fixedNow + pause * minute;
      expect(await paceIn(stage)).toEqual({ until: new Date(until).toISOString(), times: 1 });

      stage.asked();
      const early = await stage.coulomb(["reconcile"], { now: until - 1 });
      expect(early.code).toBe(1);
      expect(early.stdout).toContain(new Date(until).toISOString());
      expect(early.stdout).toContain("[write_limit]");
      const report = await stage.json(["reconcile"], { now: until - 1 });
      expect(report["stopped"]).toMatchObject({ code: "write_limit" });
      expect(writesOf(stage)).toEqual([]);

      // One at once; the other when half the rate of 60 an hour lets it.
      const first = await stage.coulomb(["reconcile"], { now: until });
      expect(first.stdout).toContain(
        `1 proposal on local wait for their turn; the last can be opened at ${new Date(until + 2 * minute).toISOString()}`,
      );
      expect(await outcomesAt(stage, until + 2 * minute - 1)).toEqual(["clean", "proposed", "queued"]);
      expect(await outcomesAt(stage, until + 2 * minute)).toEqual(["clean", "proposed", "proposed"]);
      expect(await paceIn(stage)).toMatchObject({ times: 1 });
    } finally {
      await stage.close();
    }
  });
});
