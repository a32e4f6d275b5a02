/** What a definition may have prepared: one of the two commands that a tick runs, and no other (page 06 R15). */
export type PrepareCommand =
  | { readonly kind: "metrics_optimize" }
  | { readonly kind: "schedule_prepare"; readonly agent: string };

/** Reads `task.prepare` of a definition; `undefined` for what a tick does not run. */
export function parsePrepare(command: string): PrepareCommand | undefined {
  const words = command.trim().split(/\s+/).join(" ");
  if (words === "coulomb kaizen metrics optimize") return { kind: "metrics_optimize" };
  const [, agent] = /^coulomb kaizen schedule prepare ([a-z0-9][a-z0-9_-]*)$/.exec(words) ?? [];
  return agent === undefined ? undefined : { kind: "schedule_prepare", agent };
}
