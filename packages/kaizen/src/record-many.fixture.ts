import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { recordRun } from "./record.ts";

// A process of its own that records so many times: `node record-many.fixture.ts <folder> <count> <name>`.
const [cwd = ".", count = "1", name = "nobody"] = process.argv.slice(2);

for (let done = 0; done < Number(count); done += 1) {
  await recordRun({
    cwd,
    env: process.env,
    agent: "coach",
    outcome: "success",
    time: done,
    actor: name,
    holder: {
      host: hostname(),
      pid: process.pid,
      isAlive,
      now: () => Date.now(),
      wait: async (milliseconds) => {
        await sleep(milliseconds);
      },
    },
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
