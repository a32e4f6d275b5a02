import type { SyncResolveReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import { checkSync, type ConflictRecord, type PlanInput } from "@coulomb-loop/state-hub-sync";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { readOpsConfig } from "../hub-workspace.ts";
import { openSync, type SyncSwitches } from "../open-sync.ts";
import { explained } from "../sync-explained.ts";
import { printableLine } from "../terminal.ts";

interface Options extends CommonOptions, SyncSwitches {
  readonly keep: "file" | "hub";
  readonly reason: string;
}

/** A conflict that waits for a person, on the hub. */
type Open = ConflictRecord & { readonly id: string };

/**
 * `coulomb sync resolve <task|conflict>`: records which value stays of a conflict that only a person may decide. The next
 * sync carries it out. Throws `usage`, and `sync_conflict` where none waits.
 */
export async function resolve(
  { io, terminal }: Invocation,
  options: Options,
  [name = ""]: readonly string[],
): Promise<void> {
  const { keep, reason } = options;
  if (reason.trim() === "")
    throw new CoulombError("usage", "--reason is empty", { hint: "say why, for the history" });
  const open = await openSync(io, readOpsConfig(io, terminal, options.ops), options);
  try {
    // Nothing is planned to be removed here, so the share does not matter.
    const { input } = await checkSync(open.workplans, open.hub, 100);
    const conflict = conflictOf(input, name);
    const answer = await open.hub.resolve(conflict.id, {
      keep: keep === "file" ? "local" : "remote",
      reason,
    });
    if (answer.kind === "refused")
      throw new CoulombError("sync_conflict", `the hub refused: ${answer.message}`, {
        hint: answer.hint ?? `coulomb sync explain ${conflict.taskKey} says how it stands`,
      });
    if (options.json === true) terminal.data(JSON.stringify(reportOf(conflict, options), null, 2));
    else terminal.data(textOf(conflict, keep));
  } finally {
    await open.close();
  }
}

/** The conflict of that id, or the one that is due for that task as both sides stand now. */
function conflictOf(input: PlanInput, name: string): Open {
  const waiting = input.hub.conflicts.filter(isOpen);
  const byId = waiting.find(({ id }) => id === name);
  if (byId !== undefined) return byId;
  if (uuid.test(name)) throw none(`no conflict ${name} waits for a person`);
  const task = explained(input, name);
  for (const { decision } of task.kind === "task" ? task.fields : []) {
    if (decision.row !== "manual") continue;
    const found = waiting.find(({ id }) => id === decision.conflict);
    if (found !== undefined) return found;
    throw none(`the conflict of ${task.key} is not recorded on the hub yet`);
  }
  throw none(`no conflict of ${task.key} waits for a person`);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isOpen(record: ConflictRecord): record is Open {
  return record.loser === null && record.id !== undefined;
}

function none(why: string): CoulombError {
  return new CoulombError("sync_conflict", why, {
    hint: "coulomb sync records what it finds; coulomb sync --check shows what waits",
  });
}

function reportOf({ id, taskKey, field, local, remote }: Open, { keep, reason }: Options): SyncResolveReport {
  return {
    format_version: "1.0",
    kind: "sync-resolve",
    conflict: id,
    key: taskKey,
    field,
    local: local.value,
    remote: remote.value,
    keep,
    reason,
  };
}

function textOf({ taskKey, field, local, remote }: Open, keep: Options["keep"]): string {
  const [kept, lost] = keep === "file" ? [local, remote] : [remote, local];
  const next = keep === "file" ? "carries it to the hub" : "proposes it to the file";
  return `${taskKey} ${field}: ${shown(kept.value)} stays, ${shown(lost.value)} is recorded as the loser; coulomb sync ${next}.`;
}

function shown(value: string | null): string {
  return value === null ? "none" : printableLine(value);
}
