/** A clock that stands still until a test moves it. Epoch milliseconds, UTC. */
export interface ManualClock {
  /** The present instant; may be handed out as a function. */
  readonly now: () => number;
  /** Moves by so many milliseconds, also backwards. */
  advance(milliseconds: number): void;
  /** Moves to an instant: epoch milliseconds, or a text such as `2026-01-31T09:00:00Z`. */
  set(instant: number | string): void;
}

/** Makes a clock that shows `start`; default 2026-01-05T09:00:00Z, a Monday. Throws a RangeError for no instant. */
export function manualClock(start: number | string = "2026-01-05T09:00:00Z"): ManualClock {
  let present = toInstant(start);
  return {
    now: () => present,
    advance(milliseconds) {
      present = toInstant(present + milliseconds);
    },
    set(instant) {
      present = toInstant(instant);
    },
  };
}

function toInstant(instant: number | string): number {
  const value = typeof instant === "number" ? instant : Date.parse(instant);
  if (!Number.isFinite(value))
    throw new RangeError(`expected an instant, received ${JSON.stringify(instant)}`);
  return value;
}
