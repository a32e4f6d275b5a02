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
  const used = windows
    .filter((window) => (window.applies_to ?? ["promotion"]).includes(use))
    .map((window) => readWindow(window, zone));
  const blocking = blockingWindow(used, at);
  if (blocking === undefined) return { open: true };
  return { open: false, window: blocking.name, opensAt: nextOpening(used, at) };
}

/** A window that was read once, for all the instants it is asked about. */
interface ReadWindow {
  readonly name: string;
  readonly kind: Window["kind"];
  /** What cannot be read opens nothing. */
  readonly holds: (at: number) => boolean;
  /** The next instant after this one at which it begins or ends; `undefined`: none within two years. */
  readonly nextBoundary: (from: number) => number | undefined;
}

function readWindow({ name, kind, cron: text, duration: length }: Window, zone: string): ReadWindow {
  const cron = parseCron(text);
  const duration = parseDuration(length);
  if (isCronProblem(cron) || duration === undefined)
    return { name, kind, holds: () => kind === "deny", nextBoundary: () => undefined };
  const begunAt = (at: number) => occurrences(cron, zone, defaultDst, at - duration + 1, at + 1);
  return {
    name,
    kind,
    holds: (at) => begunAt(at).length > 0,
    nextBoundary(from) {
      const starts = nextOccurrences(cron, zone, defaultDst, from + 1, 1, 2 * year);
      const ends = begunAt(from).map((began) => began + duration);
      return earliest([...starts, ...ends]);
    },
  };
}

/** The deny that holds, else the first allow when none holds; `undefined` when it is open. */
function blockingWindow(windows: readonly ReadWindow[], at: number): ReadWindow | undefined {
  const deny = windows.find(({ kind, holds }) => kind === "deny" && holds(at));
  if (deny !== undefined) return deny;
  const allows = windows.filter(({ kind }) => kind === "allow");
  return allows.some(({ holds }) => holds(at)) ? undefined : allows[0];
}

/** The first instant after `at` at which no deny holds and an allow does: a start of an allow, or an end of a deny. */
function nextOpening(windows: readonly ReadWindow[], at: number): number | undefined {
  let from = at;
  // Every round leaves one window behind; a policy that is shut for two years is shut.
  for (let round = 0; round < 10_000 && from < at + 2 * year; round++) {
    const next = earliest(windows.flatMap(({ nextBoundary }) => nextBoundary(from) ?? []));
    if (next === undefined) return undefined;
    if (blockingWindow(windows, next) === undefined) return next;
    from = next;
  }
  return undefined;
}

function earliest(instants: readonly number[]): number | undefined {
  return instants.length === 0 ? undefined : Math.min(...instants);
}
