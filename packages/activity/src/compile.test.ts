import type { ActivityDefinition } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { compileDefinitions } from "./compile.ts";
import { definitionDigest } from "@coulomb-loop/cadence";
import { formatLock, parseLock } from "./lock.ts";
import { ownOps } from "./ops.fixture.ts";

const lockFile = "activity-definitions/.lock.json";
const asWritten = (definition: ActivityDefinition) => definition;

/** The definition of the hourly coach, as this project has it. */
function coach(): { readonly definition: ActivityDefinition; readonly body: string } {
  const found = ownOps().definitions.find(({ value }) => value.id === "hourly-coach-orientation");
  if (found === undefined) throw new Error("it is there");
  return { definition: found.value, body: found.body };
}

describe("definitionDigest", () => {
  const { definition, body } = coach();
  const digest = definitionDigest(definition, body);

  it.each<[string, Partial<ActivityDefinition>]>([
    ["enabling it", { enabled: false }],
    [
      "proving it",
      { enable_gate: { requires: ["smoke_test", "dry_run"], proof: [{ kind: "dry_run", ref: "log" }] } },
    ],
  ])("stays the same by %s", (_how, more) => {
    expect(definitionDigest({ ...definition, ...more }, body)).toBe(digest);
  });

  it.each<[string, Partial<ActivityDefinition>]>([
    ["another title", { title: "Another" }],
    ["another gate", { enable_gate: { requires: ["smoke_test"] } }],
    ["another policy", { policy: { ...definition.policy, retries: 2 } }],
  ])("differs by %s", (_how, more) => {
    expect(definitionDigest({ ...definition, ...more }, body)).not.toBe(digest);
  });

  it("differs by a space in the body", () => {
    expect(definitionDigest(definition, `${body} `)).not.toBe(digest);
  });
});

