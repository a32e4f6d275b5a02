import { bodyText, parseMarker } from "@coulomb-loop/proposals";
import { faultAt, faultyForge } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { FileEdit } from "../plan/types.ts";
import { branch, createOps, noSwitches, type Ops, planText, seed } from "./ops.fixture.ts";

const file = "workplans/a.md";
const other = "workplans/b.md";
const blob = "0".repeat(40);
const key = (id: string, number = "0007") => `LOOP-WP-${number}-${id}`;
type ValueEdit = Extract<FileEdit, { do: "value" }>;
const value = (id: string, field: ValueEdit["field"], to: string | null, rev = 17): ValueEdit => ({
  file,
  blob,
  do: "value",
  key: key(id),
  field,
  value: to,
  rev,
});
const done = value("T01", "status", "done");
const two = { [file]: planText([{}, { more: "priority: low\n" }]), [other]: planText([{}], "0008") };

/** Observes and proposes, as one run does. */
async function propose(ops: Ops, edits: readonly FileEdit[], options: Parameters<Ops["side"]>[0] = {}) {
  const side = ops.side(options);
  await side.observe();
  return side.propose(edits);
}

describe("proposing edits of workplans", () => {
  it("proposes each value with its trailer, and says what changes for whom", async () => {
    using ops = await createOps(two);
    const edits: FileEdit[] = [
      { ...value("T01", "status", "done"), by: "pat" },
      value("T01", "title", "Say | `it`", 18),
      value("T02", "priority", null, 19),
      { file: other, blob, do: "value", key: key("T01", "0008"), field: "status", value: "blocked", rev: 3 },
    ];
    const proposed = await propose(ops, edits);
    expect(proposed).toMatchObject({ kind: "open", writes: 2, number: 1, findings: [] });
    expect(await ops.person.read(branch, file)).toBe(
      planText([{ status: "done", title: '"Say | `it`"' }, {}]).replaceAll('"', (mark) => mark),
    );
    expect(await ops.person.read(branch, other)).toBe(planText([{ status: "blocked" }], "0008"));
    const trailers = [
      `Coulomb-Copied: ${key("T01")}.status@17`,
      `Coulomb-Copied: ${key("T01")}.title@18`,
      `Coulomb-Copied: ${key("T02")}.priority@19`,
      `Coulomb-Copied: ${key("T01", "0008")}.status@3`,
    ];
    const { title, body } = await ops.newest();
    expect(title).toBe("Take 4 changes of the state hub into 2 workplans");
    for (const trailer of trailers) expect(body.split("\n")).toContain(trailer);
    expect(bodyText(body)).toContain(
      `| \`${key("T01")}\` | status | \`todo\` | \`done\` | revision 17, by \`pat\` |`,
    );
    expect(bodyText(body)).toContain("| title | `Do it` | `` Say \\| `it` `` | revision 18 |");
    expect(bodyText(body)).toContain("| priority | `low` | none | revision 19 |");
    expect(parseMarker(body)).toMatchObject({
      key: "state-hub-sync",
      class: "sync",
      values: { [`${key("T01")}.status`]: "done", [`${key("T02")}.priority`]: null },
    });
    const head = (await ops.newest()).head;
    const message = await messageOf(ops, head);
    for (const trailer of trailers)
      expect(message.trimEnd().split("\n\n").at(-1)?.split("\n")).toContain(trailer);
  });

  it("writes nothing the second time, and nothing at all where nothing is to be proposed", async () => {
    using ops = await createOps(two);
    expect(await propose(ops, [])).toMatchObject({ kind: "none", writes: 0 });
    expect(await propose(ops, [done])).toMatchObject({ kind: "open", writes: 2 });
    expect(await propose(ops, [done])).toMatchObject({ kind: "open", writes: 0, number: 1 });
    expect(await propose(ops, [done, value("T02", "status", "done")])).toMatchObject({
      kind: "open",
      number: 1,
    });
    expect(await propose(ops, [])).toMatchObject({ kind: "none" });
    expect(await ops.newest()).toMatchObject({ state: "closed" });
    // It was closed by us: that is no one's no.
    expect(await propose(ops, [done])).toMatchObject({ kind: "open", number: 2 });
  });

  it("gives the seed its ids back, byte for byte", async () => {
    const path = "workplans/LOOP-WP-0001.md";
    using ops = await createOps({ [path]: seed.replaceAll(/state_hub_\w+_id: .*\n/g, "") });
    using whole = await createOps({ [path]: seed });
    const [plan] = (await whole.side().observe()).plans;
    if (plan === undefined) throw new Error("no plan");
    const editsOf = (known: boolean): FileEdit[] => [
      { file: path, blob, do: "workstream_id", key: plan.key, id: known ? (plan.hubId ?? null) : null },
      ...plan.tasks.map(
        (task): FileEdit => ({
          file: path,
          blob,
          do: "task_id",
          key: task.key,
          id: known ? (task.hubId ?? null) : null,
        }),
      ),
    ];
    const edits = editsOf(true);
    expect(edits.length).toBe(9);
    expect(await propose(ops, editsOf(false))).toMatchObject({ kind: "none", writes: 0 });
    expect(await propose(ops, edits)).toMatchObject({ kind: "open", findings: [] });
    expect((await ops.newest()).title).toBe("Write 9 ids of the state hub into 1 workplan");
    await ops.person.merge(branch);
    expect(await ops.person.read("main", path)).toBe(seed);
    expect((await ops.side().observe()).plans[0]).toMatchObject({ hubId: plan.hubId, tasks: plan.tasks });
  });

  it("repairs both copies of a status", async () => {
    using ops = await createOps({ [file]: planText([{ status: "done", fence: "todo" }]) });
    const repair: FileEdit = { file, blob, do: "repair", key: key("T01"), value: "done" };
    expect(await propose(ops, [repair])).toMatchObject({ kind: "open" });
    expect(await ops.person.read(branch, file)).toBe(planText([{ status: "done" }]));
    expect((await ops.newest()).title).toBe(`Set both copies of the status of ${key("T01")} to done`);
    expect(bodyText((await ops.newest()).body)).toContain("`done` above, `todo` in the text");
  });

  it("tells an edit that a file refuses, and makes the others", async () => {
    using ops = await createOps({ ...two, "workplans/c.md": "---\nid: [\n---\n" });
    const edits: FileEdit[] = [
      done,
      value("T02", "priority", "someday"),
      value("T01", "title", null),
      value("T09", "status", "done"),
      { file: "workplans/c.md", blob, do: "value", key: "X", field: "status", value: "done", rev: 1 },
      { file: "workplans/gone.md", blob, do: "value", key: "X", field: "status", value: "done", rev: 1 },
    ];
    const proposed = await propose(ops, edits);
    expect(proposed.kind).toBe("open");
    expect(proposed.findings.map(({ code, file: at }) => [at, code])).toEqual([
      [file, "sync_value_needed"],
      [file, "proof_failed"],
      [file, "schema_enum"],
      [file, "task_missing"],
      ["workplans/c.md", "yaml_syntax"],
      ["workplans/gone.md", "file_missing"],
    ]);
    expect(await ops.person.read(branch, file)).toBe(
      planText([{ status: "done" }, { more: "priority: low\n" }]),
    );
    expect((await ops.newest()).title).toBe(`Set the status of ${key("T01")} to done, as in the state hub`);
  });

  it.each([
    ["merge", (ops: Ops) => ops.person.merge(branch)],
    ["squash", (ops: Ops) => ops.squash()],
  ])("is the hub's revision after a %s, and its branch goes away", async (_, take) => {
    using ops = await createOps(two);
    await propose(ops, [done, value("T01", "title", "New words", 18)]);
    await take(ops);
    const side = ops.side();
    const { plans } = await side.observe();
    expect(plans[0]?.tasks[0]).toMatchObject({ title: "New words", status: { fence: "done" } });
    const asked = (["status", "title"] as const).map((field) => ({ key: key("T01"), field }));
    expect([...(await side.versions(asked, async () => true)).values()]).toEqual([
      { kind: "copied", rev: 17 },
      { kind: "copied", rev: 18 },
    ]);
    expect(await side.propose([])).toMatchObject({ kind: "none" });
    expect(await ops.person.head(branch)).toBeNull();
  });

  it("does not offer again what was declined, also not of a later revision or of a moved file", async () => {
    using ops = await createOps(two);
    await propose(ops, [done]);
    await ops.change({ state: "closed" });
    expect(await propose(ops, [done])).toMatchObject({ kind: "declined" });
    expect(await propose(ops, [{ ...done, rev: 99 }])).toMatchObject({ kind: "declined", writes: 0 });
    await ops.person.commit("main", { [file]: null, "workplans/moved.md": two[file] ?? "" });
    const moved = { ...done, file: "workplans/moved.md" };
    expect(await propose(ops, [moved])).toMatchObject({ kind: "declined", writes: 0 });
    const more = { ...value("T02", "status", "done"), file: "workplans/moved.md" };
    expect(await propose(ops, [moved, more])).toMatchObject({ kind: "open", number: 2 });
  });

  it("leaves what people changed on its branch to them", async () => {
    using ops = await createOps(two);
    await propose(ops, [done]);
    const theirs = await ops.person.commit(branch, { "README.md": "Mine\n" });
    expect(await propose(ops, [value("T01", "status", "blocked")])).toMatchObject({
      kind: "edited",
      number: 1,
    });
    expect(await ops.person.head(branch)).toBe(theirs);
    expect(await propose(ops, [value("T01", "status", "blocked")])).toMatchObject({
      kind: "edited",
      writes: 0,
    });
  });

  it("leaves a branch of its name that is not ours, and a proposal that is held", async () => {
    using ops = await createOps(two);
    const theirs = await ops.person.commit(branch, { "README.md": "Mine\n" });
    expect(await propose(ops, [done])).toMatchObject({ kind: "edited", writes: 0 });
    expect(await ops.person.head(branch)).toBe(theirs);
    using held = await createOps(two);
    await propose(held, [done]);
    await held.change({ labels: ["coulomb:hold"] });
    expect(await propose(held, [])).toMatchObject({ kind: "edited", writes: 0, number: 1 });
  });
});

