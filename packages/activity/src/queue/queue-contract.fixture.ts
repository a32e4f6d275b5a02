import { afterEach, describe, expect, it } from "vitest";
import type { Job, Queue } from "./queue.ts";

/** A job of a slot that does not matter. */
function job(id: string, attempt = 1): Job {
  const slot = {
    id,
    key: `l/a/local/o/r@${id}`,
    loop: "l",
    activity: "a",
    repo: "local/o/r",
    due: "2026-06-18T08:00:00Z",
    cycle: "l/p@2026-06-18T08:00:00Z",
    definition_digest: "a",
    policy_digest: "a",
    ready_at: "2026-06-18T08:00:00Z",
    state: "open",
    created_at: "2026-06-18T07:00:00Z",
  } as const;
  const decision = {
    kind: "dispatch",
    attempt,
    trigger: "schedule",
    readyAt: 0,
    startBy: undefined,
    isLate: false,
  } as const;
  return { planned: { slot, decision }, decidedAt: 1 };
}

/** Waits until so many were handed over. */
async function until(holds: () => boolean): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- a condition is awaited
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

/** What every queue does. `open` gives an empty one. */
export function describeQueue(
  name: string,
  open: (onError: (error: unknown) => void) => Promise<Queue>,
): void {
  describe(`a queue ${name}`, () => {
    const opened: Queue[] = [];
    const errors: unknown[] = [];
    const queue = async () => {
      const made = await open((error) => errors.push(error));
      opened.push(made);
      return made;
    };
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close();
      errors.length = 0;
    });

    it("hands every job over, as it was put in, also those that were there before", async () => {
      const own = await queue();
      await own.send([job("1"), job("2")]);
      const got: Job[] = [];
      const worker = await own.work(async (jobs) => void got.push(...jobs), { concurrency: 2 });
      await own.send([job("3")]);
      await until(() => got.length === 3);
      await worker.stop();
      expect(got.map(({ planned }) => planned.slot.id).sort()).toEqual(["1", "2", "3"]);
      // Times and absent values come through as they were.
      expect(got.find(({ planned }) => planned.slot.id === "3")).toMatchObject({
        decidedAt: 1,
        planned: { decision: { kind: "dispatch", attempt: 1, readyAt: 0 } },
      });
    });

    it("keeps one job of a slot and attempt while it waits, and takes it again later", async () => {
      const own = await queue();
      await own.send([job("1")]);
      await own.send([job("1"), job("1", 2)]);
      const got: Job[] = [];
      const worker = await own.work(async (jobs) => void got.push(...jobs), { concurrency: 1 });
      await until(() => got.length === 2);
      await own.send([job("1")]);
      await until(() => got.length === 3);
      await worker.stop();
      const attempts = got.map(({ planned: { decision } }) =>
        decision.kind === "dispatch" ? decision.attempt : 0,
      );
      expect(attempts.toSorted((a, b) => a - b)).toEqual([1, 1, 2]);
    });

    it("tells what work threw, and goes on", async () => {
      const own = await queue();
      let calls = 0;
      const worker = await own.work(
        async () => {
          calls += 1;
          if (calls === 1) throw new Error("no");
        },
        { concurrency: 1 },
      );
      await own.send([job("1")]);
      await until(() => errors.length === 1);
      await own.send([job("2")]);
      await until(() => calls === 2);
      await worker.stop();
      expect(errors).toMatchObject([{ message: "no" }]);
    });

    it("waits for what is under way when it is stopped", async () => {
      const own = await queue();
      const done: string[] = [];
      let begun = false;
      let goOn: (() => void) | undefined;
      const gate = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const worker = await own.work(
        async ([first]) => {
          begun = true;
          await gate;
          done.push(first?.planned.slot.id ?? "");
        },
        { concurrency: 1 },
      );
      await own.send([job("1")]);
      await until(() => begun);
      const stopped = worker.stop();
      goOn?.();
      await stopped;
      expect(done).toEqual(["1"]);
    });
  });
}
