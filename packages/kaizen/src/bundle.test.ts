import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decode, readMarkdown } from "@coulomb-loop/documents";
import { validateBundle } from "@coulomb-loop/schemas";
import { git, personAt } from "@coulomb-loop/testkit";
import { assert, asyncProperty, constantFrom } from "fast-check";
import { describe, expect, it } from "vitest";
import { bundleSections } from "./bundle-sections.ts";
import {
  codeThrown,
  commitAll,
  env,
  filesOf,
  fixedNow,
  holderAt,
  hourly,
  newCheckout,
  recordIn,
  schedulePath,
  writeFiles,
} from "./checkout.fixture.ts";
import { openCheckout } from "./git.ts";
import { oddWords } from "./odd-words.fixture.ts";
import { outlineOf } from "./outline.ts";
import { type PrepareOptions, prepareBundle } from "./prepare.ts";
import { recordRun } from "./record.ts";
import { checkBundle } from "./verify-bundle.ts";

const memoryFile = ".kaizen/memory/coach/memory.md";

const minutesAgo = (minutes: number) => holderAt(fixedNow - minutes * 60_000);

function prepare(cwd: string, more: Partial<PrepareOptions> = {}) {
  return prepareBundle({ cwd, env, agent: "coach", now: fixedNow, ...more });
}

/** Codes of what is wrong with a bundle. */
async function flaws(cwd: string, text: string, now = fixedNow): Promise<string[]> {
  const findings = await checkBundle(Buffer.from(text), {
    checkout: await openCheckout({ cwd, env }),
    now,
    file: "b.md",
  });
  return findings.map(({ code }) => code);
}

/** Frontmatter and titles of a bundle, as readers find them. */
function read(text: string) {
  const source = decode(Buffer.from(text));
  if (Array.isArray(source)) throw new Error(`no text: ${source[0]?.code}`);
  const { value, body } = readMarkdown(source, validateBundle);
  return { value, titles: outlineOf(body.text).sections.map(({ title }) => title) };
}

/** Three repos as pilots are: new, with a history of sessions, and large with odd words. */
const pilots: Readonly<Record<string, () => Promise<string>>> = {
  "that just began": () => newCheckout(),
  "with sessions and memory": async () => {
    const cwd = await newCheckout({
      [schedulePath]: hourly,
      [memoryFile]: "# Memory of coach\n\n## Entries\n\n### 2026-07-05\n\nThe suite waits for the network.\n",
      "src/a.ts": "export const a = 1;\n",
    });
    await recordRun(recordIn(cwd, { agent: "metrics", holder: holderAt(fixedNow - 900_000) }));
    for (let hours = 5; hours > 0; hours -= 1)
      await recordRun(
        recordIn(cwd, {
          slot: `kaizen-stack/hourly-coach/local/coulomb/pilot@2026-07-06T0${8 - hours}:15:00Z`,
          ...(hours === 3 ? { outcome: "failed", reason: "the network is away" } : { quality: 0.9 }),
          holder: holderAt(fixedNow - hours * 3_600_000),
        }),
      );
    await commitAll(cwd, "Sessions");
    writeFiles(cwd, { "src/a.ts": "export const a = 2;\n" });
    await commitAll(cwd, "Change a");
    return cwd;
  },
  "that is large": async () => {
    const cwd = await newCheckout({
      [schedulePath]: hourly.replace(
        "enabled: true }",
        'enabled: true, notes: "```\\n## Goal", timeout: PT40M }',
      ),
      [memoryFile]: "- `````\n## Goal\n<!--\n".repeat(20_000),
      ".kaizen/memory/metrics/memory.md": "ü".repeat(100_000),
    });
    for (let count = 0; count < 40; count += 1)
      await personAt(cwd).commit(
        "main",
        { [`${"deep/".repeat(20)}${count}.txt`]: "x\n".repeat(count) },
        { message: `## Goal ${"long ".repeat(200)}` },
      );
    for (let count = 0; count < 20; count += 1)
      await recordRun(
        recordIn(cwd, {
          outcome: "failed",
          reason: `---\n${"why ".repeat(400)}`,
          holder: holderAt(fixedNow - 60_000 * count),
        }),
      );
    await commitAll(cwd, "Records");
    return cwd;
  },
};

