import { sha256Of } from "@coulomb-loop/schemas/digest";
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hubBodies } from "@coulomb-loop/schemas/hub";
import { git } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import {
  codeThrown,
  commitAll,
  env,
  filesOf,
  fixedNow,
  holderAt,
  newCheckout,
  newFolder,
  recordIn,
  recordsAt,
  writeFiles,
} from "./checkout.fixture.ts";
import { readAgentMetrics } from "./metrics-files.ts";
import type { MetricsRecord } from "@coulomb-loop/documents";
import { prepareBundle } from "./prepare.ts";
import type { RecordOptions } from "./compose-record.ts";
import { recordRun } from "./record.ts";
import type { RecordSink, Sent } from "./record-sink.ts";

const slot = "kaizen-stack/hourly-coach/local/coulomb/pilot@2026-07-06T08:15:00Z";
const today = ".kaizen/metrics/coach/2026-07-06.jsonl";

describe("a record", () => {
  it("is one line that keeps the hub's contract, and nothing else changes", async () => {
    const cwd = await newCheckout();
    const before = filesOf(cwd);
    const done = await recordRun(recordIn(cwd, { quality: 0.8 }));
    expect(done).toMatchObject({ file: today, slotSource: "none", hub: "none", warnings: [] });
    const [record] = recordsAt(cwd);
    expect(hubBodies.metrics_record.validate(record).ok).toBe(true);
    expect(record).toMatchObject({
      agent: "coach",
      repo: "local/coulomb/pilot",
      attempt: 1,
      trigger: "manual",
      success: true,
      outcome: "success",
      time_s: 120,
      quality: 0.8,
      quality_source: "self",
      started_at: "2026-07-06T08:18:00.000Z",
      finished_at: "2026-07-06T08:20:00.000Z",
      actor: "Pat Person",
      provenance: { head: await git(cwd, ["rev-parse", "HEAD"]) },
    });
    const after = filesOf(cwd);
    expect(after[today]).toMatch(/^[^\n]+\n$/);
    expect({ ...after, [today]: undefined }).toEqual({ ...before, [today]: undefined });
  });

  it("carries the digest of the line before, also of an earlier day", async () => {
    const cwd = await newCheckout();
    await recordRun(recordIn(cwd));
    await recordRun(recordIn(cwd, { holder: holderAt(fixedNow + 86_400_000) }));
    await recordRun(recordIn(cwd, { holder: holderAt(fixedNow + 86_400_001) }));
    const lines = Object.entries(filesOf(cwd))
      .filter(([path]) => path.endsWith(".jsonl"))
      .flatMap(([, text]) => text.trimEnd().split("\n"));
    const prevs = recordsAt(cwd).map(({ prev }) => prev);
    expect(prevs).toEqual([undefined, sha256Of(lines[0] ?? ""), sha256Of(lines[1] ?? "")]);
    expect(readAgentMetrics(cwd, "coach").findings).toEqual([]);
  });

  it.each([
    [{ slot }, { trigger: "schedule", attempt: 1 }],
    [
      { slot, attempt: 2 },
      { trigger: "retry", attempt: 2 },
    ],
    [{ attempt: 3 }, { trigger: "retry", attempt: 3 }],
    [
      { slot, trigger: "backfill", cycle: "kaizen-stack/bootstrap@2026-07-06T08:00:00Z" },
      { trigger: "backfill", cycle: "kaizen-stack/bootstrap@2026-07-06T08:00:00Z" },
    ],
    [{ outcome: "noop" }, { success: true, outcome: "noop" }],
    [
      { outcome: "timeout", reason: "too long" },
      { success: false, outcome: "timeout", reason: "too long" },
    ],
    [
      { cost: { usd: 0.4 }, interventions: [{ kind: "answer", note: "which" }] },
      { cost: { usd: 0.4 }, interventions: [{ kind: "answer", note: "which" }] },
    ],
    [
      { startedAt: fixedNow - 300_000, finishedAt: fixedNow - 60_000 },
      { started_at: "2026-07-06T08:15:00.000Z", finished_at: "2026-07-06T08:19:00.000Z" },
    ],
  ] satisfies [Partial<RecordOptions>, object][])("of %j says %j", async (options, expected) => {
    const cwd = await newCheckout();
    expect((await recordRun(recordIn(cwd, options))).record).toMatchObject(expected);
  });

  it.each([
    [{ agent: "../coach" }, "usage"],
    [{ outcome: "failed" }, "usage"],
    [{ outcome: "failed", reason: "  " }, "usage"],
    [{ startedAt: fixedNow + 1 }, "usage"],
    [{ slot: "coach" }, "slot_invalid"],
    [{ slot, repo: "local/coulomb/other" }, "slot_foreign"],
    [{ repo: "coulomb/pilot" }, "repo_invalid"],
    [{ time: Number.POSITIVE_INFINITY }, "record_invalid"],
    [{ time: -1, startedAt: fixedNow }, "record_invalid"],
    [{ quality: 2 }, "record_invalid"],
    [{ cycle: "two\nlines" }, "record_invalid"],
    [{ corrects: "01991c1e-5f6c-7b6e-9d0a-3f2b8f0c1a2b" }, "record_invalid"],
  ] satisfies [Partial<RecordOptions>, string][])(
    "of %j is refused as %s, and nothing is written",
    async (options, code) => {
      const cwd = await newCheckout();
      const before = filesOf(cwd);
      expect(await codeThrown(recordRun(recordIn(cwd, options)))).toBe(code);
      expect(filesOf(cwd)).toEqual(before);
    },
  );

  it("can be replaced by another one, and a slot that was closed twice is told", async () => {
    const cwd = await newCheckout();
    const first = await recordRun(recordIn(cwd, { slot }));
    const id = first.record.record_id;
    const second = await recordRun(
      recordIn(cwd, { slot, corrects: id, outcome: "failed", reason: "was wrong" }),
    );
    expect(second.record.corrects).toBe(id);
    expect(second.warnings.map(({ code }) => code)).toEqual(["slot_closed"]);
    // The one that was replaced closes it no more.
    expect((await recordRun(recordIn(cwd, { slot }))).warnings).toEqual([]);
  });

  it("holds no secret", async () => {
    const cwd = await newCheckout();
    const token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
    const done = await recordRun(
      recordIn(cwd, {
        outcome: "failed",
        reason: `used ${token}`,
        interventions: [{ kind: "answer", note: token }],
      }),
    );
    expect(done.warnings.map(({ code }) => code)).toEqual(["record_redacted"]);
    expect(JSON.stringify(filesOf(cwd))).not.toContain(token);
  });

  it("is named after its folder where nothing says which repo it is", async () => {
    const cwd = await newCheckout();
    await git(cwd, ["remote", "remove", "origin"]);
    const done = await recordRun(recordIn(cwd));
    expect(done.record.repo).toBe("local/coulomb/pilot.git");
    expect(done.warnings.map(({ code }) => code)).toEqual(["repo_guessed"]);
  });
});

