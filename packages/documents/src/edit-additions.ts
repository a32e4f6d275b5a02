import type { YamlValue } from "./yaml-value.ts";

/** What several edits add below one place: maps of maps, with values and lists at the ends. */
export class Additions {
  readonly #children = new Map<string, Additions>();
  #value: YamlValue | undefined;

  /** The place below these keys, created when absent. */
  below(keys: readonly string[]): Additions {
    const [key, ...deeper] = keys;
    if (key === undefined) return this;
    const child = this.#children.get(key) ?? new Additions();
    this.#children.set(key, child);
    return child.below(deeper);
  }

  /** Puts a value here. */
  set(value: YamlValue): void {
    this.#value = value;
  }

  /** Adds an item to the list here. */
  append(items: readonly YamlValue[]): void {
    this.#value = [...(Array.isArray(this.#value) ? this.#value : []), ...items];
  }

  /** The keys here with their values, in the order in which they were first named. */
  entries(): [string, YamlValue][] {
    return [...this.#children].map(([key, child]) => [key, child.value()]);
  }

  /** Everything here as one value. */
  value(): YamlValue {
    return this.#value === undefined ? new Map(this.entries()) : this.#value;
  }
}

/** The places that edits have claimed, as a tree of steps. */
interface Claim {
  readonly steps: Map<string, Claim>;
  taken: "append" | "alone" | undefined;
}

/** Finds edits that mean the same place, or a place inside another's. Appending shares its list with edits of items. */
export class Claims {
  readonly #root: Claim = newClaim();

  /** False when another edit has the place, or one above or below it. */
  claim(steps: readonly string[], append: boolean): boolean {
    let place = this.#root;
    for (const step of steps) {
      if (place.taken === "alone") return false;
      const next = place.steps.get(step) ?? newClaim();
      place.steps.set(step, next);
      place = next;
    }
    if (place.taken === "alone" || (!append && (place.taken !== undefined || place.steps.size > 0)))
      return false;
    place.taken = append ? "append" : "alone";
    return true;
  }
}

function newClaim(): Claim {
  return { steps: new Map(), taken: undefined };
}
