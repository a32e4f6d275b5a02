import type { Activity, Clock } from "./activities.ts";
import { declaredActivities } from "./activities.ts";
import { isCronProblem, parseCron } from "./cron.ts";
import type { DesiredRepo } from "./desired.ts";
import { resolveDesired } from "./desired.ts";
import { defaultDst } from "./occurrences.ts";
import type { OpsDocuments } from "./ops-documents.ts";
import { isZone } from "./zone.ts";

/** An agent that its schedule file alone starts: its phase lists no activity definition of that step. */
export type LoneAgent = Pick<Activity, "loop" | "phase" | "step" | "repo" | "clock">;

/**
 * The agents that the ops repo wants on in a repo at `asOf` (epoch milliseconds) and that are the step of no declared
 * activity there, by their desired cron. They have no slots. Ordered by repo id, then as the phase has them. Pure.
 */
export function loneAgents(documents: OpsDocuments, asOf: number): LoneAgent[] {
  const active = declaredActivities(documents, asOf, "listed");
  const known = new Set(active.map(({ repo, step }) => placeOf(repo, step)));
  return resolveDesired(documents, asOf).flatMap((repo) =>
    repo.paths.flatMap(({ pointer, value }) => {
      const step = /^\/agents\/([^/]+)\/cron$/.exec(pointer)?.[1];
      if (step === undefined || known.has(placeOf(repo, step)) || isOff(repo, step)) return [];
      const clock = clockOf(String(value), repo.timezone);
      return clock === undefined ? [] : [{ loop: repo.loop, phase: repo.phase, step, repo, clock }];
    }),
  );
}

function placeOf({ id, loop }: DesiredRepo, step: string): string {
  return JSON.stringify([id, loop, step]);
}

function isOff(repo: DesiredRepo, step: string): boolean {
  return repo.paths.some(({ pointer, value }) => pointer === `/agents/${step}/enabled` && value === false);
}

function clockOf(text: string, zone: string): Clock | undefined {
  const cron = parseCron(text);
  return isCronProblem(cron) || !isZone(zone) ? undefined : { cron, zone, dst: defaultDst };
}
