import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { describeHub, type HubStage } from "./describe-hub.fixture.ts";
import { trackerMapping } from "./example-mapping.fixture.ts";

interface Issue {
  readonly number: string;
  readonly ref: string;
  readonly project: string;
  readonly version: number;
  readonly state: string;
  readonly subject: string;
}

/** A hub of somebody else: two issues a page, and nothing but reading. */
async function tracker(): Promise<HubStage> {
  const issues: Issue[] = [];
  const perPage = 2;
  return {
    repo: "local/coulomb/coulomb-loop",
    async fetch(request) {
      const { searchParams, pathname } = new URL(request.url);
      if (pathname !== "/api/issues") return new Response("", { status: 404 });
      const from = Number(searchParams.get("cursor") ?? 0);
      const items = issues.filter(({ project }) => project === searchParams.get("project"));
      const next = from + perPage < items.length ? { next: String(from + perPage) } : {};
      return Response.json({ items: items.slice(from, from + perPage), ...next });
    },
    async addTask(ref, state) {
      const number = String(issues.length + 1);
      issues.push({ number, ref, project: "local/coulomb/coulomb-loop", version: 1, state, subject: ref });
      return number;
    },
    async setStatus(number, state) {
      const at = issues.findIndex((issue) => issue.number === number);
      const issue = issues[at];
      if (issue !== undefined) issues[at] = { ...issue, state, version: issue.version + 1 };
    },
  };
}

describeHub("somebody else's tracker", trackerMapping, tracker);

it("stands in the documentation as it is tested here", () => {
  const code = read("example-mapping.fixture.ts")
    .replace(/^[\s\S]*?export const/, "export const")
    .trim();
  expect(read("../../../../docs/integrations/another-hub.md")).toContain(code);
});

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}
