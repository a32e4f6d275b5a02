import type { Plan, RepoPlan } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { keysOfNote, planNote } from "./plan-note.ts";

const digest = "0".repeat(64);

const repoOf = (name: string, changes: Partial<RepoPlan> = {}): RepoPlan => ({
  repo_id: `local/acme/${name}`,
  forge: "local",
  owner: "acme",
  repo: name,
  loop: "upkeep",
  phase: "bootstrap",
  timezone: "UTC",
  overrides: [],
  wave: 0,
  mode: "run",
  key: "schedule-upkeep",
  file: ".kaizen/schedule.yml",
  blob: "1".repeat(40),
  result_blob: "2".repeat(40),
  class: "pending",
  reason: "the ops repo moved",
  change: digest,
  edits: [],
  gate: { open: true },
  inputs_digest: digest,
  source: { what: "the roster" },
  paths: [
    {
      pointer: "/agents/coach/cadence",
      class: "pending",
      row: 4,
      ownership: "overridable",
      reason: "the ops repo moved",
      live: "daily",
      desired: "weekly",
      source: { what: "phase bootstrap" },
    },
  ],
  ...changes,
});

const planOf = (repos: readonly RepoPlan[], changes: Partial<Plan> = {}): Plan => ({
  format_version: "1.0",
  kind: "plan",
  installation: "acme-ops",
  tool_version: "0.1.0",
  created_at: "2026-07-01T10:00:00.000Z",
  ops_inputs_digest: digest,
  plan_digest: digest,
  repos: [...repos],
  ...changes,
});

const keysOf = (plan: Plan) => keysOfNote("acme-ops", planNote(plan)) ?? [];

describe("planNote", () => {
  it("says the same of the same plan at another time, by another release", () => {
    const again = {
      created_at: "2026-07-02T10:00:00.000Z",
      tool_version: "0.2.0",
      plan_digest: "1".repeat(64),
    };
    expect(planNote(planOf([repoOf("one")], again))).toBe(planNote(planOf([repoOf("one")])));
  });

  it.each<[string, Partial<RepoPlan>]>([
    ["repo", { repo_id: "local/acme/two" }],
    ["file", { file: "other.yml" }],
    ["file as it was", { blob: "3".repeat(40) }],
    ["file as it becomes", { result_blob: "3".repeat(40) }],
    ["change", { change: "1".repeat(64) }],
    ["class", { class: "drift" }],
    ["what is wanted", { inputs_digest: "1".repeat(64) }],
  ])("has another key for another %s", (_what, changes) => {
    const [key] = keysOf(planOf([repoOf("one")]));
    expect(keysOf(planOf([repoOf("one", changes)]))).not.toEqual([key]);
  });

  it("has no key for what is not written now, and shows it all the same", () => {
    const waiting = planOf([
      repoOf("one", { gate: { open: false, message: "wave 0 first" } }),
      repoOf("two", { change: null, class: "unknown", reason: "it does not answer" }),
      repoOf("three", { change: null, class: "in_sync" }),
    ]);
    expect(keysOf(waiting)).toEqual([]);
    const note = planNote(waiting);
    expect(note).toContain("waits: wave 0 first");
    expect(note).toContain("it does not answer");
    expect(note).not.toContain("acme/three");
  });

  it("shows text of others as text", () => {
    const [path] = repoOf("one").paths;
    const desired = "<img src=x> @team\n| x |";
    const note = planNote(
      planOf([repoOf("one", { paths: path === undefined ? [] : [{ ...path, desired }] })]),
    );
    expect(note.split("\n").filter((line) => line.startsWith("|"))).toHaveLength(3);
    expect(note.slice(note.indexOf("\n"))).not.toMatch(/<(?!br>)|@/u);
  });

  it("fits into a comment, whatever there is to say, and keeps every key that it shows", () => {
    const plan = planOf(Array.from({ length: 5000 }, (_, at) => repoOf(`repo-${at}`)));
    const note = planNote(plan);
    expect(Buffer.byteLength(note)).toBeLessThanOrEqual(60_000);
    expect(keysOf(plan)).toHaveLength(2000);
    expect(note).toContain("Only the first 2000 changes");
    expect(note).toMatch(/\n\d+ more\n$/u);
  });
});

describe("keysOfNote", () => {
  const note = planNote(planOf([repoOf("one")]));

  it.each([
    ["nothing", ""],
    ["a comment of somebody", "Looks good"],
    ["a quoted note", `> ${note}`],
    ["a note of another installation", note.replace("acme-ops", "other-ops")],
    ["a note that was cut", note.slice(0, 60)],
    ["a note that was edited", note.replace('"changes":[', '"changes":[1,')],
  ])("takes %s for none", (_what, text) => {
    expect(keysOfNote("acme-ops", text)).toBeUndefined();
  });

  it("reads a note whose lines end as on the web", () => {
    expect(keysOfNote("acme-ops", note.replaceAll("\n", "\r\n"))).toHaveLength(1);
  });
});
