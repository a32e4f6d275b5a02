import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sarifLog } from "../output/findings.ts";
import { drawnReport, pathOf, repoOf, reportOf } from "./report.fixture.ts";
import { sarif } from "./sarif.ts";

const require = createRequire(import.meta.url);
const schemaFile = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
// Draft 04 but for its name: the schema uses nothing that later drafts read in another way. One of its patterns has a
// bracket too many, which only the older regular expressions take.
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
const formats = {
  uri: (text: string) => URL.canParse(text),
  "uri-reference": isReference,
  "date-time": true,
} as const;
const isValid = new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(schema);

function isReference(text: string): boolean {
  return URL.canParse(text, "https://example.org/") && /^[\w.~:/?#[\]@!$&'()*+,;=%-]*$/u.test(text);
}

const errorsOf = (log: unknown) => (isValid(log) ? [] : isValid.errors);
const resultsOf = (...args: Parameters<typeof sarif>) => JSON.parse(sarif(...args)).runs[0].results;

const fingerprintOf = (repo_id: string, path: Parameters<typeof pathOf>[0], loop = "kaizen-stack") =>
  resultsOf(reportOf([repoOf({ repo_id, loop, class: "drift", paths: [pathOf(path)] })]))[0]
    .partialFingerprints["coulomb/v1"];

describe("sarif", () => {
  it("is valid by the schema of SARIF 2.1.0", () => {
    fc.assert(
      fc.property(drawnReport, (report) => {
        expect(errorsOf(JSON.parse(sarif(report)))).toEqual([]);
      }),
    );
  });

  it.each(["mass_change", "run_in_progress"] as const)("is valid for a run stopped by %s", (code) => {
    const report = reportOf([], { stopped: { code, message: "m\ud800", hint: "h" }, state: "refused" });
    expect(errorsOf(JSON.parse(sarif(report)))).toEqual([]);
  });

  it("is valid for findings of files as well", () => {
    const findings = [
      { code: "b", severity: "error", message: "m", hint: "h", file: "a b/ü.yaml", line: 1, column: 2 },
      { code: "a", severity: "info", message: "m" },
    ] as const;
    expect(errorsOf(sarifLog(findings, "0.1.0"))).toEqual([]);
  });

  it("is refused by the schema when a level is unknown", () => {
    const log = JSON.parse(sarif(reportOf([repoOf({ class: "unknown" })])));
    log.runs[0].results[0].level = "fatal";
    expect(errorsOf(log)).not.toEqual([]);
  });

  it.each([
    ["unknown", "error"],
    ["unsupported", "error"],
    ["conflict", "error"],
    ["foreign_owner", "error"],
    ["moved", "error"],
    ["leaving_conflict", "error"],
    ["drift", "warning"],
    ["adoption", "warning"],
    ["orphaned", "warning"],
    ["ineligible", "warning"],
    ["create", "note"],
    ["pending", "note"],
    ["leaving", "note"],
  ] as const)("tells %s as %s", (name, level) => {
    expect(resultsOf(reportOf([repoOf({ class: name })]))).toMatchObject([{ ruleId: name, level }]);
  });

  it.each(["in_sync", "opted_out", "released"] as const)("says nothing of a repo that is %s", (name) => {
    const paths = [pathOf({ class: "overridden" }), pathOf({ class: "in_sync" })];
    expect(resultsOf(reportOf([repoOf({ class: name, paths })]))).toEqual([]);
  });

  it("announces overrides that end soon, also of a repo in sync", () => {
    const overrides = (["live", "expiring", "expired"] as const).map((state) => ({
      path: `/${state}`,
      state,
      expires_at: "2026-06-20T00:00:00Z",
    }));
    const results = resultsOf(reportOf([repoOf({ overrides }), repoOf({ class: "opted_out", overrides })]));
    expect(results).toMatchObject([{ ruleId: "override_ending", level: "warning" }]);
    expect(results[0].message.text).toContain("/expiring");
    expect(results[0].message.text).toContain("2026-06-20T00:00:00Z");
  });

  it("says nothing of the values of a repo that opted out", () => {
    expect(resultsOf(reportOf([repoOf({ class: "opted_out", paths: [pathOf()] })]))).toEqual([]);
  });

  it("stands at the roster entry, and names the place of the desired value beside it", () => {
    const paths = [pathOf(), pathOf({ pointer: "/x", source: { what: "default" } })];
    const results = resultsOf(reportOf([repoOf({ class: "drift", paths })]), "ops/");
    const entry = {
      physicalLocation: {
        artifactLocation: { uri: "ops/loops/kaizen-stack/roster.yaml" },
        region: { startLine: 14, startColumn: 5 },
      },
    };
    expect(results.map(({ locations }: { locations: object }) => locations)).toEqual([[entry], [entry]]);
    expect(results.map(({ relatedLocations }: { relatedLocations?: object }) => relatedLocations)).toEqual([
      [
        {
          id: 1,
          physicalLocation: {
            artifactLocation: { uri: "ops/loops/kaizen-stack/cadence.yaml" },
            region: { startLine: 17, startColumn: 38 },
          },
          message: { text: "phase bootstrap" },
        },
      ],
      undefined,
    ]);
  });

  it("keeps the fingerprint over runs, and gives each repo, loop, pointer and class its own", () => {
    const first = fingerprintOf("a", {});
    expect(fingerprintOf("a", { reason: "else", source: { what: "moved", file: "x", line: 1 } })).toBe(first);
    const others = [
      fingerprintOf("b", {}),
      fingerprintOf("a", { pointer: "/other" }),
      fingerprintOf("a", { class: "conflict" }),
      fingerprintOf("a", {}, "other"),
    ];
    expect(new Set([first, ...others]).size).toBe(5);
  });

  it("lists every class as a rule with help", () => {
    const { rules } = JSON.parse(sarif(reportOf([]))).runs[0].tool.driver;
    // Seventeen classes, ending overrides, and four ways in which a run as a whole fails.
    expect(rules).toHaveLength(23);
    expect(rules.every((rule: { help?: { text?: string } }) => (rule.help?.text ?? "") !== "")).toBe(true);
  });
});
