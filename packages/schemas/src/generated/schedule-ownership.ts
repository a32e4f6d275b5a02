// Generated from schemas/ by `npm run generate`. Do not edit.

/** Who owns which path of a schedule file by default: the x-ownership marks of schemas/schedule.schema.json. */
export const scheduleOwnership = [
  { path: "/timezone", class: "seed" },
  { path: "/domain", class: "seed" },
  { path: "/agents/<step>/cadence", class: "overridable" },
  { path: "/agents/<step>/cron", class: "overridable" },
  { path: "/agents/<step>/enabled", class: "enforced" },
] as const;