describe("a metrics file that is not whole", () => {
  it.each([
    ["a line that was cut off", '{"record_id":"01', ["record_torn"]],
    ["a whole line without its end", "{}", []],
    ["bytes that are no text", "\u00ff\u00fe", ["record_torn"]],
    ["CRLF", "{}\r\n", []],
    ["nothing in it", "", []],
  ])("with %s keeps its bytes, and the record begins on a new line", async (_what, tail, codes) => {
    const cwd = await newCheckout();
    writeFiles(cwd, { [today]: Buffer.from(tail, "latin1") });
    const done = await recordRun(recordIn(cwd));
    expect(done.warnings.map(({ code }) => code)).toEqual(codes);
    const text = filesOf(cwd)[today] ?? "";
    const gap = tail === "" || tail.endsWith("\n") ? "" : "\n";
    expect(text.startsWith(tail + gap)).toBe(true);
    expect(JSON.parse(text.slice(tail.length))).toMatchObject({ agent: "coach" });
  });

  it("is read but for its flawed lines, each with its place", async () => {
    const cwd = await newCheckout();
    await recordRun(recordIn(cwd));
    await recordRun(recordIn(cwd));
    const text = filesOf(cwd)[today] ?? "";
    const [first = "", second = ""] = text.split("\n");
    const changed = first.replace("Pat Person", "Max Person");
    writeFiles(cwd, { [today]: `${first}\n{"half\n\n${second}\n${second}\n[]\n${changed}\n` });
    const { records, findings } = readAgentMetrics(cwd, "coach");
    expect(records).toHaveLength(2);
    expect(findings.map(({ code, file, line }) => [code, file, line])).toEqual([
      ["record_torn", today, 2],
      ["record_flawed", today, 6],
      ["record_twice", today, 7],
    ]);
  });

  it("that lost a line is told by the chain; two records after the same one are not", async () => {
    const cwd = await newCheckout();
    for (let times = 0; times < 3; times += 1) await recordRun(recordIn(cwd));
    const [first = "", second = "", third = ""] = (filesOf(cwd)[today] ?? "").split("\n");
    writeFiles(cwd, { [today]: `${first}\n${third}\n` });
    expect(readAgentMetrics(cwd, "coach").findings.map(({ code }) => code)).toEqual(["record_prev_missing"]);
    const sibling = second.replace(
      /"record_id":"[^"]+"/,
      '"record_id":"01991c1e-5f6c-7b6e-9d0a-3f2b8f0c1a2b"',
    );
    writeFiles(cwd, { [today]: `${first}\n${second}\n${sibling}\n${third}\n` });
    expect(readAgentMetrics(cwd, "coach").findings).toEqual([]);
  });

  it("of two branches merges to all records of both", async () => {
    const cwd = await newCheckout({
      "README.md": "",
      ".gitattributes": ".kaizen/metrics/**/*.jsonl merge=union\n",
    });
    await recordRun(recordIn(cwd));
    await commitAll(cwd, "First");
    await git(cwd, ["checkout", "--quiet", "-b", "side"]);
    await recordRun(recordIn(cwd));
    await commitAll(cwd, "Side");
    await git(cwd, ["checkout", "--quiet", "main"]);
    await recordRun(recordIn(cwd));
    await commitAll(cwd, "Main");
    await git(cwd, ["merge", "--quiet", "--no-edit", "side"]);
    const { records, findings } = readAgentMetrics(cwd, "coach");
    expect(records).toHaveLength(3);
    expect(new Set(records.map(({ prev }) => prev)).size).toBe(2);
    expect(findings).toEqual([]);
  });
});

