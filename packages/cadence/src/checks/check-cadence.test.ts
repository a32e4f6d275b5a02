import { describe, expect, it } from "vitest";
import type { OpsFiles } from "../ops-documents.fixture.ts";
import {
  agent,
  analysis,
  approval,
  brief,
  cadence,
  definition,
  loop,
  opsDocuments,
  phase,
  workplan,
} from "../ops-documents.fixture.ts";
import { checkOpsDocuments } from "./check-ops-documents.ts";

const asOf = Date.UTC(2026, 7, 1);
const file = "loops/kaizen-stack/cadence.yaml";

function check(more: object, files: Partial<OpsFiles> = {}): string[] {
  return brief(
    checkOpsDocuments(opsDocuments({ loops: [loop({ cadence: cadence(more) })], ...files }), asOf),
  );
}

const one = (name: string, more: object = {}) => phase({ name, definitions: [], ...more });

describe("checkOpsDocuments on cadence.yaml", () => {
  it.each([
    ["a clean policy", {}, []],
    [
      "a loop of another name",
      { loop: "other" },
      [`definition_phase ${file}/phases/0/definitions/0`, `loop_name ${file}/loop`],
    ],
    ["an unknown zone", { timezone: "+01:00" }, [`zone_unknown ${file}/timezone`]],
    ["two phases of one name", { phases: [phase(), phase()] }, [`duplicate_id ${file}/phases/1/name`]],
    [
      "two analyses of one key",
      { analyses: [analysis(), analysis()] },
      [`duplicate_id ${file}/analyses/1/key`],
    ],
    [
      "analyses that are called as gates are",
      { analyses: [analysis(), ...["soak", "soaked", "in-sync"].map((key) => analysis({ key }))] },
      [`analysis_reserved ${file}/analyses/1/key`, `analysis_reserved ${file}/analyses/3/key`],
    ],
    [
      "two approvals of one name",
      { approvals: [approval(), approval()] },
      [`duplicate_id ${file}/approvals/1/name`],
    ],
    ["an agent that is gone", { removed_agents: ["reporter"] }, []],
    [
      "a removed agent that a phase schedules",
      { removed_agents: ["reporter", "coach"] },
      [`agent_removed ${file}/removed_agents/1`],
    ],
    [
      "two waves that select one wave",
      { waves: [0, 1, 1].map((wave, index) => ({ name: `w${index}`, select: { wave } })) },
      [`duplicate_id ${file}/waves/2/select`],
    ],
    [
      "two waves, and two windows, of one name",
      {
        waves: [0, 1].map((wave) => ({ name: "w", select: { wave } })),
        promotion_windows: [1, 2].map((day) => ({
          name: "w",
          kind: "allow",
          cron: `0 9 * * ${day}`,
          duration: "PT1H",
        })),
      },
      [`duplicate_id ${file}/promotion_windows/1/name`, `duplicate_id ${file}/waves/1/name`],
    ],
    [
      "a window that never opens",
      { promotion_windows: [{ name: "w", kind: "allow", cron: "0 9 31 2 *", duration: "PT1H" }] },
      [`cron_never ${file}/promotion_windows/0/cron`],
    ],
    [
      "a start after the close",
      { analyses: [analysis({ start_deadline: "PT1H", close_deadline: "PT30M" })] },
      [`deadline_order ${file}/analyses/0/start_deadline`],
    ],
    [
      "a start at the close",
      { analyses: [analysis({ start_deadline: "PT60M", close_deadline: "PT1H" })] },
      [`deadline_order ${file}/analyses/0/start_deadline`],
    ],
    ["a close and no start", { analyses: [analysis({ start_deadline: undefined })] }, []],
    [
      "more approvals than people",
      { approvals: [approval({ min_approvals: 2 })] },
      [`approval_impossible ${file}/approvals/0/min_approvals`],
    ],
    [
      "more approvals than people, one named twice",
      { approvals: [approval({ min_approvals: 2, approvers: [{ user: "ada" }, { user: "ada" }] })] },
      [`approval_impossible ${file}/approvals/0/min_approvals`],
    ],
    [
      "an approver whom nobody knows",
      { approvals: [approval({ approvers: [{ user: "ada" }, { user: "eve" }] })] },
      [`person_unknown ${file}/approvals/0/approvers/1/user`],
    ],
    [
      "a rule for a path that is not written",
      { ownership: [{ path: "/agents/<step>/prompt", class: "seed" }] },
      [`ownership_unmatched ${file}/ownership/0/path`],
    ],
    [
      "a rule for an agent that no phase has",
      {
        ownership: [
          { path: "/timezone", class: "enforced" },
          { path: "/agents/other/cron", class: "seed" },
        ],
      },
      [`ownership_unmatched ${file}/ownership/1/path`],
    ],
    ["a rule like a default one", { ownership: [{ path: "/agents/<step>/cron", class: "overridable" }] }, []],
  ])("finds what is wrong with %s", (_what, more, expected) => {
    expect(check(more)).toEqual(expected);
  });

  it.each([
    [
      "a deny around the clock",
      [{ name: "never", kind: "deny", cron: "0 9 * * *", duration: "PT24H" }],
      ["0"],
    ],
    [
      "an allow once a year",
      [{ name: "new-year", kind: "allow", cron: "0 9 1 1 *", duration: "PT7H" }],
      ["0"],
    ],
    ["an allow once a week", [{ name: "monday", kind: "allow", cron: "0 9 * * 1", duration: "PT7H" }], []],
    ["a freeze of twenty days", [{ name: "summer", kind: "deny", cron: "0 0 25 7 *", duration: "P20D" }], []],
  ])("wants promotion windows to open within 30 days: %s", (_what, windows, places) => {
    expect(check({ promotion_windows: windows })).toEqual(
      places.map((place) => `window_shut ${file}/promotion_windows/${place}`),
    );
  });

  const at = `${file}/phases/1`;
  it.each([
    [
      "a cron of four fields",
      { schedule: { coach: agent("0 9 * *") } },
      [`cron_fields ${at}/schedule/coach/cron`],
    ],
    [
      "a cron with a wrong field",
      { schedule: { coach: agent("60 * * * *") } },
      [`cron_field ${at}/schedule/coach/cron`],
    ],
    [
      "an agent that is no step",
      { schedule: { couch: agent("0 9 * * *") } },
      [`step_unknown ${at}/schedule/couch key`],
    ],
    [
      "a daily agent without cron",
      { schedule: { coach: { cadence: "daily", enabled: true } } },
      [`cron_missing ${at}/schedule/coach`],
    ],
    ["a manual agent without cron", { schedule: { coach: { cadence: "manual", enabled: true } } }, []],
    [
      "a definition that does not exist",
      { definitions: ["hourly-couch"] },
      [`definition_missing ${at}/definitions/0`],
    ],
    [
      "a definition of another phase",
      { definitions: ["hourly-coach"] },
      [`definition_phase ${at}/definitions/0`],
    ],
    [
      "an analysis that does not exist",
      { exit: ["cycles-clean", "cycles-clear"] },
      [`analysis_missing ${at}/exit/1`],
    ],
    ["an approval that does not exist", { approval: "regulators" }, [`approval_missing ${at}/approval`]],
    [
      "a task that does not exist",
      { workplan_task: "LOOP-WP-0001-T09" },
      [`task_missing ${at}/workplan_task`],
    ],
    [
      "a task of a workplan that does not exist",
      { workplan_task: "LOOP-WP-0002-T08" },
      [`task_missing ${at}/workplan_task`],
    ],
    [
      "names after flawed ones",
      { exit: [1, "cycles-clear"], definitions: ["A", "cycles-clean", "B", "hourly-couch"] },
      [
        `analysis_missing ${at}/exit/1`,
        `definition_missing ${at}/definitions/1`,
        `definition_missing ${at}/definitions/3`,
      ],
    ],
  ])("finds what is wrong with a phase that has %s", (_what, more, expected) => {
    expect(check({ phases: [phase(), one("stabilize", more)] })).toEqual(expected);
  });

  it("finds a definition whose step the loop does not have", () => {
    expect(
      check(
        {
          steps: ["metrics", "optimization"],
          phases: [
            phase({ schedule: { metrics: agent("0 * * * *") } }),
            one("operate", { schedule: { optimization: agent("1 * * * *") } }),
          ],
        },
        {},
      ),
    ).toEqual([
      `override_path loops/kaizen-stack/roster.yaml/active/1/overrides/0/path`,
      `step_unknown ${file}/phases/0/definitions/0`,
    ]);
  });

  it("says of a phase without workplans nothing about its task", () => {
    expect(check({}, { workplans: [] })).toEqual([]);
  });

  it("tells workplans apart whose ids begin alike", () => {
    const tasks = [{ id: "T08", status: "todo", title: "t" }];
    const workplans: OpsFiles["workplans"] = [
      ["workplans/LOOP-WP-0001.md", workplan({ tasks: [] })],
      ["workplans/A-WP-0001.md", workplan({ id: "A-WP-0001", tasks })],
    ];
    expect(check({ phases: [phase()] }, { workplans })).toEqual([
      `task_missing ${file}/phases/0/workplan_task`,
    ]);
  });

  it("says nothing of a definition whose file could not be read", () => {
    expect(
      check(
        { phases: [phase({ definitions: ["hourly-metrics"] })] },
        { definitions: [], unread: ["hourly-metrics"] },
      ),
    ).toEqual([]);
    expect(check({}, { definitions: [definition({ step: 5 })] })).toEqual([]);
  });

  it("takes a loop in a folder at the top", () => {
    const documents = opsDocuments({
      loops: [loop({ folder: "kaizen-stack" })],
      definitions: [definition({ phase: "bootstrp" })],
    });
    expect(brief(checkOpsDocuments(documents, asOf))).toEqual([
      "definition_phase kaizen-stack/cadence.yaml/phases/0/definitions/0",
      "phase_unknown activity-definitions/hourly-coach.md/phase",
    ]);
  });
});
