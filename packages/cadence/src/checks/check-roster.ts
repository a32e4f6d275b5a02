import type { Cadence, Roster, RosterEntry } from "@coulomb-loop/schemas";
import { didYouMean } from "@coulomb-loop/schemas";
import type { DesiredValue } from "../desired.ts";
import { defaultSchedulePath, entryIdentity, entryPhase, movedIdentity } from "../desired.ts";
import { parseInstant } from "../instant.ts";
import type { LoopDocuments, OpsDocuments, Placed } from "../ops-documents.ts";
import { loopName } from "../ops-documents.ts";
import { compareFirings, longestOverride, pinnedValueFlaws } from "../override-limits.ts";
import { overrideState } from "../overrides.ts";
import { ownershipOf, ownershipRules } from "../ownership.ts";
import type { CheckPlace, Report } from "./report.ts";
import { checkUnique } from "./report.ts";

/** Checks every roster beyond its schema: names, lists, phases, waves, overrides alive at `asOf`. */
export function checkRosters(report: Report, documents: OpsDocuments, asOf: number): void {
  const seen = new Map<string, { list: string; place: CheckPlace }>();
  for (const loop of documents.loops) {
    const { roster } = loop;
    if (roster === undefined) continue;
    const { file, value } = roster;
    const folder = loopName(loop);
    if (value.loop !== folder)
      report.at(
        { file, path: ["loop"] },
        "loop_name",
        `loop "${value.loop}" stands in folder "${folder}"`,
        "give both the same name",
      );
    checkDecision(report, documents, loop, roster);
    checkDefaults(report, documents, roster);
    for (const [list, entries] of lists(value)) {
      for (const entry of entries) checkEntry(report, documents, loop, roster, list, entry, seen);
    }
    for (const entry of value.active) checkActive(report, documents, loop, roster, entry, asOf);
    checkMoves(report, documents, roster);
  }
}

/** A move carries over what is known of a repo, so it must lead from no entry to one. */
function checkMoves(report: Report, documents: OpsDocuments, roster: Placed<Roster>): void {
  const { file, value, origin } = roster;
  const named = new Set(
    lists(value)
      .filter(([list]) => list !== "expansion_queue")
      .flatMap(([, entries]) => entries.map((entry) => entryIdentity(documents, value, entry)?.id)),
  );
  for (const move of value.moved ?? []) {
    const [from, to] = [
      movedIdentity(documents, value, move, "from"),
      movedIdentity(documents, value, move, "to"),
    ];
    // Without coulomb.yaml, or with an entry that is incomplete, that is the flaw.
    if (from === undefined || to === undefined || documents.coulomb === undefined) continue;
    if (named.has(from))
      report.at(
        { file, path: [...origin(move), "from"] },
        "moved_from",
        `${from} moved away and still stands in the roster`,
        "the entry goes by its new name; or remove the move",
      );
    if (!named.has(to))
      report.at(
        { file, path: [...origin(move), "to"] },
        "moved_to",
        `no entry of the roster is ${to}`,
        "give the entry its new name; or remove the move",
      );
  }
  checkUnique(
    report,
    value.moved ?? [],
    (move) => movedIdentity(documents, value, move, "from") ?? move.from,
    (move) => ({ file, path: [...origin(move), "from"] }),
    "move from",
  );
}

type NamedEntry = { readonly forge?: string; readonly owner?: string; readonly repo: string };

function lists(roster: Roster): [string, readonly NamedEntry[]][] {
  return [
    ["active", roster.active],
    ["expansion_queue", roster.expansion_queue ?? []],
    ["saturated", roster.saturated ?? []],
    ["removed", roster.removed ?? []],
  ];
}

