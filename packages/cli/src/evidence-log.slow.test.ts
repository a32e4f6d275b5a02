import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { recordDigest } from "@coulomb-loop/cadence";
import { writeYaml } from "@coulomb-loop/documents";
import type { Promotion } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { copyOwnOps } from "./fleet.fixture.ts";
import { coulombProcess } from "./process.fixture.ts";

const hold: Promotion = {
  schema_version: "promotion/v1",
  id: "PROM-0001",
  loop: "kaizen-stack",
  direction: "hold",
  trigger: "person",
  reason: "a migration",
  all: true,
  proposed_at: "2025-07-06T12:00:00.000Z",
  proposed_by: "ada",
  policy_digest: "0".repeat(64),
  prev_record_digest: null,
  gates: [],
  targets: [],
  responses: [],
  result: "proposed",
};
const { all: _all, ...one } = hold;
const release: Promotion = {
  ...one,
  id: "PROM-0002",
  direction: "release",
  reason: "it is over",
  proposed_at: "2025-07-06T13:00:00.000Z",
  prev_record_digest: recordDigest(hold),
  targets: [{ repo: "local/coulomb/activity-core" }],
};

describe("coulomb evidence --log", () => {
  it.each([
    ["as it is", (text: string) => text],
    [
      "with the line ends of Windows, and none at its end",
      (text: string) => text.replaceAll("\n", "\r\n").trimEnd(),
    ],
  ])("adds each record once to a log %s, by processes at once", async (_title, change) => {
    const ops = copyOwnOps();
    const loop = join(ops, "loops/kaizen-stack");
    mkdirSync(join(loop, "promotions"));
    for (const record of [hold, release])
      writeFileSync(join(loop, "promotions", `${record.id}.yaml`), writeYaml(record, "a record"));
    const file = join(loop, "bootstrap-log.md");
    writeFileSync(file, change(readFileSync(file, "utf8")));
    const before = readFileSync(file);
    const ended = await Promise.all(
      Array.from({ length: 4 }, () => coulombProcess(["evidence", "--log", "--json"], ops)),
    );
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const after = readFileSync(file);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    const added = after.subarray(before.length).toString();
    expect(added.replaceAll("\r\n", "\n").trim()).toBe(
      [
        "## 2025-07-06 14:00: record PROM-0001",
        "",
        "- hold every repo",
        "- Proposed by `ada` at 2025-07-06T12:00:00.000Z, by person",
        "- Reason: `a migration`",
        "",
        "## 2025-07-06 15:00: record PROM-0002",
        "",
        "- release `local/coulomb/activity-core`",
        "- Proposed by `ada` at 2025-07-06T13:00:00.000Z, by person",
        "- Reason: `it is over`",
      ].join("\n"),
    );
    expect(/[^\r]\n/.test(added)).toBe(!before.includes("\r\n"));
    const again = await coulombProcess(["evidence", "--log"], ops);
    expect(again.stdout).toContain("Nothing to add to loops/kaizen-stack/bootstrap-log.md.");
    expect(readFileSync(file).equals(after)).toBe(true);
  });
});
