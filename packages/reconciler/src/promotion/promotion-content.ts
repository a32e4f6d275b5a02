import {
  type Attempt,
  entryIdentity,
  evidenceDigest,
  type Gate,
  loopName,
  type OpsDocuments,
  type PlacedDefinition,
  resolveDesired,
} from "@coulomb-loop/cadence";
import {
  decode,
  type Edit,
  type EditResult,
  editFrontmatter,
  editWorkplan,
  editYaml,
  type Source,
  writeYaml,
} from "@coulomb-loop/documents";
import type { WantedFile } from "@coulomb-loop/proposals";
import {
  type Evidence,
  type Promotion,
  validateActivityDefinition,
  validateRoster,
  validateWorkplan,
  validateWorkplanTask,
} from "@coulomb-loop/schemas";
import { blobId, canonicalJson } from "@coulomb-loop/schemas/digest";
import { entrySelector } from "../entry-selector.ts";
import { definitionEdits, isApproved } from "./definition-edits.ts";

/** The base branch of the ops repo: its documents, and the bytes of its files by path. */
export interface BaseFiles {
  readonly documents: OpsDocuments;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Object format of the repository, for blob ids. */
  readonly format: "sha1" | "sha256";
}

/** The files of a promotion's proposal, or why they cannot be made. */
export type PromotionContent =
  | { readonly ok: true; readonly files: readonly WantedFile[] }
  | { readonly ok: false; readonly message: string };

/** Folder of a loop's records. */
function recordsFolder(documents: OpsDocuments, loop: string): string {
  const folder = documents.loops.find((each) => loopName(each) === loop)?.folder ?? `loops/${loop}`;
  return `${folder}/promotions`;
}

/** Path of a record, of its pinned evidence, or of its seal. */
export function recordPath(
  documents: OpsDocuments,
  loop: string,
  id: string,
  what: "" | ".evidence" | ".seal" = "",
): string {
  return `${recordsFolder(documents, loop)}/${id}${what}.${what === ".evidence" ? "json" : "yaml"}`;
}

/**
 * Everything that a record's proposal changes, and nothing else (page 07, 5): the roster, the definitions that begin or stop to fire, the
 * workplan's task, the record, and its evidence. A function of the base branch and the record: the same bytes each time. Pure.
 */
export function promotionContent(
  base: BaseFiles,
  record: Promotion,
  evidence: Evidence | undefined,
): PromotionContent {
  const path = recordPath(base.documents, record.loop, record.id);
  const made = [
    ...(record.direction === "promote" || record.direction === "demote" ? phaseEdits(base, record) : []),
    added(base, path, writeYaml(record, recordComment)),
    ...(evidence === undefined
      ? []
      : [
          added(
            base,
            recordPath(base.documents, record.loop, record.id, ".evidence"),
            `${canonicalJson(evidence)}\n`,
          ),
        ]),
  ];
  const flaw = made.find((each) => "message" in each);
  if (flaw !== undefined && "message" in flaw) return { ok: false, message: flaw.message };
  const files = made.flatMap((each) => ("path" in each ? [each] : []));
  return { ok: true, files: files.filter(({ base: before, result }) => before !== result) };
}

const recordComment =
  "Written by coulomb promote. It is never changed or removed; what became of it stands in its seal.";

type Made = WantedFile | { readonly message: string };

function phaseEdits(base: BaseFiles, record: Promotion): readonly Made[] {
  return [rosterEdit(base, record), ...definitionFiles(base, record), ...workplanEdits(base, record)];
}

function rosterEdit(base: BaseFiles, { loop, targets }: Promotion): Made {
  const { documents } = base;
  const roster = documents.loops.find((each) => loopName(each) === loop)?.roster;
  if (roster === undefined) return { message: `the loop ${loop} has no roster` };
  const { active } = roster.value;
  const edits: Edit[] = [];
  for (const { repo, to } of targets) {
    const entry = active.find((each) => entryIdentity(documents, roster.value, each)?.id === repo);
    if (entry === undefined) return { message: `${roster.file} has no active entry of ${repo}` };
    edits.push({ op: "set", path: ["active", entrySelector(active, entry), "phase"], value: to ?? "" });
  }
  return edited(base, roster.file, (source) => editYaml(source, edits, validateRoster));
}

/** Repos that are in a phase of the loop, before or after the record. */
function membersOf(documents: OpsDocuments, { loop, targets }: Promotion, phase: string, isAfter: boolean) {
  const moved = new Map(targets.map(({ repo, to }) => [repo, to]));
  return resolveDesired(documents, 0).filter(
    (repo) => repo.loop === loop && ((isAfter ? moved.get(repo.id) : undefined) ?? repo.phase) === phase,
  );
}

/**
 * The definitions that a record makes fire, with the first repo into their phase, and those that it stops, with the last out of theirs. A
 * demotion needs no regulator, and starts only what one approved as it is: what was changed since stays `off`, or the ops repo would not be
 * valid any more.
 */
export function firingChanges(documents: OpsDocuments, record: Promotion) {
  const { from = "", to = "" } = record;
  const isFirst = membersOf(documents, record, to, false).length === 0;
  const isLast = membersOf(documents, record, from, true).length === 0;
  const first = isFirst ? definitionsIn(documents, record.loop, to) : [];
  const isAllowed = (each: PlacedDefinition) => record.direction === "promote" || isApproved(each);
  return {
    starting: first.filter(isAllowed),
    off: first.filter((each) => !isAllowed(each)),
    stopping: isLast ? definitionsIn(documents, record.loop, from) : [],
  };
}

