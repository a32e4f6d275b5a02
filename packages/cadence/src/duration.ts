const units = { W: 604_800_000, D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 };

/** Milliseconds of an ISO 8601 duration without months or years (`PT5M`, `P3D`); `undefined` for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = /^P(?:(\d+)W|(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/.exec(text);
  if (match === null || text === "P") return undefined;
  const [, weeks, days, hours, minutes, seconds] = match.map((part) => Number(part ?? 0));
  return (
    (weeks ?? 0) * units.W +
    (days ?? 0) * units.D +
    (hours ?? 0) * units.H +
    (minutes ?? 0) * units.M +
    (seconds ?? 0) * units.S
  );
}
