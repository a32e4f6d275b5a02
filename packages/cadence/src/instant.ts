/**
 * Epoch milliseconds of an RFC 3339 instant in UTC, NaN for anything else. Clocks of computers have no leap second:
 * 23:59:60 is the midnight that follows.
 */
export function parseInstant(text: string): number {
  const leap = /:60(?=[.Z])/.test(text);
  return Date.parse(text.replace(/:60(?=[.Z])/, ":59")) + (leap ? 1000 : 0);
}

/** An instant in whole seconds, as slots and cycles are named: `2026-06-18T14:15:00Z`. */
export function instantText(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");
}
