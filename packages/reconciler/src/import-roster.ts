import { entryIdentity, entryPhase } from "@coulomb-loop/cadence";
import type { Edit, EditValue, Source, Splice } from "@coulomb-loop/documents";
import { decode, editYaml } from "@coulomb-loop/documents";
import type { Finding, RosterEntry } from "@coulomb-loop/schemas";
import { hasErrors, validateRoster } from "@coulomb-loop/schemas";
import { entrySelector } from "./entry-selector.ts";
import type { KeptValue } from "./import-fit.ts";
import type { ImportRefusal, ImportTarget } from "./import-target.ts";
import type { OpsFiles, OpsRepo } from "./ops-repo.ts";
import { readOpsRepo } from "./ops-repo.ts";

/** What every override that import writes says beside path and value. */
export interface OverrideTerms {
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** RFC 3339 instant in UTC. */
  readonly expiresAt: string;
}

/** An entry as it is written. */
export type ImportedEntry = Readonly<Record<string, EditValue>>;

/** A roster with the entry in it, proved and read again. */
export interface EditedRoster {
  readonly source: Source;
  readonly bytes: Uint8Array;
  readonly splices: readonly Splice[];
  /** The ops repo with that roster. */
  readonly ops: OpsRepo;
}

/** The entry without phase and overrides: what the queue says, else no more than the defaults leave open. */
export function baseEntry(ops: Pick<OpsRepo, "documents">, target: ImportTarget): RosterEntry {
  const { loop, id, forge, owner, repo, queued, wave } = target;
  const roster = loop.roster.value;
  const named = [{ repo }, { repo, owner }, { repo, forge }, { repo, forge, owner }].find(
    (entry) => entryIdentity(ops.documents, roster, entry)?.id === id,
  );
  const base: RosterEntry = queued ?? named ?? { repo, forge, owner };
  return wave === (base.wave ?? roster.defaults?.wave ?? 0) ? base : { ...base, wave };
}

/** The whole entry, with its keys in the order of the contract. */
export function importedEntry(
  target: ImportTarget,
  base: RosterEntry,
  phase: string,
  kept: readonly KeptValue[],
  terms: OverrideTerms,
): ImportedEntry {
  const { roster, cadence } = target.loop;
  const written: Record<string, EditValue> = {};
  for (const [key, value] of Object.entries<unknown>({ ...base })) written[key] = editValue(value);
  const overrides = kept.map(
    ({ pointer, live }): EditValue => ({
      path: pointer,
      ...(live === undefined ? {} : { value: live }),
      reason: terms.reason,
      owner: terms.owner,
      expires_at: terms.expiresAt,
    }),
  );
  const all = [...(base.overrides ?? []).map((override) => editValue(override)), ...overrides];
  const normal = entryPhase(roster.value, cadence.value, {});
  if (base.phase !== undefined || phase !== normal) written.phase = phase;
  if (all.length > 0) written.overrides = all;
  const order = ["repo", "forge", "owner", "domain", "phase", "wave", "note", "overrides"];
  const rest = Object.keys(written).filter((key) => !order.includes(key));
  return Object.fromEntries(
    [...order, ...rest].flatMap((key) => {
      const value = written[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/**
 * Appends the entry to `active`, takes it out of the queue, and reads the ops repo again: it must have no error then.
 * No other byte changes. Pure.
 */
export function editRoster(
  files: OpsFiles,
  target: ImportTarget,
  entry: ImportedEntry,
  asOf: number,
): EditedRoster | ImportRefusal {
  const { file } = target.loop.roster;
  const content = files.files.find(({ path }) => path === file)?.content;
  if (!(content instanceof Uint8Array)) throw new Error(`${file} was read without its bytes`);
  const source = decode(content, file);
  if (Array.isArray(source)) return refused(target, source);
  const result = placeEntry(source, target, entry);
  if (result.status === "refused") return refused(target, result.findings);
  if (result.status === "unchanged") throw new Error(`${file} has the entry of ${target.id} already`);
  const { bytes, splices } = result;
  const edited = files.files.map((one) => (one.path === file ? { ...one, content: bytes } : one));
  const ops = readOpsRepo({ ...files, files: edited }, asOf);
  if (hasErrors(ops.findings)) return refused(target, ops.findings);
  return { source, bytes, splices, ops };
}

function placeEntry(
  source: Source,
  { queued, loop }: ImportTarget,
  entry: ImportedEntry,
): ReturnType<typeof editYaml> {
  const append: Edit = { op: "append", path: ["active"], value: entry };
  if (queued === undefined) return editYaml(source, [append], validateRoster);
  const queue = "expansion_queue";
  const item: Edit = {
    op: "remove",
    path: [queue, entrySelector(loop.roster.value.expansion_queue ?? [], queued)],
  };
  const result = editYaml(source, [append, item], validateRoster);
  // A block list cannot lose its last item and stay a list: then the key goes with it, which means the same.
  if (result.status !== "refused" || (loop.roster.value.expansion_queue ?? []).length > 1) return result;
  const whole = editYaml(source, [append, { op: "remove", path: [queue] }], validateRoster);
  return whole.status === "refused" ? result : whole;
}

function refused(target: ImportTarget, findings: readonly Finding[]): ImportRefusal {
  return {
    refused: {
      code: "import_refused",
      message: `${target.loop.roster.file} was not changed: the entry of ${target.id} does not fit into it`,
      hint: "correct what is said above, or write the entry by hand",
      findings: findings.filter(({ severity }) => severity === "error"),
    },
  };
}

/** A value of a roster as the editor takes it. */
function editValue(value: unknown): EditValue {
  if (Array.isArray(value)) return value.map(editValue);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, editValue(item)]));
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  return null;
}
