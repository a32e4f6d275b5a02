import type { PathPlan, RepoPlan } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { proposalText } from "./proposal-text.ts";

const digest = "0".repeat(64);
const plannedAt = "2026-06-18T12:00:00Z";

function path(pointer: string, more: Partial<PathPlan>): PathPlan {
  return {
    pointer,
    class: "pending",
    row: 4,
    ownership: "overridable",
    reason: "the ops repo changed it",
    source: { what: "phase stabilize", file: "loops/kaizen-stack/cadence.yaml", line: 31, column: 47 },
    ...more,
  };
}

function plan(more: Partial<RepoPlan>): RepoPlan {
  return {
    repo_id: "local/coulomb/activity-core",
    forge: "local",
    owner: "coulomb",
    repo: "activity-core",
    loop: "kaizen-stack",
    mode: "run",
    phase: "stabilize",
    wave: 1,
    timezone: "Europe/Berlin",
    key: "schedule-kaizen-stack",
    class: "pending",
    reason: "r",
    inputs_digest: digest,
    file: ".kaizen/schedule.yml",
    blob: "a".repeat(40),
    paths: [],
    edits: [],
    result_blob: "b".repeat(40),
    change: digest,
    gate: { open: true },
    source: { what: "kaizen-stack roster, active" },
    overrides: [],
    ...more,
  };
}

const promoted = plan({
  paths: [
    path("/agents/coach/cron", { live: "15 * * * *", base: "15 * * * *", desired: "0 9 * * *" }),
    path("/agents/optimization/cron", { live: "30 * * * *", base: "30 * * * *", desired: "0 10 * * *" }),
  ],
});

