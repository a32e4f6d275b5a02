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
import type { Io } from "../io.ts";
import { compileOps, openLedger } from "../open-activity.ts";
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
export async function work(invocation: Invocation, options: Options): Promise<void> {
  const { io, terminal } = invocation;
  const sound = readSound(io, terminal, options.ops, gateErrors);
  const opened = await openLedger(io, sound, options);
  const told = teller(terminal, options.json === true);
  try {
    const queue = await openQueue(hubPlace(io, sound, options), told.error);
    let locate = sound.ops.locate;
    try {
      await workOn({
        queue,
        hub: opened.hub,
        ledger: opened.ledger,
        concurrency: options.concurrency ?? sound.config.limits?.concurrency ?? 8,
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
        onError: told.error,
      });
    } finally {
      await queue.close();
    }
  } finally {
    await opened.close();
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
}

function teller({ data, note, paint }: Terminal, inJson: boolean): Teller {
  const line = (more: Omit<ActivityWorkLine, "format_version" | "kind">) =>
    data(
      JSON.stringify({ format_version: "1.0", kind: "activity-work", ...more } satisfies ActivityWorkLine),
    );
  // A finding of every tick is told when it comes and when it goes.
  let before = "";
  return {
    tick: ({ asOf, expected, plan }, locate) => {
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
