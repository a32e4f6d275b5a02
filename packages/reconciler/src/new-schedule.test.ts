import { valueAt } from "@coulomb-loop/cadence";
import { applySplices } from "@coulomb-loop/documents";
import { describe, expect, it } from "vitest";
import { branch, createWorld, file } from "./fleet.fixture.ts";
import { readScheduleFile } from "./schedule-file.ts";

const blank = [
  ["nothing at all", ""],
  ["blank lines", "\n  \n"],
  ["a comment", "# ours: ask us first\n"],
  ["a comment without an end of line", "# ours"],
  ["comments with CRLF", "# ours\r\n\r\n  # and more\r\n"],
  ["a byte order mark", "\uFEFF# ours\n"],
] as const;

describe("a schedule file without values", () => {
  it.each(blank)("that holds %s gets them behind what is there", async (_what, text) => {
    using world = await createWorld({ one: text });
    const { plan, outcome } = (await world.run()).repo();
    expect([plan.class, outcome]).toEqual(["create", "proposed"]);
    const before = new TextEncoder().encode(text);
    expect(plan.edits.map(([start, end]) => [start, end])).toEqual([[before.length, before.length]]);
    const bytes = applySplices(before, plan.edits);
    const read = readScheduleFile({ kind: "file", blob: "", bytes }, file);
    if ("refused" in read) throw new Error("the new file cannot be read");
    expect(read.read?.findings).toEqual([]);
    expect(valueAt(read.read?.raw, "/agents/coach/cron")).toBe("15 * * * *");

    await world.person().merge(branch);
    expect((await world.run()).repo().plan.class).toBe("in_sync");
  });

  it("gets them back as drift when people emptied it", async () => {
    using world = await createWorld({ one: "# ours\n" });
    await world.run();
    await world.person().merge(branch);
    await world.run();
    await world.person().commit("main", { [file]: "# emptied\n" });
    expect((await world.run()).repo()).toMatchObject({ plan: { class: "drift" }, outcome: "proposed" });
  });
});

describe("a schedule file that cannot be read", () => {
  it.each([
    ["agents: [broken\n", `${file}:`],
    ["--- \n# nothing\n", "no map"],
    ["- a list\n", "no map"],
  ])("has its first flaw and its place in the reason: %j", async (text, expected) => {
    using world = await createWorld({ one: text });
    const { plan } = (await world.run()).repo();
    expect(plan.class).toBe("unsupported");
    expect(plan.reason).toMatch(/cannot be read safely: \.kaizen\/schedule\.yml:\d+:\d+ \S/);
    expect(plan.reason).toContain(expected);
  });
});
