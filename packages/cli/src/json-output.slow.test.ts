import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json, Stage } from "./fleet.fixture.ts";
import {
  coulomb,
  createStage,
  document,
  isMap,
  newFolder,
  pilot,
  repoRoot,
  schedulePath,
  wantedSchedule,
} from "./fleet.fixture.ts";

const schemas = join(repoRoot, "schemas");
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  allowMatchingProperties: true,
  discriminator: true,
  keywords: ["x-expect", "x-ownership", "x-output", "x-bodies", "x-body"],
});

function schemaOf(name: string): Json {
  const schema: unknown = JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), "utf8"));
  if (!isMap(schema)) throw new Error(`${name} holds no map`);
  return schema;
}

/** What is wrong with a document by the schema that its `kind` names. */
function flaws(output: Json): unknown {
  const validate = ajv.getSchema(`urn:coulomb-loop:schema:${String(output.kind)}`);
  if (validate === undefined) return `no schema for kind ${String(output.kind)}`;
  return validate(output) ? [] : validate.errors;
}

const outputs = readdirSync(schemas)
  .filter((file) => file.endsWith(".schema.json"))
  .map((file) => file.slice(0, -".schema.json".length))
  .filter((name) => name === "plan" || schemaOf(name)["x-output"] === true)
  // The bodies of an API, and no document of a command.
  .filter((name) => schemaOf(name)["x-bodies"] !== true);
for (const name of outputs) ajv.addSchema(schemaOf(name));

const later = wantedSchedule.replace("15 * * * *", "45 * * * *");

/** Fleets in the states a user meets. */
const situations: Readonly<Record<string, () => Promise<Stage>>> = {
  "in sync": () => createStage({ pilots: { alpha: pilot(wantedSchedule) } }),
  "not in sync, with odd values": () =>
    createStage({
      pilots: {
        alpha: pilot(undefined),
        beta: pilot(
          "timezone: UTC\nagents:\n  coach: { cadence: weekly, cron: null, enabled: [1, { a: 0.5 }] }\n",
        ),
        gamma: pilot("agents:\n\tcoach: {}\n"),
        delta: {},
        epsilon: pilot(`paused: { until: 2099-01-01, reason: "🙂", by: me }\n${later}`),
      },
    }),
  "with proposals, open and closed": async () => {
    const stage = await createStage({
      pilots: { alpha: pilot(undefined), beta: pilot(later), gamma: pilot(wantedSchedule) },
    });
    await stage.coulomb(["reconcile"]);
    await stage.coulomb(["requests", "close", "alpha", "--reason", "not now"]);
    await stage.person("gamma").commit("main", { [schedulePath]: later });
    return stage;
  },
  "with a repo that is unknown": () => createStage({ pilots: { alpha: undefined, beta: pilot(undefined) } }),
  "without active repos": () => createStage({ pilots: {} }),
  "with a repo that is not in it yet": async () => {
    const odd =
      "timezone: UTC\nagents:\n  coach: { cadence: daily, cron: 0 7 * * *, enabled: [1, { a: 0.5 }] }\n";
    const stage = await createStage({ pilots: { alpha: pilot(wantedSchedule), newcomer: pilot(odd) } });
    stage.edit("loops/kaizen-stack/roster.yaml", (text) => text.replace(/ {2}- \{ repo: newcomer.*\n/, ""));
    return stage;
  },
  "with errors in the files": async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    stage.edit("loops/kaizen-stack/roster.yaml", (text) =>
      text.replace("loop: kaizen-stack", "loop: other\nnope: 1"),
    );
    return stage;
  },
  "whose ops repo cannot be reached": async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    rmSync(stage.path("demo-ops"), { recursive: true });
    return stage;
  },
  "whose forge has no adapter": async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    stage.edit("coulomb.yaml", (text) => text.replace(/kind: git .*/, "kind: gitea"));
    return stage;
  },
};

