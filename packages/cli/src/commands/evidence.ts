import { resolve } from "node:path";
import { readEvidence } from "@coulomb-loop/activity";
import {
  evaluate,
  evidenceDigest,
  forecast,
  loopName,
  type OpsDocuments,
  resolveDesired,
  windowCycles,
  windowStart,
} from "@coulomb-loop/cadence";
import type { EvidenceReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import { canonicalJson } from "@coulomb-loop/schemas/digest";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { ledgerOrNone, type OpenLedger } from "../open-activity.ts";
import type { HubOptions } from "../open-hub.ts";
import { evidenceLines } from "../output/evidence.ts";
import { type JudgedPhase, phaseReport } from "../output/evidence-report.ts";
import { readSound } from "../workspace.ts";
import { writeWhole } from "../write-whole.ts";
import { findRepo } from "./find-repo.ts";
import { oneOf } from "./one-of.ts";

interface Options extends CommonOptions, HubOptions {
  readonly loop?: string;
  readonly phase?: string;
  readonly repo?: string;
  readonly analysis?: string;
  readonly explain?: boolean;
  readonly asOf?: number;
  readonly since?: number;
  readonly out?: string;
}

/** Cycles that are explained when nobody says since when. */
const usualCycles = 10;

/**
 * `coulomb evidence`: what the analyses of each loop and phase come to, by the hub's clock or as of an earlier instant. Ends with 0
 * whatever that is. Reads no forge.
 */
export async function evidence({ io, terminal }: Invocation, options: Options): Promise<void> {
  const workspace = readSound(io, terminal, options.ops);
  const { documents } = workspace.ops;
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
  if (since !== undefined && since > found)
    throw new CoulombError("usage", "--since is after what is looked at", {
      hint: `name an instant before ${new Date(found).toISOString()}`,
    });
  return found;
}

/** A loop and one of its phases. */
interface Place {
  readonly loop: string;
  readonly phase: string;
}

/** The loops and phases that are asked for, in the order of the files; throws `usage` for what there is not. */
function placesOf(
  documents: OpsDocuments,
  asOf: number,
  options: Options,
): { readonly places: readonly Place[]; readonly repo: string | undefined } {
  const { loop, phase, analysis } = options;
  if (loop !== undefined) oneOf("loop", loop, documents.loops.map(loopName));
  const policies = documents.loops
    .filter((each) => loop === undefined || loopName(each) === loop)
    .map((each) => ({ loop: loopName(each), policy: each.cadence?.value }));
  const phases = policies.flatMap(({ loop: name, policy }) =>
    (policy?.phases ?? []).map((each) => ({ loop: name, phase: each.name })),
  );
  const keys = policies.flatMap(({ policy }) => (policy?.analyses ?? []).map(({ key }) => key));
  if (phase !== undefined)
    oneOf(
      "phase",
      phase,
      phases.map((each) => each.phase),
    );
  if (analysis !== undefined) oneOf("analysis", analysis, keys);
  const repos = resolveDesired(documents, asOf).filter((each) => loop === undefined || each.loop === loop);
  const found = options.repo === undefined ? undefined : findRepo(repos, (repo) => repo, options.repo);
  const members = found === undefined ? repos : [found];
  const places = phases.filter(
    (each) =>
      (phase === undefined || each.phase === phase) &&
      // A phase that is named is shown without repos too.
      ((phase !== undefined && found === undefined) ||
        members.some((repo) => repo.loop === each.loop && repo.phase === each.phase)),
  );
  if (found !== undefined && places.length === 0)
    throw new CoulombError("usage", `${found.id} is not in phase "${phase ?? ""}"`, {
      hint: `it is in ${found.phase}`,
    });
  return { places, repo: found?.id };
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
  const from = since ?? windowStart(documents, loop, phase, asOf, windowCycles(documents, loop));
  const found = await readEvidence({
    ledger: opened?.ledger,
    documents,
    loop,
    phase,
    asOf,
    from,
    tzdata: process.versions.tz ?? "unknown",
  });
  const results = evaluate(found);
  return { evidence: found, results, forecasts: forecast(results, documents, found), from };
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
}