const prepared = (cwd: string) =>
  prepareBundle({ cwd, env, agent: "coach", now: fixedNow, slot, attempt: 2 });

describe("the slot of a record", () => {
  it("is that of the bundle that was prepared here, with its digest and commit", async () => {
    const cwd = await newCheckout();
    const bundle = await prepared(cwd);
    const head = await git(cwd, ["rev-parse", "HEAD"]);
    await commitAll(cwd);
    const done = await recordRun(recordIn(cwd));
    expect(done.slotSource).toBe("bundle");
    expect(done.record).toMatchObject({
      slot,
      attempt: 2,
      trigger: "retry",
      provenance: { head, bundle: bundle.digest },
    });
  });

  it.each([
    ["gitea/acme/pilot", []],
    ["gitea/acme/Pilot", []],
    ["local/coulomb/other", ["slot_elsewhere"]],
  ])("of %s is told where it is another checkout's: %j", async (repo, codes) => {
    const cwd = await newCheckout();
    const given = `kaizen-stack/hourly-coach/${repo}@2026-07-06T08:15:00Z`;
    const bundle = await prepareBundle({ cwd, env, agent: "coach", now: fixedNow, slot: given });
    const done = await recordRun(recordIn(cwd, { slot: given }));
    expect([bundle.warnings, done.warnings].map((all) => all.map(({ code }) => code))).toEqual([
      codes,
      codes,
    ]);
    expect(done.record.repo).toBe(repo);
  });

  it("is none when that bundle is expired, or is another agent's", async () => {
    const cwd = await newCheckout();
    await prepared(cwd);
    const other = await recordRun(recordIn(cwd, { agent: "optimization" }));
    expect(other.record.slot).toBeUndefined();
    const late = await recordRun(recordIn(cwd, { holder: holderAt(fixedNow + 55 * 60_000) }));
    expect(late).toMatchObject({ slotSource: "none", record: { trigger: "manual" } });
  });

  it("that is given says nothing of a bundle for another one", async () => {
    const cwd = await newCheckout();
    await prepared(cwd);
    const done = await recordRun(recordIn(cwd, { slot: slot.replace("08:15", "07:15") }));
    expect(done.record).toMatchObject({
      attempt: 1,
      provenance: expect.not.objectContaining({ bundle: expect.anything() }),
    });
  });
});

