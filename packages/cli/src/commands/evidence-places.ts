import { loopName, type OpsDocuments, resolveDesired } from "@coulomb-loop/cadence";
import { CoulombError } from "@coulomb-loop/schemas";
import { findRepo } from "./find-repo.ts";
import { oneOf } from "./one-of.ts";

/** A loop and one of its phases. */
export interface Place {
  readonly loop: string;
  readonly phase: string;
}

/** What a command line asks for. */
export interface PlaceOptions {
  readonly loop?: string;
  readonly phase?: string;
  readonly repo?: string;
  readonly analysis?: string;
}

/** The loops and phases that are asked for, in the order of the files; throws `usage` for what there is not. */
export function placesOf(
  documents: OpsDocuments,
  asOf: number,
  options: PlaceOptions,
): { readonly places: readonly Place[]; readonly repo: string | undefined } {
  const { loop, phase } = options;
  const phases = phasesOf(documents, options);
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

/** The phases whose cycles are logged, by loop, whoever is in them now; throws `usage` as `placesOf`. */
export function loggedPlaces(
  documents: OpsDocuments,
  options: PlaceOptions,
): ReadonlyMap<string, readonly string[]> {
  const { phase } = options;
  const places = phasesOf(documents, options).filter((each) => phase === undefined || each.phase === phase);
  const byLoop = Map.groupBy(places, ({ loop }) => loop);
  return new Map([...byLoop].map(([loop, found]) => [loop, found.map((each) => each.phase)]));
}

/** Every phase of the loops that are asked for; throws `usage` for a loop, phase or analysis that there is not. */
function phasesOf(documents: OpsDocuments, { loop, phase, analysis }: PlaceOptions): readonly Place[] {
  if (loop !== undefined) oneOf("loop", loop, documents.loops.map(loopName));
  const loops = documents.loops.filter((each) => loop === undefined || loopName(each) === loop);
  const phases = loops.flatMap((each) =>
    (each.cadence?.value.phases ?? []).map(({ name }) => ({ loop: loopName(each), phase: name })),
  );
  const names = phases.map((each) => each.phase);
  const keys = loops.flatMap(({ cadence }) => (cadence?.value.analyses ?? []).map(({ key }) => key));
  if (phase !== undefined) oneOf("phase", phase, names);
  if (analysis !== undefined) oneOf("analysis", analysis, keys);
  return phases;
}
