import { readFileSync } from "node:fs";
import { validateWorkplan, validateWorkplanTask } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { editWorkplan } from "./edit-workplan.ts";
import { readWorkplan } from "./read-workplan.ts";
import type { EditResult, Source } from "./types.ts";
import type { TaskChange } from "./workplan-change.ts";
import { done, EXACT_PLANS, fence, head, REFUSED_PLANS } from "./workplan-edits.fixture.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const validators = { frontmatter: validateWorkplan, task: validateWorkplanTask };

/** The seed's workplan is one of our own. */
const SEED = readFileSync(
  new URL("../../../workplans/LOOP-WP-0001-kaizen-improvement-stack.md", import.meta.url),
  "utf8",
);

const FORMS: readonly (readonly [string, string])[] = [
  ["LF", SEED],
  ["CRLF", SEED.replaceAll("\n", "\r\n")],
  ["BOM", `\uFEFF${SEED}`],
  ["BOM and CRLF", `\uFEFF${SEED.replaceAll("\n", "\r\n")}`],
];

function open(text: string): Source {
  const source = decode(encoder.encode(text), "plan.md");
  if (Array.isArray(source)) throw new Error(source[0]?.code);
  return source;
}

function textOf(result: EditResult): string {
  if (result.status === "refused")
    return `!${[...new Set(result.findings.map(({ code }) => code))].join(" ")}`;
  return result.status === "unchanged" ? "unchanged" : decoder.decode(result.bytes);
}

const edit = (text: string, ...changes: readonly TaskChange[]) => textOf(editWorkplan(open(text), changes));
const status = (key: string, value: string): TaskChange => ({ key, set: { status: value } });

/** Pairs of an old and a new line; only for edits that keep the number of lines. */
function changedLines(before: string, after: string): string[] {
  const old = before.split("\n");
  return after.split("\n").flatMap((line, at) => (line === old[at] ? [] : [`${at + 1}: ${line.trim()}`]));
}

describe("the seed's workplan", () => {
  it.each(FORMS)("sets T07 to done in two lines (%s)", (_, text) => {
    const result = editWorkplan(open(text), [status("T07", "done")], validators);
    expect(changedLines(text, textOf(result))).toEqual(["34: status: done", "230: status: done"]);
    expect(result).toMatchObject({ splices: [expect.anything(), expect.anything()] });
    const after = readWorkplan(open(textOf(result)), validators);
    expect(after.findings).toEqual([]);
    expect(after.value?.tasks.find(({ id }) => id === "T07")?.status).toBe("done");
  });

  it.each(FORMS)("gets its nine hub ids back, byte for byte (%s)", (_, text) => {
    const tasks = readWorkplan(open(text), validators).value?.tasks ?? [];
    const workstream = /state_hub_workstream_id: "(.*)"/.exec(text)?.[1] ?? "";
    const stripped = text.replaceAll(/state_hub_\w+_id: .*\r?\n/g, "");
    expect(text.split("\n").length - stripped.split("\n").length).toBe(9);
    const changes: TaskChange[] = [
      { plan: { stateHubWorkstreamId: workstream } },
      ...tasks.map(({ key, stateHubTaskId }) => ({ key, set: { stateHubTaskId } })),
    ];
    const result = editWorkplan(open(stripped), changes, validators);
    expect(textOf(result)).toBe(text);
    expect(editWorkplan(open(text), changes, validators)).toEqual({ status: "unchanged" });
  });

  it("takes several changes at once", () => {
    const result = edit(
      SEED,
      status("LOOP-WP-0001-T07", "in_progress"),
      { key: "T08", set: { status: "blocked", priority: "high", title: "Promote" } },
      { plan: { updated: "2026-07-01" } },
    );
    expect(changedLines(SEED, result)).toEqual([
      '12: updated: "2026-07-01"',
      "34: status: in_progress",
      "37: status: blocked",
      "38: title: Promote",
      "230: status: in_progress",
      "248: status: blocked",
      "249: priority: high",
    ]);
  });

  it("says where a closing line is missing", () => {
    const lost = SEED.replace(/(id: LOOP-WP-0001-T07\n(?:\w+: .*\n)+)```\n/, "$1");
    const { findings, plan } = readWorkplan(open(lost), validators);
    expect(lost).not.toBe(SEED);
    expect(findings).toContainEqual(expect.objectContaining({ code: "fence_shadowed", line: 228 }));
    expect(plan?.shadowed).toBe(true);
  });

  it("keeps the contract", () => {
    const change: TaskChange = { key: "T07", set: { priority: "someday" } };
    expect(textOf(editWorkplan(open(SEED), [change], validators))).toBe("!proof_failed schema_enum");
    expect(textOf(editWorkplan(open(SEED), [{ plan: { updated: "soon" } }], validators))).toBe(
      "!proof_failed schema_pattern",
    );
  });
});

describe("editWorkplan is exact for", () => {
  it.each(EXACT_PLANS)("%s: %s", (_about, _title, text, changes, expected) => {
    expect(edit(text, ...[changes].flat())).toBe(expected);
  });
});

describe("a priority that is taken out", () => {
  it("is gone, and once more changes nothing", () => {
    const change: TaskChange = { key: "T07", set: { priority: null } };
    const result = editWorkplan(open(SEED), [change], validators);
    const text = textOf(result);
    expect(SEED.split("\n").length - text.split("\n").length).toBe(1);
    const task = readWorkplan(open(text), validators).value?.tasks.find(({ id }) => id === "T07");
    expect(task).toMatchObject({ priority: undefined, status: "todo" });
    expect(editWorkplan(open(text), [change], validators)).toEqual({ status: "unchanged" });
  });
});

describe("editWorkplan refuses", () => {
  it.each(REFUSED_PLANS)("%s: %s", (_about, _title, text, changes, expected) => {
    expect(edit(text, ...[changes].flat())).toBe(expected);
  });

  it("all changes for one that cannot be made, with every reason", () => {
    const result = editWorkplan(open(head() + fence()), [done, status("T2", "x"), status("T3", "done")]);
    expect(result).toMatchObject({
      status: "refused",
      findings: [
        { code: "task_missing", file: "plan.md" },
        { code: "task_missing", file: "plan.md" },
      ],
    });
  });

  it("with a suggestion", () => {
    expect(editWorkplan(open(head() + fence()), [status("T01", "in-progress")])).toMatchObject({
      findings: [{ code: "status_unknown", hint: 'did you mean "in_progress"?', line: 4, column: 11 }],
    });
  });
});
