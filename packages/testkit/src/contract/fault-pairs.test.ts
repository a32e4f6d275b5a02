import type { Forge } from "@coulomb-loop/forge";
import { describe, expect, it } from "vitest";
import { createPairs, type Meeting } from "./fault-pairs.ts";

const none = () => Promise.reject(new Error("not asked for"));

/** A forge whose `check` waits for what a test does meanwhile. */
function forgeThat(meanwhile: () => void = () => undefined): Forge {
  return {
    capabilities: {
      readBatch: 1,
      expectedHead: true,
      drafts: true,
      identity: "forge",
      cost: { open: 0, update: 0, close: 0, commit: 0 },
      mergeByTool: true,
    },
    async check() {
      meanwhile();
      return { kind: "unknown", reason: "unreachable", message: "no" };
    },
    async *observe() {
      // Answers nothing.
    },
    inspect: none,
    advanceBranch: none,
    deleteBranch: none,
    openProposal: none,
    updateProposal: none,
    mergeProposal: none,
  };
}

const secret = "a planted secret of some length";

describe("the book of pairs", () => {
  it.each<[string, (meeting: Meeting) => Promise<unknown>]>([
    ["a strike during the call", (meeting) => meeting.watch(forgeThat(meeting.strike)).check()],
    [
      "a state that lasts when the call begins",
      (meeting) => {
        meeting.begin();
        return meeting.watch(forgeThat()).check();
      },
    ],
  ])("enters a pair by %s", async (_what, test) => {
    const pairs = createPairs();
    await pairs.run("a fault", "check", async (meeting) => void (await test(meeting)));
    expect([...pairs.entered]).toEqual(["a fault: check"]);
  });

  it.each([
    ["tells", async () => ({ kind: "unknown", reason: "unreachable", message: `of ${secret}` }) as const],
    ["throws", () => Promise.reject(new Error("no", { cause: new Error(secret) }))],
  ])("enters nothing when the forge %s a secret", async (_what, check) => {
    const pairs = createPairs();
    const run = pairs.run("a fault", "check", async (meeting) => {
      meeting.listenTo({ secrets: () => [secret], heard: [] });
      meeting.begin();
      await meeting
        .watch({ ...forgeThat(), check })
        .check()
        .catch(() => undefined);
    });
    await expect(run).rejects.toThrow("a secret is told");
    expect([...pairs.entered]).toEqual([]);
  });

  it.each<[string, (meeting: Meeting) => Promise<unknown>]>([
    ["nothing was called", async (meeting) => meeting.begin()],
    ["nothing went wrong", (meeting) => meeting.watch(forgeThat()).check()],
    [
      "the fault was over",
      async (meeting) => {
        meeting.begin();
        meeting.end();
        await meeting.watch(forgeThat()).check();
      },
    ],
    [
      "the fault came later",
      async (meeting) => {
        await meeting.watch(forgeThat()).check();
        meeting.strike();
        meeting.begin();
      },
    ],
    [
      "another method met it",
      async (meeting) => {
        meeting.begin();
        const cache = { get: () => undefined, put: () => undefined };
        const found = meeting.watch(forgeThat()).observe([], cache)[Symbol.asyncIterator]();
        expect(await found.next()).toMatchObject({ done: true });
      },
    ],
    [
      "a forge met it that is not watched",
      async (meeting) => {
        meeting.begin();
        await forgeThat().check();
      },
    ],
    [
      "the test fails after the call",
      async (meeting) => {
        await meeting.watch(forgeThat(meeting.strike)).check();
        throw new Error("not as expected");
      },
    ],
  ])("enters nothing when %s", async (_what, test) => {
    const pairs = createPairs();
    const run = pairs.run("a fault", "check", async (meeting) => void (await test(meeting)));
    await expect(run).rejects.toThrow(Error);
    expect([...pairs.entered]).toEqual([]);
  });
});
