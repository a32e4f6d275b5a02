import type { ActivityDefinition, Cadence, Phase } from "@coulomb-loop/schemas";
import type { Cron } from "./cron.ts";
import { isCronProblem, parseCron } from "./cron.ts";
import type { DesiredPath, DesiredRepo } from "./desired.ts";
import { resolveDesired } from "./desired.ts";
import { parseDuration } from "./duration.ts";
import type { DstPolicy } from "./occurrences.ts";
import { defaultDst } from "./occurrences.ts";
import type { OpsDocuments } from "./ops-documents.ts";
import { loopName } from "./ops-documents.ts";
import type { OverrideView } from "./overrides.ts";
import { isZone } from "./zone.ts";

/** A cron with all that its instants depend on. */
export interface Clock {
  readonly cron: Cron;
  readonly zone: string;
  readonly dst: DstPolicy;
}

/** An activity definition in one repo that is in its phase: what is due there, and when. */
export interface Activity {
  readonly definition: ActivityDefinition;
  readonly loop: string;
  readonly phase: string;
  readonly step: string;
  readonly repo: DesiredRepo;
  readonly clock: Clock;
  /** The override that the cron comes from, where it is not the definition's own. */
  readonly override?: OverrideView;
}

/** Which definitions count: those that fire, or also those that stand in their phase's list and wait for their gate. */
export type ActivityChoice = "enabled" | "listed";

/**
 * The activities that the ops repo declares at `asOf` (epoch milliseconds): every definition × every active repo in its
 * phase, by the definition's cron or a live override of `/agents/<agent>/cron` (page 06 R6); one that comes after
 * another is due with it, its overrides included. An agent that the ops repo itself switches off there is none. Ordered by repo id, then as the definitions are. Definitions that cannot be read as
 * a clock are left out: `checkOpsDocuments` reports them. Pure.
 */
export function declaredActivities(
  documents: OpsDocuments,
  asOf: number,
  choice: ActivityChoice = "enabled",
): Activity[] {
  const planned = new Map<string, readonly PlannedDefinition[]>();
  return resolveDesired(documents, asOf).flatMap((repo) => {
    const key = JSON.stringify([repo.loop, repo.phase]);
    const definitions = planned.get(key) ?? plannedDefinitions(documents, repo.loop, repo.phase, choice);
    planned.set(key, definitions);
    return definitions.flatMap((each) => activityIn(repo, each) ?? []);
  });
}

/**
 * The clock of a phase's cycles: that of its first step, whether its definition fires yet or not. `undefined` for a phase
 * whose first step has no definition with a cron.
 */
export function phaseClock(documents: OpsDocuments, loop: string, phase: string): Clock | undefined {
  const cadence = cadenceOf(documents, loop);
  const first = cadence?.steps[0];
  return plannedDefinitions(documents, loop, phase, "listed").find(
    ({ definition, isListed }) => isListed && definition.step === first,
  )?.clock;
}

/** The clock that a definition is due by: its own, or that of the activity it comes after. `undefined` for one by hand, or a flawed one. */
export function definitionClock(documents: OpsDocuments, definition: ActivityDefinition): Clock | undefined {
  return clockOf(documents, definition)?.clock;
}

/** Milliseconds that an activity's slots are delayed, and have to be begun and closed in; absent: no such bound. */
export interface Timing {
  /** Longest delay of a dispatch. */
  readonly jitter: number;
  /** From ready on. */
  readonly startDeadline?: number;
  /** From due on. */
  readonly closeDeadline?: number;
}

/** The timing of a definition. */
export function timingOf({ trigger, policy }: ActivityDefinition): Timing {
  const start = parseDuration(policy?.start_deadline ?? "");
  const close = parseDuration(policy?.close_deadline ?? "");
  return {
    jitter: parseDuration(trigger.jitter?.max ?? "") ?? 0,
    ...(start === undefined ? {} : { startDeadline: start }),
    ...(close === undefined ? {} : { closeDeadline: close }),
  };
}

interface PlannedDefinition {
  readonly definition: ActivityDefinition;
  readonly clock: Clock;
  /** Zone of the pilots' crons: that of the loop. */
  readonly zone: string;
  readonly isListed: boolean;
  /** The steps whose crons it is due by, its own first: an override of the first that has one counts. */
  readonly steps: readonly string[];
}

function plannedDefinitions(
  documents: OpsDocuments,
  loop: string,
  phaseName: string,
  choice: ActivityChoice,
): readonly PlannedDefinition[] {
  const cadence = cadenceOf(documents, loop);
  const phase = cadence?.phases.find(({ name }) => name === phaseName);
  if (cadence === undefined || phase === undefined) return [];
  return documents.definitions.flatMap(({ value }) => {
    if (value.loop !== loop || value.phase !== phaseName) return [];
    const isListed = isInList(phase, value);
    if (value.enabled !== true && !(choice === "listed" && isListed)) return [];
    const found = clockOf(documents, value);
    return found === undefined ? [] : [{ definition: value, zone: cadence.timezone, isListed, ...found }];
  });
}

function isInList(phase: Phase, { id }: ActivityDefinition): boolean {
  return (phase.definitions ?? []).includes(id);
}

function cadenceOf(documents: OpsDocuments, loop: string): Cadence | undefined {
  return documents.loops.find((each) => loopName(each) === loop)?.cadence?.value;
}

/** By the clock: its own cron. After another activity: when that one is due. By hand: never. */
function clockOf(
  documents: OpsDocuments,
  definition: ActivityDefinition,
  seen: readonly ActivityDefinition[] = [],
): Pick<PlannedDefinition, "clock" | "steps"> | undefined {
  const { trigger, depends_on: upstream, step } = definition;
  if (trigger.kind === "after" && !seen.includes(definition)) {
    const before = documents.definitions.find(({ value }) => value.id === upstream?.[0]?.activity)?.value;
    const found = before === undefined ? undefined : clockOf(documents, before, [...seen, definition]);
    return found === undefined ? undefined : { ...found, steps: [step, ...found.steps] };
  }
  const zone = trigger.timezone ?? cadenceOf(documents, definition.loop)?.timezone ?? "";
  const cron = trigger.kind === "cron" ? parseCron(trigger.cron ?? "") : undefined;
  if (cron === undefined || isCronProblem(cron) || !isZone(zone)) return undefined;
  return { clock: { cron, zone, dst: { ...defaultDst, ...trigger.dst } }, steps: [step] };
}

function activityIn(repo: DesiredRepo, planned: PlannedDefinition): Activity | undefined {
  const { definition, clock, zone, steps } = planned;
  const { loop, phase, step } = definition;
  if (pathOf(repo, `/agents/${step}/enabled`)?.value === false) return undefined;
  const base = { definition, loop, phase, step, repo };
  for (const each of steps) {
    const override = overrideOf(repo, `/agents/${each}/cron`);
    const cron = override === undefined ? undefined : parseCron(String(override.value));
    if (override !== undefined && cron !== undefined && !isCronProblem(cron))
      return { ...base, clock: { cron, zone, dst: clock.dst }, override };
  }
  return { ...base, clock };
}

/** The override that a desired value comes from: the one that `resolveDesired` let hold. */
function overrideOf(repo: DesiredRepo, pointer: string): OverrideView | undefined {
  const source = pathOf(repo, pointer)?.source;
  return repo.overrides.find((override) => override.source === source);
}

function pathOf(repo: DesiredRepo, pointer: string): DesiredPath | undefined {
  return repo.paths.find((path) => path.pointer === pointer);
}