function checkDecision(
  report: Report,
  documents: OpsDocuments,
  loop: LoopDocuments,
  roster: Placed<Roster>,
): void {
  const wanted = roster.value.decision;
  if (wanted === undefined) return;
  const place = { file: roster.file, path: ["decision"] };
  const ids = loop.decisions.map((decision) => decision.value.id);
  const decision = loop.decisions.find((candidate) => candidate.value.id === wanted);
  if (decision === undefined) {
    // A decision that is there and cannot be read is reported by itself.
    if (documents.ids.decisions.has(wanted)) return;
    report.at(
      place,
      "decision_missing",
      `there is no decision ${wanted} in ${loop.folder}/decisions`,
      ids.length === 0 ? "write it, or correct the id" : didYouMean(wanted, ids),
    );
  } else if (decision.value.status !== "accepted")
    report.warn(
      place,
      "decision_open",
      `${wanted} is ${decision.value.status}, not accepted`,
      "have it decided, or name another decision",
    );
}

function checkDefaults(report: Report, documents: OpsDocuments, roster: Placed<Roster>): void {
  const forge = roster.value.defaults?.forge;
  const names = documents.coulomb?.value.forges.map((candidate) => candidate.name);
  if (forge !== undefined && names !== undefined && !names.includes(forge)) {
    report.at(
      { file: roster.file, path: ["defaults", "forge"] },
      "forge_unknown",
      `forge "${forge}" is not declared in coulomb.yaml`,
      didYouMean(forge, names),
    );
  }
}

function checkEntry(
  report: Report,
  documents: OpsDocuments,
  loop: LoopDocuments,
  roster: Placed<Roster>,
  list: string,
  entry: NamedEntry,
  seen: Map<string, { list: string; place: CheckPlace }>,
): void {
  if (documents.coulomb === undefined) return;
  const place = { file: roster.file, path: [...roster.origin(entry), "repo"] };
  const names = documents.coulomb.value.forges.map((candidate) => candidate.name);
  if (entry.forge !== undefined && !names.includes(entry.forge)) {
    report.at(
      { ...place, path: [...roster.origin(entry), "forge"] },
      "forge_unknown",
      `forge "${entry.forge}" is not declared in coulomb.yaml`,
      didYouMean(entry.forge, names),
    );
  }
  const identity = entryIdentity(documents, roster.value, entry);
  if (identity === undefined) {
    report.at(
      place,
      "repo_incomplete",
      `"${entry.repo}" names no forge or owner, and defaults has none`,
      "add forge and owner here, or under defaults",
    );
    return;
  }
  // Two loops may run in one repo, each with a schedule file of its own.
  const key = `${identity.id} ${roster.value.schedule_path ?? defaultSchedulePath}`;
  const earlier = seen.get(key);
  if (earlier === undefined) seen.set(key, { list: `${loop.folder} ${list}`, place });
  else
    report.at(
      place,
      "repo_twice",
      `${identity.id} stands in ${earlier.list} and in ${loop.folder} ${list}`,
      "a repo stands in one list only; remove one of the two",
    );
}

function checkActive(
  report: Report,
  documents: OpsDocuments,
  loop: LoopDocuments,
  roster: Placed<Roster>,
  entry: RosterEntry,
  asOf: number,
): void {
  const { file, origin } = roster;
  const cadence = loop.cadence?.value;
  if (cadence === undefined) return;
  const phases = cadence.phases.map((phase) => phase.name);
  const phase = entryPhase(roster.value, cadence, entry);
  if (phase !== undefined && !phases.includes(phase)) {
    const path = entry.phase === undefined ? ["defaults", "phase"] : [...origin(entry), "phase"];
    // A wrong default is one flaw, whoever relies on it: report it with the first.
    if (entry.phase !== undefined || roster.value.active.find((one) => one.phase === undefined) === entry) {
      report.at(
        { file, path },
        "phase_unknown",
        `there is no phase "${phase}" in ${loop.cadence?.file ?? "cadence.yaml"}`,
        didYouMean(phase, phases),
      );
    }
  }
  const wave = entry.wave ?? roster.value.defaults?.wave ?? 0;
  const waves = cadence.waves?.map((candidate) => candidate.select.wave);
  if (waves !== undefined && waves.length > 0 && !waves.includes(wave)) {
    report.at(
      { file, path: [...origin(entry), "wave"] },
      "wave_unknown",
      `no wave selects wave ${wave}: a change would never reach ${entry.repo}`,
      `cadence.yaml has waves for ${waves.join(", ")}`,
    );
  }
  checkUnique(
    report,
    (entry.overrides ?? []).filter((override) => parseInstant(override.expires_at) > asOf),
    (override) => override.path,
    (override) => ({ file, path: [...origin(override), "path"] }),
    "override of",
  );
  for (const override of entry.overrides ?? []) {
    checkOverride(report, roster, cadence, override, asOf);
    checkFirings(report, roster, cadence, phase, override, asOf);
  }
}

