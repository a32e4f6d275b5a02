import type { ServerResponse } from "node:http";
import type { StagedAnswer } from "./exchange.ts";
import type { HttpFault } from "./faults.ts";

/** Sends an answer, or loses it as faults say. `answered` is told the status that was sent. */
export async function send(
  response: ServerResponse,
  answer: StagedAnswer,
  faults: readonly HttpFault[],
  answered: (status: number) => void,
): Promise<void> {
  const lost = faults.find((fault) => fault.kind === "lost");
  if (lost?.by === "hang") return;
  if (lost?.by === "reset") return void response.socket?.resetAndDestroy();
  answered(answer.status);
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) {
    response.setHeader(name, typeof value === "string" ? value : [...value]);
  }
  response.setHeader("content-length", answer.body.length);
  if (faults.some((fault) => fault.kind === "truncated" && fault.closes === true)) {
    const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
    response.write(half, () => response.destroy());
    return;
  }
  const slow = faults.find((fault) => fault.kind === "slow");
  if (slow === undefined) response.end(answer.body);
  else await dribble(response, answer.body, slow.bytes, slow.next);
}

async function dribble(
  response: ServerResponse,
  body: Uint8Array,
  bytes: number,
  next: () => Promise<"rest" | undefined>,
): Promise<void> {
  response.flushHeaders();
  let at = 0;
  while (at < body.length && (await next()) !== "rest") {
    if (response.destroyed) return;
    response.write(body.subarray(at, at + bytes));
    at += bytes;
  }
  response.end(body.subarray(at));
}
