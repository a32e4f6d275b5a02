import { memoryCache } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { branch, createOps, planText, seed } from "./ops.fixture.ts";
import type { ParsedFile } from "./parse-file.ts";

const decision = (id: string) =>
  `schema_version: decision/v1\nid: ${id}\nquestion: Which?\noptions:\n  - key: A\n    summary: One\nstatus: proposed\n`;

describe("observing workplans", () => {
  it("reads workplans and decisions of the default branch's head", async () => {
    using ops = await createOps({
      "README.md": "Ops\n",
      "workplans/LOOP-WP-0001 stack.md": seed,
      "workplans/größe.md": planText([{ status: "done", fence: "todo" }]),
      "workplans/notes.txt": "no workplan\n",
      "workplans/old/LOOP-WP-0009.md": planText([{}], "0009"),
      "loops/kaizen/decisions/DEC-001.yaml": decision("DEC-001"),
      "loops/other/decisions/DEC-002.yaml": decision("DEC-002"),
      "loops/other/roster.yaml": "x: 1\n",
      "loops/README.md": "Loops\n",
    });
    // Neither a branch nor a proposal is the files' side.
    await ops.person.commit("work", { "workplans/LOOP-WP-0010.md": planText([{}], "0010") });
    const view = await ops.side().observe();
    expect(view.head).toBe(await ops.person.head("main"));
    expect(view.plans.map(({ file, key, tasks }) => [file, key, tasks.length])).toEqual([
      ["workplans/LOOP-WP-0001 stack.md", "LOOP-WP-0001", 8],
      ["workplans/größe.md", "LOOP-WP-0007", 1],
    ]);
    expect(view.decisions.map(({ file, key }) => [file, key])).toEqual([
      ["loops/kaizen/decisions/DEC-001.yaml", "local/acme/ops/kaizen/DEC-001"],
      ["loops/other/decisions/DEC-002.yaml", "local/acme/ops/other/DEC-002"],
    ]);
    expect(view.unreadable).toEqual([]);
    // Two copies of a status that differ: the planner says whether anybody has to act.
    expect(view.findings).toEqual([]);
  });

  it("lets a file that cannot be read stop no other", async () => {
    using ops = await createOps({
      "workplans/a.md": planText([{}], "0002"),
      "workplans/b.md": "---\nid: [\n---\n",
      "workplans/c.md": Uint8Array.of(0xff, 0x00),
      "workplans/d.md": { link: "a.md" },
      "workplans/e.md": planText([{ title: "[]" }, {}], "0003"),
      "loops/kaizen/decisions/DEC-001.yaml": "id: DEC-001\n",
    });
    const view = await ops.side().observe();
    expect(view.plans.map(({ file, flawed }) => [file, flawed])).toEqual([
      ["workplans/a.md", []],
      ["workplans/e.md", ["LOOP-WP-0003-T01"]],
    ]);
    expect(view.unreadable).toEqual([
      "loops/kaizen/decisions/DEC-001.yaml",
      "workplans/b.md",
      "workplans/c.md",
      "workplans/d.md",
    ]);
    const told = view.findings.flatMap(({ file, severity }) => (severity === "error" ? [file] : []));
    expect(told).toEqual(expect.arrayContaining([...view.unreadable]));
    expect(view.findings).toContainEqual(
      expect.objectContaining({ code: "file_unreadable", file: "workplans/d.md" }),
    );
  });

  it("fetches what changed and nothing else, also when a file moves", async () => {
    using ops = await createOps({
      "workplans/a.md": planText([{}], "0002"),
      "workplans/b.md": planText([{}], "0003"),
      "workplans/broken.md": "---\nid: [\n---\n",
      "loops/kaizen/decisions/DEC-001.yaml": decision("DEC-001"),
    });
    const parsed = new Map<string, ParsedFile>();
    // No blob is remembered: whatever is fetched is asked for.
    const observe = () => ops.side({ parsed, cache: memoryCache() }).observe();
    const first = await observe();
    const filesAsked = async () => {
      ops.queries.length = 0;
      const view = await observe();
      return { view, files: ops.queries.flatMap(({ files }) => files), looks: ops.queries.length };
    };
    expect(await filesAsked()).toEqual({ view: first, files: [], looks: 2 });
    await ops.person.commit("main", {
      "workplans/a.md": null,
      "workplans/moved.md": planText([{}], "0002"),
      "workplans/b.md": planText([{ status: "done" }], "0003"),
    });
    const { view, files } = await filesAsked();
    expect(files).toEqual(["workplans/b.md"]);
    expect(view.plans.map(({ file, key }) => [file, key])).toEqual([
      ["workplans/b.md", "LOOP-WP-0003"],
      ["workplans/moved.md", "LOOP-WP-0002"],
    ]);
    expect(view.findings.map(({ file }) => file)).toContain("workplans/broken.md");
    expect(view.unreadable).toEqual(["workplans/broken.md"]);
  });

  it("finds nothing where there are no such folders, in one look", async () => {
    using ops = await createOps({ "README.md": "Ops\n" });
    const view = await ops.side({ decisions: [] }).observe();
    expect(view).toMatchObject({ plans: [], decisions: [], unreadable: [], findings: [] });
    expect(ops.queries).toMatchObject([{ files: [], folders: ["workplans"], branches: [branch] }]);
  });

  it("says that nothing is known where the repo cannot be read", async () => {
    using ops = await createOps({ "README.md": "Ops\n" });
    const gone = ops.side({ repo: { owner: "acme", repo: "nowhere" } });
    await expect(gone.observe()).rejects.toMatchObject({ code: "sync_repo_unread" });
    using empty = await createOps({});
    await expect(empty.side().observe()).rejects.toMatchObject({ code: "sync_repo_unread" });
  });

  it("refuses patterns that it cannot follow", async () => {
    using ops = await createOps({ "README.md": "Ops\n" });
    expect(() => ops.side({ workplans: ["**/*.md"] })).toThrow(
      expect.objectContaining({ code: "sync_glob" }),
    );
  });
});
