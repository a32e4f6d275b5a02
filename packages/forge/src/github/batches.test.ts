import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { runBatch } from "./batches.ts";
import type { GithubClient } from "./client.ts";

/** Answers every alias of a document at once; the document is their names. */
const client: GithubClient = {
  now: () => 0,
  isApp: false,
  rest: async () => ({ kind: "none", sent: false, message: "not asked for here" }),
  graphql: async (document) => {
    const nodes = document.split(" ").map((alias) => [alias, { alias }] as const);
    return {
      kind: "answer",
      answer: { status: 200, headers: new Headers(), data: { data: Object.fromEntries(nodes) } },
    };
  },
};

describe("runBatch", () => {
  it("answers every item once, also when documents end while nobody waits for them", async () => {
    const items = Array.from({ length: 500 }, (_, index) => ({ alias: `r${index}`, value: index }));
    const answered: string[] = [];
    for await (const [{ alias }] of runBatch({
      client,
      memory: { chunk: 50, good: 0, silent: 0, away: undefined },
      items,
      document: (some) => some.map((item) => item.alias).join(" "),
    })) {
      answered.push(alias);
      if (answered.length % 50 === 1) await setImmediate();
    }
    expect(answered.sort()).toEqual(items.map(({ alias }) => alias).sort());
  });
});
