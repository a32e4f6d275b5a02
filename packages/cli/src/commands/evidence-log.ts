import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  appendEntries,
  type LogEntry,
  logEntries,
  loggedCycles,
  loggedRecords,
  recordEntries,
} from "@coulomb-loop/activity";
import { chainOfLoop, loopName, type OpsDocuments, windowCycles, windowStart } from "@coulomb-loop/cadence";
import { CoulombError } from "@coulomb-loop/schemas";
import type { JudgedPhase } from "../output/evidence-report.ts";
import { replaceFile } from "../replace-file.ts";
import { writeWhole } from "../write-whole.ts";

/** A loop's log, relative to its folder. */
const logName = "bootstrap-log.md";

/** Cycles that a log catches up with at most; of more, `--since` says from when on. */
const mostCycles = 500;

const failure = { code: "log_unwritable", hint: "mend the permissions of the file and its folder" };

/** What was added to a log. */
export interface Logged {
  readonly loop: string;
  /** Relative to the ops repo. */
  readonly file: string;
  /** Ids of cycles. */
  readonly cycles: readonly string[];
  /** Ids of records. */
  readonly records: readonly string[];
  /** Ids of the records whose seals were added. */
  readonly seals: readonly string[];
}

/** The log of a loop; `bytes` are none where there is no file yet. Throws `log_unwritable`. */
function readLog(folder: string, documents: OpsDocuments, loop: string) {
  const found = documents.loops.find((each) => loopName(each) === loop);
  const file = `${found?.folder ?? loop}/${logName}`;
  const path = join(folder, file);
  try {
    const bytes: Uint8Array = existsSync(path) ? readFileSync(path) : new Uint8Array();
    const text = new TextDecoder().decode(bytes);
    return { file, path, bytes, cycles: loggedCycles(text), records: loggedRecords(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CoulombError(failure.code, `${file} cannot be read: ${reason}`, {
      hint: failure.hint,
      cause: error,
    });
  }
}

/**
 * From when on evidence is looked at, so that no cycle since the newest entry of a log is left out, with the streak before it. Epoch
 * milliseconds.
 */
export function logWindow(
  folder: string,
  documents: OpsDocuments,
  { loop, phase }: { readonly loop: string; readonly phase: string },
  asOf: number,
): number {
  const start = (instant: number, cycles: number) => windowStart(documents, loop, phase, instant, cycles);
  const usual = windowCycles(documents, loop);
  const prefix = `${loop}/${phase}@`;
  const anchors = [...readLog(folder, documents, loop).cycles]
    .filter((id) => id.startsWith(prefix))
    .map((id) => Date.parse(id.slice(prefix.length)))
    .filter((anchor) => anchor <= asOf);
  const from = start(asOf, usual);
  if (anchors.length === 0) return from;
  return Math.max(
    start(asOf, Math.max(usual, mostCycles)),
    Math.min(from, start(Math.max(...anchors), usual / 3)),
  );
}

/**
 * Adds an entry for each decided cycle, each record and each seal that the log of the loop lacks, in the order of time, and no other byte
 * changes. `since` is what somebody named (epoch milliseconds). Two at once add each once: who finds the file changed reads it again. Throws
 * `log_unwritable`, and `log_changed` where that happens all the time.
 */
export function appendLog(
  folder: string,
  documents: OpsDocuments,
  { evidence, from }: JudgedPhase,
  since: number | undefined,
): Logged {
  const { loop, timezone } = evidence;
  const asOf = Date.parse(evidence.as_of);
  const first = since ?? logWindow(folder, documents, evidence, asOf);
  for (let tries = 1; tries <= 5; tries += 1) {
    const { file, path, bytes, cycles, records } = readLog(folder, documents, loop);
    const entries = [
      ...logEntries(evidence, cycles, from, first),
      ...recordEntries(chainOfLoop(documents, loop), records, { timezone, since, asOf }),
    ].sort((a, b) => a.at - b.at);
    const done = { loop, file, ...addedBy(entries) };
    if (entries.length === 0) return done;
    if (bytes.length === 0) {
      const text = appendEntries(new TextEncoder().encode("# Bootstrap log\n"), entries);
      writeWhole(path, new TextDecoder().decode(text), failure);
      return done;
    }
    const replaced = replaceFile(folder, { bytes }, file, appendEntries(bytes, entries));
    if (replaced.kind === "done") return done;
    if (replaced.kind === "unwritable")
      throw new CoulombError(failure.code, `${file} cannot be written: ${replaced.reason}`, {
        hint: failure.hint,
        cause: replaced.cause,
      });
  }
  throw new CoulombError("log_changed", `the log of ${loop} is changed all the time`, {
    hint: "nothing was written; run the command again",
  });
}

function addedBy(entries: readonly LogEntry[]): Pick<Logged, "cycles" | "records" | "seals"> {
  const ids = (what: LogEntry["what"]) => entries.flatMap((each) => (each.what === what ? [each.id] : []));
  return { cycles: ids("cycle"), records: ids("record"), seals: ids("seal") };
}
