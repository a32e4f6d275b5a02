import { validateWorkplan, validateWorkplanTask } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { type Repair, repairWorkplan } from "./repair-workplan.ts";

const plan = (entry: string, fence: string) =>
  `---
id: LOOP-WP-0001
type: workplan
title: A plan
status: active
tasks:
  - id: T01
${entry}    title: A task
---

\`\`\`task
id: LOOP-WP-0001-T01
${fence}priority: high
\`\`\`
`;
const inEntry = (status: string) => `    status: ${status}\n`;
const inFence = (status: string) => `status: ${status}\n`;

function repair(text: string): Repair {
  const source = decode(new TextEncoder().encode(text), "plan.md");
  if (Array.isArray(source)) throw new Error("does not decode");
  return repairWorkplan(source, { frontmatter: validateWorkplan, task: validateWorkplanTask });
}

const codes = (findings: Repair["left"]) => findings.map(({ code }) => code);

describe("repairWorkplan", () => {
  it.each([
    ["a status in another spelling in the fence", inEntry("done"), inFence("Done"), "done", "status_unknown"],
    [
      "a status in another spelling in the entry",
      inEntry("IN PROGRESS"),
      inFence("in_progress"),
      "in_progress",
      "status_unknown",
    ],
    ["a hyphen", inEntry("in_progress"), inFence("in-progress # now"), "in_progress", "status_unknown"],
    ["an empty status", inEntry(""), inFence("blocked"), "blocked", "schema_enum"],
  ])("mends %s", (_, entry, fence, status, code) => {
    const { result, repaired, left } = repair(plan(entry, fence));
    if (result.status !== "edited") throw new Error(result.status);
    const text = new TextDecoder().decode(result.bytes);
    expect(text.match(/status: (?!active).*/g)?.map((line) => line.split(" ")[1])).toEqual([status, status]);
    expect(codes(repaired)).toContain(code);
    expect(left).toEqual([]);
  });

  it.each([
    [
      "the entry",
      "",
      inFence("done"),
      plan("", inFence("done")).replace("A task\n", "A task\n    status: done\n"),
    ],
    ["the fence", inEntry("done"), "", plan(inEntry("done"), "").replace("high\n", "high\nstatus: done\n")],
  ])("writes the status that %s lacks", (_, entry, fence, expected) => {
    const { result, repaired, left } = repair(plan(entry, fence));
    expect(result.status === "edited" && new TextDecoder().decode(result.bytes)).toBe(expected);
    expect(codes(repaired)).toEqual(["schema_required"]);
    expect(left).toEqual([]);
  });

  it.each([
    ["copies that differ", plan(inEntry("todo"), inFence("done")), ["status_disagrees"]],
    ["a near miss that nobody confirms", plan(inEntry("todo"), inFence("Done")), ["status_unknown"]],
    [
      "the same near miss twice",
      plan(inEntry("Done"), inFence("Done")),
      ["status_unknown", "status_unknown"],
    ],
    ["a typing error", plan(inEntry("done"), inFence("doen")), ["status_unknown"]],
    ["a status that is no text", plan(inEntry("done"), inFence("1")), ["schema_enum"]],
    ["no status at all", plan("", ""), ["schema_required", "schema_required"]],
    [
      "an id twice",
      `${plan(inEntry("done"), "")}\n\`\`\`task\nid: LOOP-WP-0001-T01\nstatus: done\n\`\`\`\n`,
      ["schema_required", "task_duplicate"],
    ],
    [
      "a task without fence",
      plan(inEntry("done"), inFence("done")).replace("1-T01", "1-T02"),
      ["task_unpaired", "task_unpaired"],
    ],
  ])("leaves %s", (_, text, left) => {
    const repaired = repair(text);
    expect(repaired).toMatchObject({ result: { status: "unchanged" }, repaired: [] });
    expect(codes(repaired.left)).toEqual(left);
  });

  it("repairs one task and leaves another", () => {
    const text = plan(inEntry("done"), inFence("Done"));
    const { result, repaired, left } = repair(
      text.replace("---\n\n", "  - { id: T02, status: todo, title: x }\n---\n\n"),
    );
    expect(result.status).toBe("edited");
    expect([codes(repaired), codes(left)]).toEqual([["status_unknown"], ["task_unpaired"]]);
  });

  it("says why a file cannot be repaired", () => {
    expect(repair("no plan\n")).toMatchObject({
      result: { status: "refused", findings: [{ code: "frontmatter" }] },
      left: [{ code: "frontmatter" }],
    });
  });
});