describe("proposing after something moved", () => {
  it.each([
    ["the default branch moved", (ops: Ops) => ops.person.commit("main", { "README.md": "x\n" })],
    ["its branch appeared", (ops: Ops) => ops.person.commit(branch, { "README.md": "x\n" })],
  ])("is stale and writes nothing when %s", async (_, move) => {
    using ops = await createOps(two);
    const side = ops.side();
    await side.observe();
    await move(ops);
    const before = await ops.person.head(branch);
    expect(await side.propose([done])).toMatchObject({ kind: "stale", writes: 0 });
    expect(await ops.person.head(branch)).toBe(before);
    await side.observe();
    expect((await side.propose([done])).kind).not.toBe("stale");
  });

  it.each([
    ["people pushed to its branch", (ops: Ops) => ops.person.commit(branch, { "README.md": "x\n" })],
    ["people closed it", (ops: Ops) => ops.change({ state: "closed" })],
    ["people held it", (ops: Ops) => ops.change({ labels: ["coulomb:hold"] })],
  ])("is stale and writes nothing when %s", async (_, move) => {
    using ops = await createOps(two);
    await propose(ops, [done]);
    const side = ops.side();
    await side.observe();
    await move(ops);
    const before = await ops.person.head(branch);
    for (const edits of [[], [done], [value("T01", "status", "blocked")]])
      expect(await side.propose(edits)).toMatchObject({ kind: "stale", writes: 0 });
    expect(await ops.person.head(branch)).toBe(before);
  });

  it("is stale when somebody is faster at the write itself", async () => {
    using ops = await createOps(two);
    const forge = faultyForge(
      ops.forge,
      faultAt(1, {
        kind: "meanwhile",
        act: () => ops.person.commit("main", { [file]: planText([{ status: "blocked" }, {}]) }),
      }),
    );
    const side = ops.side({ forge });
    await side.observe();
    expect(await side.propose([done])).toMatchObject({ kind: "stale" });
    await side.observe();
    expect(await side.propose([done])).toMatchObject({ kind: "open" });
    expect(await ops.person.read(branch, file)).toBe(planText([{ status: "done" }, {}]));
  });

  it("waits when the forge puts writes off or a gate is closed, and tells when it refuses for good", async () => {
    using ops = await createOps(two);
    const meets = (result: Parameters<typeof faultAt>[1]) => ({
      forge: faultyForge(ops.forge, () => result),
    });
    const later = { kind: "retry_at", at: 5, message: "busy" } as const;
    expect(await propose(ops, [done], meets({ kind: "answer", result: later }))).toMatchObject({
      kind: "waiting",
      writes: 0,
    });
    const refused = { kind: "rejected", reason: "protected", hint: "a rule says no" } as const;
    expect(await propose(ops, [done], meets({ kind: "answer", result: refused }))).toMatchObject({
      kind: "waiting",
      findings: [{ code: "sync_refused" }],
    });
    const switches = { ...noSwitches, gate: { open: false, message: "not now" } } as const;
    expect(await propose(ops, [done], { switches })).toMatchObject({ kind: "waiting", message: "not now" });
    expect(await ops.person.head(branch)).toBeNull();
  });
});

async function messageOf(ops: Ops, commit: string): Promise<string> {
  const repo = { owner: "acme", repo: "ops" };
  for await (const found of ops.forge.observe([{ repo, files: [], branches: [branch] }], {
    get: () => undefined,
    put: () => undefined,
  })) {
    const state = found.branches.get(branch);
    if (state?.kind === "known" && state.value.kind === "present" && state.value.head === commit)
      return state.value.message;
  }
  throw new Error("the branch is not there");
}
