/** Proposal key of a loop: one managed proposal for its schedule file in each repo. */
export function scheduleKey(loop: string): string {
  return `schedule-${loop.replaceAll("_", "-")}`;
}
