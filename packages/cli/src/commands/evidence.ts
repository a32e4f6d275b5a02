import { resolve } from "node:path";
import { readPhase } from "@coulomb-loop/activity";
import { evaluate, evidenceDigest, forecast, type OpsDocuments } from "@coulomb-loop/cadence";
import type { EvidenceReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import { canonicalJson } from "@coulomb-loop/schemas/digest";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { ledgerOrNone, type OpenLedger } from "../open-activity.ts";
import type { HubOptions } from "../open-hub.ts";
import { evidenceLines } from "../output/evidence.ts";
import { type JudgedPhase, phaseReport } from "../output/evidence-report.ts";
import { counted } from "../terminal.ts";
import { readSound } from "../workspace.ts";
import { writeWhole } from "../write-whole.ts";
import { appendLog, type LogInput } from "./evidence-log.ts";
import { loggedPlaces, type Place, type PlaceOptions, placesOf } from "./evidence-places.ts";

interface Options extends CommonOptions, HubOptions, PlaceOptions {
  readonly explain?: boolean;
  readonly log?: boolean;
  readonly asOf?: number;
  readonly since?: number;
  readonly out?: string;
}

/** Milliseconds that --since may reach back: each slot of that time is computed and judged. */
const longestSpan = 2 * 366 * 86_400_000;

/** Cycles that are explained when nobody says since when. */
const usualCycles = 10;

/**
 * `coulomb evidence`: what the analyses of each loop and phase come to, by the hub's clock or as of an earlier instant. Ends with 0
 * whatever that is. Reads no forge.
 */
export async function evidence({ io, terminal }: Invocation, options: Options): Promise<void> {
  const workspace = readSound(io, terminal, options.ops);
  const { folder, ops } = workspace;
  const { documents } = ops;
  const opened = await ledgerOrNone(io, workspace, options);
  try {
    const now = opened === undefined ? io.now() : Date.parse((await opened.hub.meta()).now);
    const asOf = instantOf(options, now);
    const wanted = placesOf(documents, asOf, options);
    if (options.out !== undefined) checkOut(options, wanted.places);
    const judged: JudgedPhase[] = [];
    for (const place of wanted.places)
      judged.push(await judge(documents, opened, place, asOf, options.since));
    checkAnalysis(options, judged);
    const report: EvidenceReport = {
      format_version: "1.0",
      kind: "evidence-report",
      as_of: new Date(asOf).toISOString(),
      hub: opened === undefined ? "empty" : "read",
      phases: judged
        .map((each) => phaseReport(each, { repo: wanted.repo, analysis: options.analysis }))
        .filter(({ analyses }) => options.analysis === undefined || analyses.length > 0),
      ...(options.log === true
        ? { logged: await log({ folder, documents, ledger: opened?.ledger, asOf }, options) }
        : {}),
    };
    write({ io, terminal }, options, judged);
    tell(terminal, options, report);
  } finally {
    await opened?.close();
  }
}

function instantOf({ asOf, since }: Options, now: number): number {
  if (asOf !== undefined && asOf > now)
    throw new CoulombError("usage", "--as-of is to come: nobody knows yet what will be known then", {
      hint: `name an instant that is not after ${new Date(now).toISOString()}, the clock of the hub`,
    });
  const found = asOf ?? now;
  if (since !== undefined && found - since > longestSpan)
    throw new CoulombError("usage", "--since is more than two years before what is looked at", {
      hint: "look at a shorter time: every slot that was due in it is judged",
    });
  if (since !== undefined && since > found)
    throw new CoulombError("usage", "--since is after what is looked at", {
      hint: `name an instant before ${new Date(found).toISOString()}`,
    });
  return found;
}

/** An analysis that is one of other phases only is an error, not an empty report. */
function checkAnalysis({ analysis }: Options, judged: readonly JudgedPhase[]): void {
  const isThere = judged.some(({ results }) => results.some((each) => each.analysis.key === analysis));
  if (analysis === undefined || isThere || judged.length === 0) return;
  throw new CoulombError(
    "usage",
    `${analysis} is an exit of other phases than ${judged.map(({ evidence: { phase } }) => phase).join(", ")}`,
    {
      hint: "name its phase with --phase",
    },
  );
}

/** One file holds the evidence of one loop and phase. */
function checkOut({ out, json }: Options, places: readonly Place[]): void {
  if (places.length !== 1)
    throw new CoulombError(
      "usage",
      `--out takes the evidence of one phase, and this is of ${places.length}`,
      {
        hint: "name it with --loop and --phase",
      },
    );
  if (out === "-" && json === true)
    throw new CoulombError("usage", "--json and --out - both go to stdout", {
      hint: "name a file for the evidence",
    });
}

async function judge(
  documents: OpsDocuments,
  opened: OpenLedger | undefined,
  { loop, phase }: Place,
  asOf: number,
  since: number | undefined,
): Promise<JudgedPhase> {
  const { evidence: found, from } = await readPhase({
    ledger: opened?.ledger,
    documents,
    loop,
    phase,
    asOf,
    tzdata: process.versions.tz ?? "unknown",
    ...(since === undefined ? {} : { from: since }),
  });
  const results = evaluate(found);
  return { evidence: found, results, forecasts: forecast(results, documents, found), from };
}

/** Adds what is decided to the log of each loop. */
async function log(
  ground: Pick<LogInput, "folder" | "documents" | "ledger" | "asOf">,
  options: Options,
): Promise<NonNullable<EvidenceReport["logged"]>> {
  const logged: NonNullable<EvidenceReport["logged"]> = [];
  for (const [loop, phases] of loggedPlaces(ground.documents, options)) {
    const added = await appendLog({ ...ground, loop, phases, since: options.since });
    const { file, cycles, records, seals } = added;
    logged.push({ loop, file, cycles: [...cycles], records: [...records], seals: [...seals] });
  }
  return logged;
}

/** Writes the evidence where it was asked for. */
function write(
  { io, terminal }: Pick<Invocation, "io" | "terminal">,
  { out, json }: Options,
  [first]: readonly JudgedPhase[],
): void {
  if (out === undefined || first === undefined) return;
  const text = canonicalJson(first.evidence);
  if (out === "-") return terminal.data(text);
  writeWhole(resolve(io.cwd, out), `${text}\n`, {
    code: "evidence_unwritable",
    hint: "name another file with --out",
  });
  if (json !== true) terminal.data(`Evidence saved as ${out}: ${evidenceDigest(first.evidence)}`);
}

function tell({ data, note, paint }: Invocation["terminal"], options: Options, report: EvidenceReport): void {
  if (report.hub === "empty")
    note(
      "There is no state hub yet, so nothing is known and every analysis is pending. Make one with coulomb hub register, and call coulomb activity tick.",
    );
  if (options.json === true) return data(JSON.stringify(report, null, 2));
  const say = options.out === "-" ? note : data;
  const detail = {
    explain: options.explain === true,
    cycles: options.since === undefined ? usualCycles : Number.MAX_SAFE_INTEGER,
  };
  for (const line of evidenceLines(report, paint, detail)) say(line);
  for (const { file, cycles, records, seals } of report.logged ?? []) {
    const added = [
      ...(cycles.length === 0 ? [] : [counted(cycles.length, "cycle")]),
      ...(records.length === 0 ? [] : [counted(records.length, "record")]),
      ...(seals.length === 0 ? [] : [counted(seals.length, "seal")]),
    ];
    say(
      added.length === 0 ? `Nothing to add to ${file}.` : `Added ${added.join(", ")} to ${file}; commit it.`,
    );
  }
}