function checkOverride(
  report: Report,
  roster: Placed<Roster>,
  cadence: Cadence,
  override: NonNullable<RosterEntry["overrides"]>[number],
  asOf: number,
): void {
  const { file, origin } = roster;
  const at = (key: string) => ({ file, path: [...origin(override), key] });
  const ownership = ownershipOf(ownershipRules(cadence), override.path);
  const agent = override.path.split("/")[2];
  if (ownership === undefined)
    report.at(
      at("path"),
      "override_path",
      `${override.path} is no path the loop owns`,
      "the repo decides it anyway; remove the override",
    );
  else if (ownership !== "overridable")
    report.at(
      at("path"),
      "override_path",
      `${override.path} is ${ownership} and cannot be overridden`,
      "overridable are the agents' cron and cadence",
    );
  else if (agent !== undefined && !cadence.phases.some((phase) => Object.hasOwn(phase.schedule, agent))) {
    report.at(
      at("path"),
      "override_path",
      `no phase schedules an agent "${agent}"`,
      didYouMean(
        agent,
        cadence.phases.flatMap((phase) => Object.keys(phase.schedule)),
      ),
    );
  }
  if (override.value !== undefined && ownership === "overridable")
    checkOverrideValue(report, at("value"), override.path, override.value);
  const expires = parseInstant(override.expires_at);
  if (expires > asOf + longestOverride)
    report.at(
      at("expires_at"),
      "override_too_long",
      `the override ends more than 90 days ahead (${override.expires_at})`,
      "name a day within 90 days; renew it by pull request when it is still needed",
    );
  else if (expires <= asOf)
    report.warn(
      at("expires_at"),
      "override_expired",
      `the override has ended (${override.expires_at}) and holds no more`,
      "remove the override, or renew it",
    );
  else if (overrideState(override.expires_at, asOf) === "expiring")
    report.warn(
      at("expires_at"),
      "override_expiring",
      `the override ends within seven days (${override.expires_at}); then the phase's value holds again`,
      "renew it while it is still needed; or let it end",
    );
}

/** An override may make an agent rarer, never more frequent than its phase: cadence is earned (page 03 R4). */
function checkFirings(
  report: Report,
  roster: Placed<Roster>,
  cadence: Cadence,
  phase: string | undefined,
  override: NonNullable<RosterEntry["overrides"]>[number],
  asOf: number,
): void {
  if (overrideState(override.expires_at, asOf) === "expired") return;
  const found = compareFirings(cadence, phase, override.path, override.value, asOf);
  if (found !== undefined && found.pinnedCount > found.phaseCount)
    report.at(
      { file: roster.file, path: [...roster.origin(override), "value"] },
      "override_too_often",
      `"${found.pinned.text}" fires ${found.pinnedCount} times in 28 days, phase ${phase ?? ""} ${found.phaseCount} times ("${found.phase.text}")`,
      "an override may only be rarer; a higher cadence is another phase",
    );
}

/** What an override pins is written into the schedule file, so it must satisfy that file's contract. */
function checkOverrideValue(report: Report, place: CheckPlace, pointer: string, value: DesiredValue): void {
  const { kind, findings } = pinnedValueFlaws(pointer, value, place.file);
  for (const { code, message, hint } of findings)
    report.at(place, kind === "schedule" ? code : "override_value", message, hint);
}
