import { setTimeout as sleep } from "node:timers/promises";
import {
  type Decided,
  inProcessQueue,
  openPgBossQueue,
  type Queue,
  type SlotOutcome,
  work as workOn,
} from "@coulomb-loop/activity";
import { type ActivityWorkLine, CoulombError } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes, type Io, isTerminated } from "../io.ts";
import { type Compiled, compileOps, openLedger } from "../open-activity.ts";
import { type HubOptions, type HubPlace, hubPlace } from "../open-hub.ts";
import { outcomeLines } from "../output/activity.ts";
import { withPointers, placeFindings, printFindings } from "../output/findings.ts";
import { preparerIn } from "../prepare-in-clone.ts";
import { counted, type Terminal } from "../terminal.ts";
import { gateErrors, openWorkspace, readSound } from "../workspace.ts";

interface Options extends CommonOptions, HubOptions {
  readonly concurrency?: number;
  readonly every: number;
  readonly prepare?: boolean;
}

/**
 * `coulomb activity work`: ticks again and again and works on what is due, until it is stopped. On PostgreSQL several processes
 * share the work through a queue.
 */
export async function work({ io, terminal, exit }: Invocation, options: Options): Promise<void> {
  const sound = readSound(io, terminal, options.ops, gateErrors);
  const opened = await openLedger(io, sound, options);
  const told = teller(terminal, options.json === true);
  // What fails once it is to end, fails because of that.
  const onError = (error: unknown) => (io.signal.aborted ? undefined : told.error(error));
  const concurrency = options.concurrency ?? sound.config.limits?.concurrency ?? 8;
  const place = hubPlace(io, sound, options);
  try {
    const queue = await openQueue(place, onError);
    let locate = sound.ops.locate;
    try {
      terminal.note(
        `Works on ${counted(firing(compileOps(sound)), "definition")} of ${sound.folder} with the hub ${hubWords(place)}: ticks every ${options.every} s, ${counted(concurrency, "slot")} at once. Ctrl-C or SIGTERM ends it.`,
      );
      await workOn({
        queue,
        hub: opened.hub,
        ledger: opened.ledger,
        concurrency,
        readOps: () => {
          const { ops, forges, cache, ...rest } = openWorkspace(
            io,
            terminal,
            options.ops,
            undefined,
            gateErrors,
          );
          locate = ops.locate;
          const { definitions } = compileOps({ ops, ...rest });
          return { documents: ops.documents, definitions, forges, cache };
        },
        pause: () => pause(io, options.every * 1_000),
        signal: io.signal,
        onTick: (decided) => told.tick(decided, locate),
        ...(options.prepare === true ? { preparer: preparerIn(io, sound) } : {}),
        onOutcomes: told.outcomes,
        onError,
      });
      terminal.note(told.summary());
    } finally {
      await queue.close();
    }
  } finally {
    await opened.close();
  }
  // Who manages services ends them so; Ctrl-C is an interruption.
  if (isTerminated(io)) exit(exitCodes.ok, "although interrupted");
}

/** Definitions that may fire. */
function firing({ definitions }: Compiled): number {
  return definitions.filter(
    ({ definition: { enabled }, isLocked, flaws }) => enabled === true && isLocked && flaws.length === 0,
  ).length;
}

function hubWords(place: HubPlace): string {
  switch (place.kind) {
    case "folder":
      return `in ${place.folder}`;
    case "postgresql":
      return "on PostgreSQL";
    case "served":
      return `at ${place.url}`;
  }
}

async function openQueue(place: HubPlace, onError: (error: unknown) => void): Promise<Queue> {
  return place.kind === "postgresql" ? openPgBossQueue({ url: place.url, onError }) : inProcessQueue(onError);
}

async function pause({ signal }: Io, milliseconds: number): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

interface Teller {
  readonly tick: (decided: Decided, locate: Parameters<typeof placeFindings>[0]) => void;
  readonly outcomes: (outcomes: readonly SlotOutcome[]) => void;
  readonly error: (error: unknown) => void;
  /** What was done, in words. */
  readonly summary: () => string;
}

function teller({ data, note, paint }: Terminal, inJson: boolean): Teller {
  const line = (more: Omit<ActivityWorkLine, "format_version" | "kind">) =>
    data(
      JSON.stringify({ format_version: "1.0", kind: "activity-work", ...more } satisfies ActivityWorkLine),
    );
  // A finding of every tick is told when it comes and when it goes.
  let before = "";
  let [ticks, slots] = [0, 0];
  return {
    summary: () => `Stopped after ${counted(ticks, "tick")}: ${counted(slots, "slot")} worked on.`,
    tick: ({ asOf, expected, plan }, locate) => {
      ticks += 1;
      const findings = placeFindings(locate, plan.findings);
      const due = plan.slots.filter(({ decision }) => decision.kind !== "wait").length;
      const asOfText = new Date(asOf).toISOString();
      if (inJson)
        return line({ event: "tick", as_of: asOfText, expected, due, findings: withPointers(findings) });
      const printed = printFindings(findings, paint).join("\n");
      if (printed !== before && printed !== "") note(printed);
      before = printed;
      if (expected > 0 || due > 0)
        data(paint.dim(`${asOfText}  ${counted(expected, "slot")} written, ${due} to work on`));
    },
    outcomes: (outcomes) => {
      slots += outcomes.length;
      if (outcomes.length === 0) return;
      if (inJson) return line({ event: "outcomes", outcomes: outcomes.map((outcome) => ({ ...outcome })) });
      for (const each of outcomeLines(outcomes, paint)) data(each);
    },
    error: (error) => {
      const message = error instanceof Error ? error.message : String(error);
      const code = error instanceof CoulombError ? error.code : "internal";
      if (inJson) return line({ event: "error", code, message });
      note(`${paint.red("error")} ${message} ${paint.dim(`[${code}]`)}`);
      if (error instanceof CoulombError && error.hint !== undefined)
        note(`  ${paint.cyan("→")} ${error.hint}`);
    },
  };
}
