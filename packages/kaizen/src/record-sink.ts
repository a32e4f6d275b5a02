import type { Finding } from "@coulomb-loop/schemas";
import { hubBodies } from "@coulomb-loop/schemas/hub";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Checkout } from "./git.ts";
import { errorCode, written } from "./inside.ts";
import { type LockHolder, withLock } from "./lock.ts";
import type { MetricsRecord } from "@coulomb-loop/documents";

/** What became of a record that was sent. `away`: nobody answered, and it may be sent again; `refused`: it is no use. */
export type Sent =
  | { readonly kind: "kept" }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "away"; readonly message: string };

/** Who keeps records beside the repo: the state hub. Sending one twice must change nothing. Never throws. */
export interface RecordSink {
  send(record: MetricsRecord): Promise<Sent>;
}

/** Folder in the git folder for what belongs to this checkout and is no part of the work tree. */
export function ownFolder({ gitDir }: Checkout): string {
  return join(gitDir, "coulomb");
}

/** Runs work on the metrics of a checkout that no other process may do at the same time. */
export function exclusively<T>(checkout: Checkout, holder: LockHolder, work: () => T): Promise<T> {
  return withLock(join(ownFolder(checkout), "lock"), holder, work);
}

/** Notes a record that is to be sent. Only within `exclusively`. */
export function enqueue(checkout: Checkout, record: MetricsRecord): void {
  writeQueue(checkout, [...readQueue(checkout), record]);
}

/** What came of sending what was waiting. */
export interface Flushed {
  readonly kept: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
  /** Warnings: `record_refused`, `record_unsent`. */
  readonly warnings: readonly Finding[];
}

/** Sends the records that wait, oldest first, until nobody answers. What was kept or refused is not sent again. */
export async function flush(checkout: Checkout, sink: RecordSink, holder: LockHolder): Promise<Flushed> {
  const kept = new Set<string>();
  const refused = new Set<string>();
  const warnings: Finding[] = [];
  const waiting = readQueue(checkout);
  for (const record of waiting) {
    const sent = await sink.send(record);
    if (sent.kind === "away") {
      warnings.push(unsent(waiting.length - kept.size - refused.size, sent.message));
      break;
    }
    if (sent.kind === "kept") kept.add(record.record_id);
    else {
      refused.add(record.record_id);
      warnings.push(refusal(record, sent.message));
    }
  }
  if (kept.size + refused.size > 0)
    await exclusively(checkout, holder, () => {
      const left = readQueue(checkout).filter(({ record_id: id }) => !kept.has(id) && !refused.has(id));
      writeQueue(checkout, left);
    });
  return { kept, refused, warnings };
}

function unsent(count: number, message: string): Finding {
  return {
    code: "record_unsent",
    severity: "warning",
    message: `${count} record${count === 1 ? "" : "s"} not sent to the hub: ${message}`,
    hint: "the next metrics record or metrics optimize sends them; the repo has them",
  };
}

function refusal(record: MetricsRecord, message: string): Finding {
  return {
    code: "record_refused",
    severity: "warning",
    message: `the hub refused record ${record.record_id} of ${record.agent}: ${message}`,
    hint: "it stands in the repo and is not sent again; correct what is said, then record a correction (--corrects)",
  };
}

function queueFile(checkout: Checkout): string {
  return join(ownFolder(checkout), "unsent.jsonl");
}

/** Lines that are no record are passed over: each stands in the metrics files too. */
function readQueue(checkout: Checkout): readonly MetricsRecord[] {
  let text: string;
  try {
    text = readFileSync(queueFile(checkout), "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    return written("unsent.jsonl", () => {
      throw error;
    });
  }
  return text.split("\n").flatMap((line) => {
    try {
      const checked = hubBodies.metrics_record.validate(JSON.parse(line));
      return checked.ok ? [checked.value] : [];
    } catch {
      return [];
    }
  });
}

function writeQueue(checkout: Checkout, records: readonly MetricsRecord[]): void {
  const file = queueFile(checkout);
  written("unsent.jsonl", () => {
    if (records.length === 0) return rmSync(file, { force: true });
    mkdirSync(ownFolder(checkout), { recursive: true });
    const draft = `${file}.tmp`;
    writeFileSync(draft, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    renameSync(draft, file);
  });
}
