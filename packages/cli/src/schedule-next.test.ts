import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import { definitionFiles } from "./definitions.fixture.ts";
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
  it.each([
    { args: ["--to", "2099-01-01T00:00:00Z"], meant: "731 days" },
    { args: ["--from", "0001-01-01T00:00:00Z", "--count", "1"], meant: "1970 to 9998" },
    { args: ["--from", "9999-12-31T23:00:00Z", "--count", "1"], meant: "1970 to 9998" },
  ])("refuses a time that it could not tell of: $args", async ({ args, meant }) => {
    const { code, stdout, stderr } = await stage.coulomb(["schedule", "next", ...args]);
    expect({ code, stdout }).toEqual({ code: 64, stdout: "" });
    expect(stderr).toContain(meant);
  });

  it("writes a calendar with free time where nothing is due", async () => {
    const range = ["--from", "2027-03-28T00:01:00Z", "--to", "2027-03-28T00:02:00Z"];
    const { stdout } = await stage.coulomb(["schedule", "next", "--format", "ical", ...range]);
    const components = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents();
    expect(components.map(({ name }) => name)).toEqual(["vfreebusy"]);
    expect(components[0]?.getFirstPropertyValue("dtend")?.toString()).toBe("2027-03-28T00:02:00Z");
  });

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

describe("schedule next, of activities", () => {
  let fleet: Stage;
  beforeAll(async () => {
    fleet = await createStage({ pilots: { alpha: undefined, beta: undefined }, ops: definitionFiles });
  });
  const firingsOf = async (args: readonly string[]) =>
    rows((await fleet.json(["schedule", "next", ...args])).firings);
  const ical = async (args: readonly string[]) =>
    (await fleet.coulomb(["schedule", "next", "--format", "ical", ...args])).stdout;

  it("says slot, activity, cycle, and whether the definition is enabled", async () => {
    const found = await firingsOf(["--repo", "alpha", "--count", "1"]);
    const base = { repo_id: "local/coulomb/alpha", cycle: "kaizen-stack/bootstrap@2026-07-01T10:00:00Z" };
    expect(found).toMatchObject([
      { ...base, activity: "hourly-metrics", enabled: true },
      {
        ...base,
        activity: "hourly-coach",
        slot: "kaizen-stack/hourly-coach/local/coulomb/alpha@2026-07-01T10:15:00Z",
        enabled: true,
      },
      { ...base, activity: "hourly-optimization", enabled: false },
    ]);
  });

  it("has neither slot nor cycle for an agent without a definition", async () => {
    const [first] = await firings(["--count", "1"]);
    expect(Object.keys(first ?? {})).not.toEqual(expect.arrayContaining(["slot"]));
    expect(first).not.toHaveProperty("activity");
    expect(first).not.toHaveProperty("cycle");
    expect(first).not.toHaveProperty("enabled");
  });

  it.each([
    { args: ["--agent", "coach"], expected: { steps: ["coach"], repos: 2 } },
    { args: ["--loop", "kaizen-stack"], expected: { steps: ["coach", "metrics", "optimization"], repos: 2 } },
    { args: ["--repo", "beta", "--agent", "metrics"], expected: { steps: ["metrics"], repos: 1 } },
  ])("with $args tells of these only", async ({ args, expected }) => {
    const found = await firingsOf(args);
    expect(new Set(found.map(({ step }) => step))).toEqual(new Set(expected.steps));
    expect(new Set(found.map(({ repo_id }) => repo_id)).size).toBe(expected.repos);
  });

  it.each([
    { args: ["--agent", "coahc"], hint: "coach" },
    { args: ["--loop", "kaizen-stak"], hint: "kaizen-stack" },
    { args: ["--repo", "alpa"], hint: "alpha" },
    { args: ["--to", "2026-07-01T10:00:00Z"], hint: "UTC" },
    { args: ["--format", "ical"], hint: "--json" },
  ])("refuses $args and says what to do", async ({ args, hint }) => {
    const ran = await fleet.coulomb(["schedule", "next", ...args, "--json"]);
    expect(ran.code).toBe(64);
    expect(ran.stdout + ran.stderr).toContain(hint);
  });

  it("marks in the table what is not enabled", async () => {
    const ran = await fleet.coulomb(["schedule", "next", "--repo", "alpha", "--count", "1"]);
    const marked = ran.stdout.split("\n").filter((line) => line.includes("not enabled"));
    expect(marked).toHaveLength(1);
    expect(marked[0]).toContain("optimization");
  });

  it("follows an override to its end, in ranges and in counts", async () => {
    const until = "2026-07-01T12:00:00Z";
    const own = await createStage({ pilots: { alpha: undefined }, ops: definitionFiles });
    own.edit("loops/kaizen-stack/roster.yaml", (text) =>
      text.replace(
        "{ repo: alpha, wave: 1 }",
        `{ repo: alpha, wave: 1, overrides: [{ path: /agents/coach/cron, value: "20 * * * *", reason: r, owner: o, expires_at: ${until} }] }`,
      ),
    );
    const expected = ["10:20", "11:20", "12:15"];
    for (const args of [
      ["--count", "3"],
      ["--to", "2026-07-01T13:00:00Z"],
    ]) {
      const report = await own.json(["schedule", "next", "--agent", "coach", ...args]);
      expect(rows(report.firings).map(({ at }) => String(at).slice(11, 16))).toEqual(expected);
    }
  });

  describe("as iCalendar", () => {
    it("reads back as the firings are, with a reader of somebody else", async () => {
      const range = ["--from", "2026-10-24T23:00:00Z", "--to", "2026-10-25T03:00:00Z"];
      const calendar = new ICAL.Component(ICAL.parse(await ical(range)));
      const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
      const expected = await firingsOf(range);
      expect(events).toHaveLength(expected.length);
      expect(
        events.map((event) => [
          event.uid,
          event.startDate.toJSDate().toISOString(),
          event.startDate.zone.tzid,
        ]),
      ).toEqual(expected.map(({ slot, at }) => [slot, at, "UTC"]));
      expect(events.map(({ component }) => component.getFirstPropertyValue("status"))).toEqual(
        expected.map(({ enabled }) => (enabled === true ? "CONFIRMED" : "TENTATIVE")),
      );
      expect(events.map(({ component }) => component.getFirstPropertyValue("x-coulomb-dst"))).toEqual(
        expected.map(({ dst }) => dst),
      );
      expect(events[0]?.description.split("\n")).toEqual([
        "2026-10-25 01:00 +02:00 Europe/Berlin",
        "cron 0 * * * *, phase bootstrap",
        "cycle kaizen-stack/bootstrap@2026-10-24T23:00:00Z",
        "clock goes back this day",
      ]);
      expect(
        new Set(events.map(({ component }) => String(component.getFirstPropertyValue("dtstamp")))),
      ).toEqual(new Set(["2026-07-01T10:00:00Z"]));
    });

    it("has lines of at most 75 octets that end with CRLF, and the same bytes each time", async () => {
      const text = await ical([]);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
      expect(Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      expect(await ical([])).toBe(text);
    });

    it("keeps uids apart where an agent has no definition", async () => {
      const ran = await stage.coulomb(["schedule", "next", "--format", "ical"]);
      const events = new ICAL.Component(ICAL.parse(ran.stdout)).getAllSubcomponents("vevent");
      expect(new Set(events.map((each) => String(each.getFirstPropertyValue("uid")))).size).toBe(2 * 2 * 24);
    });
  });
});
