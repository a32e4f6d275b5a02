import { optedOut, resolveDesired, valueAt } from "@coulomb-loop/cadence";
import type { Source, Splice } from "@coulomb-loop/documents";
import type { RepoObservation } from "@coulomb-loop/forge";
import type { Finding, RepoPlan } from "@coulomb-loop/schemas";
import type { KeptValue, PhaseFit, ProposedValue } from "./import-fit.ts";
import { choosePhase } from "./import-fit.ts";
import type { ImportedEntry, OverrideTerms } from "./import-roster.ts";
import { baseEntry, editRoster, importedEntry } from "./import-roster.ts";
import type { ImportRefusal, ImportTarget } from "./import-target.ts";
import type { OpsFiles, OpsRepo } from "./ops-repo.ts";
import { policyOf } from "./plan-fleet.ts";
import { planRepo } from "./plan-repo.ts";
import type { Blocked } from "./repo-facts.ts";
import { blocked } from "./repo-facts.ts";
import { readScheduleFile } from "./schedule-file.ts";
import type { BaseRecord } from "./state.ts";

/** Everything an import rests on; nothing else is read. */
export interface ImportInputs {
  readonly files: OpsFiles;
  readonly ops: OpsRepo;
  readonly installation: string;
  readonly target: ImportTarget;
  readonly observation: RepoObservation;
  readonly terms: OverrideTerms;
  /** What earlier runs saw in sync: a repo that comes back is not met for the first time. */
  readonly base: readonly BaseRecord[];
  /** Epoch milliseconds. */
  readonly asOf: number;
}

/** A repo that can be taken in: the roster with its entry, and what follows from it. */
export interface PlannedImport {
  readonly entry: ImportedEntry;
  readonly phase: string;
  readonly hasFile: boolean;
  readonly kept: readonly KeptValue[];
  readonly proposed: readonly ProposedValue[];
  /** Agents of the repo that are not the loop's. */
  readonly leftAlone: readonly string[];
  readonly notes: readonly string[];
  /** The roster as it is, and the bytes it shall have. */
  readonly source: Source;
  readonly bytes: Uint8Array;
  readonly splices: readonly Splice[];
  /** Line of the entry in the roster, from 1. */
  readonly line: number;
  /** What a plan says of the repo then. */
  readonly plan: RepoPlan;
}

/**
 * Works out the roster entry of a repo from what it has: its phase, and an override for each value that differs and may
 * stay. Proposes no change to the repo and writes nothing. Pure. Refused is what cannot be read, what must not be
 * written to, and a repo that withdrew its consent.
 */
export function planImport(inputs: ImportInputs): PlannedImport | ImportRefusal {
  const { target, ops, asOf } = inputs;
  const live = readLive(inputs);
  if ("refused" in live) return live;
  const base = baseEntry(ops, target);
  const fit = choosePhase({ documents: ops.documents, target, entry: base, raw: live.raw, asOf });
  const entry = importedEntry(target, base, fit.phase, fit.kept, inputs.terms);
  const edited = editRoster(inputs.files, target, entry, asOf);
  if ("refused" in edited) return edited;
  const plan = firstPlan(inputs, edited.ops);
  if (plan.class === "unsupported") {
    const found = findingsOf(plan);
    // The findings say it in full.
    const reason = found.length === 0 ? plan.reason : `${plan.file} cannot be edited safely`;
    return unsupported(target, reason, found);
  }
  const { kept, proposed, phase } = fit;
  const leftAlone = othersOf(live.raw, fit);
  const { source, bytes, splices } = edited;
  return {
    entry,
    phase,
    hasFile: live.hasFile,
    kept,
    proposed,
    leftAlone,
    notes: notesOf(inputs, fit, live, leftAlone),
    source,
    bytes,
    splices,
    line: plan.source.line ?? 1,
    plan,
  };
}

