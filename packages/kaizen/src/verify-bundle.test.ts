import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  codeThrown,
  commitAll,
  env,
  fixedNow,
  holderAt,
  hourly,
  newCheckout,
  newFolder,
  recordIn,
  schedulePath,
} from "./checkout.fixture.ts";
import { prepareBundle } from "./prepare.ts";
import { recordRun } from "./record.ts";
import { verifyBundle } from "./verify-bundle.ts";

let cwd: string;
let sound: string;
let recordId: string;

beforeAll(async () => {
  cwd = await newCheckout({
    [schedulePath]: hourly,
    ".kaizen/memory/coach/memory.md": "# Memory\n\nSlow tests.\n",
  });
  symlinkSync(schedulePath, join(cwd, "linked.yml"));
  const done = await recordRun(recordIn(cwd, { agent: "metrics", holder: holderAt(fixedNow - 600_000) }));
  recordId = done.record.record_id;
  await commitAll(cwd);
  sound = (await prepareBundle({ cwd, env, agent: "coach", now: fixedNow })).text;
});

/** What is found in a changed bundle: codes with their lines. */
async function found(
  change: (text: string) => string,
  now = fixedNow,
): Promise<[string, number | undefined][]> {
  const text = change(sound);
  const file = join(newFolder(), "bundle.md");
  writeFileSync(file, text);
  const { findings } = await verifyBundle({ cwd, env, file, now });
  for (const each of findings) expect(each).toMatchObject({ file, severity: "error" });
  return findings.map(({ code, line }) => [code, line]);
}

/** Line of the first match, from 1. */
function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  if (at === -1) throw new Error(`no ${part}`);
  return text.slice(0, at).split("\n").length;
}

