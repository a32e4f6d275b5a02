import { CoulombError } from "@coulomb-loop/schemas";

const day = 86_400_000;

/** Civil times have years of four digits on either side of these, in every zone. */
const [earliest, latest] = [Date.UTC(1970, 0, 1), Date.UTC(9999, 0, 1)];

/**
 * Throws `usage` unless the range has a beginning before its end, is at most so many days long, and lies in the years 1970 to 9998.
 * Without an end only its beginning is looked at. Epoch milliseconds.
 */
export function checkRange(from: number, to: number | undefined, mostDays: number): void {
  if (from < earliest || from > latest || (to !== undefined && to > latest))
    throw new CoulombError("usage", "--from and --to must lie in the years 1970 to 9998", {
      hint: "give instants in UTC, such as 2027-03-28T00:00:00Z",
    });
  if (to === undefined) return;
  if (to <= from)
    throw new CoulombError("usage", "--to must come after --from", {
      hint: "give instants in UTC, such as 2027-03-28T00:00:00Z",
    });
  if (to - from > mostDays * day)
    throw new CoulombError("usage", `--to is more than ${mostDays} days after --from`, {
      hint: "name a --to that is nearer; the next firings, however far apart, are told by schedule next --count",
    });
}