describe("compileDefinitions", () => {
  it("pins every definition in a lock that reads as it was written", () => {
    const { lock, stale, findings } = compileDefinitions(
      ownOps({ definition: asWritten }),
      undefined,
      lockFile,
    );
    // In bootstrap the cron carries the cadence.
    expect(findings.map(({ code, severity, file }) => [code, severity, file])).toEqual(
      ["coach-orientation", "metrics-optimize", "optimization-review"].map((name) => [
        "definition_cadence",
        "info",
        `activity-definitions/hourly-${name}.md`,
      ]),
    );
    expect(stale).toHaveLength(11);
    expect(parseLock(formatLock(lock), lockFile)).toEqual({ lock });
    expect(lock.definitions["hourly-coach-orientation"]?.based_on).toEqual({
      supplier: "kaizen-agentic",
      template: "weekly-coach-orientation",
    });
    expect(compileDefinitions(ownOps({ definition: asWritten }), lock, lockFile).stale).toEqual([]);
  });

  it("tells what the lock does not hold, and what it holds for nothing", () => {
    const { lock } = compileDefinitions(ownOps(), undefined, lockFile);
    const { "daily-coach-orientation": _gone, ...rest } = lock.definitions;
    const digest = "0".repeat(64);
    const other = {
      ...lock,
      definitions: { ...rest, "weekly-coach-orientation": { digest }, ghost: { digest } },
    };
    const { stale, definitions } = compileDefinitions(ownOps(), other, lockFile);
    expect(stale.map(({ code, file }) => [code, file])).toEqual([
      ["lock_stale", "activity-definitions/daily-coach-orientation.md"],
      ["lock_stale", "activity-definitions/weekly-coach-orientation.md"],
      ["lock_stale", lockFile],
    ]);
    expect(definitions.filter(({ isLocked }) => !isLocked)).toHaveLength(2);
  });

  it("takes a proof for the definition it names, and for no other", () => {
    const { definition, body } = coach();
    const digest = definitionDigest(definition, body);
    const proved = (dryRun: string | undefined) =>
      compileDefinitions(
        ownOps({
          definition: (each) =>
            each.id === definition.id
              ? {
                  ...each,
                  enabled: true,
                  enable_gate: {
                    requires: ["smoke_test", "dry_run"],
                    proof: [
                      { kind: "smoke_test", ref: "log", digest },
                      { kind: "dry_run", ref: "log", ...(dryRun === undefined ? {} : { digest: dryRun }) },
                    ],
                  },
                }
              : each,
        }),
        undefined,
        lockFile,
      ).findings.flatMap(({ code, path, severity }) => (severity === "error" ? [[code, path]] : []));
    expect(proved(digest)).toEqual([]);
    expect(proved("0".repeat(64))).toEqual([["gate_digest", ["enable_gate", "proof", 1]]]);
    expect(proved(undefined)).toEqual([["gate_digest", ["enable_gate", "proof", 1]]]);
  });

  it("names the errors that keep a definition from firing, and no others", () => {
    const { definitions } = compileDefinitions(
      ownOps({
        definition: (each) =>
          each.id === "hourly-metrics-optimize"
            ? {
                ...each,
                enabled: true,
                enable_gate: {
                  requires: ["dry_run", "smoke_test"],
                  proof: [{ kind: "dry_run", ref: "log" }],
                },
              }
            : each,
        body: (id, body) => (id === "hourly-coach-orientation" ? "{{inputs.heat}}" : body),
      }),
      undefined,
      lockFile,
    );
    expect(
      definitions.flatMap(({ definition: { id }, flaws }) => flaws.map(({ code }) => `${id} ${code}`)),
    ).toEqual([
      "hourly-coach-orientation variable_unknown",
      "hourly-metrics-optimize gate_unproved",
      "hourly-metrics-optimize gate_digest",
    ]);
  });

  it.each([
    ["hourly-metrics-optimize", "coulomb kaizen metrics optimize", undefined],
    ["hourly-metrics-optimize", " coulomb  kaizen metrics optimize ", undefined],
    ["hourly-metrics-optimize", "coulomb kaizen metrics optimize --since P1D", "error"],
    ["hourly-coach-orientation", "coulomb kaizen schedule prepare coach", undefined],
    ["hourly-coach-orientation", "coulomb kaizen schedule prepare {{agent}}", "error"],
    ["hourly-optimization-review", "make bundle", "warning"],
    ["quality-record-consistency", "make bundle", "warning"],
  ])("knows what a tick can prepare: of %s %j is %s", (id, prepare, severity) => {
    const { findings } = compileDefinitions(
      ownOps({
        definition: (each) => (each.id === id ? { ...each, task: { ...each.task, prepare } } : each),
      }),
      undefined,
      lockFile,
    );
    expect(
      findings.flatMap(({ code, file, path, severity: how }) =>
        code === "prepare_unknown" ? [[file, path, how]] : [],
      ),
    ).toEqual(
      severity === undefined ? [] : [[`activity-definitions/${id}.md`, ["task", "prepare"], severity]],
    );
  });

  it("knows the inputs of a scheduled task, with their line", () => {
    const { findings } = compileDefinitions(
      ownOps({
        body: (id, body) => (id === "hourly-coach-orientation" ? "{{inputs.head}}\n{{inputs.heat}}" : body),
      }),
      undefined,
      lockFile,
    );
    expect(findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "variable_unknown", column: 1 },
    ]);
  });

  it.each([
    ["no JSON", "{"],
    ["another format", '{"schema_version":"activity-lock/v2","definitions":{}}'],
    ["a digest that is none", '{"schema_version":"activity-lock/v1","definitions":{"a":{"digest":"x"}}}'],
  ])("refuses a lock of %s", (_what, text) => {
    const parsed = parseLock(text, lockFile);
    expect("findings" in parsed && parsed.findings.every(({ code }) => code === "lock_invalid")).toBe(true);
  });
});
