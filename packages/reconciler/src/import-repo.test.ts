import { describe, expect, it } from "vitest";
import type { ImportCase } from "./import.fixture.ts";
import { cadence, imported, known, planned, rosterOf, schedule } from "./import.fixture.ts";

const hourlyCoach = 'coach: { cadence: daily, cron: "15 * * * *", enabled: true }';
const hourlyReview = 'review: { cadence: daily, cron: "30 * * * *", enabled: true }';
const dailyReview = 'review: { cadence: daily, cron: "0 10 * * *", enabled: true }';

/** What an import comes to, in short. */
function short(options: ImportCase) {
  const { phase, kept, proposed, leftAlone, plan } = planned(options);
  return {
    phase,
    kept: kept.map(({ pointer, live }) => `${pointer} ${live ?? "none"}`),
    proposed: proposed.map(({ pointer }) => pointer),
    leftAlone,
    plan: plan.class,
  };
}

const calm = { kept: [], proposed: [], leftAlone: [], plan: "in_sync" };

describe("planImport", () => {
  it.each([
    {
      title: "takes the phase whose values are the live ones",
      text: schedule(hourlyCoach, hourlyReview),
      expected: { ...calm, phase: "bootstrap" },
    },
    {
      title: "takes a later phase when that is the one",
      text: schedule('coach: { cadence: daily, cron: "0 9 * * *", enabled: true }', dailyReview),
      expected: { ...calm, phase: "stabilize" },
    },
    {
      title: "reads crons by the times at which they fire",
      text: schedule('coach: { cadence: weekly, cron: "0 9 * * MON", enabled: true }'),
      expected: { ...calm, phase: "operate" },
    },
    {
      title: "keeps a rarer cron by an override, in the phase that needs the fewest",
      text: schedule('coach: { cadence: daily, cron: "0 7 * * *", enabled: true }', dailyReview),
      expected: { ...calm, phase: "stabilize", kept: ["/agents/coach/cron 0 7 * * *"] },
    },
    {
      title: "keeps cron and cadence, in the phase that fires most nearly as often",
      text: schedule(
        'coach: { cadence: weekly, cron: "0 7 * * 2", enabled: true }',
        'review: { cadence: monthly, cron: "0 7 1 * *", enabled: true }',
      ),
      wish: { phase: "stabilize" },
      expected: {
        ...calm,
        phase: "stabilize",
        kept: [
          "/agents/coach/cadence weekly",
          "/agents/coach/cron 0 7 * * 2",
          "/agents/review/cadence monthly",
          "/agents/review/cron 0 7 1 * *",
        ],
      },
    },
    {
      title: "takes of two phases with as many overrides the one that fires less",
      text: schedule(
        'coach: { cadence: daily, cron: "0 7 * * *", enabled: true }',
        'review: { cadence: daily, cron: "0 8 * * *", enabled: true }',
      ),
      expected: {
        ...calm,
        phase: "stabilize",
        kept: ["/agents/coach/cron 0 7 * * *", "/agents/review/cron 0 8 * * *"],
      },
    },
    {
      title: "takes no phase that fires less often than the repo",
      text: schedule('coach: { cadence: weekly, cron: "15 */2 * * *", enabled: true }', dailyReview),
      expected: {
        ...calm,
        phase: "bootstrap",
        kept: [
          "/agents/coach/cadence weekly",
          "/agents/coach/cron 15 */2 * * *",
          "/agents/review/cron 0 10 * * *",
        ],
      },
    },
    {
      title: "proposes a cron that fires too often, and the cadence that goes with it",
      text: schedule('coach: { cadence: weekly, cron: "*/5 * * * *", enabled: true }', hourlyReview),
      expected: {
        ...calm,
        phase: "bootstrap",
        proposed: ["/agents/coach/cadence", "/agents/coach/cron"],
        plan: "adoption",
      },
    },
    {
      title: "proposes what is enforced",
      text: schedule('coach: { cadence: daily, cron: "15 * * * *", enabled: false }', hourlyReview),
      expected: { ...calm, phase: "bootstrap", proposed: ["/agents/coach/enabled"], plan: "adoption" },
    },
    {
      title: "proposes what no schedule file may say",
      text: schedule('coach: { cadence: daily, cron: "@daily", enabled: true }', hourlyReview),
      expected: {
        ...calm,
        phase: "bootstrap",
        proposed: ["/agents/coach/cron"],
        plan: "adoption",
      },
    },
    {
      title: "proposes what is no text",
      text: schedule("coach: { cadence: daily, cron: null, enabled: true }", hourlyReview),
      expected: { ...calm, phase: "bootstrap", proposed: ["/agents/coach/cron"], plan: "adoption" },
    },
    {
      title: "leaves an agent that people start by hand without a cron",
      text: schedule("coach: { cadence: manual, enabled: true }", hourlyReview),
      expected: {
        ...calm,
        phase: "bootstrap",
        kept: ["/agents/coach/cadence manual", "/agents/coach/cron none"],
      },
    },
    {
      title: "leaves agents alone that are not the loop's, and asks for those that lack",
      text: schedule(hourlyCoach, 'janitor: { cadence: weekly, cron: "0 5 * * 0", enabled: true }'),
      wish: { phase: "bootstrap" },
      expected: {
        phase: "bootstrap",
        kept: [],
        proposed: ["/agents/review/cadence", "/agents/review/cron", "/agents/review/enabled"],
        leftAlone: ["janitor"],
        plan: "create",
      },
    },
    {
      title: "leaves zone and domain as they are",
      text: schedule(hourlyCoach, hourlyReview).replace("Europe/Berlin", "UTC").replace("custodian", "mine"),
      expected: { ...calm, phase: "bootstrap" },
    },
  ])("$title", ({ text, wish, expected }) => {
    expect(short({ text, ...(wish === undefined ? {} : { wish }) })).toEqual(expected);
  });

  it.each(["daily", "weekly", "monthly", "manual", "hourly"])(
    "foretells the first plan: what is not named is in sync (cadence %s)",
    (word) => {
      const crons = ["15 * * * *", "0 9 * * *", "0 7 * * 1", "*/10 * * * *", "0 0 31 2 *", "soon"];
      for (const cron of crons) {
        for (const enabled of [true, false]) {
          const coach = `coach: { cadence: ${word}, cron: "${cron}", enabled: ${enabled} }`;
          const { plan, proposed } = planned({ text: schedule(coach, dailyReview) });
          const differing = plan.paths.filter((path) => path.class !== "in_sync").map((path) => path.pointer);
          expect(differing).toEqual(proposed.map(({ pointer }) => pointer));
        }
      }
    },
  );

  it("gives a repo without a schedule file a plain entry in the roster's phase", () => {
    const { entry, plan, kept, hasFile } = planned({ text: undefined });
    expect({ entry, kept, hasFile }).toEqual({ entry: { repo: "newcomer" }, kept: [], hasFile: false });
    expect(plan.class).toBe("create");
  });

  it("writes only what the defaults leave open", () => {
    const { entry } = planned({
      text: schedule('coach: { cadence: daily, cron: "0 7 * * *", enabled: true }', dailyReview),
      wish: { forge: "other", owner: "others", wave: 2 },
    });
    expect(entry).toEqual({
      repo: "newcomer",
      forge: "other",
      owner: "others",
      phase: "stabilize",
      wave: 2,
      overrides: [
        {
          path: "/agents/coach/cron",
          value: "0 7 * * *",
          reason: "as it was",
          owner: "acme",
          expires_at: "2026-07-31T10:00:00Z",
        },
      ],
    });
  });

  it("carries the queue's entry over, with its phase and its overrides", () => {
    const queue = [
      "expansion_queue:",
      "  - { repo: other }",
      "  - repo: newcomer",
      "    owner: elsewhere",
      "    phase: stabilize",
      "    x-ours: [1]",
      "    overrides:",
      '      - { path: /agents/review/cron, value: "0 11 * * 1", reason: r, owner: o, expires_at: 2026-07-09T00:00:00Z }',
    ];
    const { entry, kept, proposed, plan } = planned({
      text: schedule('coach: { cadence: daily, cron: "0 7 * * *", enabled: true }', dailyReview),
      roster: rosterOf(undefined, queue),
    });
    expect(plan.repo_id).toBe("local/elsewhere/newcomer");
    expect(Object.keys(entry)).toEqual(["repo", "owner", "phase", "overrides", "x-ours"]);
    expect(entry.overrides).toHaveLength(2);
    expect(kept.map(({ pointer }) => pointer)).toEqual(["/agents/coach/cron"]);
    expect(proposed.map(({ pointer }) => pointer)).toEqual(["/agents/review/cron"]);
  });

  const two = {
    "loops/second/roster.yaml": rosterOf(["  - { repo: newcomer }"]).replace("kaizen # the loop", "second"),
    "loops/second/cadence.yaml": cadence.replace("loop: kaizen", "loop: second"),
  };
  const unknown = { kind: "unknown", reason: "not_found", message: "nothing there" } as const;
  const proof = "c".repeat(40);
  const archived = { ...known, eligible: { ok: false, reason: "archived" } as const };
  it.each<{ title: string; code: string; options: ImportCase }>([
    { title: "active", code: "import_listed", options: { roster: rosterOf(["  - { repo: newcomer }"]) } },
    {
      title: "saturated",
      code: "import_listed",
      options: { roster: rosterOf(undefined, ["saturated: [{ repo: newcomer }]"]) },
    },
    {
      title: "removed",
      code: "import_listed",
      options: { roster: rosterOf(undefined, ["removed: [{ repo: newcomer, mode: release, reason: r }]"]) },
    },
    {
      title: "in the roster of another loop",
      code: "import_listed",
      options: { more: two, wish: { loop: "kaizen" } },
    },
    { title: "to go into one of two loops", code: "usage", options: { more: two } },
    { title: "to go into no loop", code: "usage", options: { wish: { loop: "kaizne" } } },
    { title: "to be in a phase that is not there", code: "usage", options: { wish: { phase: "weekly" } } },
    { title: "on a forge that is not there", code: "usage", options: { wish: { forge: "hub" } } },
    {
      title: "in a wave that no wave selects",
      code: "usage",
      options: {
        more: { "loops/kaizen/cadence.yaml": `${cadence}waves: [{ name: one, select: { wave: 1 } }]\n` },
      },
    },
    { title: "unknown", code: "import_unreadable", options: { facts: unknown } },
    { title: "moved", code: "import_moved", options: { facts: { ...unknown, reason: "moved" } } },
    {
      title: "archived",
      code: "import_ineligible",
      options: { facts: { kind: "known", value: archived, proof } },
    },
    {
      title: "switched off",
      code: "import_opted_out",
      options: { text: `enabled: false\n${schedule(hourlyCoach)}` },
    },
    {
      title: "paused",
      code: "import_opted_out",
      options: { text: `paused: { reason: r }\n${schedule(hourlyCoach)}` },
    },
    {
      title: "with a link for a file",
      code: "import_unsupported",
      options: { file: { kind: "other", what: "symlink" } },
    },
    {
      title: "with a file that is no YAML",
      code: "import_unsupported",
      options: { text: "agents:\n\tcoach: {}\n" },
    },
    {
      title: "with a file that cannot be edited",
      code: "import_unsupported",
      options: {
        text: schedule(
          'coach: { cadence: daily, cron: "15 * * * *", enabled: &on false }',
          "review: { x-a: *on }",
        ),
      },
    },
    {
      title: "whose entry does not fit into the roster",
      code: "import_refused",
      options: { roster: rosterOf(["  - repo: first", "    note: |", "      a text"]) },
    },
    {
      title: "that the roster says moved away",
      code: "import_refused",
      options: { roster: rosterOf(undefined, ["moved: [{ from: newcomer, to: first }]"]) },
    },
  ])("refuses a repo $title: $code", ({ code, options }) => {
    expect(imported(options)).toMatchObject({ refused: { code } });
  });

  it("takes a repo whose pause has ended", () => {
    const text = `paused: { until: 2026-07-01T09:00:00Z, reason: r }\n${schedule(hourlyCoach, hourlyReview)}`;
    expect(planned({ text }).plan.class).toBe("in_sync");
  });
});
