import { type Job, jobKey, jobsAtOnce, type Queue } from "./queue.ts";

const name = "activity-slots";

/** Seconds for which a decision waits; then the next tick has decided again. */
const retention = 300;

/** Options of a queue on PostgreSQL. */
export interface PgBossOptions {
  readonly url: string;
  /** Told of what fails while nobody waits for it: a broken connection, a job whose work threw. */
  readonly onError: (error: unknown) => void;
}

/**
 * A queue on PostgreSQL, by pg-boss in a schema of its own: any number of processes share it. It polls: woken by notifications,
 * many jobs at once drain slowly. Its cron is not used, since that knows no slot (timgit/pg-boss#914).
 */
export async function openPgBossQueue({ url, onError }: PgBossOptions): Promise<Queue> {
  // Loaded only where it is used: a tick without workers never is.
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({ connectionString: url, schema: "coulomb_queue", schedule: false });
  boss.on("error", onError);
  await boss.start();
  await boss.createQueue(name, {
    // Of one slot and decision one job waits.
    policy: "short",
    retryLimit: 0,
    retentionSeconds: retention,
    deleteAfterSeconds: retention,
  });
  return {
    async send(jobs) {
      if (jobs.length === 0) return;
      await boss.insert(
        name,
        jobs.map((job) => ({ data: job, singletonKey: jobKey(job) })),
      );
    },
    async work(handle, { concurrency }) {
      await boss.work<Job>(
        name,
        { batchSize: jobsAtOnce, pollingIntervalSeconds: 0.5, localConcurrency: Math.max(1, concurrency) },
        async (jobs) => {
          try {
            await handle(jobs.map(({ data }) => data));
          } catch (error) {
            onError(error);
            throw error;
          }
        },
      );
      return { stop: () => boss.offWork(name, { wait: true }) };
    },
    close: () => boss.stop({ graceful: true, close: true }),
  };
}
