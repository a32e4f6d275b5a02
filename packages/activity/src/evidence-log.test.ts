import type { Evidence } from "@coulomb-loop/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendEntries, logEntries, loggedCycles } from "./evidence-log.ts";
import { repos, id, since, evidence, soak, log, lines, without, stay } from "./evidence-log.fixture.ts";

describe("logEntries", () => {
  it("tells each decided cycle with what it comes to and the streak after it", () => {
    const [first, second, third] = lines(evidence());
    expect(first).toMatch(
      /^## 2026-07-06 14:00: cycle upkeep\/bootstrap@2026-07-06T12:00:00Z\n\n- clean: success; streak after it 1\/2\n {2}- success: `local\/acme\/billing`, `local\/acme\/shop`\n- Evidence: `[0-9a-f]{64}`, as of 2026-07-06T14:30:00.000Z, since 2026-07-06T11:00:00.000Z$/,
    );
    expect(second).toContain("streak after it 2/2");
    expect(third).toContain("streak after it 2/2");
  });

  it("leaves out what has an entry, and what is not decided yet", () => {
    const found = evidence((hour, repo) => (hour === "14" && repo === repos[1] ? undefined : {}));
    expect(logEntries(log(found), new Set([id("12")])).map((entry) => entry.id)).toEqual([id("13")]);
    expect(lines(evidence(undefined, { slots: [], records: [] }))).toEqual([]);
  });

  it("waits for every slot of a cycle that has failed already", () => {
    const found = evidence((hour, repo) =>
      hour !== "14" ? {} : repo === repos[0] ? { success: false, outcome: "failed", reason: "x" } : undefined,
    );
    const settled: Evidence["events"][number] = {
      slot: `upkeep/hourly-coach/${repos[0]}@2026-07-06T14:00:00Z`,
      seq: 1,
      type: "settled",
      by: "tick",
      at: "2026-07-06T14:11:00.000Z",
    };
    expect(lines({ ...found, events: [settled] })).toHaveLength(2);
    expect(lines({ ...found, events: [settled], as_of: "2026-07-06T15:00:00.000Z" })).toHaveLength(3);
  });

  it("says what failed, by which record, and that a cycle does not count", () => {
    const found = evidence((hour, repo) =>
      hour === "13" && repo === repos[1] ? { success: false, outcome: "failed", reason: "no network" } : {},
    );
    expect(lines(found)[1]).toContain(
      "- clean: failure; streak after it 0/2\n  - success: `local/acme/billing`\n  - failure: `local/acme/shop`, 15:00 `hourly-coach` failed (row 7, record 00000000-0000-4000-8000-000000000003): `no network`\n",
    );
  });

  it("tells a cycle of those who ran it, whoever is in the phase now", () => {
    const gone = { repos: [{ repo: repos[1] ?? "", since: "2026-07-06T14:20:00.000Z" }] };
    const [first, , third] = lines(evidence(undefined, gone));
    expect(first).toContain(
      "- clean: success; streak after it 1/2\n  - success: `local/acme/billing`, `local/acme/shop`\n",
    );
    expect(third).toContain("- clean: success; streak after it 2/2\n");
    const nobody = lines(evidence(undefined, { repos: [], activities: [] }));
    expect(nobody[2]).toContain("- clean: success; streak after it 2/2\n");
  });

  it("counts anew once one has left", () => {
    const found = without(evidence(), ({ repo, due }) => repo === repos[1] && due.slice(11, 13) > "12");
    const told = lines({ ...found, repos: [{ repo: repos[0] ?? "" }] });
    expect(told.map((text) => text.split("\n")[2])).toEqual([
      "- clean: success; streak after it 1/2",
      "- clean: success; streak after it 1/2",
      "- clean: success; streak after it 2/2",
    ]);
  });

  it("compares with the files that a cycle ran under, not with those of now", () => {
    const changed = evidence();
    const slots = changed.slots.map((slot) => ({
      ...slot,
      definition_digest: "1".repeat(64),
      policy_digest: "0".repeat(64),
    }));
    const digests = { policy: "0".repeat(64), definitions: { "hourly-coach": "2".repeat(64) } };
    expect(lines({ ...changed, slots, digests })[2]).toContain("- clean: success; streak after it 2/2\n");
    const criteria = { ...digests, policy: "3".repeat(64) };
    expect(lines({ ...changed, slots, digests: criteria })[2]).toContain("- clean: success\n");
  });

  it("says no streak that may have begun before the evidence", () => {
    const found = evidence();
    const told = lines({ ...found, cycles: found.cycles.slice(1) });
    expect(told.map((text) => text.split("\n")[2])).toEqual([
      "- clean: success",
      "- clean: success; streak after it 2/2",
      "- clean: success; streak after it 2/2",
    ]);
  });

  it("has no entry of what nobody wrote, and leaves the cycle of a repo that came within it out of the streak", () => {
    const found = without(evidence(), ({ repo, due }) => repo === repos[1] && due.slice(11, 13) === "12");
    const unwritten = found.slots.map((slot) =>
      slot.due.slice(11, 13) === "13" ? { ...slot, unwritten: true as const } : slot,
    );
    const keys = new Set(unwritten.flatMap((slot) => (slot.unwritten === true ? [slot.key] : [])));
    const records = found.records.filter(({ record }) => !keys.has(record.slot ?? ""));
    expect(
      lines({ ...found, slots: unwritten, records }).map((text) => text.split("\n")[0]?.slice(-21)),
    ).toEqual(["@2026-07-06T12:00:00Z", "@2026-07-06T14:00:00Z"]);
    const late = evidence().slots.map((slot) =>
      slot.repo === repos[1] && slot.due.slice(11, 13) === "13"
        ? { ...slot, due: slot.due.replace("13:00", "13:05") }
        : slot,
    );
    const came = stay("bootstrap", Date.parse("2026-07-06T13:02:00Z"), Number.POSITIVE_INFINITY);
    expect(lines({ ...evidence(), slots: late }, { stays: [came] })[1]).toContain(
      "- clean: success, does not count: `local/acme/shop came into the phase within it`\n",
    );
  });

  it("needs fewer of those who stayed, once others are past the phase", () => {
    const alone = without(evidence(), ({ repo }) => repo === repos[1]);
    const [clean] = alone.analyses;
    if (clean === undefined) throw new Error("there is an analysis");
    const two = { ...alone, analyses: [{ ...clean, availability: { minimum_repos: 2 } }] };
    expect(lines(two)[0]).toContain("- clean: success, does not count: `it needs 2 repos`\n");
    const past = stay("stabilize", since, Number.POSITIVE_INFINITY);
    expect(lines(two, { stays: [past] })[0]).toContain("- clean: success; streak after it 1/2\n");
  });

  it("tells what soak is judged by where the phase has no such analysis", () => {
    const found = evidence((hour) => (hour === "13" ? { success: false, outcome: "failed" } : {}), {
      analyses: [],
    });
    const told = lines({ ...found, as_of: "2026-07-06T15:00:00.000Z" }, { soak });
    expect(told.map((text) => text.split("\n")[2])).toEqual([
      "- closed in time: success",
      "- closed in time: failure",
      "- closed in time: success",
    ]);
    const [both = ""] = lines(evidence(), { soak });
    expect(both).toContain("- clean: success; streak after it 1/2\n");
    expect(both).toContain("\n- closed in time: success\n");
  });

  it("says that a repo left within a cycle, which soak is told of all the same", () => {
    const found = evidence();
    const more = found.slots
      .filter(({ repo, due }) => repo === repos[0] && due.slice(11, 13) === "13")
      .map((slot) => ({ ...slot, key: slot.key.replace("coach", "more"), activity: "hourly-more" }));
    const records = found.records.flatMap((kept) => {
      const slot = kept.record.slot?.replace("coach", "more") ?? "";
      const record = { ...kept.record, slot, record_id: kept.record.record_id.replace(/^0/, "1") };
      return more.some(({ key }) => key === slot) ? [kept, { ...kept, record }] : [kept];
    });
    const [, told = ""] = lines({ ...found, slots: [...found.slots, ...more], records }, { soak });
    expect(told).toContain(
      "- clean: success, does not count: `local/acme/shop has no slot of hourly-more`\n",
    );
    expect(told).toContain("\n- closed in time: success\n");
  });

  it("waits for what a cycle that runs still lacks", () => {
    expect(lines(evidence(undefined, { activities: ["hourly-coach", "hourly-more"] }))).toHaveLength(2);
  });

  it("lets no words of a record break its line", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "binary" }), (words) => {
        const [, text = ""] = lines(
          evidence((hour) =>
            hour === "13"
              ? {
                  success: false,
                  outcome: "failed",
                  reason: `${words}\r\n## x: cycle ${id("14")}\u2028\u0007\`\`<b>|`,
                }
              : {},
          ),
        );
        expect(text.split(/[\n\r\u2028\u2029\u0085\v\f]/)).toHaveLength(6);
        // oxlint-disable-next-line no-control-regex -- they are what must not be there
        expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        expect(loggedCycles(text)).toEqual(new Set([id("13")]));
      }),
      { numRuns: 50 },
    );
    const [, quoted = ""] = lines(
      evidence((hour) =>
        hour === "13" ? { success: false, outcome: "failed", reason: "a `b` [c](d)" } : {},
      ),
    );
    expect(quoted).toContain("``a `b` [c](d)``");
  });
});

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("appendEntries", () => {
  const entries = logEntries(log(evidence()), new Set());
  const append = (before: string, wanted = entries) =>
    text(appendEntries(Buffer.from(before, "latin1"), wanted));

  it.each([
    ["a file that ends with a line", "# Log\n", "\n## "],
    ["a file that ends with an empty line", "# Log\n\n", "## "],
    ["a file whose last line has no end", "# Log\n\nnote", "\n\n## "],
    ["a file with the line ends of Windows", "# Log\r\n", "\r\n## "],
    ["the same, whose last line has no end", "# Log\r\nnote", "\r\n\r\n## "],
    ["no bytes", "", "## "],
  ])("keeps every byte of %s", (_title, before, joint) => {
    const after = append(before);
    expect(after.slice(0, before.length + joint.length)).toBe(before + joint);
    expect(
      after
        .slice(before.length)
        .replaceAll("\r\n", "\n")
        .match(/[^\n]\n$/),
    ).not.toBeNull();
    expect(/[^\r]\n/.test(after)).toBe(!before.includes("\r"));
    expect(loggedCycles(after).size).toBe(3);
  });

  it("keeps bytes that are no UTF-8, and adds nothing of nothing", () => {
    expect(append("\u00ff\u0000\n").startsWith("\u00ff\u0000\n\n## ")).toBe(true);
    expect(append("x", [])).toBe("x");
  });

  it("gives nothing to add once it was added, whatever the file is", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (before) => {
        const after = appendEntries(before, entries);
        expect(Buffer.from(after).subarray(0, before.length).equals(Buffer.from(before))).toBe(true);
        const logged = loggedCycles(new TextDecoder().decode(after));
        expect(logEntries(log(evidence()), logged)).toEqual([]);
      }),
    );
  });
});
