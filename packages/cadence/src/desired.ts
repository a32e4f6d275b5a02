import type { Cadence, Path, Phase, Roster, RosterEntry } from "@coulomb-loop/schemas";
import { toPointer } from "@coulomb-loop/schemas";
import type { LoopDocuments, OpsDocuments, Placed } from "./ops-documents.ts";
import type { OverrideView } from "./overrides.ts";
import { overrideViews } from "./overrides.ts";
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

/**
 * What the ops repo does with a repo, or with one agent in it (page 03 R6). `run`: it wants its values there. `disable`:
 * it wants the agents off, and then nothing. `release`: it forgets the repo. `prune`: it wants its values deleted.
 * `undeclared`: the repo vanished from the roster without a word.
 */
export type Mode = "run" | "disable" | "release" | "prune" | "undeclared";

/** Everything the ops repo wants of one pilot repo. */
export interface DesiredRepo {
  /** `<forge>/<owner>/<repo>`: unique in the ops repo, and the order of every listing. */
  readonly id: string;
  readonly forge: string;
  readonly owner: string;
  readonly repo: string;
  readonly loop: string;
  readonly mode: Mode;
  readonly phase: string;
  readonly wave: number;
  /** Schedule file in the pilot repo. */
  readonly file: string;
  /** Zone of the loop's crons. */
  readonly timezone: string;
  /** Owned paths in the order in which a new file lists them; none in a repo that leaves. */
  readonly paths: readonly DesiredPath[];
  /** Paths that a live override leaves to the repo. */
  readonly freed: readonly FreedPath[];
  /** Overrides of the entry, alive or not. */
  readonly overrides: readonly OverrideView[];
  /** Agents that the loop no longer has, to be turned off where the loop turned them on. */
  readonly removedAgents: readonly RemovedAgent[];
  /** Set for a file that the loop left when the roster named another `schedule_path`. */
  readonly isFormerFile?: true;
  /** Set for a loop that another one took the file over from: it only clears away what it left open there. */
  readonly isFormerLoop?: true;
  /** Ids under which the repo was known before it moved, oldest first: its proposals may name it so. */
  readonly formerIds?: readonly string[];
  /** The id from which the roster says that it moves: what is known of that one goes over to it. */
  readonly movedFrom?: string;
  /** Why it leaves, as its entry says. */
  readonly because?: string;
  /** The roster entry. */
  readonly source: DesiredSource;
}

/** A path that a live override leaves to the repo, as long as its cron fires no more often than the phase's. */
export interface FreedPath extends Omit<DesiredPath, "value"> {
  /** What holds where the override does not. */
  readonly phase: DesiredPath;
}

/** An agent that the cadence policy names as removed. */
export interface RemovedAgent {
  readonly agent: string;
  readonly source: DesiredSource;
}

/** The one empty list, so that what is alike is also the same. */
const none: readonly never[] = Object.freeze([]);

/** Path of the schedule file where the roster names none. */
export const defaultSchedulePath = ".kaizen/schedule.yml";

/**
 * Resolves what every active repo should say, ascending by id: phase, then overrides that are alive at `asOf` (epoch
 * milliseconds). An entry that cannot be resolved (no forge, owner or such phase) is left out: `checkOpsDocuments`
 * reports it. Pure.
 */
export function resolveDesired(documents: OpsDocuments, asOf: number): DesiredRepo[] {
  return resolveFleet(documents, asOf).filter((repo) => repo.mode === "run");
}

