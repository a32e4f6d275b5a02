import { offsetAt } from "@coulomb-loop/cadence";

const day = 86_400_000;

/** Civil time with its offset: `2027-03-28 03:30 +02:00`. */
export function localTime(zone: string, instant: number): string {
  const offset = offsetAt(zone, instant);
  const civil = new Date(instant + offset).toISOString();
  const minutes = Math.abs(offset) / 60_000;
  const clock = [Math.floor(minutes / 60), Math.round(minutes % 60)]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  return `${civil.slice(0, 10)} ${civil.slice(11, 16)} ${offset < 0 ? "-" : "+"}${clock}`;
}

/** Civil time without its offset, and on the day of another instant without its date: `03:30`, `2027-03-28 03:30`. */
export function shortTime(zone: string, instant: number, near: number): string {
  const text = localTime(zone, instant).slice(0, 16);
  return localTime(zone, near).startsWith(text.slice(0, 10)) ? text.slice(11) : text;
}

/** Whether the zone's offset changes on the civil day of an instant. */
export function dayKind(zone: string, instant: number): "gap" | "overlap" | undefined {
  const offset = offsetAt(zone, instant);
  const midnight = Math.floor((instant + offset) / day) * day;
  const toInstant = (civil: number) => civil - offsetAt(zone, civil - offset);
  const change = offsetAt(zone, toInstant(midnight + day) - 1) - offsetAt(zone, toInstant(midnight));
  return change > 0 ? "gap" : change < 0 ? "overlap" : undefined;
}

/** The same in words. */
export function dayKindWords(kind: "gap" | "overlap"): string {
  return kind === "gap" ? "clock goes forward this day" : "clock goes back this day";
}