function definitionFiles(base: BaseFiles, record: Promotion): readonly Made[] {
  const { starting, stopping } = firingChanges(base.documents, record);
  return [
    ...starting.map((each) => ({ each, enabled: true })),
    ...stopping.map((each) => ({ each, enabled: false })),
  ].map(({ each, enabled }) =>
    edited(base, each.file, (source) =>
      editFrontmatter(source, definitionEdits(each, enabled, record), validateActivityDefinition),
    ),
  );
}

function definitionsIn(documents: OpsDocuments, loop: string, phaseName: string) {
  const listed = phasesOf(documents, loop).find(({ name }) => name === phaseName)?.definitions ?? [];
  return documents.definitions.filter(({ value }) => value.loop === loop && listed.includes(value.id));
}

function phasesOf(documents: OpsDocuments, loop: string) {
  return documents.loops.find((each) => loopName(each) === loop)?.cadence?.value.phases ?? [];
}

/** The phases that a record's repos get into, or back out of: all after the lower one up to the higher one, ascending. */
function phasesCrossed(documents: OpsDocuments, { loop, from = "", to = "" }: Promotion) {
  const phases = phasesOf(documents, loop);
  const [a, b] = [from, to].map((name) => phases.findIndex((phase) => phase.name === name));
  return phases.slice(Math.min(a ?? 0, b ?? 0) + 1, Math.max(a ?? 0, b ?? 0) + 1);
}

/** The workplan tasks that a record moves: those that the phases it crosses fulfil, ascending by phase. */
export function tasksOf(documents: OpsDocuments, record: Promotion): readonly string[] {
  return phasesCrossed(documents, record).flatMap(({ workplan_task: task }) => task ?? []);
}

/** The tasks of a promotion: begun with the first repo, done with the last; taken back by a demotion. */
function workplanEdits(base: BaseFiles, record: Promotion): readonly Made[] {
  const { documents } = base;
  const { loop } = record;
  const names = phasesOf(documents, loop).map(({ name }) => name);
  const moved = new Map(record.targets.map((target) => [target.repo, target.to]));
  const ranks = resolveDesired(documents, 0)
    .filter((repo) => repo.loop === loop)
    .map((repo) => names.indexOf(moved.get(repo.id) ?? repo.phase));
  const edits = phasesCrossed(documents, record).flatMap(({ name, workplan_task: task }) => {
    const status = ranks.every((rank) => rank >= names.indexOf(name)) ? "done" : "in_progress";
    return task === undefined ? [] : [{ key: task, set: { status } as const }];
  });
  const plans = Map.groupBy(edits, ({ key }) =>
    documents.workplans.find(({ value }) => key.startsWith(`${value.id}-`)),
  );
  const validators = { frontmatter: validateWorkplan, task: validateWorkplanTask };
  return [...plans].map(([plan, own]) =>
    plan === undefined
      ? { message: `no workplan has the task ${own[0]?.key ?? ""}` }
      : edited(base, plan.file, (source) => editWorkplan(source, own, validators)),
  );
}

function edited(base: BaseFiles, path: string, edit: (source: Source) => EditResult): Made {
  const bytes = base.files.get(path);
  const source = bytes === undefined ? undefined : decode(bytes, path);
  if (bytes === undefined || source === undefined || Array.isArray(source))
    return { message: `${path} cannot be read on the base branch` };
  const result = edit(source);
  if (result.status === "refused")
    return { message: result.findings[0]?.message ?? `${path} cannot be edited` };
  const content = result.status === "edited" ? result.bytes : bytes;
  return { path, base: blobId(bytes, base.format), result: blobId(content, base.format), content };
}

function added(base: BaseFiles, path: string, text: string): Made {
  const before = base.files.get(path);
  if (before !== undefined) return { message: `${path} is there already` };
  const content = new TextEncoder().encode(text);
  return { path, base: null, result: blobId(content, base.format), content };
}

/** What a new record is made of. */
export interface RecordWish {
  readonly id: string;
  readonly prev: string | null;
  readonly loop: string;
  readonly attempt: Attempt;
  readonly gates: readonly Gate[];
  readonly policyDigest: string;
  readonly evidence: Evidence | undefined;
  readonly installation: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The record of an attempt, as it is proposed. */
export function promotionRecord(
  wish: RecordWish,
  more: Pick<Promotion, "direction" | "trigger"> & Partial<Promotion>,
): Promotion {
  const { id, prev, loop, attempt, gates, evidence, installation, now } = wish;
  const { from, to, wave, targets } = attempt;
  return {
    schema_version: "promotion/v1",
    id,
    loop,
    from,
    to,
    ...(wave === undefined ? {} : { wave }),
    ...more,
    proposed_at: new Date(now).toISOString(),
    proposed_by: installation,
    policy_digest: wish.policyDigest,
    ...(evidence === undefined ? {} : { evidence_digest: evidenceDigest(evidence) }),
    prev_record_digest: prev,
    gates: gates.map(({ key, result, description, enforced, measurements }) => ({
      key,
      result,
      description: description.slice(0, 2000),
      ...(enforced ? {} : { enforcement: "dry_run" as const }),
      ...(measurements === undefined ? {} : { measurements: { ...measurements } }),
    })),
    targets: targets.map(({ repo }) => ({ repo: repo.id, from, to })),
    responses: [],
    result: "proposed",
  };
}

/** Digest of what a record means: targets, phases and policy. What people declined is not offered again for new evidence alone (P7). */
export function meaningOf({
  direction,
  from,
  to,
  targets,
  policy_digest,
  reason,
}: Promotion): readonly unknown[] {
  return [
    direction,
    from ?? null,
    to ?? null,
    targets.map(({ repo }) => repo),
    policy_digest,
    direction === "promote" ? null : (reason ?? null),
  ];
}