describe("proposalText", () => {
  it("reads like a colleague's: a change of phase", () => {
    expect(print(promoted)).toMatchInlineSnapshot(`
      "Set the kaizen-stack schedule to stabilize

      The ops repo runs the loop **kaizen-stack** here, in phase **stabilize**. Its values changed in the ops repo; this brings \`.kaizen/schedule.yml\` along.

      ### What changes

      - **coach**: hourly at :15 (\`15 * * * *\`) → daily 09:00 (\`0 9 * * *\`)
      - **optimization**: hourly at :30 (\`30 * * * *\`) → daily 10:00 (\`0 10 * * *\`)

      ### When it fires next (as of 2026-06-18T12:00Z, times in Europe/Berlin)

      | agent | now | merged |
      |---|---|---|
      | coach | Thu 2026-06-18 14:15 | Fri 2026-06-19 09:00 |
      | optimization | Thu 2026-06-18 14:30 | Fri 2026-06-19 10:00 |

      ### Why

      - coach: cron, optimization: cron: the ops repo changed it (phase stabilize, \`loops/kaizen-stack/cadence.yaml:31\`)

      ### What you can do

      - **Merge** to agree.
      - **Close** to decline: this change is not offered again, another one may be.
      - **Push to the branch** and it is yours: the tool says so once and leaves it alone. The label \`coulomb:rebuild\` gives it back.
      - **Label \`coulomb:hold\`** and nothing happens to it until the label is gone.
      - To opt this repo out altogether, set \`enabled: false\` at the top of \`.kaizen/schedule.yml\`.

      Only these values change in \`.kaizen/schedule.yml\`; every other byte stays as it is."
    `);
  });

  it("names who changed what is restored: drift", () => {
    const drifted = plan({
      class: "drift",
      phase: "bootstrap",
      last_change: {
        commit: "058c27b3ec".padEnd(40, "0"),
        author: "Robin",
        at: "2026-06-17T08:00:00Z",
        subject: "Run the coach later | `now`",
      },
      paths: [
        path("/agents/coach/cron", {
          class: "drift",
          row: 5,
          reason: "it was changed in the repo",
          live: "45 * * * *",
          base: "15 * * * *",
          desired: "15 * * * *",
        }),
        path("/agents/coach/enabled", {
          class: "drift",
          row: 5,
          ownership: "enforced",
          reason: "it was changed in the repo",
          live: false,
          base: true,
          desired: true,
        }),
      ],
    });
    expect(print(drifted)).toMatchInlineSnapshot(`
      "Restore the kaizen-stack schedule (bootstrap)

      The ops repo runs the loop **kaizen-stack** here, in phase **bootstrap**. Some of its values in \`.kaizen/schedule.yml\` were changed in this repo; this restores them.

      ### What changes

      - **coach**: hourly at :45 (\`45 * * * *\`) → hourly at :15 (\`15 * * * *\`); turned on

      ### When it fires next (as of 2026-06-18T12:00Z, times in Europe/Berlin)

      | agent | now | merged |
      |---|---|---|
      | coach | not scheduled | Thu 2026-06-18 14:15 |

      ### Why

      - coach: cron, coach: enabled: it was changed in the repo (phase stabilize, \`loops/kaizen-stack/cadence.yaml:31\`)
      - \`.kaizen/schedule.yml\` was last changed by \`Robin\` on 2026-06-17 (058c27b3ec: \`\` Run the coach later \\| \`now\` \`\`)

      ### What you can do

      - **Merge** to agree.
      - **Close** to decline: this change is not offered again, another one may be. If the change of coach: cron was meant, close this and ask for an override in the roster.
      - **Push to the branch** and it is yours: the tool says so once and leaves it alone. The label \`coulomb:rebuild\` gives it back.
      - **Label \`coulomb:hold\`** and nothing happens to it until the label is gone.
      - To opt this repo out altogether, set \`enabled: false\` at the top of \`.kaizen/schedule.yml\`.

      Only these values change in \`.kaizen/schedule.yml\`; every other byte stays as it is."
    `);
  });

  it("shows both sides: a conflict", () => {
    const conflict = plan({
      class: "conflict",
      paths: [
        path("/agents/coach/cron", {
          class: "conflict",
          row: 6,
          reason: "the ops repo and the repo both changed it",
          live: "45 * * * *",
          base: "15 * * * *",
          desired: "0 9 * * *",
        }),
      ],
    });
    expect(print(conflict)).toMatchInlineSnapshot(`
      "Settle the kaizen-stack schedule (stabilize)

      The ops repo runs the loop **kaizen-stack** here, in phase **stabilize**. The ops repo and this repo both changed the same values.

      ### What changes

      - **coach**: hourly at :45 (\`45 * * * *\`) → daily 09:00 (\`0 9 * * *\`)

      ### When it fires next (as of 2026-06-18T12:00Z, times in Europe/Berlin)

      | agent | now | merged |
      |---|---|---|
      | coach | Thu 2026-06-18 14:45 | Fri 2026-06-19 09:00 |

      ### Why

      - coach: cron: the ops repo and the repo both changed it (phase stabilize, \`loops/kaizen-stack/cadence.yaml:31\`)

      ### Both sides

      | what | last in sync | this repo | ops repo |
      |---|---|---|---|
      | coach: cron | hourly at :15 (\`15 * * * *\`) | hourly at :45 (\`45 * * * *\`) | daily 09:00 (\`0 9 * * *\`) |

      ### What you can do

      - **Merge** to agree; the ops repo's values win.
      - **Close** to decline: this change is not offered again, another one may be. If the change was meant, close this and ask the owners of the ops repo to want it: no override can keep it.
      - **Push to the branch** and it is yours: the tool says so once and leaves it alone. The label \`coulomb:rebuild\` gives it back.
      - **Label \`coulomb:hold\`** and nothing happens to it until the label is gone.
      - To opt this repo out altogether, set \`enabled: false\` at the top of \`.kaizen/schedule.yml\`.

      Only these values change in \`.kaizen/schedule.yml\`; every other byte stays as it is."
    `);
  });

  it("says that the loop leaves: a pruned file", () => {
    const leaving = plan({
      class: "leaving",
      mode: "prune",
      result_blob: null,
      paths: [
        path("/agents/coach/cron", {
          class: "leaving",
          row: 9,
          reason: "the loop leaves and takes its value along",
          live: "15 * * * *",
          base: "15 * * * *",
        }),
      ],
    });
    expect(print(leaving)).toMatchInlineSnapshot(`
      "Take the kaizen-stack schedule out

      The loop **kaizen-stack** leaves this repo. This takes its values out of \`.kaizen/schedule.yml\`.

      ### What changes

      - **coach**: hourly at :15 (\`15 * * * *\`) → removed

      ### When it fires next (as of 2026-06-18T12:00Z, times in Europe/Berlin)

      | agent | now | merged |
      |---|---|---|
      | coach | Thu 2026-06-18 14:15 | no more |

      ### Why

      - coach: cron: the loop leaves and takes its value along (phase stabilize, \`loops/kaizen-stack/cadence.yaml:31\`)

      ### What you can do

      - **Merge** to agree.
      - **Close** to decline: this change is not offered again, another one may be.
      - **Push to the branch** and it is yours: the tool says so once and leaves it alone. The label \`coulomb:rebuild\` gives it back.
      - **Label \`coulomb:hold\`** and nothing happens to it until the label is gone.
      - To opt this repo out altogether, set \`enabled: false\` at the top of \`.kaizen/schedule.yml\`.

      Nothing but the loop's agents is in \`.kaizen/schedule.yml\`, so the file goes."
    `);
  });

  it("advises only overrides that validate accepts: an adoption", () => {
    const adoption = plan({
      class: "adoption",
      paths: [
        path("/agents/coach/cron", {
          class: "adoption",
          row: 3,
          reason: "the repo has another value, which the loop has not taken over",
          live: "0 7 * * *",
          desired: "15 * * * *",
        }),
        path("/agents/optimization/cron", {
          class: "adoption",
          row: 3,
          reason: "the repo has another value, which the loop has not taken over",
          live: "*/10 * * * *",
          desired: "30 * * * *",
        }),
        path("/agents/optimization/cadence", {
          class: "adoption",
          row: 3,
          reason: "the repo has another value, which the loop has not taken over",
          live: "now and then",
          desired: "daily",
        }),
        path("/agents/optimization/enabled", {
          class: "adoption",
          row: 3,
          ownership: "enforced",
          reason: "the repo has another value, which the loop has not taken over",
          live: false,
          desired: true,
        }),
      ],
    });
    expect(section(adoption, "To keep your own values")).toMatchInlineSnapshot(`
      "### To keep your own values

      Ask the owners of the ops repo for overrides in the roster, each with an end at most 90 days ahead:

      \`\`\`yaml
      - repo: activity-core
        overrides:
          - { path: /agents/coach/cron, value: "0 7 * * *", reason: …, owner: …, expires_at: … }
      \`\`\`

      No override can keep these:

      - optimization: cron (\`*/10 * * * *\`): \`it fires 4032 times in 28 days, the loop's value 672 times, and an override may only be rarer\`
      - optimization: cadence (\`now and then\`): \`agents.optimization.cadence must be one of daily, weekly, monthly, manual, received "now and then"\`
      - optimization: enabled (\`false\`): \`it is enforced\`"
    `);
    const kept = adoption.paths.slice(0, 1);
    expect(section({ ...adoption, paths: kept }, "To keep")).not.toContain("No override");
    expect(section({ ...adoption, paths: adoption.paths.slice(3) }, "To keep")).not.toContain("yaml");
  });

  it.each([
    ["all", ["/agents/coach/cron"], "If the change was meant, close this and ask for an override"],
    ["some", ["/agents/coach/cron", "/agents/coach/enabled"], "If the change of coach: cron was meant"],
    ["none", ["/agents/coach/enabled"], "no override can keep it"],
  ])("advises an override where it can keep %s of what drifted", (_how, pointers, expected) => {
    const drifted = pointers.map((pointer) =>
      pointer.endsWith("enabled")
        ? path(pointer, { class: "drift", ownership: "enforced", live: false, desired: true })
        : path(pointer, { class: "drift", live: "45 * * * *", desired: "15 * * * *" }),
    );
    expect(proposalText(plan({ class: "drift", paths: drifted }), plannedAt).body).toContain(expected);
  });

  it("tells the reason and the owner of an override", () => {
    const until = "2026-07-01T00:00:00Z";
    const overrides = [
      {
        pointer: "/agents/coach/cron",
        state: "live",
        expires_at: until,
        reason: "a | b",
        owner: "build team",
      },
    ] as const;
    const pinned = plan({
      overrides: [...overrides],
      paths: [
        path("/agents/coach/cron", {
          live: "15 * * * *",
          desired: "20 * * * *",
          source: { what: `override until ${until}`, file: "loops/k/roster.yaml", line: 9 },
        }),
      ],
    });
    expect(section(pinned, "Why")).toMatchInlineSnapshot(`
      "### Why

      - coach: cron: the ops repo changed it (override until 2026-07-01T00:00:00Z, \`loops/k/roster.yaml:9\`); the override is by \`build team\`: \`a \\| b\`"
    `);
    const ended = plan({
      class: "drift",
      overrides: overrides.map((override) => ({ ...override, state: "expired" as const })),
      paths: [
        path("/agents/coach/cron", {
          class: "drift",
          reason: `its override ended on ${until} (override_expired)`,
          live: "20 * * * *",
          desired: "15 * * * *",
        }),
      ],
    });
    expect(section(ended, "What you can do")).toContain("renewed");
    expect(section(ended, "Why")).toMatchInlineSnapshot(`
      "### Why

      - coach: cron: its override ended on 2026-07-01T00:00:00Z (override_expired) (phase stabilize, \`loops/kaizen-stack/cadence.yaml:31\`); the override is by \`build team\`: \`a \\| b\`"
    `);
  });

  const off = path("/agents/optimization/enabled", {
    ownership: "enforced",
    live: true,
    base: true,
    desired: false,
    source: { what: "removed_agents of the loop" },
  });

  it.each([
    [
      "an agent that the loop dropped",
      {},
      "Turn optimization off (kaizen-stack)",
      "no more use for optimization",
    ],
    ["a saturated repo", { mode: "disable" }, "Turn the kaizen-stack agents off", "has nothing more to give"],
    [
      "a removed repo",
      { mode: "disable", because: "moved to shop" },
      "Turn the kaizen-stack agents off",
      "The roster says why the repo leaves: `moved to shop`",
    ],
  ] as const)("says which agents are turned off, and why: %s", (_what, more, title, said) => {
    const text = proposalText(plan({ ...more, paths: [off] }), plannedAt);
    expect(text).toEqual({ title, body: expect.stringContaining(said) });
  });

  it("reads each time in the zone that the file has then, and lists every agent that the zone moves", () => {
    const zone = path("/timezone", {
      ownership: "enforced",
      live: "America/New_York",
      desired: "Europe/Berlin",
    });
    const cron = path("/agents/coach/cron", { live: "0 9 * * *", desired: "0 10 * * *" });
    const other = path("/agents/metrics/cron", {
      class: "in_sync",
      live: "0 12 * * *",
      desired: "0 12 * * *",
    });
    const moved = plan({ timezone: "America/New_York", paths: [zone, cron] });
    const raw = {
      agents: {
        own: { cron: "30 8 * * *", enabled: true },
        off: { cron: "30 8 * * *", enabled: false },
        hourly: { cron: "0 * * * *" },
        odd: 1,
      },
    };
    const { body } = proposalText(moved, plannedAt, { paths: [zone, cron, other], raw });
    expect(sectionOf(body, "When it fires next")).toMatchInlineSnapshot(`
      "### When it fires next (as of 2026-06-18T12:00Z)

      | agent | now (America/New_York) | merged (Europe/Berlin) |
      |---|---|---|
      | coach | Thu 2026-06-18 09:00 | Fri 2026-06-19 10:00 |
      | metrics | Thu 2026-06-18 12:00 | Fri 2026-06-19 12:00 |
      | own | Thu 2026-06-18 08:30 | Fri 2026-06-19 08:30 |"
    `);
  });

  it("does not foretell what is not offered", () => {
    const shown = path("/agents/coach/cron", { class: "drift", live: "45 * * * *", desired: "15 * * * *" });
    const offered = path("/agents/coach/cadence", { live: "daily", desired: "weekly" });
    const { body } = proposalText(plan({ paths: [offered] }), plannedAt, { paths: [shown, offered] });
    expect(body).not.toContain("When it fires next");
  });

  it("names the commands where the forge has no place to act", () => {
    const { body } = proposalText(promoted, plannedAt, { byCommand: true });
    expect(sectionOf(body, "What you can do")).toMatchInlineSnapshot(`
      "### What you can do

      - **Merge** to agree (\`coulomb requests merge activity-core@kaizen-stack\`).
      - **Close** to decline (\`coulomb requests close activity-core@kaizen-stack --reason …\`): this change is not offered again, another one may be.
      - **Push to the branch** and it is yours: the tool says so once and leaves it alone. The label \`coulomb:rebuild\` gives it back (\`coulomb requests label activity-core@kaizen-stack coulomb:rebuild\`).
      - **Label \`coulomb:hold\`** (\`coulomb requests label activity-core@kaizen-stack coulomb:hold\`) and nothing happens to it until the label is gone (\`coulomb requests label activity-core@kaizen-stack coulomb:hold --remove\`).
      - To opt this repo out altogether, set \`enabled: false\` at the top of \`.kaizen/schedule.yml\`.

      Only these values change in \`.kaizen/schedule.yml\`; every other byte stays as it is."
    `);
  });

  it("is a function of plan and time alone", () => {
    expect(proposalText(promoted, plannedAt)).toEqual(proposalText(structuredClone(promoted), plannedAt));
  });

  it.each([
    ["when the clocks go forward", "2027-03-27T20:00:00Z", "30 2 * * *", "Sun 2027-03-28 03:30"],
    ["when they go back", "2026-10-24T22:00:00Z", "30 2 * * *", "Sun 2026-10-25 02:30"],
  ])("names the firing in the repo's own zone %s", (_night, at, cron, expected) => {
    const changed = plan({ paths: [path("/agents/coach/cron", { live: "0 0 1 1 *", desired: cron })] });
    expect(proposalText(changed, at).body).toContain(expected);
  });

  it("keeps somebody's words from becoming markup", () => {
    const nasty = "`a` | <b>\n# x";
    const { body } = proposalText(
      plan({ paths: [path("/agents/coach/cron", { live: nasty, desired: "0 9 * * *" })] }),
      plannedAt,
    );
    expect(body).toContain("`` `a` \\| <b> # x ``");
    expect(body).not.toContain("\n# x");
  });
});

function print(repo: RepoPlan): string {
  const { title, body } = proposalText(repo, plannedAt);
  return `${title}\n\n${body}`;
}

/** A part of a proposal's body, by how its heading begins. */
function section(repo: RepoPlan, heading: string): string {
  return sectionOf(proposalText(repo, plannedAt).body, heading);
}

function sectionOf(body: string, heading: string): string {
  const found = body.split(/^(?=### )/m).find((part) => part.startsWith(`### ${heading}`));
  if (found === undefined) throw new Error(`no section ${heading}`);
  return found.trimEnd();
}