/** Replaces, and fails where there is nothing to replace. */
function swap(from: string | RegExp, to: string): (text: string) => string {
  return (text) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${String(from)} is not there`);
    return changed;
  };
}

const section = (title: string) => new RegExp(`## ${title}\\n[\\s\\S]*?(?=\\n## |$)`);

describe("bundle verify", () => {
  it("finds nothing in a bundle as it was prepared", async () => {
    expect(await found((text) => text)).toEqual([]);
  });

  it.each<[string, (text: string) => string, string, string]>([
    [
      "a key that no bundle has",
      swap("attempt: 1", "attempt: 1\nmood: good"),
      "schema_unknown_key",
      "mood: good",
    ],
    ["a head that is no commit id", swap(/head: .*/, 'head: "main"'), "schema_pattern", 'head: "main"'],
    ["no definition", swap("definition: null\n", ""), "schema_required", "schema_version"],
    ["another major version", swap("bundle/v1", "bundle/v2"), "schema_version", "bundle/v2"],
    ["no frontmatter", swap("---\n", "--\n"), "frontmatter", "--"],
    ["YAML that is none", swap("attempt: 1", "attempt: [1"), "yaml_syntax", ""],
    ["a section less", swap(section("Memory"), ""), "bundle_section_missing", ""],
    [
      "a section twice",
      swap("## Memory", "## Upstream\n\nWords again.\n\n## Memory"),
      "bundle_section_unknown",
      "## Upstream\n\nWords again",
    ],
    [
      "a section of its own",
      swap("## Memory", "## Mood\n\nGood.\n\n## Memory"),
      "bundle_section_unknown",
      "## Mood",
    ],
    ["another title", swap("## Memory", "# Aside\n\n## Memory"), "bundle_section_unknown", "# Aside"],
    [
      "sections in another order",
      (text) => {
        const [memory = ""] = section("Memory").exec(text) ?? [];
        return swap("## Upstream", `${memory}\n\n## Upstream`)(text.replace(memory, ""));
      },
      "bundle_section_order",
      "## Memory",
    ],
    ["an empty section", swap(section("Limits"), "## Limits\n"), "bundle_section_empty", "## Limits"],
    [
      "a section with a placeholder",
      swap(section("Limits"), "## Limits\n\n- TODO\n"),
      "bundle_section_empty",
      "## Limits",
    ],
    [
      "a section with a heading only",
      swap(section("Limits"), "## Limits\n\n### Time\n\n<!-- soon -->\n"),
      "bundle_section_empty",
      "## Limits",
    ],
    [
      "a section with an empty fence",
      swap(section("Limits"), "## Limits\n\n```text\n\n```\n"),
      "bundle_section_empty",
      "## Limits",
    ],
    [
      "a source that is not there",
      swap('path: ".kaizen/schedule.yml"', 'path: ".kaizen/nowhere.yml"'),
      "bundle_source_missing",
      "nowhere.yml",
    ],
    [
      "a source that is a folder",
      swap('path: ".kaizen/schedule.yml"', 'path: ".kaizen"'),
      "bundle_source_missing",
      'path: ".kaizen"',
    ],
    [
      "a source outside the repo",
      swap('path: ".kaizen/schedule.yml"', 'path: "../../etc/passwd"'),
      "bundle_source_missing",
      "etc/passwd",
    ],
    [
      "a source that is a link",
      swap('path: ".kaizen/schedule.yml"', 'path: "linked.yml"'),
      "bundle_source_missing",
      "linked.yml",
    ],
    [
      "another digest",
      swap(/digest: "[0-9a-f]{64}"/, `digest: "${"0".repeat(64)}"`),
      "bundle_source_changed",
      "0000000000",
    ],
    ["another size", swap(/bytes: \d+/, "bytes: 1"), "bundle_source_changed", "bytes: 1"],
    [
      "a head that is not there",
      swap(/head: "[0-9a-f]{40}"/, `head: "${"1".repeat(40)}"`),
      "bundle_head_missing",
      "1111111111",
    ],
    ["success without the slot", swap(/(success: .*?)--slot \S+/, "$1"), "bundle_close_slot", "  success"],
    [
      "failure with another slot",
      swap(/(failure: .*?--slot \S+?)15:00Z/, "$145:00Z"),
      "bundle_close_slot",
      "  failure",
    ],
    ["noop with more than the slot", swap(/(noop: .*?--slot \S+?)Z/, "$1Z1"), "bundle_close_slot", "  noop"],
    [
      "a slot whose due instant is none",
      (text) => text.replaceAll("2026-07-06T08:15:00Z", "2026-13-06T08:15:00Z"),
      "bundle_slot_repo",
      "slot:",
    ],
    ["a slot of another repo", swap(/repo: .*/, 'repo: "local/coulomb/other"'), "bundle_slot_repo", "slot:"],
    [
      "an end that is over",
      swap(/expires_at: .*/, 'expires_at: "2026-07-06T08:20:00Z"'),
      "bundle_expired",
      "expires_at",
    ],
    [
      "a secret in the body",
      swap("## Memory", "## Memory\n\nnpm_abcdefghijklmnopqrstuvwxyz0123456789\n"),
      "bundle_secret",
      "npm_abc",
    ],
    [
      "a secret in the frontmatter",
      swap(/check: ".*?"/, 'check: "use https://me:hunter2@h.example"'),
      "bundle_secret",
      "://me",
    ],
    [
      "upstream that closed by no record",
      swap(/record_id: "[^"]+"/, 'record_id: "01991c1e-5f6c-7b6e-9d0a-3f2b8f0c1a2b"'),
      "bundle_upstream",
      'agent: "metrics"',
    ],
    [
      "upstream that closed without a record",
      swap(/, record_id: "[^"]+"/, ""),
      "bundle_upstream",
      'agent: "metrics"',
    ],
    [
      "upstream that is missing with an outcome",
      swap(/state: "closed", record_id: "[^"]+"/, 'state: "missing"'),
      "bundle_upstream",
      'agent: "metrics"',
    ],
    [
      "upstream that closed otherwise",
      swap('outcome: "success"', 'outcome: "noop"'),
      "bundle_upstream",
      'agent: "metrics"',
    ],
    [
      "upstream that is missing with a record",
      swap('state: "closed"', 'state: "missing"'),
      "bundle_upstream",
      'agent: "metrics"',
    ],
    ["upstream in a state of its own", swap('state: "closed"', 'state: "late"'), "schema_enum", "late"],
    [
      "a check twice",
      swap('id: "records-cited"', 'id: "closed"'),
      "duplicate_id",
      'id: "closed", check: "The entry',
    ],
    [
      "a marker of a merge",
      swap("## Memory", "## Memory\n\n<<<<<<< ours\n"),
      "conflict_marker",
      "<<<<<<< ours",
    ],
  ])("finds %s, at its place", async (_what, change, code, part) => {
    const codes = await found(change);
    // Where the line is not said, it is the last one or where a parser gave up.
    const places = codes.map(([each, line]) => (part === "" ? [each] : [each, line]));
    expect(places).toContainEqual(part === "" ? [code] : [code, lineOf(change(sound), part)]);
    // One flaw is told as one, but where it takes more with it.
    expect(codes.length).toBeLessThanOrEqual(2);
  });

  it.each([
    ["less than 2 KiB", (text: string) => text.slice(0, 1_900), "bundle_size"],
    [
      "more than 32 KiB",
      (text: string) => text.replace("## Memory", `## Memory\n\n${"words ".repeat(6_000)}`),
      "bundle_size",
    ],
    ["far more than that", (text: string) => text + "x".repeat(4_000_000), "bundle_size"],
    ["nothing", () => "", "bundle_size"],
    ["no text", () => "\u0000".repeat(3_000), "not_utf8"],
  ])("finds %s", async (_what, change, code) => {
    expect((await found(change)).map(([each]) => each)).toContain(code);
  });

  it("does not take what stands in fences and quotes for sections", async () => {
    const fenced = "\n\n```md\n## Goal\n\n# x\n```\n\n> ## Goal\n\n### Goal\n";
    expect(await found(swap("## Memory", `## Memory${fenced}`))).toEqual([]);
  });

  it("says when the same bundle is expired", async () => {
    expect((await found((text) => text, fixedNow + 55 * 60_000 - 1)).length).toBe(0);
    expect((await found((text) => text, fixedNow + 55 * 60_000)).map(([code]) => code)).toEqual([
      "bundle_expired",
    ]);
  });

  it("needs the record of upstream in the metrics of this checkout", async () => {
    const other = await newCheckout({ [schedulePath]: hourly });
    const file = join(newFolder(), "bundle.md");
    writeFileSync(file, sound);
    const { findings } = await verifyBundle({ cwd: "/", env, file, repoDir: other, now: fixedNow });
    expect(new Set(findings.map(({ code }) => code))).toEqual(
      new Set(["bundle_head_missing", "bundle_upstream"]),
    );
    expect(sound).toContain(recordId);
  });

  it("needs a file and a checkout", async () => {
    expect(await codeThrown(verifyBundle({ cwd, env, file: "nowhere.md", now: fixedNow }))).toBe(
      "bundle_unreadable",
    );
    const nowhere = newFolder();
    const file = join(nowhere, "bundle.md");
    writeFileSync(file, sound);
    for (const repoDir of ["not/there", file])
      expect(await codeThrown(verifyBundle({ cwd: nowhere, env, file, repoDir, now: fixedNow }))).toBe(
        "checkout_missing",
      );
    expect(await codeThrown(verifyBundle({ cwd: nowhere, env, file, now: fixedNow }))).toBe(
      "checkout_missing",
    );
  });
});
