import { CoulombError } from "@coulomb-loop/schemas";

/** Throws `usage` unless the range has a beginning before its end. */
export function checkRange(from: number, to: number): void {
  if (to > from) return;
  throw new CoulombError("usage", "--to must come after --from", {
    hint: "give instants in UTC, such as 2027-03-28T00:00:00Z",
  });
}