describe.each(Object.entries(pilots))("the bundle of a repo %s", (_title, make) => {
  // It asks git many times: on a machine that is busy that takes a while.
  it("is verified, says the same twice, and leaves the work tree alone", { timeout: 180_000 }, async () => {
    const cwd = await make();
    const before = filesOf(cwd);
    for (const agent of ["coach", "optimization"]) {
      const bundle = await prepare(cwd, { agent });
      expect(await flaws(cwd, bundle.text)).toEqual([]);
      expect(read(bundle.text).titles).toEqual([...bundleSections]);
      expect((await prepare(cwd, { agent })).text).toBe(bundle.text);
      expect(readFileSync(join(cwd, `.git/coulomb/bundles/${agent}.md`), "utf8")).toBe(bundle.text);
      expect(Buffer.byteLength(bundle.text)).toBeLessThanOrEqual(32_768);
    }
    expect(filesOf(cwd)).toEqual(before);
    expect(await git(cwd, ["status", "--porcelain"])).toBe("");
  });
});

describe("a bundle", () => {
  it("says where it comes from and how to close", async () => {
    const cwd = (await pilots["with sessions and memory"]?.()) ?? "";
    const { text } = await prepare(cwd, {
      definition: "a".repeat(64),
      cycle: "kaizen-stack/bootstrap@2026-07-06T08:00:00Z",
    });
    const { value } = read(text);
    const slot = "local/coach/local/coulomb/pilot@2026-07-06T08:15:00Z";
    expect(value).toMatchObject({
      agent: "coach",
      repo: "local/coulomb/pilot",
      head: await git(cwd, ["rev-parse", "HEAD"]),
      slot,
      cycle: "kaizen-stack/bootstrap@2026-07-06T08:00:00Z",
      attempt: 1,
      expires_at: "2026-07-06T09:15:00Z",
      upstream: [{ agent: "metrics", state: "closed", outcome: "success" }],
      definition: "a".repeat(64),
    });
    expect(value?.sources.map(({ path }) => path)).toEqual([
      schedulePath,
      memoryFile,
      ".kaizen/metrics/coach/2026-07-06.jsonl",
      ".kaizen/metrics/metrics/2026-07-06.jsonl",
    ]);
    for (const command of Object.values(value?.close ?? {})) expect(command).toContain(`--slot ${slot}`);
    expect(text).toContain("The suite waits for the network.");
    expect(text).toContain("Change a");
    expect(text).toContain("the network is away");
  });

  it("takes the slot, repo and upstream that are given", async () => {
    const cwd = await newCheckout();
    const slot = "kaizen-stack/hourly-coach/gitea/acme/pilot@2026-07-06T08:15:00Z";
    const { text, slotSource } = await prepare(cwd, {
      slot,
      upstream: ["reviewer"],
      attempt: 3,
      expiresIn: 60_000,
    });
    expect(slotSource).toBe("given");
    expect(read(text).value).toMatchObject({
      slot,
      repo: "gitea/acme/pilot",
      attempt: 3,
      upstream: [{ agent: "reviewer", state: "missing" }],
      expires_at: "2026-07-06T08:21:00Z",
    });
  });

  it("counts an agent before this one only by a record of this cycle", async () => {
    const cwd = await newCheckout();
    // The slot before this one was due at 07:15.
    await recordRun(recordIn(cwd, { agent: "metrics", holder: minutesAgo(66) }));
    expect(read((await prepare(cwd)).text).value?.upstream).toEqual([{ agent: "metrics", state: "missing" }]);
    await recordRun(recordIn(cwd, { agent: "metrics", holder: minutesAgo(10), cycle: "other" }));
    expect(read((await prepare(cwd, { cycle: "this" })).text).value?.upstream[0]?.state).toBe("missing");
    expect(read((await prepare(cwd)).text).value?.upstream[0]?.state).toBe("closed");
  });

  it("is not made when a memory is there that cannot be read", async () => {
    const cwd = await newCheckout();
    writeFiles(cwd, { [`${memoryFile}/x`]: "" });
    expect(await codeThrown(prepare(cwd))).toBe("memory_unreadable");
  });

  it("does not show the work tree, and says that it differs", async () => {
    const cwd = await newCheckout({ [schedulePath]: hourly, [memoryFile]: "committed words\n" });
    writeFiles(cwd, { [memoryFile]: "other words\n", "new.txt": "" });
    const { text } = await prepare(cwd);
    expect(text).toContain("committed words");
    expect(text).not.toContain("other words");
    expect(text).toContain("2 files of the work tree differ");
  });

  it.each([
    ["enabled: false\n", "repo_opted_out"],
    ["paused: { reason: release }\n", "repo_opted_out"],
    ["paused: { reason: release, until: 2026-07-07T00:00:00Z }\n", "repo_opted_out"],
    ["paused: { reason: release, until: 2026-07-06T00:00:00Z }\n", "nothing"],
    ["x_note: fine\n", "nothing"],
    ["nonsense: 1\n", "schedule_invalid"],
  ])("of a repo that says %j: %s", async (line, code) => {
    const cwd = await newCheckout({ [schedulePath]: line + hourly });
    expect(await codeThrown(prepare(cwd))).toBe(code);
  });

  it.each([
    [{ agent: "reviewer" }, "agent_disabled"],
    [{ agent: "metrics" }, "agent_disabled"],
    [{ agent: "constructor" }, "agent_disabled"],
    [{ agent: "../coach" }, "usage"],
    [{ upstream: ["a", "b", "c", "d", "e", "f", "g"] }, "usage"],
    [{ slot: "coach" }, "slot_invalid"],
    [{ slot: "l/a/local/coulomb/pilot@2026-07-06T08:15:00Z", repo: "local/coulomb/x" }, "slot_foreign"],
    [{ repo: "pilot" }, "repo_invalid"],
    [{ cycle: "a'; rm -rf ~ #" }, "bundle_unfit"],
    [{ definition: "latest" }, "bundle_unfit"],
  ])("is not made of %j: %s", async (options, code) => {
    const cwd = await newCheckout();
    expect(await codeThrown(prepare(cwd, options))).toBe(code);
    expect(Object.keys(filesOf(cwd))).toEqual([schedulePath]);
  });

  it("is made where nothing can be written, and says that no copy is kept", async () => {
    const cwd = await newCheckout();
    const { text, warnings } = await prepare(cwd);
    expect(warnings.map(({ code }) => code)).toEqual([]);
    rmSync(join(cwd, ".git/coulomb"), { recursive: true });
    // Also root is stopped by a file in place of a folder.
    writeFileSync(join(cwd, ".git/coulomb"), "");
    const again = await prepare(cwd);
    expect(again.text).toBe(text);
    expect(again.warnings.map(({ code, severity }) => [code, severity])).toEqual([
      ["bundle_unkept", "warning"],
    ]);
  });

  it("is not made for an agent without a cron, nor for a repo without a name", async () => {
    const cwd = await newCheckout({
      [schedulePath]: "timezone: UTC\nagents:\n  coach: { cadence: manual, enabled: true }\n",
    });
    expect(await codeThrown(prepare(cwd))).toBe("slot_missing");
    await git(cwd, ["remote", "remove", "origin"]);
    expect(await codeThrown(prepare(cwd))).toBe("repo_unnamed");
    expect(await codeThrown(prepare(cwd, { slot: "l/a/local/coulomb/pilot@2026-07-06T08:15:00Z" }))).toBe(
      "nothing",
    );
  });

  it("fits, however long its names and words are", async () => {
    const names = ["a", "b", "c", "d", "e", "f"].map((letter) => `${letter}${"-long".repeat(15)}`);
    const words = "ü words `` of somebody\n".repeat(2_000);
    const cwd = await newCheckout({
      [schedulePath]: `timezone: UTC\nagents:\n  ${names[0]}: { cadence: daily, cron: "15 * * * *", enabled: true, notes: "${"n".repeat(2_000)}" }\n`,
      ...Object.fromEntries(names.map((name) => [`.kaizen/memory/${name}/memory.md`, words])),
    });
    for (const agent of names)
      for (const days of [2, 1, 0])
        await recordRun(
          recordIn(cwd, {
            agent,
            outcome: "failed",
            reason: "why ".repeat(480),
            holder: holderAt(fixedNow - days * 86_400_000 - 60_000),
          }),
        );
    await commitAll(cwd, "Records");
    const [agent = "", ...upstream] = names;
    const repo = `local/${"o".repeat(140)}/${"r".repeat(140)}`;
    const slot = `kaizen-stack/${agent}/${repo}@2026-07-06T08:15:00Z`;
    const cycle = `kaizen-stack/${"c".repeat(280)}`;
    const { text } = await prepare(cwd, { agent, upstream, slot, cycle });
    expect(await flaws(cwd, text)).toEqual([]);
    expect(Buffer.byteLength(text)).toBeGreaterThan(20_000);
  });

  it("cannot be broken by any words of the repo", async () => {
    const cwd = await newCheckout();
    const person = personAt(cwd);
    await assert(
      asyncProperty(oddWords, constantFrom("\n", " ", ""), oddWords, async (memory, gap, reason) => {
        const subject = memory.join(" ").split("\u0000").join(" ").split("\n").join(" ").toWellFormed();
        await person.commit(
          "main",
          { [schedulePath]: hourly, [memoryFile]: memory.join(gap).toWellFormed() },
          { message: subject },
        );
        await recordRun(recordIn(cwd, { outcome: "failed", reason: `x ${reason.join(gap)}`.slice(0, 1900) }));
        const agent = reason.length % 2 === 0 ? "coach" : "optimization";
        const { text } = await prepare(cwd, { agent });
        expect(await flaws(cwd, text)).toEqual([]);
        expect(read(text).titles).toEqual([...bundleSections]);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
