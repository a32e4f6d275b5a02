import { describe, expect, it } from "vitest";
import type { OpsFiles } from "../ops-documents.fixture.ts";
import {
  brief,
  cadence,
  coulomb,
  decision,
  forge,
  loop,
  opsDocuments,
  override,
  roster,
} from "../ops-documents.fixture.ts";
import { checkOpsDocuments } from "./check-ops-documents.ts";

const day = 86_400_000;
const asOf = Date.UTC(2026, 7, 1);
const file = "loops/kaizen-stack/roster.yaml";

function check(more: object, files: Partial<OpsFiles> = {}): string[] {
  return brief(checkOpsDocuments(opsDocuments({ loops: [loop({ roster: roster(more) })], ...files }), asOf));
}

/** Two loops that both run in kaizen-agentic. */
function checkTwoLoops(more: object): string[] {
  const second = roster({ loop: "other", active: [{ repo: "kaizen-agentic" }], ...more });
  const loops = [loop(), loop({ folder: "loops/other", cadence: undefined, roster: second })];
  return brief(checkOpsDocuments(opsDocuments({ loops }), asOf));
}

describe("checkOpsDocuments on roster.yaml", () => {
  it.each([
    ["a clean roster", {}, []],
    ["a loop of another name", { loop: "other" }, [`loop_name ${file}/loop`]],
    ["a decision that does not exist", { decision: "DEC-010" }, [`decision_missing ${file}/decision`]],
    ["no decision", { decision: undefined }, []],
    [
      "an unknown forge in defaults",
      { defaults: { forge: "locl", owner: "coulomb" } },
      [`forge_unknown ${file}/defaults/forge`],
    ],
    [
      "an unknown forge of an entry",
      { active: [{ repo: "a" }, { repo: "b", forge: "hub" }] },
      [`forge_unknown ${file}/active/1/forge`],
    ],
    [
      "an unknown forge of a leaving repo",
      { removed: [{ repo: "a", forge: "hub", mode: "prune", reason: "r" }] },
      [`forge_unknown ${file}/removed/0/forge`],
    ],
    [
      "a repo twice in a list",
      { active: [{ repo: "a" }, { repo: "b" }, { repo: "a" }] },
      [`repo_twice ${file}/active/2/repo`],
    ],
    [
      "a repo in two lists",
      { active: [{ repo: "a" }], expansion_queue: [{ repo: "a", owner: "coulomb" }] },
      [`repo_twice ${file}/expansion_queue/0/repo`],
    ],
    [
      "a repo in four lists",
      {
        active: [{ repo: "a" }],
        expansion_queue: [{ repo: "a" }],
        saturated: [{ repo: "a" }],
        removed: [{ repo: "a", mode: "disable", reason: "r" }],
      },
      [
        `repo_twice ${file}/expansion_queue/0/repo`,
        `repo_twice ${file}/removed/0/repo`,
        `repo_twice ${file}/saturated/0/repo`,
      ],
    ],
    ["repos of one name and two owners", { active: [{ repo: "a" }, { repo: "a", owner: "other" }] }, []],
    [
      "an unknown phase of an entry",
      { active: [{ repo: "a" }, { repo: "b", phase: "bootstrp" }] },
      [`phase_unknown ${file}/active/1/phase`],
    ],
    [
      "an unknown default phase, once",
      { defaults: { phase: "bootstrp" }, active: [{ repo: "a" }, { repo: "b" }] },
      [`phase_unknown ${file}/defaults/phase`],
    ],
    [
      "an unknown default phase that not the first entry needs",
      { defaults: { phase: "bootstrp" }, active: [{ repo: "a", phase: "bootstrap" }, { repo: "b" }] },
      [`phase_unknown ${file}/defaults/phase`],
    ],
    [
      "an unknown default phase that nobody needs",
      { defaults: { phase: "bootstrp" }, active: [{ repo: "a", phase: "bootstrap" }] },
      [],
    ],
    [
      "a wave that no wave selects",
      { active: [{ repo: "a", wave: 2 }] },
      [`wave_unknown ${file}/active/0/wave`],
    ],
    [
      "a default wave that no wave selects",
      { defaults: { wave: 2 }, active: [{ repo: "a" }] },
      [`wave_unknown ${file}/active/0/wave`],
    ],
    [
      "two live overrides of one path",
      { active: [{ repo: "a", overrides: [override(), override()] }] },
      [`duplicate_id ${file}/active/0/overrides/1/path`],
    ],
    [
      "places after flawed entries",
      { active: [{}, { repo: "a" }, { repo: "A B" }, { repo: "a" }] },
      [`repo_twice ${file}/active/3/repo`],
    ],
  ])("finds what is wrong with %s", (_what, more, expected) => {
    expect(check(more)).toEqual(expected);
  });

  it.each(["proposed", "rejected", "superseded"])("warns of a decision that is %s", (status) => {
    const documents = opsDocuments({ loops: [loop({ decisions: [decision({ status })] })] });
    expect(brief(checkOpsDocuments(documents, asOf))).toEqual([`warning decision_open ${file}/decision`]);
  });

  it.each([
    ["forge", coulomb({ forges: [forge(), forge("hub")] })],
    ["owner", coulomb({ forges: [forge("local", { owner: undefined })] })],
  ])("finds a repo without %s", (_what, value) => {
    expect(check({ defaults: {}, active: [{ repo: "a" }] }, { coulomb: value })).toEqual([
      `repo_incomplete ${file}/active/0/repo`,
    ]);
  });

  it("leaves a decision that is there and cannot be read to its own finding", () => {
    expect(check({ decision: "DEC-010" }, { unread: ["DEC-010"] })).toEqual([]);
  });

  it("lets two loops run in one repo, with a schedule file each", () => {
    expect(checkTwoLoops({ schedule_path: ".kaizen/other.yml" })).toEqual([]);
    expect(checkTwoLoops({})).toEqual(["repo_twice loops/other/roster.yaml/active/0/repo"]);
    expect(checkTwoLoops({ schedule_path: ".kaizen/schedule.yml" })).toEqual([
      "repo_twice loops/other/roster.yaml/active/0/repo",
    ]);
  });

  it("says nothing of waves where the policy has none", () => {
    const documents = opsDocuments({
      loops: [
        loop({ cadence: cadence({ waves: [] }), roster: roster({ active: [{ repo: "a", wave: 9 }] }) }),
      ],
    });
    expect(checkOpsDocuments(documents, asOf)).toEqual([]);
  });

  it("says nothing of phases where the policy could not be read", () => {
    const documents = opsDocuments({
      loops: [loop({ cadence: undefined, roster: roster({ active: [{ repo: "a", phase: "zzz" }] }) })],
    });
    expect(checkOpsDocuments(documents, asOf)).toEqual([]);
  });

  const at = `${file}/active/0/overrides/1`;
  it.each([
    ["another cron", {}, []],
    ["no value", { value: undefined }, []],
    ["another cadence", { path: "/agents/coach/cadence", value: "weekly" }, []],
    [
      "a path that is the repo's own",
      { path: "/agents/coach/prompt", value: "x" },
      [`override_path ${at}/path`],
    ],
    ["a whole agent", { path: "/agents/coach", value: undefined }, [`override_path ${at}/path`]],
    ["whether an agent runs", { path: "/agents/coach/enabled", value: false }, [`override_path ${at}/path`]],
    ["the zone", { path: "/timezone", value: "UTC" }, [`override_path ${at}/path`]],
    ["an agent that no phase has", { path: "/agents/couch/cron" }, [`override_path ${at}/path`]],
    [
      "an agent with a name that objects are born with",
      { path: "/agents/constructor/cron" },
      [`override_path ${at}/path`],
    ],
    ["a cron of three fields", { value: "20 * *" }, [`cron_fields ${at}/value`]],
    ["a cron with a wrong field", { value: "99 * * * *" }, [`cron_field ${at}/value`]],
    ["a cron that never fires", { value: "0 0 30 2 *" }, [`cron_never ${at}/value`]],
    ["a cron that is no text", { value: true }, [`override_value ${at}/value`]],
    [
      "a cadence that the contract does not know",
      { path: "/agents/coach/cadence", value: "hourly" },
      [`override_value ${at}/value`],
    ],
    [
      "a cadence that is no text",
      { path: "/agents/coach/cadence", value: false },
      [`override_value ${at}/value`],
    ],
  ])("finds what is wrong with an override of %s", (_what, more, expected) => {
    const first = override({ path: "/agents/optimization/cron", value: "1 * * * *" });
    expect(check({ active: [{ repo: "a", overrides: [first, override(more)] }] })).toEqual(expected);
  });

  it.each([
    ["/agents/coach/enabled", "enabled", "yes", ["override_value"]],
    ["/agents/coach/enabled", "enabled", false, []],
    ["/timezone", "the zone", "Mars/Base", ["zone_unknown"]],
    ["/timezone", "the zone", "UTC", []],
    ["/domain", "the domain", "Not A Slug", ["override_value"]],
  ])("checks an override of %s where the loop allows it (%s: %s)", (path, _what, value, codes) => {
    const documents = opsDocuments({
      loops: [
        loop({
          cadence: cadence({ ownership: [{ path: path.replace("coach", "<step>"), class: "overridable" }] }),
          roster: roster({ active: [{ repo: "a", overrides: [override({ path, value })] }] }),
        }),
      ],
    });
    expect(
      checkOpsDocuments(documents, asOf)
        .filter(({ code }) => code !== "override_path")
        .map(({ code }) => code),
    ).toEqual(codes);
  });

  it.each([
    ["just ended", asOf, ["warning override_expired"]],
    ["ended long ago", asOf - 400 * day, ["warning override_expired"]],
    ["ends next", asOf + 1000, ["warning override_expiring"]],
    ["ends in seven days", asOf + 7 * day, ["warning override_expiring"]],
    ["ends a moment later than in seven days", asOf + 7 * day + 1, []],
    ["ends in 90 days", asOf + 90 * day, []],
    ["ends later than in 90 days", asOf + 90 * day + 1000, ["override_too_long"]],
  ])("judges an override that %s", (_what, expires, expected) => {
    const expiresAt = new Date(expires).toISOString();
    expect(check({ active: [{ repo: "a", overrides: [override({ expires_at: expiresAt })] }] })).toEqual(
      expected.map((text) => `${text} ${file}/active/0/overrides/0/expires_at`),
    );
  });

  it.each([
    ["as often as the phase", "20 * * * *", []],
    ["rarer than the phase", "0 9 * * *", []],
    ["twice as often as the phase", "*/30 * * * *", ["override_too_often"]],
    ["once more in 28 days", "15,45 3 1 * *", []],
  ])("judges a cron that fires %s", (_what, value, codes) => {
    expect(check({ active: [{ repo: "a", overrides: [override({ value })] }] })).toEqual(
      codes.map((code) => `${code} ${file}/active/0/overrides/0/value`),
    );
  });

  it("judges a cron by the phase of its entry, and not after its end", () => {
    const daily = { repo: "a", phase: "stabilize", overrides: [override({ value: "15 * * * *" })] };
    expect(check({ active: [daily] })).toEqual([`override_too_often ${file}/active/0/overrides/0/value`]);
    const ended = {
      ...daily,
      overrides: [override({ value: "15 * * * *", expires_at: "2026-01-01T00:00:00Z" })],
    };
    expect(check({ active: [ended] })).toEqual([
      `warning override_expired ${file}/active/0/overrides/0/expires_at`,
    ]);
  });

  it.each([
    ["leads from a repo that is gone to one that is there", [{ from: "old", to: "a" }], []],
    ["leads from another owner", [{ from: "me/a", to: "a" }], []],
    ["leads from a repo that is still there", [{ from: "b", to: "a" }], ["moved_from /moved/0/from"]],
    ["leads nowhere", [{ from: "old", to: "c" }], ["moved_to /moved/0/to"]],
    [
      "leads from one repo to two",
      [
        { from: "old", to: "a" },
        { from: "old", to: "b" },
      ],
      ["duplicate_id /moved/1/from"],
    ],
  ])("judges a move that %s", (_what, moved, expected) => {
    expect(check({ active: [{ repo: "a" }, { repo: "b" }], moved })).toEqual(
      expected.map((text) => text.replace(" ", ` ${file}`)),
    );
  });

  it.each([
    ["2026-06-30T23:59:60Z", ["warning override_expired"]],
    ["2026-12-31T23:59:60Z", ["override_too_long"]],
  ])("judges an override that ends with a leap second, %s", (expiresAt, expected) => {
    expect(check({ active: [{ repo: "a", overrides: [override({ expires_at: expiresAt })] }] })).toEqual(
      expected.map((text) => `${text} ${file}/active/0/overrides/0/expires_at`),
    );
  });
});