const commands = [
  ["validate"],
  ["validate", "loops", "nowhere", "coulomb.yaml"],
  ["plan"],
  ["status"],
  ["why", "alpha"],
  ["why", "beta"],
  ["why", "gamma"],
  ["why", "delta"],
  ["why", "nobody"],
  ["requests", "list"],
  ["requests", "list", "--all"],
  ["requests", "show", "alpha"],
  ["requests", "show", "beta"],
  ["schedule", "next"],
  ["schedule", "next", "--count", "2"],
  ["schedule", "next", "--from", "2030-01-01T00:00:00Z", "--to", "2030-01-01T00:05:00Z"],
  ["activity", "compile", "--check"],
  ["activity", "prove", "nothing", "--kind", "dry_run", "--ref", "a test"],
  ["activity", "plan"],
  ["activity", "tick"],
  ["activity", "run", "nothing"],
  ["activity", "export", "github-actions"],
  ["evidence"],
  ["promote"],
  ["promote", "status"],
  ["promote", "show"],
  ["init", "new-ops"],
  ["promote", "verify"],
  ["promote", "backtest", "--policy", "loops/kaizen-stack/cadence.yaml"],
  ["promote", "backtest", "--policy", "nowhere.yaml"],
  ["approve", "PROM-0001"],
  ["hold", "--all", "--reason", "a test"],
  ["evidence", "--phase", "bootstrap", "--explain"],
  ["evidence", "--analysis", "nothing"],
  ["schedule", "load", "--to", "2026-07-02T10:00:00Z"],
  ["schedule", "load", "--phase", "all=stabilize"],
  ["schedule", "load", "--compare", "HEAD"],
  ["doctor"],
  ["import", "alpha"],
  ["import", "nobody", "--wave", "1"],
  ["import", "newcomer", "--wave", "1", "--dry-run"],
  ["reconcile", "--dry-run"],
  ["reconcile", "--plan", "nowhere.json"],
  ["reconcile"],
  ["reconcile"],
  ["requests", "label", "beta", "coulomb:hold"],
  ["requests", "label", "beta", "coulomb:hold", "--remove"],
  ["requests", "label", "alpha", "coulomb:reopen"],
  ["requests", "label", "alpha", "hold"],
  ["requests", "merge", "beta"],
  ["completion", "bash"],
  ["requests", "close", "alpha", "--reason", "later"],
  ["requests", "merge", "--all"],
  ["requests", "merge", "--all"],
  ["status"],
];

describe.each(Object.entries(situations))("in a fleet %s", (_title, make) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await make();
  });

  it("every command with --json prints one document that its schema allows", async () => {
    const wrong: unknown[] = [];
    for (const args of commands) {
      const ran = await coulomb([...args, "--json"], { cwd: stage.ops });
      const output = document(ran.stdout);
      const found = flaws(output);
      if (!Array.isArray(found) || found.length > 0) wrong.push({ args, found });
      const allowed = output.kind === "error" ? [1, 64] : [0, 1];
      if (!allowed.includes(ran.code) || output.code === "internal") wrong.push({ args, code: ran.code });
    }
    expect(wrong).toEqual([]);
  });
});

describe("the outputs", () => {
  it("have a schema each", () => {
    expect(outputs.toSorted()).toEqual(
      [
        "activity-compile",
        "activity-export",
        "activity-plan",
        "activity-prove",
        "activity-run",
        "activity-tick",
        "activity-work",
        "approve",
        "completion",
        "demo",
        "doctor",
        "error",
        "evidence-report",
        "findings",
        "hub-backup",
        "hub-register",
        "hub-restore",
        "hub-serve",
        "hub-token",
        "hub-token-revoked",
        "hub-tokens",
        "import",
        "init",
        "kaizen-bundle",
        "kaizen-metrics",
        "kaizen-record",
        "kaizen-scaffold",
        "plan",
        "promote",
        "promote-backtest",
        "promote-show",
        "promote-verify",
        "promotion-event",
        "requests",
        "run",
        "schedule-load",
        "schedule-next",
        "status",
        "sync",
        "sync-explain",
        "sync-plan",
        "sync-resolve",
        "why",
        "workplan-edit",
        "workplans",
      ].sort(),
    );
  });

  it.each([{ args: ["plan"] }, { args: ["doctor"] }, { args: ["validate", "--format", "json"] }])(
    "of $args outside an ops repo are an error or a report",
    async ({ args }) => {
      const ran = await coulomb([...args, "--json"], { cwd: newFolder() });
      expect(ran.code).toBe(1);
      expect(flaws(document(ran.stdout))).toEqual([]);
    },
  );

  it("of plan are canonical: the same run gives the same bytes", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined), beta: pilot(later) } });
    const [first, second] = [
      await stage.coulomb(["plan", "--json"]),
      await stage.coulomb(["plan", "--json"]),
    ];
    expect(second.stdout).toBe(first.stdout);
  });
});
