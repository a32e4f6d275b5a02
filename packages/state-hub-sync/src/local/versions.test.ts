import { describe, expect, it } from "vitest";
import type { FieldName, LocalVersion } from "../model.ts";
import { createOps, type Ops, planText, start, type TaskText } from "./ops.fixture.ts";

const file = "workplans/a.md";
const key = "LOOP-WP-0007-T01";
const status: FieldName = { key, field: "status" };
const title: FieldName = { key, field: "title" };
const yes = async () => true;
const head = async (ops: Ops) => (await ops.person.head("main")) ?? "";

let minutes = 0;
/** Somebody commits the plan with one task, or files as given; each commit a minute later. */
async function commit(
  ops: Ops,
  task: TaskText | Record<string, string | null>,
  message = "A change",
  on = "main",
) {
  minutes += 1;
  const isFiles = Object.keys(task).some((name) => name.includes("/"));
  const files: Record<string, string | null> = {};
  if (isFiles) Object.assign(files, task);
  else files[file] = planText([task]);
  return ops.person.commit(on, files, { message, time: start + minutes * 60_000 });
}

async function versionOf(
  ops: Ops,
  name: FieldName,
  isCopied: (name: FieldName, rev: number) => Promise<boolean> = yes,
): Promise<LocalVersion | undefined> {
  const side = ops.side();
  await side.observe();
  const versions = await side.versions([name], isCopied);
  return versions.get(`${name.key}.${name.field}`);
}

describe("the version of a value in a file", () => {
  it("is the commit that last changed it to what it is, whatever else changed since", async () => {
    using ops = await createOps({ [file]: planText([{}]) });
    const first = await head(ops);
    await commit(ops, { status: "done" });
    await commit(ops, { status: "todo" });
    const second = await commit(ops, { status: "done" });
    await commit(ops, { status: "done", title: "Other" });
    const third = await commit(ops, { status: "done", title: "Other words", more: "priority: low\n" });
    await commit(ops, { "other/file": "x" });
    expect(await versionOf(ops, status)).toEqual({ kind: "commit", commit: second });
    expect(await versionOf(ops, title)).toEqual({ kind: "commit", commit: third });
    expect(await versionOf(ops, { key, field: "priority" })).toEqual({ kind: "commit", commit: third });
    using never = await createOps({ [file]: planText([{}]) });
    expect(await versionOf(never, status)).toEqual({ kind: "commit", commit: first });
  });

  it("is the commit that changed one of the copies of a status", async () => {
    using ops = await createOps({ [file]: planText([{}]) });
    const changed = await commit(ops, { status: "done", fence: "todo" });
    await commit(ops, { status: "done", fence: "todo", title: "Other" });
    expect(await versionOf(ops, status)).toEqual({ kind: "commit", commit: changed });
  });

  it("is the hub's revision that the commit copied, if the hub confirms it", async () => {
    using ops = await createOps({ [file]: planText([{}]) });
    const message = `Set it\n\nCoulomb-Copied: ${key}.status@7\nCoulomb-Copied: ${key}.status@9\nCoulomb-Change: x\n`;
    const made = await commit(ops, { status: "done", title: "New" }, message);
    expect(await versionOf(ops, status)).toEqual({ kind: "copied", rev: 9 });
    // Whoever has the value of the older one put it there after the newer.
    expect(await versionOf(ops, status, async (_, rev) => rev === 7)).toEqual({
      kind: "commit",
      commit: made,
    });
    expect(await versionOf(ops, status, async () => false)).toEqual({ kind: "commit", commit: made });
    // Of the title the message says nothing.
    expect(await versionOf(ops, title)).toEqual({ kind: "commit", commit: made });
    // The same value again, by a person, is no copy.
    await commit(ops, { status: "todo" });
    const again = await commit(ops, { status: "done" });
    expect(await versionOf(ops, status)).toEqual({ kind: "commit", commit: again });
  });

  it("is the copied revision after a merge too, by whatever way it came in", async () => {
    using ops = await createOps({ [file]: planText([{}]), "README.md": "x\n" });
    await commit(ops, { status: "done" }, `Set it\n\nCoulomb-Copied: ${key}.status@7\n`, "side");
    await commit(ops, { "README.md": "y\n" });
    await ops.person.merge("side");
    expect(await versionOf(ops, status)).toEqual({ kind: "copied", rev: 7 });
  });

  it("is the move for a file that moved", async () => {
    using ops = await createOps({ [file]: planText([{}]) });
    await commit(ops, { status: "done" });
    const moved = await commit(ops, { [file]: null, "workplans/b.md": planText([{ status: "done" }]) });
    expect(await versionOf(ops, status)).toEqual({ kind: "commit", commit: moved });
  });

  it("is the head where it cannot be told: unreadable on the way, or changed too often since", async () => {
    using ops = await createOps({ [file]: planText([{}]) });
    await commit(ops, { status: "done" });
    await commit(ops, { [file]: "---\nid: [\n---\n" });
    await commit(ops, { status: "done" });
    expect(await versionOf(ops, status)).toEqual({ kind: "commit", commit: await head(ops) });
    for (let count = 0; count < 20; count += 1)
      await commit(ops, { status: "blocked", title: `Number ${count}` });
    const last = await head(ops);
    expect(await versionOf(ops, status)).toEqual({ kind: "commit", commit: last });
    expect(await versionOf(ops, title)).toEqual({ kind: "commit", commit: last });
    await commit(ops, { "other/file": "x" });
    expect(await versionOf(ops, status)).toEqual({ kind: "commit", commit: await head(ops) });
    expect(await versionOf(ops, title)).toEqual({ kind: "commit", commit: last });
    expect(await versionOf(ops, { key: "LOOP-WP-0007-T99", field: "status" })).toEqual({
      kind: "commit",
      commit: await head(ops),
    });
  });

  it("looks at nothing where nothing is asked, and at few commits where few are enough", async () => {
    using ops = await createOps({ [file]: planText([{}]) });
    for (let count = 0; count < 8; count += 1) await commit(ops, { title: `Number ${count}` });
    const side = ops.side();
    await side.observe();
    ops.queries.length = 0;
    expect(await side.versions([], yes)).toEqual(new Map());
    expect(ops.queries).toEqual([]);
    await side.versions([title], yes);
    expect(ops.queries.map(({ lastChanges, files }) => lastChanges ?? files)).toEqual(
      Array.from({ length: 5 }, () => [file]),
    );
  });

  it("is told under the head that was observed", async () => {
    using ops = await createOps({ [file]: planText([{}]) });
    const changed = await commit(ops, { status: "done" });
    const side = ops.side();
    await side.observe();
    await commit(ops, { status: "todo" });
    expect(await side.versions([status], yes)).toEqual(
      new Map([[`${key}.status`, { kind: "commit", commit: changed }]]),
    );
  });
});