/** The same for every repo that the rosters name: active ones and those that leave; not the expansion queue. */
export function resolveFleet(documents: OpsDocuments, asOf: number): DesiredRepo[] {
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
export function entryPhase(
  roster: Roster,
  cadence: Cadence,
  entry: Pick<RosterEntry, "phase">,
): string | undefined {
  return entry.phase ?? roster.defaults?.phase ?? cadence.phases[0]?.name;
}

/** The identity that one end of a move names: `repo` or `owner/repo`, on the forge of the move or the default one. */
export function movedIdentity(
  documents: OpsDocuments,
  roster: Roster,
  move: NonNullable<Roster["moved"]>[number],
  end: "from" | "to",
): string | undefined {
  const [owner, repo] = move[end].includes("/") ? move[end].split("/") : [undefined, move[end]];
  return entryIdentity(documents, roster, {
    repo: repo ?? "",
    ...(owner === undefined ? {} : { owner }),
    ...(move.forge === undefined ? {} : { forge: move.forge }),
  })?.id;
}

function resolveLoop(documents: OpsDocuments, loop: LoopDocuments, asOf: number): DesiredRepo[] {
  const { roster, cadence } = loop;
  if (roster === undefined || cadence === undefined) return [];
  const moves = new Map(
    (roster.value.moved ?? []).map((move) => [
      movedIdentity(documents, roster.value, move, "to"),
      movedIdentity(documents, roster.value, move, "from"),
    ]),
  );
  // Of phases of one name the first counts.
  const phases = new Map(
    cadence.value.phases
      .toReversed()
      .map((phase) => [phase.name, wantedByDefault(roster, cadence, phase)] as const),
  );
  const active = roster.value.active.flatMap((entry) => {
    const base = resolveEntry(documents, roster, cadence, entry, "active", "run");
    const wanted = phases.get(base?.phase ?? "");
    if (base === undefined || wanted === undefined) return [];
    const { phase, removed, paths: byDefault } = wanted;
    const paths = entry.domain === undefined ? byDefault : ownDomainPaths(roster, cadence, phase, entry);
    const overrides = entry.overrides === undefined ? none : overrideViews(roster, entry, asOf);
    const left = overrides.length === 0 ? { paths, freed: none } : withOverrides(paths, overrides);
    return [{ ...base, ...left, overrides, removedAgents: removed }];
  });
  const removed = (roster.value.removed ?? []).flatMap((entry) => {
    const repo = resolveEntry(documents, roster, cadence, entry, "removed", entry.mode);
    return repo === undefined ? [] : [{ ...repo, because: entry.reason }];
  });
  const stopped = (roster.value.saturated ?? []).flatMap(
    (entry) => resolveEntry(documents, roster, cadence, entry, "saturated", "disable") ?? [],
  );
  return [...active, ...stopped, ...removed].map((repo) => {
    const movedFrom = moves.get(repo.id);
    return movedFrom === undefined ? repo : { ...repo, formerIds: [movedFrom], movedFrom };
  });
}

/** What every entry has, whatever list it stands in. */
function resolveEntry(
  documents: OpsDocuments,
  roster: Placed<Roster>,
  cadence: Placed<Cadence>,
  entry: Pick<RosterEntry, "repo" | "forge" | "owner" | "phase" | "wave">,
  list: string,
  mode: Mode,
): DesiredRepo | undefined {
  const identity = entryIdentity(documents, roster.value, entry);
  const phase = entryPhase(roster.value, cadence.value, entry);
  if (identity === undefined || phase === undefined) return undefined;
  return {
    ...identity,
    loop: roster.value.loop,
    mode,
    phase,
    wave: entry.wave ?? roster.value.defaults?.wave ?? 0,
    file: roster.value.schedule_path ?? defaultSchedulePath,
    timezone: cadence.value.timezone,
    paths: none,
    freed: none,
    overrides: none,
    removedAgents: none,
    source: {
      file: roster.file,
      path: roster.origin(entry),
      what: `${roster.value.loop} roster, ${list}`,
    },
  };
}

/** What entries without a domain and overrides of their own want in a phase, made once: a fleet shares it. */
function wantedByDefault(roster: Placed<Roster>, cadence: Placed<Cadence>, phase: Phase) {
  const source = { file: roster.file, path: ["defaults", "domain"], what: "roster" };
  const paths = phasePaths(cadence, phase, roster.value.defaults?.domain, source);
  return { phase, paths, removed: removedAgents(cadence, phase) };
}

function ownDomainPaths(
  roster: Placed<Roster>,
  cadence: Placed<Cadence>,
  phase: Phase,
  entry: RosterEntry,
): readonly DesiredPath[] {
  const path = [...roster.origin(entry), "domain"];
  return phasePaths(cadence, phase, entry.domain, { file: roster.file, path, what: "roster" });
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

function removedAgents(cadence: Placed<Cadence>, phase: Phase): RemovedAgent[] {
  const removed = cadence.value.removed_agents ?? [];
  return removed
    .filter((agent) => !Object.hasOwn(phase.schedule, agent))
    .map((agent) => ({
      agent,
      source: { file: cadence.file, path: ["removed_agents"], what: "removed_agents of the loop" },
    }));
}

/** Overrides that are alive pin a path, or leave it to the repo. */
function withOverrides(
  paths: readonly DesiredPath[],
  overrides: readonly OverrideView[],
): Pick<DesiredRepo, "paths" | "freed"> {
  const freed: FreedPath[] = [];
  const kept: DesiredPath[] = [];
  for (const path of paths) {
    const override =
      path.ownership === "overridable"
        ? overrides.findLast(({ pointer, state }) => pointer === path.pointer && state !== "expired")
        : undefined;
    if (override === undefined) kept.push(path);
    else if (override.value === undefined) {
      const { pointer, ownership } = path;
      freed.push({ pointer, ownership, source: override.source, phase: path });
    } else kept.push({ ...path, value: override.value, source: override.source });
  }
  return { paths: kept, freed };
}
