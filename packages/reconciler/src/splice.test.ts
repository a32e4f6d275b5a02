import { checkSchedule } from "@coulomb-loop/cadence";
import { decode, readYaml } from "@coulomb-loop/documents";
import { blobId } from "@coulomb-loop/schemas/digest";
import { validateSchedule } from "@coulomb-loop/schemas";
import { countingForge, git } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Run, World } from "./fleet.fixture.ts";
import { branch, createWorld, file, noon, synced } from "./fleet.fixture.ts";

const crlf = (text: string) => text.replaceAll("\n", "\r\n");

/** Schedule files as people write them, and how many bytes of them the next phase may replace. */
const corpus: Readonly<Record<string, string>> = {
  comments: synced,
  "line endings of Windows": crlf(synced),
  "a byte order mark": `\ufeff${synced}`,
  "a byte order mark and line endings of Windows": `\ufeff${crlf(synced)}`,
  "no final line feed": synced.replace(/\nx-ours.*\n$/, ""),
  "flow style": `timezone: Europe/Berlin\ndomain: custodian\nagents: { coach: {cadence: daily, cron: "15 * * * *", enabled: true, prompt: 'a, b' }, review: { cadence: daily,  cron: '30 * * * *', enabled: true } } # dense\n`,
  JSON: `{"timezone": "Europe/Berlin", "agents": {"coach": {"cadence": "daily", "cron": "15 * * * *", "enabled": true},\n  "review": {"cadence": "daily", "cron": "30 * * * *", "enabled": true}}}\n`,
  "keys in another order": [
    "x-first: 1",
    "agents:",
    "    review:",
    "        enabled: true",
    "        cron:   30 * * * *   # plain",
    "        cadence: daily",
    "",
    "    coach:",
    "        prompt: |",
    "            cron: 15 * * * *",
    "            # no comment",
    "        enabled: true",
    "        cron: 15 * * * *",
    "        cadence: daily",
    "timezone: Europe/Berlin",
    "",
    "",
    "",
  ].join("\n"),
  "an anchor that others use": [
    "timezone: Europe/Berlin",
    "x-labels: &labels [a, b]",
    "agents:",
    "  coach: { cadence: daily, cron: '15 * * * *', enabled: true, labels: *labels }",
    "  review:",
    "    cadence: daily",
    "    cron: '30 * * * *'",
    "    enabled: true",
    "    labels: *labels",
    "",
  ].join("\n"),
  "a document start and end": `%YAML 1.2\n---\n${synced}...\n`,
  "agents of its own": synced.replace(
    "x-ours",
    "  # a third one\n  third: {cadence: manual, enabled: false}\nx-ours",
  ),
  "texts of many scripts": synced.replace("ours, since 2024", "наше, 私たち, 🙂 e\u0301"),
  "quoted keys": synced.replace("  coach:", '  "coach":').replace("    cron:", "    'cron' :"),
  "missing values": "# only this\nagents:\n  coach:\n    prompt: be kind\n",
  "nothing but a comment": "# later\nx-todo: yes\n",
};

const names = Object.fromEntries(Object.keys(corpus).map((name, index) => [`r${index}`, name]));

/** The live bytes with the plan's edits in them, put there by hand. */
function spliced(live: Uint8Array, edits: readonly (readonly [number, number, string])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const [from, to, text] of edits) {
    expect(from).toBeGreaterThanOrEqual(at);
    expect(to).toBeGreaterThanOrEqual(from);
    parts.push(live.subarray(at, from), new TextEncoder().encode(text));
    at = to;
  }
  parts.push(live.subarray(at));
  return Buffer.concat(parts);
}

/** Lines of `git ls-tree` about every file but the schedule file. */
function otherFiles(listed: string): string[] {
  return listed.split("\n").filter((line) => !line.endsWith(`\t${file}`));
}

/** The plain value of a schedule file. */
function read(bytes: Uint8Array): unknown {
  const source = decode(bytes);
  if (Array.isArray(source)) throw new Error(JSON.stringify(source));
  return readYaml(source, validateSchedule).raw;
}

/** A copy of a value with something else at a place; maps on the way are made. */
function withValue(value: unknown, [step, ...rest]: readonly string[], set: unknown): unknown {
  if (step === undefined) return set;
  const map = typeof value === "object" && value !== null ? value : {};
  return { ...map, [step]: withValue(Reflect.get(map, step), rest, set) };
}

