import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  appendEntries,
  type CycleLog,
  type LogEntry,
  logEntries,
  loggedCycles,
  loggedRecords,
  readPhase,
  recordEntries,
} from "@coulomb-loop/activity";
import {
  chainOfLoop,
  loopName,
  type OpsDocuments,
  resolveDesired,
  soakAnalysis,
  staysOf,
  windowCycles,
  windowEnd,
  windowStart,
} from "@coulomb-loop/cadence";
import { CoulombError } from "@coulomb-loop/schemas";
import type { OpenLedger } from "../open-activity.ts";
import { replaceFile } from "../replace-file.ts";
import { writeWhole } from "../write-whole.ts";

/** A loop's log, relative to its folder. */
const logName = "bootstrap-log.md";

/** Cycles of a phase that a log catches up with at most; of more, `--since` says from when on. */
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

/** What a loop's log is written from. Instants are epoch milliseconds. */
export interface LogInput {
  /** The ops repo. */
  readonly folder: string;
  readonly documents: OpsDocuments;
  /** `undefined`: there is no hub, and no cycle is known. */
  readonly ledger: OpenLedger["ledger"] | undefined;
  readonly loop: string;
  /** Names of the phases whose cycles are logged. */
  readonly phases: readonly string[];
  readonly asOf: number;
  /** What somebody named; `undefined`: back to what the log has. */
  readonly since: number | undefined;
}

/**
 * Adds an entry for each decided cycle, each record and each seal that the log of the loop lacks, in the order of time, and no other byte
 * changes. Two at once add each once: who finds the file changed reads it again. Throws `log_unwritable`, `log_changed` where that happens
 * all the time, and what the hub's transport throws.
 */
export async function appendLog(input: LogInput): Promise<Logged> {
  const { folder, documents, loop, since, asOf } = input;
  const logs: CycleLog[] = [];
  for (const phase of input.phases) logs.push(...(await readCycles(input, phase)));
  const cadence = documents.loops.find((each) => loopName(each) === loop)?.cadence?.value;
  const timezone = cadence?.timezone ?? "UTC";
  for (let tries = 1; tries <= 5; tries += 1) {
    const { file, path, bytes, cycles, records } = readLog(folder, documents, loop);
    const entries = [
      ...logs.flatMap((log) => logEntries(log, cycles)),
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

/** What the cycles of a phase are told from; nothing where the ledger has no slot that is in question. */
async function readCycles(input: LogInput, phase: string): Promise<CycleLog[]> {
  const { documents, ledger, loop, asOf, since } = input;
  const from = since ?? (await logWindow(input, phase));
  if (ledger === undefined || from === undefined) return [];
  const tzdata = process.versions.tz ?? "unknown";
  const then = withListed(documents, loop, phase);
  const { evidence } = await readPhase({ ledger, documents: then, loop, phase, asOf, from, tzdata });
  const fires = new Set(
    documents.definitions.flatMap(({ value }) => (value.enabled === true ? [value.id] : [])),
  );
  const repos = resolveDesired(documents, asOf).filter((repo) => repo.loop === loop);
  const cadence = documents.loops.find((each) => loopName(each) === loop)?.cadence?.value;
  return [
    {
      evidence: {
        ...evidence,
        slots: evidence.slots.filter(({ unwritten, activity }) => unwritten !== true || fires.has(activity)),
      },
      since: from,
      soak: soakAnalysis(documents, { loop, phase }),
      stays: staysOf(chainOfLoop(documents, loop), repos, { from, to: asOf }),
      phases: (cadence?.phases ?? []).map(({ name }) => name),
    },
  ];
}

/**
 * From when on the evidence of a phase is read, so that no cycle since the newest entry of the log is left out, with the streak before it;
 * without an entry from the cycle before the ledger's first slot on. Epoch milliseconds; `undefined`: there is no slot.
 */
async function logWindow(
  { folder, documents, ledger, loop, asOf }: LogInput,
  phase: string,
): Promise<number | undefined> {
  const start = (instant: number, cycles: number) => windowStart(documents, loop, phase, instant, cycles);
  const usual = windowCycles(documents, loop);
  const prefix = `${loop}/${phase}@`;
  const anchorsOf = (ids: Iterable<string>) =>
    [...ids]
      .filter((id) => id.startsWith(prefix))
      .map((id) => Date.parse(id.slice(prefix.length)))
      .filter((anchor) => anchor <= asOf);
  const earliest = start(asOf, Math.max(usual, mostCycles));
  const logged = anchorsOf(readLog(folder, documents, loop).cycles);
  if (logged.length > 0)
    return Math.max(earliest, Math.min(start(asOf, usual), start(Math.max(...logged), usual / 3)));
  const span = {
    from: new Date(Math.max(0, earliest)).toISOString(),
    to: new Date(windowEnd(documents, loop, phase, asOf)).toISOString(),
  };
  const slots = (await ledger?.slots({ loop, ...span })) ?? [];
  const first = Math.min(...anchorsOf(slots.map(({ cycle }) => cycle)));
  return Number.isFinite(first) ? Math.max(earliest, start(first - 1, 1)) : undefined;
}

/** With the last repo of a phase its definitions are switched off: their cycles are told as they ran. */
function withListed(documents: OpsDocuments, loop: string, phase: string): OpsDocuments {
  return {
    ...documents,
    definitions: documents.definitions.map((each) =>
      each.value.loop === loop && each.value.phase === phase && each.value.enabled !== true
        ? { ...each, value: { ...each.value, enabled: true } }
        : each,
    ),
  };
}

function addedBy(entries: readonly LogEntry[]): Pick<Logged, "cycles" | "records" | "seals"> {
  const ids = (what: LogEntry["what"]) => entries.flatMap((each) => (each.what === what ? [each.id] : []));
  return { cycles: ids("cycle"), records: ids("record"), seals: ids("seal") };
}
