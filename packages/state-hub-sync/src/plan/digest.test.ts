import { describe, expect, it } from "vitest";
import { planDigestOf } from "./digest.ts";
import { hubTask, inputOf, linkOf, localPlan, localTask } from "./plan-input.fixture.ts";
import { planSync } from "./plan-sync.ts";

const [key, other] = ["W-1-T1", "W-2-T1"];
const changed = { is: "done", rev: 5, fieldRevs: { status: 5, title: 1 } };

/** One value to push, and one to propose in another file. */
function digest(
  parts: {
    readonly push?: Parameters<typeof hubTask>[1];
    readonly proposed?: Parameters<typeof hubTask>[1];
    readonly link?: Parameters<typeof linkOf>[1];
    readonly blobs?: readonly [string, string];
    readonly more?: Parameters<typeof inputOf>[0];
  } = {},
): string {
  const [one, two] = parts.blobs ?? ["b1", "b2"];
  const input = inputOf({
    plans: [
      localPlan("W-1", [localTask(key, { is: "blocked" })], { blob: one }),
      localPlan("W-2", [localTask(other)], { blob: two }),
    ],
    tasks: [hubTask(key, parts.push), hubTask(other, { ...changed, ...parts.proposed })],
    links: [linkOf(key, parts.link), linkOf(other)],
    ...parts.more,
  });
  return planDigestOf(planSync(input));
}

/** Of a conflict that the file has since a commit. */
function digestAt(commit: string): string {
  const input = inputOf({
    plans: [localPlan("W-1", [localTask(key, { is: "blocked" })])],
    tasks: [hubTask(key, changed)],
    links: [linkOf(key)],
    versions: new Map([[`${key}.status`, { kind: "commit", commit }]]),
  });
  return planDigestOf(planSync(input));
}

describe("planDigestOf", () => {
  it("stays the same while only what the plan does not touch changes", () => {
    expect(digest()).toMatch(/^[0-9a-f]{64}$/);
    expect(digest()).toBe(digest());
    expect(digest({ more: { hub: { seq: 99 } } })).toBe(digest());
    expect(digest({ more: { local: { head: "h2" } } })).toBe(digest());
    expect(digest({ blobs: ["another", "b2"] }), "a file that is only pushed from").toBe(digest());
  });

  it.each([
    ["the task's revision", { push: { rev: 2 } }],
    ["the link's revision", { link: { rev: 5 } }],
    ["the revision of what is proposed", { proposed: { fieldRevs: { status: 6, title: 1 } } }],
    ["the value that is proposed", { proposed: { is: "cancelled" } }],
    ["the blob of an edited file", { blobs: ["b1", "another"] as const }],
  ])("changes with %s", (_name, parts) => {
    expect(digest(parts)).not.toBe(digest());
  });

  it("changes with the version that a conflict names", () => {
    expect(digestAt("c1")).not.toBe(digestAt("c2"));
  });
});
