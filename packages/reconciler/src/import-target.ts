import type { LoopDocuments, OpsDocuments } from "@coulomb-loop/cadence";
import { defaultSchedulePath, entryIdentity } from "@coulomb-loop/cadence";
import type { Finding, Roster, RosterEntry } from "@coulomb-loop/schemas";
import { didYouMean } from "@coulomb-loop/schemas";
import type { OpsRepo } from "./ops-repo.ts";

/** Why a repo is not taken in. Nothing was written. */
export interface ImportRefusal {
  readonly refused: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    /** Flaws of a file that are the reason, placed. */
    readonly findings?: readonly Finding[];
  };
}

/** A repo as somebody names it, and where it shall stand. */
export interface ImportWish {
  readonly forge?: string;
  readonly owner?: string;
  readonly repo: string;
  readonly loop?: string;
  readonly phase?: string;
  readonly wave?: number;
}

/** Loop documents that could be read. */
export interface SoundLoop extends LoopDocuments {
  readonly roster: NonNullable<LoopDocuments["roster"]>;
  readonly cadence: NonNullable<LoopDocuments["cadence"]>;
}

/** A repo that no list of the roster names yet, and what the roster and the wish say of it. */
export interface ImportTarget {
  readonly loop: SoundLoop;
  readonly id: string;
  readonly forge: string;
  readonly owner: string;
  readonly repo: string;
  /** Schedule file in the repo. */
  readonly file: string;
  /** Its entry in the expansion queue. */
  readonly queued: RosterEntry | undefined;
  /** Phase that was asked for, by the wish or by the queue. */
  readonly phase: string | undefined;
  readonly wave: number;
}

/** Finds out which repo and loop are meant, and that the roster does not have it. Pure; reads no forge. */
export function importTarget(
  ops: Pick<OpsRepo, "documents" | "locate">,
  wish: ImportWish,
): ImportTarget | ImportRefusal {
  const { documents } = ops;
  const loop = loopOf(documents, wish.loop);
  if ("refused" in loop) return loop;
  const queued = queuedEntry(documents, loop.roster.value, wish);
  const identity = entryIdentity(documents, loop.roster.value, queued ?? wish);
  const forges = (documents.coulomb?.value.forges ?? []).map(({ name }) => name);
  if (identity === undefined)
    return usage(
      `"${wish.repo}" leaves open on which forge or under which owner it is`,
      `name it as forge/owner/repo; coulomb.yaml has ${forges.join(", ")}`,
    );
  if (!forges.includes(identity.forge))
    return usage(`coulomb.yaml declares no forge "${identity.forge}"`, didYouMean(identity.forge, forges));
  const file = loop.roster.value.schedule_path ?? defaultSchedulePath;
  const listed = listedPlace(ops, loop, identity.id, file, queued);
  if (listed !== undefined)
    return {
      refused: {
        code: "import_listed",
        message: `${identity.id} stands in ${listed.list} already (${listed.place})`,
        hint: "a repo stands in one list only; edit its entry there",
      },
    };
  return placed({ loop, ...identity, file, queued }, wish);
}

/** Phase and wave, when the cadence policy has them. */
function placed(
  target: Omit<ImportTarget, "phase" | "wave">,
  wish: ImportWish,
): ImportTarget | ImportRefusal {
  const { roster, cadence } = target.loop;
  const phase = wish.phase ?? target.queued?.phase;
  const phases = cadence.value.phases.map(({ name }) => name);
  if (phase !== undefined && !phases.includes(phase))
    return usage(`${cadence.file} has no phase "${phase}"`, didYouMean(phase, phases));
  const wave = wish.wave ?? target.queued?.wave ?? roster.value.defaults?.wave ?? 0;
  const waves = (cadence.value.waves ?? []).map(({ select }) => select.wave);
  if (waves.length > 0 && !waves.includes(wave))
    return usage(
      `no wave of ${cadence.file} selects wave ${wave}`,
      `--wave with one of ${[...new Set(waves)].join(", ")}`,
    );
  return { ...target, phase, wave };
}

function loopOf(documents: OpsDocuments, wanted: string | undefined): SoundLoop | ImportRefusal {
  const loops = documents.loops.flatMap(({ roster, cadence, ...loop }): SoundLoop[] =>
    roster === undefined || cadence === undefined ? [] : [{ ...loop, roster, cadence }],
  );
  const names = loops.map(({ roster }) => roster.value.loop);
  const [first] = loops;
  if (first === undefined)
    return usage("the ops repo has no loop to take a repo into", "write loops/<loop>/roster.yaml");
  if (wanted === undefined && loops.length === 1) return first;
  if (wanted === undefined)
    return usage(`there are ${loops.length} loops: ${names.join(", ")}`, "say which with --loop");
  const found = loops.find(({ roster }) => roster.value.loop === wanted);
  return found ?? usage(`there is no loop "${wanted}"`, didYouMean(wanted, names));
}

/** The entry of the queue that is meant; a bare name also means one of another owner, when it is the only one. */
function queuedEntry(documents: OpsDocuments, roster: Roster, wish: ImportWish): RosterEntry | undefined {
  const queue = roster.expansion_queue ?? [];
  const id = entryIdentity(documents, roster, wish)?.id;
  const exact = queue.find((entry) => entryIdentity(documents, roster, entry)?.id === id);
  if (exact !== undefined || wish.forge !== undefined || wish.owner !== undefined) return exact;
  const named = queue.filter((entry) => entry.repo === wish.repo);
  return named.length === 1 ? named[0] : undefined;
}

/** Where a roster names the repo for this schedule file: two loops may run in one repo, each with a file of its own. */
function listedPlace(
  { documents, locate }: Pick<OpsRepo, "documents" | "locate">,
  target: SoundLoop,
  id: string,
  file: string,
  queued: RosterEntry | undefined,
): { readonly list: string; readonly place: string } | undefined {
  for (const { roster } of documents.loops) {
    if (roster === undefined) continue;
    const { value } = roster;
    if (roster !== target.roster && (value.schedule_path ?? defaultSchedulePath) !== file) continue;
    for (const list of ["active", "saturated", "removed", "expansion_queue"] as const) {
      const entry = (value[list] ?? []).find(
        (one) => one !== queued && entryIdentity(documents, value, one)?.id === id,
      );
      if (entry === undefined) continue;
      const line = locate(roster.file, [...roster.origin(entry), "repo"])?.line;
      return {
        list: `${list} of ${value.loop}`,
        place: line === undefined ? roster.file : `${roster.file}:${line}`,
      };
    }
  }
  return undefined;
}

function usage(message: string, hint: string): ImportRefusal {
  return { refused: { code: "usage", message, hint } };
}
