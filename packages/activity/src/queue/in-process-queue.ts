import { type Job, jobKey, jobsAtOnce, type Queue } from "./queue.ts";

/** A queue within this process: what is in it is gone with the process, and decided again by the next tick. */
export function inProcessQueue(onError: (error: unknown) => void): Queue {
  const waiting = new Map<string, Job>();
  let wake: (() => void) | undefined;
  return {
    async send(jobs) {
      for (const job of jobs) waiting.set(jobKey(job), job);
      wake?.();
    },
    async work(handle, { concurrency }) {
      const stopping = new AbortController();
      const running = new Set<Promise<void>>();
      const pull = (): void => {
        while (!stopping.signal.aborted && waiting.size > 0 && running.size < Math.max(1, concurrency)) {
          const batch = [...waiting].slice(0, jobsAtOnce);
          for (const [key] of batch) waiting.delete(key);
          const work = handle(batch.map(([, job]) => job))
            .catch(onError)
            .finally(() => {
              running.delete(work);
              pull();
            });
          running.add(work);
        }
      };
      wake = pull;
      pull();
      return {
        async stop() {
          stopping.abort();
          await Promise.all(running);
        },
      };
    },
    close: async () => waiting.clear(),
  };
}