/** The schedule file as parsed, `undefined` when there is none; refused when the loop may not look or act there. */
function readLive(
  inputs: ImportInputs,
): { readonly raw: unknown; readonly hasFile: boolean } | ImportRefusal {
  const { target, observation, installation, asOf } = inputs;
  const { id, file } = target;
  const stop = blocked(installation, { id, loop: target.loop.roster.value.loop, file }, observation);
  if (stop !== undefined) return stopped(target, stop);
  const state = observation.files.get(file);
  if (state?.kind !== "known") {
    const reason = state?.message ?? `${file} was not read`;
    return stopped(target, { class: "unknown", reason });
  }
  if (state.value.kind === "other")
    return unsupported(target, `${file} is a ${state.value.what}, not a file`);
  const schedule = readScheduleFile(state.value, file);
  if ("refused" in schedule) return unsupported(target, `${file} cannot be read safely`, schedule.refused);
  const raw = schedule.read?.raw;
  const optOut = optedOut(raw, asOf);
  if (optOut === undefined) return { raw, hasFile: schedule.source !== undefined };
  return {
    refused: {
      code: "import_opted_out",
      message: `${id} does not want to be run: ${optOut}`,
      hint: `ask its people; they take enabled: false or paused out of ${file}, then import it`,
    },
  };
}

function stopped({ id }: ImportTarget, { class: found, reason }: Blocked): ImportRefusal {
  const message = `${id} cannot be imported: ${reason}`;
  switch (found) {
    case "unknown": {
      const hint = "check its name, --owner, --forge and your access; coulomb doctor checks the forge";
      return { refused: { code: "import_unreadable", message, hint } };
    }
    case "moved": {
      const hint = "import it by the name it has now";
      return { refused: { code: "import_moved", message, hint } };
    }
    case "ineligible": {
      const hint = "make it available first (a first commit, writable, no mirror), then import it";
      return { refused: { code: "import_ineligible", message, hint } };
    }
    case "foreign_owner": {
      const hint = "agree with the owners of the other installation who runs the loop there";
      return { refused: { code: "import_foreign", message, hint } };
    }
  }
}

function unsupported(
  { id, file }: ImportTarget,
  reason: string,
  findings: readonly Finding[] = [],
): ImportRefusal {
  return {
    refused: {
      code: "import_unsupported",
      message: `${id} cannot be imported: ${reason}`,
      hint: `have its people correct ${file}, then import it`,
      findings: findings.filter(({ severity }) => severity === "error"),
    },
  };
}

function findingsOf({ findings = [] }: RepoPlan): Finding[] {
  return findings.map(({ path: _path, ...finding }) => finding);
}

/** What a plan says of the repo once the roster has it. */
function firstPlan({ target, observation, installation, base, asOf }: ImportInputs, ops: OpsRepo): RepoPlan {
  const desired = resolveDesired(ops.documents, asOf).find(
    ({ id, loop }) => id === target.id && loop === target.loop.roster.value.loop,
  );
  if (desired === undefined) throw new Error(`${target.id} is not in the edited roster`);
  return planRepo({
    installation,
    desired,
    observation,
    base: base.find(
      ({ repo_id, loop, file }) => repo_id === target.id && loop === desired.loop && file === desired.file,
    ),
    policy: policyOf(ops.documents, desired),
    locate: ({ file, path }) => ops.locate(file, path),
    asOf,
  }).plan;
}

function othersOf(raw: unknown, { desired }: PhaseFit): string[] {
  const agents = valueAt(raw, "/agents");
  if (typeof agents !== "object" || agents === null || Array.isArray(agents)) return [];
  return Object.keys(agents).filter(
    (agent) => ![...desired.paths, ...desired.freed].some(({ pointer }) => pointer.split("/")[2] === agent),
  );
}

function notesOf(
  { target, ops }: ImportInputs,
  { desired, phase }: PhaseFit,
  { raw, hasFile }: { readonly raw: unknown; readonly hasFile: boolean },
  leftAlone: readonly string[],
): string[] {
  const notes: string[] = [];
  const { file, queued, loop } = target;
  if (!hasFile) notes.push(`it has no ${file} yet; the first proposal brings one`);
  if (queued !== undefined) notes.push("it moves from expansion_queue to active");
  if (target.phase === undefined && raw !== undefined)
    notes.push(`phase ${phase} is the one that changes least there`);
  for (const key of ["timezone", "domain"]) {
    const [live, wanted] = [
      valueAt(raw, `/${key}`),
      desired.paths.find(({ pointer }) => pointer === `/${key}`),
    ];
    if (live !== undefined && wanted?.ownership === "seed" && live !== wanted.value)
      notes.push(`${key} stays ${JSON.stringify(live)}, the loop has ${JSON.stringify(wanted.value)}`);
  }
  if (leftAlone.length > 0) notes.push(`left alone, not the loop's: ${leftAlone.join(", ")}`);
  if (policyOf(ops.documents, { loop: loop.roster.value.loop }).adoption === "refuse")
    notes.push("the loop has adoption: refuse, so values that differ are shown and not proposed");
  return notes;
}