describe("the proposed blob", () => {
  let world: World;
  let first: Run;
  let run: Run;

  beforeAll(async () => {
    world = await createWorld(
      Object.fromEntries(Object.entries(names).map(([repo, name]) => [repo, corpus[name] ?? ""])),
    );
    const active = Object.keys(names).map((repo) => `{ repo: ${repo} }`);
    first = await world.run({ active });
    run = await world.run({ active, phase: "stabilize", now: noon + 1000 });
  }, 60_000);

  afterAll(() => world[Symbol.dispose]());

  it("is planned for files that are in sync only when something changes", () => {
    const classes = first.result.plan.repos.map((repo) => [names[repo.repo], repo.class]);
    expect(Object.fromEntries(classes)).toEqual({
      ...Object.fromEntries(Object.keys(corpus).map((name) => [name, "in_sync"])),
      JSON: "create",
      "keys in another order": "create",
      "an anchor that others use": "create",
      "missing values": "create",
      "nothing but a comment": "create",
    });
  });

  it.each(Object.entries(names))(
    "%s (%s) differs from the live file in the edits only",
    async (repo, name) => {
      const { plan, outcome } = run.repo(repo);
      expect([plan.findings, outcome]).toEqual([undefined, "proposed"]);
      const live = new TextEncoder().encode(corpus[name]);
      const expected = spliced(live, plan.edits);
      const listed = await git(world.path(repo), ["ls-tree", "-r", branch]);
      const before = await git(world.path(repo), ["ls-tree", "-r", "main"]);
      // Every other file is the same, with its mode.
      expect(otherFiles(listed)).toEqual(otherFiles(before));
      expect(listed).toContain(`100644 blob ${blobId(expected)}\t${file}`);
      expect(plan.result_blob).toBe(blobId(expected));
      expect(plan.blob).toBe(blobId(live));
      // Edits are small: they never rewrite the file.
      const replaced = plan.edits.reduce((sum, [from, to]) => sum + to - from, 0);
      expect(replaced).toBeLessThanOrEqual(60);
    },
  );

  it.each(Object.entries(names))("%s (%s) says what is desired, and no other value changes", (repo, name) => {
    const { plan } = run.repo(repo);
    const live = new TextEncoder().encode(corpus[name]);
    const after = read(spliced(live, plan.edits));
    const changed = plan.paths.filter((path) => path.class !== "in_sync");
    const expected = changed.reduce(
      (value, path) => withValue(value, path.pointer.slice(1).split("/"), path.desired),
      read(live),
    );
    expect(after).toEqual(expected);
  });

  it("leaves every default branch as it was, and the next run writes nothing", async () => {
    for (const [repo, name] of Object.entries(names)) {
      const entry = await git(world.path(repo), ["rev-parse", `main:${file}`]);
      expect(entry).toBe(blobId(new TextEncoder().encode(corpus[name])));
    }
    const forge = countingForge(world.forge());
    const active = Object.keys(names).map((repo) => `{ repo: ${repo} }`);
    await world.run({ active, phase: "stabilize", now: noon + 5_000_000, forge });
    expect(forge.writes).toEqual([]);
  });
});

describe("a new schedule file", () => {
  it("is valid", async () => {
    using world = await createWorld({ one: null });
    const { repo } = await world.run();
    expect([repo().plan.class, repo().outcome]).toEqual(["create", "proposed"]);
    const text = (await world.person().read(branch, file)) ?? "";
    const source = decode(new TextEncoder().encode(text), file);
    if (Array.isArray(source)) throw new Error("does not decode");
    const checked = readYaml(source, validateSchedule);
    expect(checked.findings).toEqual([]);
    expect(checked.value && checkSchedule(checked.value, file)).toEqual([]);
    expect(checked.raw).toEqual({
      timezone: "Europe/Berlin",
      domain: "custodian",
      agents: {
        coach: { cadence: "daily", cron: "15 * * * *", enabled: true },
        review: { cadence: "daily", cron: "30 * * * *", enabled: true },
      },
    });
    await world.person().merge(branch);
    expect((await world.run({ now: noon + 1000 })).repo().plan.class).toBe("in_sync");
  });

  it("is put into a repo whose default branch has another name", async () => {
    using world = await createWorld({ one: { branch: "trunk", files: { "a.md": "a\n" } } });
    const { repo } = await world.run();
    expect(repo().outcome).toBe("proposed");
    expect((await world.proposals())[0]?.base).toBe("trunk");
    expect(await git(world.path(), ["diff", "--name-only", "trunk", branch])).toBe(file);
  });
});
