import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { editYaml } from "./edit-yaml.ts";
import type { Edit, EditResult } from "./types.ts";
import { append, remove, set } from "./yaml-edits.fixture.ts";
import { EXACT } from "./yaml-exact.fixture.ts";
import { REFUSED } from "./yaml-refused.fixture.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The edited text, `unchanged`, or the codes of a refusal: `!yaml_path`. */
function outcome(text: string, ...edits: readonly Edit[]): string {
  const source = decode(encoder.encode(text), "file.yml");
  if (Array.isArray(source)) return codes(source);
  const result: EditResult = editYaml(source, edits);
  if (result.status === "refused") return codes(result.findings);
  return result.status === "unchanged" ? "unchanged" : decoder.decode(result.bytes);
}

function codes(findings: readonly { readonly code: string }[]): string {
  return `!${[...new Set(findings.map(({ code }) => code))].join(" ")}`;
}

const SCHEDULE = `agents:
  coach:
    cadence: daily # schema enum; cron carries hourly during bootstrap
    cron: "0 * * * *"
    enabled: true
  optimization:
    cadence: daily
    cron: "30 * * * *" # offset 30 min after metrics+coach chain
    enabled: true
`;

const ROSTER = `schema_version: roster/v1
defaults: { forge: local, phase: bootstrap }
active:
  - { repo: kaizen-agentic, wave: 0, phase: bootstrap }
  - { repo: the-custodian, wave: 1 }
  - repo: activity-core
    wave: 1
    phase: bootstrap # canary
  - repo: last-one
    wave: 1
expansion_queue: []          # ordered; next repos to take in
`;

function changedLines(before: string, after: string): string[] {
  const old = before.split("\n");
  return after.split("\n").filter((line, at) => line !== old[at]);
}

describe("the seed's schedule", () => {
  it.each([
    ["LF", SCHEDULE],
    ["CRLF", SCHEDULE.replaceAll("\n", "\r\n")],
    ["BOM", `\uFEFF${SCHEDULE}`],
    ["no final newline", SCHEDULE.slice(0, -1)],
  ])("changes one line for one cron (%s)", (_, text) => {
    const result = outcome(text, set(["agents", "coach", "cron"], "15 * * * *"));
    expect(result).toBe(text.replace('"0 * * * *"', () => '"15 * * * *"'));
    expect(changedLines(text, result)).toHaveLength(1);
  });

  it("reports the splice in bytes of the file", () => {
    const source = decode(encoder.encode(`\uFEFFü: ä\r\ncron: "1"\r\n`));
    if (Array.isArray(source)) throw new Error("does not decode");
    const result = editYaml(source, [set(["cron"], "2")]);
    expect(result).toMatchObject({ status: "edited", splices: [[3 + 6 + 2 + 6, 3 + 6 + 2 + 9, '"2"']] });
  });

  it("adds a missing agent with its keys in one block", () => {
    const result = outcome(
      SCHEDULE,
      set(["agents", "metrics", "cadence"], "daily"),
      set(["agents", "metrics", "cron"], "0 8 * * *"),
      set(["agents", "metrics", "enabled"], false),
      set(["timezone"], "Europe/Berlin"),
    );
    expect(result).toBe(
      `${SCHEDULE}  metrics:\n    cadence: daily\n    cron: "0 8 * * *"\n    enabled: false\ntimezone: "Europe/Berlin"\n`,
    );
  });

  it("changes nothing that is there already, whatever its spelling", () => {
    expect(outcome(`a: 'x'\nb: 0x10\nc: "\\u0041"\n`, set(["a"], "x"), set(["b"], 16), set(["c"], "A"))).toBe(
      "unchanged",
    );
  });
});

describe("the roster", () => {
  it.each([
    ["a flow entry", "kaizen-agentic", "wave: 0, phase: bootstrap }", "wave: 0, phase: stabilize }"],
    ["a flow entry that lacks it", "the-custodian", "wave: 1 }", "wave: 1, phase: stabilize }"],
    ["a block entry", "activity-core", "phase: bootstrap # canary", "phase: stabilize # canary"],
    [
      "a block entry that lacks it",
      "last-one",
      "one\n    wave: 1\n",
      "one\n    wave: 1\n    phase: stabilize\n",
    ],
  ])("promotes %s", (_, repo, before, after) => {
    expect(outcome(ROSTER, set(["active", { key: "repo", is: repo }, "phase"], "stabilize"))).toBe(
      ROSTER.replace(before, () => after),
    );
  });

  it.each([
    ["another owner", { owner: "b" }, 1],
    ["none of its own", { owner: undefined }, 0],
    ["another owner and forge", { owner: "b", forge: "f" }, 2],
  ])("promotes one of those of one name, by %s", (_what, more, nth) => {
    const lines = [
      "  - { repo: x, note: one }",
      "  - { repo: x, owner: b, note: two }",
      "  - { repo: x, owner: b, forge: f }",
    ];
    const text = `active:\n${lines.filter((_line, at) => nth !== 1 || at < 2).join("\n")}\n`;
    const line = lines[nth] ?? "";
    expect(outcome(text, set(["active", { key: "repo", is: "x", with: more }, "phase"], "next"))).toBe(
      text.replace(line, () => line.replace(" }", ", phase: next }")),
    );
    expect(outcome(text, set(["active", { key: "repo", is: "x" }, "phase"], "next"))).toBe("!yaml_path");
  });

  it("moves the next repo in, in the style of its neighbours", () => {
    const text = "active:\n  - { repo: a, wave: 0 }\nqueue:\n  - { repo: b }\n  - { repo: c }\n";
    const edits = [append(["active"], { repo: "b", wave: 1 }), remove("queue", { key: "repo", is: "b" })];
    expect(outcome(text, ...edits)).toBe(
      "active:\n  - { repo: a, wave: 0 }\n  - { repo: b, wave: 1 }\nqueue:\n  - { repo: c }\n",
    );
  });
});

describe("editYaml is exact", () => {
  it.each(EXACT)("%s: %s", (_about, _title, text, edits, expected) => {
    expect(outcome(text, ...[edits].flat())).toBe(expected);
  });
});

describe("editYaml refuses", () => {
  it.each(REFUSED)("%s: %s", (_about, _title, text, edits, expected) => {
    expect(outcome(text, ...[edits].flat())).toBe(expected);
  });

  it("all edits for one that cannot be made", () => {
    expect(outcome("a: 1\nb: |\n  x\n", set(["a"], 2), set(["b"], "y"))).toBe("!yaml_style");
  });

  it("with line and column of the file", () => {
    const source = decode(encoder.encode("a:\n  b: !x 1\n"), "roster.yaml");
    if (Array.isArray(source)) throw new Error("does not decode");
    const result = editYaml(source, [set(["a", "b"], 2)]);
    expect(result).toMatchObject({
      status: "refused",
      findings: [{ code: "yaml_tag", severity: "error", file: "roster.yaml", line: 2, column: 9 }],
    });
  });
});
