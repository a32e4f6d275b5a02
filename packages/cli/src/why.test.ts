import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Json, Stage } from "./fleet.fixture.ts";
import { createStage, fixedNow, pilot, rows, schedulePath, wantedSchedule } from "./fleet.fixture.ts";

const roster = "loops/kaizen-stack/roster.yaml";
const cadence = "loops/kaizen-stack/cadence.yaml";
const coachLater = wantedSchedule.replace("15 * * * *", "45 * * * *");
const coachOff = wantedSchedule.replace("enabled: true } # the coach", "enabled: false } # the coach");

/** A repo that was in sync, and then has another schedule file. */
async function changed(schedule: string, policy = ""): Promise<Stage> {
  const stage = await createStage({ pilots: { alpha: pilot(wantedSchedule) } });
  await stage.coulomb(["reconcile"]);
  if (policy !== "") stage.edit(cadence, (text) => text + policy);
  await stage.person("alpha").commit("main", { [schedulePath]: schedule });
  return stage;
}

/** All that `why` advises. */
function advice(report: Json): string {
  return JSON.stringify([report.next, report.would_change]);
}

describe("why", () => {
  it("names the rule of a repo in sync as one of the whole repo", async () => {
    const stage = await changed(wantedSchedule);
    const { rule, reason } = await stage.json(["why", "alpha"]);
    expect(rule).toContain(reason);
  });

  it("advises an override where validate lets one keep the change, and nowhere else", async () => {
    expect(advice(await (await changed(coachLater)).json(["why", "alpha"]))).toContain("override");
    expect(advice(await (await changed(coachOff)).json(["why", "alpha"]))).not.toContain("override");
    const often = wantedSchedule.replace("15 * * * *", "*/5 * * * *");
    expect(advice(await (await changed(often)).json(["why", "alpha"]))).not.toContain("override");
  });

  it("promises no proposal for drift that is only shown", async () => {
    const stage = await changed(coachLater, "on_drift: show\n");
    const report = await stage.json(["why", "alpha"]);
    expect(report).toMatchObject({
      class: "drift",
      outcome: "clean",
      next: expect.stringContaining("on_drift: show"),
    });
    expect(report.next).not.toMatch(/opens|merge/);
    const { stdout } = await stage.coulomb(["reconcile"]);
    expect(stdout).toMatch(/alpha +drift +shown only/);
  });

  it("promises nothing for an adoption that is refused, and says what the open proposal holds", async () => {
    const half = coachLater.replace(/ {2}optimization.*\n/, "");
    const stage = await createStage({ pilots: { alpha: pilot(half) } });
    stage.edit(cadence, (text) => `${text}adoption: refuse\n`);
    await stage.coulomb(["reconcile"]);
    const report = await stage.json(["why", "alpha"]);
    expect(report).toMatchObject({ class: "adoption", outcome: "proposed" });
    expect(report.next).toMatch(/adoption: refuse.*#1 holds the rest \(optimization/);
  });

  it("names --retry after a refusal that stands", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    mkdirSync(`${stage.path("alpha")}/hooks`, { recursive: true });
    writeFileSync(`${stage.path("alpha")}/hooks/pre-receive`, "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    await stage.coulomb(["reconcile"]);
    const report = await stage.json(["why", "alpha"]);
    expect(report).toMatchObject({ outcome: "rejected", next: expect.stringContaining("--retry alpha") });
    expect(report.would_change).toContainEqual(expect.stringContaining("--retry alpha"));
  });

  it("shows no override as the way out of saturation", async () => {
    const stage = await changed(wantedSchedule);
    stage.edit(roster, (text) =>
      text
        .replace("  - { repo: alpha, wave: 1 }\n", "  []\n")
        .replace("saturated: []", "saturated: [{ repo: alpha }]"),
    );
    const report = await stage.json(["why", "alpha"]);
    expect(report).toMatchObject({
      class: "pending",
      would_change: expect.arrayContaining(["an entry under active"]),
    });
    expect(advice(report)).not.toContain("override");
  });

  it("says why a repo leaves, in the words of the roster", async () => {
    const stage = await changed(wantedSchedule);
    stage.edit(roster, (text) =>
      text.replace(
        "  - { repo: alpha, wave: 1 }\n",
        "  []\nremoved: [{ repo: alpha, mode: disable, reason: moved to the shop }]\n",
      ),
    );
    expect((await stage.json(["why", "alpha"])).notes).toEqual([
      expect.stringContaining("moved to the shop"),
    ]);
  });
});

describe("the end of an override", () => {
  const until = "2026-07-20T10:00:00Z";
  const week = 7 * 86_400_000;

  /** In sync with an override. */
  async function overridden(): Promise<Stage> {
    const stage = await createStage({ pilots: { alpha: pilot(coachLater) } });
    stage.edit(roster, (text) =>
      text.replace(
        "wave: 1 }",
        `wave: 1, overrides: [{ path: /agents/coach/cron, value: "45 * * * *", reason: nightly build, owner: build team, expires_at: ${until} }] }`,
      ),
    );
    await stage.coulomb(["reconcile"]);
    return stage;
  }

  it.each([["plan"], ["status"], ["reconcile"], ["why", "alpha"]])(
    "is announced by %s from seven days before, with whose it is and what happens then",
    async (...args) => {
      const stage = await overridden();
      const before = await stage.coulomb(args, { now: Date.parse(until) - week - 1 });
      expect(before.stdout).not.toContain("ends on");
      const { stdout } = await stage.coulomb(args, { now: Date.parse(until) - week });
      expect(stdout).toMatch(/alpha/);
      expect(stdout).toMatch(
        /\/agents\/coach\/cron ends on 2026-07-20T10:00:00Z \(build team: nightly build\); then phase bootstrap/,
      );
    },
  );

  it("is a note of the reports, on a repo in sync too", async () => {
    const stage = await overridden();
    const at = { now: Date.parse(until) - week };
    for (const args of [["status"], ["reconcile"]])
      expect(rows((await stage.json(args, at)).repos)).toMatchObject([
        { class: "in_sync", notes: [expect.stringContaining("ends on")] },
      ]);
    const [quiet] = rows((await stage.json(["status"], { now: fixedNow })).repos);
    expect(quiet).not.toHaveProperty("notes");
  });

  it("is no news to why while it is far: who asked for it and why is", async () => {
    const stage = await overridden();
    const { notes } = await stage.json(["why", "alpha"], { now: fixedNow });
    expect(notes).toEqual([expect.stringMatching(/holds until .*build team: nightly build/)]);
  });
});

describe("a suspended loop", () => {
  it.each([["status"], ["reconcile"], ["why", "alpha"]])("says in %s why and until when", async (...args) => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    stage.edit(cadence, (text) => `${text}suspend: { reason: freeze, until: 2026-07-20T10:00:00Z }\n`);
    const { stdout } = await stage.coulomb(args);
    expect(stdout).toMatch(/suspended: freeze, until 2026-07-20T10:00:00/);
  });
});
