import type { ConflictRecord, LocalVersion, TaskField } from "../model.ts";
import { versionText } from "../model.ts";
import type { FieldRow } from "./types.ts";

/** What is known of one field of one task; `undefined` as a value: absent. */
export interface FieldFacts {
  readonly key: string;
  readonly field: TaskField;
  readonly local: string | undefined;
  readonly remote: string | undefined;
  readonly base: string | undefined;
  /** False when nothing was ever agreed on: the task has no link. */
  readonly hasBase: boolean;
  /** The hub's revision of the field, and the one that the base was taken at; 0: it never had one. */
  readonly rev: number;
  readonly baseRev: number;
  /** Version of the file's value, where it is known. */
  readonly version: LocalVersion | undefined;
  /** What was recorded of this field. */
  readonly conflicts: readonly ConflictRecord[];
}

/** What is to be done about a field. `ask`: its version decides, and is not known yet. */
export type FieldDecision =
  | { readonly row: Exclude<FieldRow, "conflict" | "manual"> }
  | { readonly row: "conflict"; readonly loser: "local" | "remote" }
  /** `conflict`: its id on the hub, once it is recorded there. */
  | { readonly row: "manual"; readonly isNew: boolean; readonly conflict?: string }
  | { readonly row: "ask" };

/** Decides about one field. */
export type DecideField = (facts: FieldFacts) => FieldDecision;

/**
 * The first row of page 05 B2 that matches. The hub's side has also changed when its revision is another one than the
 * base's, though its value is the same again. Pure.
 */
export function decideField(facts: FieldFacts): FieldDecision {
  const { local, remote, base } = facts;
  if (local === remote) return { row: "equal" };
  if (!facts.hasBase && remote === undefined) return { row: "push" };
  if (!facts.hasBase && local === undefined) return { row: "propose" };
  if (remote === base && facts.rev === facts.baseRev) return { row: "push" };
  if (local === base) return { row: "propose" };
  return facts.version === undefined ? { row: "ask" } : decideByVersions(facts, facts.version);
}

function decideByVersions(facts: FieldFacts, version: LocalVersion): FieldDecision {
  const { conflicts } = facts;
  const [localVersion, remoteVersion] = [versionText(version), `rev:${facts.rev}`];
  if (version.kind === "copied") return { row: "copied" };
  if (conflicts.some(({ local, loser }) => loser === "local" && local.version === localVersion))
    return { row: "local_lost" };
  if (conflicts.some(({ remote, loser }) => loser === "remote" && remote.version === remoteVersion))
    return { row: "remote_lost" };
  const loser = loserOf(facts);
  if (loser !== null) return { row: "conflict", loser };
  const known = conflicts.find(
    (record) =>
      record.loser === null &&
      record.local.version === localVersion &&
      record.remote.version === remoteVersion,
  );
  const id = known?.id;
  return { row: "manual", isNew: known === undefined, ...(id === undefined ? {} : { conflict: id }) };
}

/** Who loses a conflict; `null`: done against cancelled, which only a person may decide. */
function loserOf({ field, local, remote }: FieldFacts): "local" | "remote" | null {
  if (field !== "status") return "remote";
  const [isLocalClosed, isRemoteClosed] = [isClosed(local), isClosed(remote)];
  if (isLocalClosed && isRemoteClosed) return null;
  return isLocalClosed ? "remote" : "local";
}

function isClosed(status: string | undefined): boolean {
  return status === "done" || status === "cancelled";
}
