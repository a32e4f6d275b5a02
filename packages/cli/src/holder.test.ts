import { describe, expect, it } from "vitest";
import { fixedNow } from "./fleet.fixture.ts";
import { retryOf } from "./holder.ts";
import type { Io } from "./io.ts";

function retry(io: Partial<Io>) {
  const nothing = { write: () => undefined };
  return retryOf({
    stdout: nothing,
    stderr: nothing,
    env: {},
    cwd: "/",
    now: () => fixedNow,
    signal: new AbortController().signal,
    process: { host: "here", pid: 1, isAlive: () => false },
    ...io,
  });
}

describe("the wait before a write is tried again", () => {
  it("ends with an interruption, and there is no further try", async () => {
    const controller = new AbortController();
    const waited = retry({ signal: controller.signal }).wait(1, fixedNow);
    controller.abort();
    expect(await waited).toBe(false);
  });

  it("does not begin after an interruption", async () => {
    expect(await retry({ signal: AbortSignal.abort() }).wait(1, fixedNow)).toBe(false);
  });

  it("is as long as the forge asked for", async () => {
    const rests: number[] = [];
    const rest = async (milliseconds: number) => rests.push(milliseconds) > 0;
    expect(await retry({ rest }).wait(1, fixedNow + 90_000)).toBe(true);
    expect(rests).toEqual([90_000]);
  });
});
