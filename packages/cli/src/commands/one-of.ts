import { CoulombError, didYouMean } from "@coulomb-loop/schemas";

/** Throws `usage`, with the nearest name, for what is none of some names. */
export function oneOf(what: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  throw new CoulombError("usage", `there is no ${what} "${name}"`, {
    hint: didYouMean(name, [...new Set(names)]),
  });
}
