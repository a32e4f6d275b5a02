import { definitionDigest } from "@coulomb-loop/cadence";
import { hasErrors, type Promotion } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { type OpsFile, type OpsFileKind, readOpsRepo } from "../ops-repo.ts";
import { type BaseFiles, promotionContent } from "./promotion-content.ts";
import { firstCycle } from "./promotion-evidence.fixture.ts";
import { cadencePath, loop, opsFiles, repoId, rosterPath } from "./promotion-files.fixture.ts";
import { promotionText } from "./promotion-text.ts";

const daily = "activity-definitions/daily-coach.md";

function kindOf(path: string): OpsFileKind {
  if (path === "coulomb.yaml") return "coulomb";
  if (path === rosterPath) return "roster";
  if (path === cadencePath) return "cadence";
  if (path.includes("/promotions/")) return "promotion";
  return path.startsWith("workplans/") ? "workplan" : "definition";
}

function read(files: ReadonlyMap<string, Uint8Array>) {
  const all = [...files].map(([path, content]): OpsFile => ({ path, kind: kindOf(path), content }));
  return readOpsRepo({ files: all, loopFolders: [`loops/${loop}`] }, firstCycle);
}

function baseOf(texts: Readonly<Record<string, string>>): BaseFiles {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  return { documents: read(files).documents, files, format: "sha1" };
}

/** Takes a back from operate to stabilize, where nobody is. */
const back: Promotion = {
  schema_version: "promotion/v1",
  id: "PROM-0001",
  loop,
  from: "operate",
  to: "stabilize",
  direction: "demote",
  trigger: "rollback",
  reason: "it failed",
  proposed_at: "2026-06-18T12:00:00.000Z",
  proposed_by: "test",
  policy_digest: "0".repeat(64),
  prev_record_digest: null,
  gates: [],
  targets: [{ repo: repoId("a"), from: "operate", to: "stabilize" }],
  responses: [],
  result: "proposed",
};

/** The files of a fleet in operate, with a regulator's approval of the daily coach for a digest. */
function approvedFor(digest: string): BaseFiles {
  const files = opsFiles("operate");
  const proof = `  proof: [{ kind: regulator_approval, ref: PROM-0000, digest: "${digest}" }]`;
  return baseOf({ ...files, [daily]: (files[daily] ?? "").replace("  proof: []", proof) });
}

const digest = baseOf(opsFiles("operate"))
  .documents.definitions.filter(({ value }) => value.id === "daily-coach")
  .map(({ value, body }) => definitionDigest(value, body))[0];

describe("what a demotion turns on", () => {
  it.each([
    { what: "fires again as a regulator approved it", given: digest ?? "", enabled: true },
    { what: "stays off where it was changed since", given: "f".repeat(64), enabled: false },
  ])("$what, and the ops repo stays valid", ({ given, enabled }) => {
    const base = approvedFor(given);
    const content = promotionContent(base, back, undefined);
    if (!content.ok) throw new Error(content.message);
    const after = new Map([
      ...base.files,
      ...content.files.flatMap(({ path, content: bytes }) =>
        bytes === null ? [] : [[path, bytes] as const],
      ),
    ]);
    const { documents, findings } = read(after);
    expect(hasErrors(findings)).toBe(false);
    const found = documents.definitions.find(({ value }) => value.id === "daily-coach");
    expect(found?.value.enabled).toBe(enabled);
    const { body } = promotionText({
      documents: base.documents,
      record: back,
      gates: [],
      results: [],
      earliest: undefined,
      byCommand: true,
    });
    expect(body.includes("`daily-coach` stays off")).toBe(!enabled);
  });
});

/** The roster after a repo went back from operate. */
function rosterAfter(texts: Readonly<Record<string, string>>, repo: string): string {
  const target = { repo, from: "operate", to: "stabilize" };
  const content = promotionContent(baseOf(texts), { ...back, targets: [target] }, undefined);
  if (!content.ok) return content.message;
  const found = content.files.find(({ path }) => path === rosterPath)?.content;
  return new TextDecoder().decode(found ?? undefined);
}

describe("the roster", () => {
  const neighbour = "local/other/a";
  const files = opsFiles("operate");
  const both = (files[rosterPath] ?? "").replace("repo: b", "repo: a, owner: other");
  it.each([
    ["the one that relies on the default", repoId("a"), "{ repo: a, wave: 0 }"],
    ["the one that says its owner", neighbour, "{ repo: a, owner: other, wave: 0 }"],
  ])("of two repos of one name moves %s", (_what, repo, entry) => {
    const moved = entry.replace(" }", ", phase: stabilize }");
    expect(rosterAfter({ ...files, [rosterPath]: both }, repo)).toBe(both.replace(entry, () => moved));
  });

  it("without an entry of the repo is not guessed at", () => {
    expect(rosterAfter(files, neighbour)).toBe(`${rosterPath} has no active entry of ${neighbour}`);
  });
});

/** What the tasks of the workplan are after a repo went from one phase to another, or why it did not. */
function statuses(texts: Readonly<Record<string, string>>, from: string, to: string) {
  const base = baseOf(texts);
  const content = promotionContent(
    base,
    { ...back, from, to, targets: [{ repo: repoId("a"), from, to }] },
    undefined,
  );
  if (!content.ok) return content.message;
  const after = new Map(base.files);
  for (const { path, content: bytes } of content.files) if (bytes !== null) after.set(path, bytes);
  const { documents, findings } = read(after);
  expect(hasErrors(findings)).toBe(false);
  return documents.workplans[0]?.value.tasks.map(({ id, status }) => `${id} ${status}`);
}

describe("the tasks of a workplan", () => {
  const plan = "workplans/LOOP-WP-0001-ramp.md";
  /** An ops repo whose task for stabilize is done. */
  const one = opsFiles("operate");
  one[plan] = (one[plan] ?? "").replaceAll("status: todo", "status: done");
  /** Another that has one for operate too. */
  const [head = "", body = ""] = one[plan].split("---\n\n");
  const two = {
    ...one,
    [plan]: `${head}  - id: T02
    status: done
    title: Move to the weekly cadence
---

${body}
## Move to the weekly cadence

\`\`\`task
id: LOOP-WP-0001-T02
status: done
priority: high
\`\`\`
`,
    [cadencePath]: (one[cadencePath] ?? "").replace(
      "  - name: operate\n",
      (line) => `${line}    workplan_task: LOOP-WP-0001-T02\n`,
    ),
  };

  it.each([
    ["one phase down", "operate", "stabilize", ["T01 done", "T02 in_progress"]],
    ["two phases down", "operate", "bootstrap", ["T01 in_progress", "T02 in_progress"]],
  ])("are begun again with a repo that goes %s", (_what, from, to, expected) => {
    expect(statuses(two, from, to)).toEqual(expected);
  });

  it("that the policy does not name stay as they are", () => {
    expect(statuses(one, "operate", "stabilize")).toEqual(["T01 done"]);
    expect(statuses(one, "operate", "bootstrap")).toEqual(["T01 in_progress"]);
  });

  it("that no workplan has are said", () => {
    const other = one[plan]?.replaceAll("LOOP-WP-0001", "LOOP-WP-0002") ?? "";
    expect(statuses({ ...one, [plan]: other }, "operate", "bootstrap")).toBe(
      "no workplan has the task LOOP-WP-0001-T01",
    );
  });
});