/** A hub that answers as it is told; what it was sent is kept. */
function scripted(answers: Sent["kind"][]): RecordSink & { readonly sent: MetricsRecord[] } {
  const sent: MetricsRecord[] = [];
  return {
    sent,
    async send(record) {
      sent.push(record);
      const kind = answers.shift() ?? "kept";
      return kind === "kept" ? { kind } : { kind, message: "so it is" };
    },
  };
}

describe("the hub", () => {
  it("gets a record once it is there again, in the order they were made", async () => {
    const cwd = await newCheckout();
    const away = await recordRun(recordIn(cwd, { sink: scripted(["away"]) }));
    expect(away.hub).toBe("unsent");
    expect(away.warnings.map(({ code }) => code)).toEqual(["record_unsent"]);
    const hub = scripted([]);
    const done = await recordRun(recordIn(cwd, { sink: hub }));
    expect(done).toMatchObject({ hub: "kept", warnings: [] });
    expect(hub.sent).toEqual([away.record, done.record]);
    const later = scripted([]);
    await recordRun(recordIn(cwd, { sink: later }));
    expect(later.sent).toHaveLength(1);
  });

  it("that refuses a record is not asked again", async () => {
    const cwd = await newCheckout();
    const done = await recordRun(recordIn(cwd, { sink: scripted(["refused"]) }));
    expect(done).toMatchObject({ hub: "refused", warnings: [{ code: "record_refused" }] });
    const hub = scripted([]);
    await recordRun(recordIn(cwd, { sink: hub }));
    expect(hub.sent).toHaveLength(1);
    expect(recordsAt(cwd)).toHaveLength(2);
  });

  it("whose queue cannot be written is a warning: the record is in the repo", async () => {
    const cwd = await newCheckout();
    writeFiles(cwd, { ".git/coulomb/unsent.jsonl.tmp/in-the-way": "" });
    const done = await recordRun(recordIn(cwd, { sink: scripted([]) }));
    expect(done).toMatchObject({ hub: "unsent", warnings: [{ code: "record_unsent" }] });
    expect(recordsAt(cwd)).toHaveLength(1);
  });

  it("is not waited for record by record when it is away", async () => {
    const cwd = await newCheckout();
    for (let times = 0; times < 3; times += 1) await recordRun(recordIn(cwd, { sink: scripted(["away"]) }));
    const hub = scripted(["away"]);
    await recordRun(recordIn(cwd, { sink: hub }));
    expect(hub.sent).toHaveLength(1);
  });
});

