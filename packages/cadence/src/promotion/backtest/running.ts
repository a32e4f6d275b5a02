/** A fold over the cycles of a phase that is brought up to date from the first cycle that changed. */
export interface Running<State> {
  /** The state after the first `count` cycles. */
  readonly after: (count: number) => State;
  /** The cycle at `index`, from 0, is not what it was. */
  readonly changed: (index: number) => void;
}

/** Makes a fold; `next` gives the state after the cycle at an index. Nothing is computed before it is asked for. */
export function running<State>(empty: State, next: (before: State, index: number) => State): Running<State> {
  const states: State[] = [];
  return {
    after: (count) => {
      for (let index = states.length; index < count; index++)
        states.push(next(index === 0 ? empty : (states[index - 1] ?? empty), index));
      return count === 0 ? empty : (states[count - 1] ?? empty);
    },
    changed: (index) => {
      if (index < states.length) states.length = index;
    },
  };
}
