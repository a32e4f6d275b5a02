import { setTimeout as sleep } from "node:timers/promises";
import type { MetricsRecord } from "@coulomb-loop/documents";
import type { RecordSink, Sent } from "@coulomb-loop/kaizen";
import type { LedgerClient } from "@coulomb-loop/state-hub-sync";
import type { Io } from "./io.ts";

/** Milliseconds that the hub may take: a session waits for it, and the record is safe already. */
const longestRequest = 5_000;
const longestPause = 1_000;

/**
 * The hub as a keeper of records, by COULOMB_HUB_URL and COULOMB_HUB_TOKEN; `undefined` where the first is not set. A token
 * that the hub does not know is mended outside, so it counts as away, as an address does that is none.
 */
export function hubSink(io: Io): RecordSink | undefined {
  const url = io.env.COULOMB_HUB_URL?.trim() ?? "";
  if (url === "") return undefined;
  let client: Promise<LedgerClient> | undefined;
  return {
    async send(record) {
      try {
        client ??= open(io, url);
        return await sendTo(await client, record);
      } catch (error) {
        return { kind: "away", message: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

async function open(io: Io, url: string): Promise<LedgerClient> {
  if (!isAddress(url)) throw new Error("COULOMB_HUB_URL is no http address without credentials");
  const { createLedgerClient, createTransport } = await import("@coulomb-loop/state-hub-sync");
  const token = io.env.COULOMB_HUB_TOKEN?.trim() ?? "";
  const transport = createTransport({
    url,
    ...(token === "" ? {} : { token }),
    fetch: (request) =>
      fetch(request, { signal: AbortSignal.any([io.signal, AbortSignal.timeout(longestRequest)]) }),
    wait: async (milliseconds) => {
      await sleep(Math.min(milliseconds, longestPause), undefined, { signal: io.signal });
    },
  });
  return createLedgerClient(transport);
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === "" && password === "";
}

async function sendTo(client: LedgerClient, record: MetricsRecord): Promise<Sent> {
  const result = await client.putRecord(record);
  switch (result.kind) {
    case "done":
      // Somebody else's server may answer 200 to anything.
      return typeof result.value === "object" && result.value.record?.record_id === record.record_id
        ? { kind: "kept" }
        : { kind: "away", message: "what answers at COULOMB_HUB_URL is no state hub" };
    case "refused":
      return { kind: "refused", message: `${result.message} [${result.code}]` };
    case "stale":
    case "gone":
      return { kind: "refused", message: `it answered ${result.kind}` };
    case "missing":
      return { kind: "away", message: "what answers at COULOMB_HUB_URL has no ledger" };
  }
}
