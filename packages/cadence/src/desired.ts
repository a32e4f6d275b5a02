import type { Cadence, Path, Phase, Roster, RosterEntry } from "@coulomb-loop/schemas";
import { toPointer } from "@coulomb-loop/schemas";
import { parseInstant } from "./instant.ts";
import type { LoopDocuments, OpsDocuments, Placed } from "./ops-documents.ts";
import type { Ownership } from "./ownership.ts";
import { ownershipOf, ownershipRules } from "./ownership.ts";

/** A value that the ops repo can want in a schedule file. */
export type DesiredValue = string | boolean;

/** What one owned path of a schedule file should say, and where that is written. */
export interface DesiredPath {
  /** RFC 6901 pointer into the schedule file. */
  readonly pointer: string;
  readonly value: DesiredValue;
  readonly ownership: Ownership;
  readonly source: DesiredSource;
}

/** Where a desired value stands in the ops repo. */
export interface DesiredSource {
  readonly file: string;
  readonly path: Path;
  /** In words: `phase bootstrap`, `override until 2026-09-01T00:00:00Z`. */
  readonly what: string;
}

/** Everything the ops repo wants of one active pilot repo. */
export interface DesiredRepo {
  /** `<forge>/<owner>/<repo>`: unique in the ops repo, and the order of every listing. */
  readonly id: string;
  readonly forge: string;
  readonly owner: string;
  readonly repo: string;
  readonly loop: string;
  readonly phase: string;
  readonly wave: number;
  /** Schedule file in the pilot repo. */
  readonly file: string;
  /** Owned paths in the order in which a new file lists them. */
  readonly paths: readonly DesiredPath[];
  /** Paths that a live override leaves to the repo; not compared. */
  readonly released: readonly string[];
  /** The roster entry. */
  readonly source: DesiredSource;
}

/** Path of the schedule file where the roster names none. */
export const defaultSchedulePath = ".kaizen/schedule.yml";

/**
 * Resolves what every active repo should say, ascending by id: phase, then overrides that are alive at `asOf` (epoch
 * milliseconds). An entry that cannot be resolved (no forge, owner or such phase) is left out: `checkOpsDocuments`
 * reports it. Pure.
 */
export function resolveDesired(documents: OpsDocuments, asOf: number): DesiredRepo[] {
  const repos = documents.loops.flatMap((loop) => resolveLoop(documents, loop, asOf));
  return repos.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Identity of a roster entry: forge, owner and repo, with what `defaults` and the forge add; `undefined` when a part is missing. */
export function entryIdentity(
  documents: OpsDocuments,
  roster: Roster,
  entry: { readonly forge?: string; readonly owner?: string; readonly repo: string },
): { id: string; forge: string; owner: string; repo: string } | undefined {
  const forges = documents.coulomb?.value.forges ?? [];
  const forge = entry.forge ?? roster.defaults?.forge ?? (forges.length === 1 ? forges[0]?.name : undefined);
  const owner =
    entry.owner ?? roster.defaults?.owner ?? forges.find((candidate) => candidate.name === forge)?.owner;
  if (forge === undefined || owner === undefined) return undefined;
  return { id: `${forge}/${owner}/${entry.repo}`, forge, owner, repo: entry.repo };
}

/** Name of the phase an entry is in: its own, the roster's default, else the first of the policy. */
export function entryPhase(roster: Roster, cadence: Cadence, entry: RosterEntry): string | undefined {
  return entry.phase ?? roster.defaults?.phase ?? cadence.phases[0]?.name;
}

function resolveLoop(documents: OpsDocuments, loop: LoopDocuments, asOf: number): DesiredRepo[] {
  const { roster, cadence } = loop;
  if (roster === undefined || cadence === undefined) return [];
  return roster.value.active.flatMap((entry) => {
    const identity = entryIdentity(documents, roster.value, entry);
    const phaseName = entryPhase(roster.value, cadence.value, entry);
    const phase = cadence.value.phases.find((candidate) => candidate.name === phaseName);
    if (identity === undefined || phase === undefined) return [];
    const paths = phasePaths(cadence, phase, entry.domain ?? roster.value.defaults?.domain, {
      file: roster.file,
      path: entry.domain === undefined ? ["defaults", "domain"] : [...roster.origin(entry), "domain"],
      what: "roster",
    });
    return [
      {
        ...identity,
        loop: roster.value.loop,
        phase: phase.name,
        wave: entry.wave ?? roster.value.defaults?.wave ?? 0,
        file: roster.value.schedule_path ?? defaultSchedulePath,
        ...applyOverrides(paths, roster, entry, asOf),
        source: {
          file: roster.file,
          path: roster.origin(entry),
          what: `${roster.value.loop} roster, active`,
        },
      },
    ];
  });
}

function phasePaths(
  cadence: Placed<Cadence>,
  phase: Phase,
  domain: string | undefined,
  domainSource: DesiredSource,
): DesiredPath[] {
  const rules = ownershipRules(cadence.value);
  const paths: DesiredPath[] = [];
  const add = (pointer: string, value: DesiredValue | undefined, source: DesiredSource) => {
    const ownership = ownershipOf(rules, pointer);
    if (value !== undefined && ownership !== undefined) paths.push({ pointer, value, ownership, source });
  };
  add("/timezone", cadence.value.timezone, {
    file: cadence.file,
    path: ["timezone"],
    what: "timezone of the loop",
  });
  add("/domain", domain, domainSource);
  for (const [agent, wanted] of Object.entries(phase.schedule)) {
    for (const key of ["cadence", "cron", "enabled"] as const) {
      const path = [...cadence.origin(phase), "schedule", agent, key];
      add(toPointer(["agents", agent, key]), wanted[key], {
        file: cadence.file,
        path,
        what: `phase ${phase.name}`,
      });
    }
  }
  return paths;
}

function applyOverrides(
  paths: readonly DesiredPath[],
  roster: Placed<Roster>,
  entry: RosterEntry,
  asOf: number,
): Pick<DesiredRepo, "paths" | "released"> {
  const alive = (entry.overrides ?? []).filter((override) => parseInstant(override.expires_at) > asOf);
  const released: string[] = [];
  const kept: DesiredPath[] = [];
  for (const path of paths) {
    const override =
      path.ownership === "overridable"
        ? alive.findLast((candidate) => candidate.path === path.pointer)
        : undefined;
    if (override === undefined) kept.push(path);
    else if (override.value === undefined) released.push(path.pointer);
    else {
      const source = {
        file: roster.file,
        path: roster.origin(override),
        what: `override until ${override.expires_at}`,
      };
      kept.push({ ...path, value: override.value, source });
    }
  }
  return { paths: kept, released };
}
