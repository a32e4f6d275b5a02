import type { Cadence } from "@coulomb-loop/schemas";
import { isCronProblem, parseCron } from "./cron.ts";
import { parseDuration } from "./duration.ts";
import { defaultDst, nextOccurrences, occurrences } from "./occurrences.ts";

/** A window of a cadence policy. */
export type Window = NonNullable<Cadence["promotion_windows"]>[number];

/** What a window can hold for. */
export type WindowUse = NonNullable<Window["applies_to"]>[number];

/** Whether the windows are open; when shut, when they open next, if they do within two years. */
export type WindowState =
  | { readonly open: true }
  | { readonly open: false; readonly window: string; readonly opensAt: number | undefined };

const year = 366 * 86_400_000;

/**
 * Whether the windows that hold for a use are open at `at` (epoch milliseconds). Deny wins; without an allow it is
 * open. A window begins with its cron, in the civil time of `zone`, and lasts its duration as elapsed time, the end
 * excluded. A window whose cron or duration cannot be read counts as shut: `checkOpsDocuments` reports it. Source: page
 * 07 P15.
 */
export function windowState(
  windows: readonly Window[],
  use: WindowUse,
  zone: string,
  at: number,
): WindowState {
  const used = windows.filter((window) => (window.applies_to ?? ["promotion"]).includes(use));
  const blocking = blockingWindow(used, zone, at);
  if (blocking === undefined) return { open: true };
  return { open: false, window: blocking.name, opensAt: nextOpening(used, zone, at) };
}

/** The deny that holds, else the first allow when none holds; `undefined` when it is open. */
function blockingWindow(windows: readonly Window[], zone: string, at: number): Window | undefined {
  const deny = windows.find((window) => window.kind === "deny" && holds(window, zone, at));
  if (deny !== undefined) return deny;
  const allows = windows.filter((window) => window.kind === "allow");
  return allows.some((window) => holds(window, zone, at)) ? undefined : allows[0];
}

function holds(window: Window, zone: string, at: number): boolean {
  const cron = parseCron(window.cron);
  const duration = parseDuration(window.duration);
  // What cannot be read opens nothing.
  if (isCronProblem(cron) || duration === undefined) return window.kind === "deny";
  return occurrences(cron, zone, defaultDst, at - duration + 1, at + 1).length > 0;
}

/** The first instant after `at` at which no deny holds and an allow does: a start of an allow, or an end of a deny. */
function nextOpening(windows: readonly Window[], zone: string, at: number): number | undefined {
  let from = at;
  // Every round leaves one window behind; a policy that is shut for two years is shut.
  for (let round = 0; round < 10_000 && from < at + 2 * year; round++) {
    const next = nextBoundary(windows, zone, from);
    if (next === undefined) return undefined;
    if (blockingWindow(windows, zone, next) === undefined) return next;
    from = next;
  }
  return undefined;
}

/** The next instant after `from` at which a window begins or ends. */
function nextBoundary(windows: readonly Window[], zone: string, from: number): number | undefined {
  const boundaries = windows.flatMap((window) => {
    const cron = parseCron(window.cron);
    const duration = parseDuration(window.duration);
    if (isCronProblem(cron) || duration === undefined) return [];
    const [start] = nextOccurrences(cron, zone, defaultDst, from + 1, 1, 2 * year);
    const ends = occurrences(cron, zone, defaultDst, from - duration + 1, from + 1).map(
      (began) => began + duration,
    );
    return [...(start === undefined ? [] : [start]), ...ends];
  });
  return boundaries.length === 0 ? undefined : Math.min(...boundaries);
}
