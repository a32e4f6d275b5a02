import { beforeAll, describe, expect, it } from "vitest";
import type { Json, Stage } from "./fleet.fixture.ts";
import { copyOwnOps, coulomb, createStage, document, pilot, rows } from "./fleet.fixture.ts";

let stage: Stage;
beforeAll(async () => {
  // No repository is read: none of these needs to be there.
  stage = await createStage({ pilots: { alpha: undefined, beta: undefined } });
});

async function firings(args: readonly string[], now?: string): Promise<readonly Json[]> {
  const settings = now === undefined ? {} : { now: Date.parse(now) };
  return rows((await stage.json(["schedule", "next", "--repo", "alpha", ...args], settings)).firings);
}

/** A fleet in phase `stabilize` whose coach runs at 02:30, in the hour that one night lacks and another has twice. */
async function nightly(): Promise<Stage> {
  const other = await createStage({ pilots: { alpha: pilot(undefined) } });
  other.edit("loops/kaizen-stack/roster.yaml", (text) =>
    text.replace("phase: bootstrap", "phase: stabilize"),
  );
  other.edit("loops/kaizen-stack/cadence.yaml", (text) => text.replace('"0 9 * * *"', '"30 2 * * *"'));
  return other;
}

describe("schedule next", () => {
  it("fires every hour across the night in which Berlin's clock goes forward", async () => {
    const found = await firings(["--from", "2027-03-27T23:00:00Z", "--to", "2027-03-28T03:00:00Z"]);
    expect(
      found.filter(({ step }) => step === "coach").map(({ at, local, dst }) => [at, local, dst]),
    ).toEqual([
      ["2027-03-27T23:15:00.000Z", "2027-03-28 00:15 +01:00", "gap"],
      ["2027-03-28T00:15:00.000Z", "2027-03-28 01:15 +01:00", "gap"],
      ["2027-03-28T01:15:00.000Z", "2027-03-28 03:15 +02:00", "gap"],
      ["2027-03-28T02:15:00.000Z", "2027-03-28 04:15 +02:00", "gap"],
    ]);
  });

  it("fires every hour across the night in which it goes back", async () => {
    const found = await firings(["--from", "2026-10-24T23:00:00Z", "--to", "2026-10-25T03:00:00Z"]);
    expect(found.filter(({ step }) => step === "coach").map(({ at, local }) => [at, local])).toEqual([
      ["2026-10-24T23:15:00.000Z", "2026-10-25 01:15 +02:00"],
      ["2026-10-25T00:15:00.000Z", "2026-10-25 02:15 +02:00"],
      ["2026-10-25T01:15:00.000Z", "2026-10-25 02:15 +01:00"],
      ["2026-10-25T02:15:00.000Z", "2026-10-25 03:15 +01:00"],
    ]);
  });

  it.each([
    {
      title: "shifts a time that does not exist",
      from: "2027-03-27T00:00:00Z",
      expected: [
        ["2027-03-27T01:30:00.000Z", "2027-03-27 02:30 +01:00", undefined],
        ["2027-03-28T01:30:00.000Z", "2027-03-28 03:30 +02:00", "gap"],
        ["2027-03-29T00:30:00.000Z", "2027-03-29 02:30 +02:00", undefined],
      ],
    },
    {
      title: "fires once at a time that comes twice",
      from: "2026-10-24T00:00:00Z",
      expected: [
        ["2026-10-24T00:30:00.000Z", "2026-10-24 02:30 +02:00", undefined],
        ["2026-10-25T00:30:00.000Z", "2026-10-25 02:30 +02:00", "overlap"],
        ["2026-10-26T01:30:00.000Z", "2026-10-26 02:30 +01:00", undefined],
      ],
    },
  ])("$title", async ({ from, expected }) => {
    const report = await (await nightly()).json(["schedule", "next", "--from", from, "--count", "3"]);
    const coach = rows(report.firings).filter(({ step }) => step === "coach");
    expect(coach.map(({ at, local, dst }) => [at, local, dst])).toEqual(expected);
  });

  it("shows the coming 24 hours of every repo, in order of time and then of repo", async () => {
    const report = await stage.json(["schedule", "next"]);
    expect(report).toMatchObject({ from: "2026-07-01T10:00:00.000Z", to: "2026-07-02T10:00:00.000Z" });
    const found = rows(report.firings);
    expect(found).toHaveLength(2 * 2 * 24);
    const keys = found.map(({ at, repo_id }) => `${String(at)} ${String(repo_id)}`);
    expect(keys).toEqual([...keys].sort());
    expect(found[0]).toMatchObject({
      at: "2026-07-01T10:15:00.000Z",
      repo_id: "local/coulomb/alpha",
      step: "coach",
    });
  });

  it.each([
    { args: ["--count", "3"], each: 3, title: "so many of each step" },
    { args: ["--count", "1", "--to", "2026-07-01T12:00:00Z"], each: 1, title: "so many until then" },
    { args: ["--count", "10000", "--to", "2026-07-01T12:00:00Z"], each: 2, title: "no more than there are" },
    { args: ["--to", "2026-07-01T11:15:00Z"], each: 1, title: "none at the end itself" },
    {
      args: ["--from", "2026-07-01T11:15:00Z", "--to", "2026-07-01T12:15:00Z"],
      each: 1,
      title: "one at the beginning",
    },
  ])("$args gives $title", async ({ args, each }) => {
    const found = await firings(args);
    expect(found.filter(({ step }) => step === "coach")).toHaveLength(each);
  });

  it("says that nothing is due", async () => {
    const ran = await stage.coulomb(["schedule", "next", "--to", "2026-07-01T10:01:00Z"]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/\S/);
  });

  it("has a step without an agent too, by its definition, in this repository's own data", async () => {
    const ran = await coulomb(["schedule", "next", "--count", "1", "--repo", "activity-core", "--json"], {
      cwd: copyOwnOps(),
    });
    const found = rows(document(ran.stdout).firings).map(({ step, at }) => [step, at]);
    expect(found).toEqual([
      ["metrics", "2026-07-01T10:00:00.000Z"],
      ["coach", "2026-07-01T10:15:00.000Z"],
      ["optimization", "2026-07-01T10:30:00.000Z"],
    ]);
  });

  it("needs no adapter of a forge, since it reads none", async () => {
    const other = await createStage({ pilots: { alpha: undefined } });
    other.edit("coulomb.yaml", (text) => text.replace(/kind: git .*/, "kind: gitea"));
    expect((await other.coulomb(["schedule", "next"])).code).toBe(0);
  });
});
