import type { BlobCache, Forge, Oid, RepoName } from "@coulomb-loop/forge";
import { canonicalJson } from "@coulomb-loop/proposals";
import { CoulombError } from "@coulomb-loop/schemas";

/** What was last seen in sync in one repo's schedule file. */
export interface BaseRecord {
  readonly repo_id: string;
  readonly file: string;
  /** Value by pointer. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Number of the newest merged proposal that `values` already take into account; 0 for none. */
  readonly merged: number;
}

/** The state of an installation, as read from its branch in the ops repo. */
export interface State {
  /** Head of the state branch; `null` when it does not exist yet. */
  readonly head: Oid | null;
  readonly base: readonly BaseRecord[];
}

const baseFile = "base.jsonl";

/** Branch of the ops repo that keeps an installation's state. */
export function stateBranch(installation: string): string {
  return `coulomb-state/${installation}`;
}

/**
 * Reads the state branch. It caches what the forge knows: a missing branch is an empty state. Throws CoulombError
 * `state_unreachable` when it cannot be read, and `state_corrupt` with file and line when it is damaged: without
 * state, nothing may be written.
 */
export async function readState(
  forge: Forge,
  repo: RepoName,
  installation: string,
  cache: BlobCache,
): Promise<State> {
  const query = { repo, at: stateBranch(installation), files: [baseFile], branches: [] };
  for await (const { facts, files } of forge.observe([query], cache)) {
    const file = files.get(baseFile);
    const unknown = facts.kind === "unknown" ? facts : file?.kind === "unknown" ? file : undefined;
    if (unknown !== undefined || facts.kind !== "known" || file?.kind !== "known") {
      throw new CoulombError(
        "state_unreachable",
        `the ops repo ${repo.owner}/${repo.repo} cannot be read: ${unknown?.message ?? "no answer"}`,
        {
          hint: "the state branch lives there; check ops_repo and forges in coulomb.yaml, then run coulomb doctor",
        },
      );
    }
    const where = `${stateBranch(installation)}:${baseFile}`;
    if (file.value.kind === "other") throw corrupt(where, `a ${file.value.what}`);
    const base = file.value.kind === "file" ? parseBase(decodeBase(file.value.bytes, where), where) : [];
    return { head: facts.value.head, base };
  }
  throw new CoulombError(
    "state_unreachable",
    `the forge answered nothing for the ops repo ${repo.owner}/${repo.repo}`,
    { hint: "run coulomb doctor" },
  );
}

/** What became of the state: `left` to whoever wrote it first, or `refused` for good, with the forge's reason. */
export type StateResult =
  | { readonly kind: "unchanged" | "written" | "left" }
  | { readonly kind: "refused"; readonly message: string };

/**
 * Writes the state when it differs, as one commit on the expected head. A lost race, or an answer that never came, is
 * left to the next run, which derives the same from the forge. A refusal is not: what nobody can remember would come
 * back as adoption.
 */
export async function writeState(
  forge: Forge,
  repo: RepoName,
  installation: string,
  state: State,
  base: readonly BaseRecord[],
  time: number,
): Promise<StateResult> {
  const text = formatBase(base);
  if (text === formatBase(state.base)) return { kind: "unchanged" };
  const result = await forge.advanceBranch({
    repo,
    branch: stateBranch(installation),
    expected: state.head,
    base: state.head,
    mergeBase: false,
    files: [{ path: baseFile, content: new TextEncoder().encode(text) }],
    message: "Record what was seen in sync\n",
    time,
  });
  if (result.kind === "rejected") return { kind: "refused", message: `${result.reason}: ${result.hint}` };
  return { kind: result.kind === "done" ? "written" : "left" };
}

/** One line per repo and file, ascending, canonical: equal states are equal bytes. */
function formatBase(base: readonly BaseRecord[]): string {
  return base
    .map((record) => `${canonicalJson(record)}\n`)
    .sort()
    .join("");
}

function parseBase(text: string, where: string): BaseRecord[] {
  const records: BaseRecord[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const record = parseRecord(line);
    if (record === undefined) throw corrupt(`${where}:${index + 1}`, line.slice(0, 60));
    records.push(record);
  }
  return records;
}

function decodeBase(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw corrupt(where, "bytes that are not UTF-8");
  }
}

function corrupt(where: string, received: string): CoulombError {
  return new CoulombError("state_corrupt", `${where}: expected a base record, received ${received}`, {
    hint: "revert the commit that changed it; or delete the state branch, which costs a full read and adoption choices",
  });
}

function parseRecord(line: string): BaseRecord | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isBaseRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isBaseRecord(value: unknown): value is BaseRecord {
  if (typeof value !== "object" || value === null) return false;
  if (!("repo_id" in value && "file" in value && "values" in value && "merged" in value)) return false;
  const { repo_id, file, values, merged } = value;
  return (
    typeof repo_id === "string" &&
    typeof file === "string" &&
    typeof values === "object" &&
    values !== null &&
    !Array.isArray(values) &&
    typeof merged === "number"
  );
}
