/** The statuses that a task may become from each (H8). A reopened one needs a reason. */
export const taskMoves = {
  todo: ["in_progress", "blocked", "done", "cancelled"],
  in_progress: ["todo", "blocked", "done", "cancelled"],
  blocked: ["todo", "in_progress", "cancelled"],
  done: ["todo"],
  cancelled: ["todo"],
} as const;

/** Statuses that an open task does not come back from without a reason. */
const closed: ReadonlySet<string> = new Set(["done", "cancelled"]);

/** Why a task may not move; `undefined` when it may. */
export function refusedMove(
  from: string,
  to: string,
  reason: string | undefined,
): { readonly message: string; readonly hint: string } | undefined {
  if (from === to) return undefined;
  const allowed = new Map<string, readonly string[]>(Object.entries(taskMoves)).get(from) ?? [];
  if (!allowed.includes(to))
    return {
      message: `a task that is ${from} cannot become ${to}`,
      hint: `it may become ${allowed.join(", ")}`,
    };
  if (closed.has(from) && reason === undefined)
    return {
      message: `a task that is ${from} is reopened with a reason only`,
      hint: "say why: add ?reason=… to the address",
    };
  return undefined;
}