describe("a place that cannot be written", () => {
  it.each([
    ["a file in place of .kaizen", ".kaizen"],
    ["a file in place of the folder of metrics", ".kaizen/metrics"],
    ["a file in place of the agent's folder", ".kaizen/metrics/coach"],
  ])("by %s is a clear error", async (_what, path) => {
    const cwd = await newCheckout({ "README.md": "", [path]: "" });
    const before = filesOf(cwd);
    expect(await codeThrown(recordRun(recordIn(cwd)))).toMatch(
      /^(?:checkout_unwritable|metrics_unreadable)$/,
    );
    expect(filesOf(cwd)).toEqual(before);
  });

  it("by a folder in place of today's file is a clear error", async () => {
    const cwd = await newCheckout();
    mkdirSync(join(cwd, today), { recursive: true });
    expect(await codeThrown(recordRun(recordIn(cwd)))).toBe("metrics_unreadable");
  });

  it("by a link out of the repo is refused", async () => {
    const cwd = await newCheckout();
    const outside = newFolder();
    writeFiles(cwd, { ".kaizen/metrics/x": "" });
    symlinkSync(outside, join(cwd, ".kaizen/metrics/coach"));
    expect(await codeThrown(recordRun(recordIn(cwd)))).toBe("path_outside");
    expect(filesOf(outside)).toEqual({});
  });

  it("by a link in place of today's file is refused", async () => {
    const cwd = await newCheckout();
    const outside = join(newFolder(), "records.jsonl");
    writeFileSync(outside, "");
    writeFiles(cwd, { ".kaizen/metrics/coach/.gitkeep": "" });
    symlinkSync(outside, join(cwd, today));
    expect(await codeThrown(recordRun(recordIn(cwd)))).toBe("path_outside");
    expect(readFileSync(outside, "utf8")).toBe("");
  });

  it("by a file in place of our folder in the git folder is a clear error", async () => {
    const cwd = await newCheckout();
    writeFileSync(join(cwd, ".git/coulomb"), "");
    const before = filesOf(cwd);
    expect(await codeThrown(recordRun(recordIn(cwd)))).toBe("checkout_unwritable");
    expect(filesOf(cwd)).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)(
    "by its permissions is a clear error (root may write anywhere)",
    async () => {
      const cwd = await newCheckout();
      const folder = join(cwd, ".kaizen");
      chmodSync(folder, 0o555);
      expect(await codeThrown(recordRun(recordIn(cwd)))).toBe("checkout_unwritable");
      chmodSync(folder, 0o755);
      expect(Object.keys(filesOf(cwd))).toEqual([".kaizen/schedule.yml"]);
    },
  );
});

describe("the lock", () => {
  it("of a process that is gone, or had this process's id, is taken over", async () => {
    const cwd = await newCheckout();
    await recordRun(recordIn(cwd));
    const folder = join(cwd, ".git/coulomb/lock");
    for (const pid of [99, 4242]) {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      writeFileSync(join(folder, "turn-7"), ["here", pid, fixedNow, "held"].join("\n"));
      const alive = { ...holderAt(), isAlive: (other: number) => other === 4242 };
      await recordRun(recordIn(cwd, { holder: alive }));
      expect(readFileSync(join(folder, "turn-8"), "utf8")).toContain("free");
    }
  });

  it("that cannot be given back is no error: the record is written", async () => {
    const cwd = await newCheckout();
    writeFiles(cwd, { ".git/coulomb/lock/free-1/in-the-way": "" });
    expect((await recordRun(recordIn(cwd))).warnings).toEqual([]);
    expect((await recordRun(recordIn(cwd, { holder: holderAt(fixedNow, 7) }))).warnings).toEqual([]);
    expect(recordsAt(cwd)).toHaveLength(2);
  });

  it.each(["here", "another host"])(
    "of a process on %s that works is waited for, and then told",
    async (host) => {
      const cwd = await newCheckout();
      const folder = join(cwd, ".git/coulomb/lock");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "turn-1"), [host, 99, fixedNow, "held"].join("\n"));
      let waits = 0;
      const holder = { ...holderAt(), isAlive: () => true, wait: async () => void (waits += 1) };
      expect(await codeThrown(recordRun(recordIn(cwd, { holder })))).toBe("metrics_locked");
      expect(waits).toBeGreaterThan(100);
      // Nobody holds it so long.
      const later = { ...holder, now: () => fixedNow + 300_000 };
      await recordRun(recordIn(cwd, { holder: later }));
      expect(recordsAt(cwd)).toHaveLength(1);
    },
  );
});
