import { recordDigest, resolveDesired } from "@coulomb-loop/cadence";
import { decode, readYaml, writeYaml } from "@coulomb-loop/documents";
import type { ProposalDetail } from "@coulomb-loop/forge";
import { type Promotion, type PromotionSeal, validatePromotionSeal } from "@coulomb-loop/schemas";
import { blobId, digestOf } from "@coulomb-loop/schemas/digest";
import {
  type JudgedLoop,
  judgeLoop,
  type PromotionPorts,
  promotionKeys,
  type SealedRecords,
} from "./judge-loop.ts";
import { recordPath } from "./promotion-content.ts";
import { bytesIn, inspectOpen, lookAt } from "./read-promotion.ts";
import { type Arrival, arrivalOf, type NoArrival } from "./record-arrival.ts";
import { type Merged, mergeRecord, unmergedWords } from "./merge-record.ts";
import { settleWanted, type WriteContext } from "./settle-record.ts";

/** A record that can be sealed, with the proposal that brought it. */
interface Due {
  readonly record: Promotion;
  readonly arrival: Arrival;
  readonly seal: PromotionSeal;
}

/**
 * Seals every record of a loop whose targets are settled, and at once one that came by hand or with a gate unmet: what became of it, in a
 * proposal of its own that the tool merges, since it carries no authority (page 07 P7, P22). `undefined`: there is nothing to seal or to say.
 */
export async function sealLoop(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
): Promise<SealedRecords | undefined> {
  const { due, waiting, suspects } = await dueSeals(context, ports, judged);
  const why = waiting.map(({ waits }) => waits).join("; ");
  if (due.length === 0) return why === "" ? undefined : { records: [], suspects, failed: true, message: why };
  const ids = due.map(({ record }) => record.id);
  const merged = await mergeSeals(context, judged, loop, due);
  const isMerged = merged.kind === "merged";
  return {
    records: isMerged ? ids : [],
    suspects: suspects.filter((id) => !isMerged || !ids.includes(id)),
    message: [sealedWords(ids.join(", "), merged), why].filter((part) => part !== "").join("; "),
    ...(isMerged && why === "" ? {} : { failed: true as const }),
  };
}

function sealedWords(ids: string, merged: Merged): string {
  return merged.kind === "merged" ? `${ids} sealed` : unmergedWords(`the seal of ${ids}`, merged);
}

/** Judges a loop as `promoteLoop` does once it has sealed what is due: what came by hand, or may have, holds. Writes nothing. */
export async function judgeHeld(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
): Promise<JudgedLoop> {
  const judged = await judgeLoop(context, ports, loop);
  const { suspects } = await dueSeals(context, ports, judged);
  return suspects.length === 0 ? judged : judgeLoop(context, withSuspects(ports, suspects), loop);
}

/** Reads records that came by hand, or may have, as if their seals said so. */
export function withSuspects(ports: PromotionPorts, ids: readonly string[]): PromotionPorts {
  const suspects = new Set(ids);
  return {
    ...ports,
    async ground(base, from) {
      const facts = await ports.ground(base, from);
      return { ...facts, chain: { ...facts.chain, suspects } };
    },
  };
}

/** Proposes the seals, or goes on with those that are proposed and say the same, and merges them. */
async function mergeSeals(
  context: WriteContext,
  { base, facts }: JudgedLoop,
  loop: string,
  found: readonly Due[],
): Promise<Merged> {
  const key = promotionKeys(loop).seal;
  const before = await inspectOpen(context.place, key);
  const standing = await sealsIn(context.place, before.open);
  const due = found.map((each) => ({ ...each, seal: standingSeal(each, standing) }));
  const ids = due.map(({ record }) => record.id);
  const files = due.map(({ record, seal }) => {
    const content = new TextEncoder().encode(writeYaml(seal, sealComment));
    const path = recordPath(facts.documents, loop, record.id, ".seal");
    return { path, base: null, result: blobId(content, base.format), content };
  });
  const settled = await settleWanted(context, key, before, {
    plan: digestOf(files.map(({ path, result }) => [path, result])),
    inputs: digestOf(ids),
    change: digestOf(due.map(({ seal }) => said(seal))),
    class: "seal",
    values: Object.fromEntries(due.map(({ record, seal }) => [record.id, seal.result])),
    files,
    title: `Seal ${ids.join(", ")}`,
    text: due.map(lineOf).join("\n"),
    labels: ["coulomb:seal"],
    draft: false,
  });
  const { open } = await inspectOpen(context.place, key);
  const wanted = new Map(files.map(({ path, result }) => [path, result]));
  const isExact =
    open?.changed.length === files.length &&
    open.changed.every(({ path, headBlob }) => wanted.get(path) === headBlob);
  if (open === undefined || !isExact) return { kind: "refused", message: settled.message };
  const what = `the seal of ${ids.join(", ")}`;
  return mergeRecord(context, { summary: open.summary, detail: open, head: open.summary.head }, what);
}

/** The seals of an open proposal, by the record they are of. */
async function sealsIn(
  place: WriteContext["place"],
  open: ProposalDetail | undefined,
): Promise<ReadonlyMap<string, PromotionSeal>> {
  if (open === undefined) return new Map();
  const files = open.changed.map(({ path }) => path);
  const seen = await lookAt(place, { at: open.summary.head, files, branches: [] });
  const seals = files.flatMap((path) => {
    const bytes = bytesIn(seen, path);
    const source = bytes === undefined ? undefined : decode(bytes, path);
    if (source === undefined || Array.isArray(source)) return [];
    return readYaml(source, validatePromotionSeal).value ?? [];
  });
  return new Map(seals.map((seal) => [seal.record, seal]));
}

/** The seal that is proposed already where it says the same: then nothing is written twice. */
function standingSeal({ seal }: Due, standing: ReadonlyMap<string, PromotionSeal>): PromotionSeal {
  const before = standing.get(seal.record);
  return before !== undefined && digestOf(said(before)) === digestOf(said(seal)) ? before : seal;
}

function said({ sealed_at: _at, ...rest }: PromotionSeal): object {
  return rest;
}

const sealComment = "Written by coulomb promote. It is never changed or removed.";

function lineOf({ record, seal, arrival: { external } }: Due): string {
  const states = seal.targets.map(({ repo, state }) => `${repo}: ${state}`).join(", ");
  return `- **${record.id}** (${record.direction}): ${seal.result}${external === undefined ? "" : `, since ${external}`}${states === "" ? "" : `; ${states}`}`;
}

/** What there is to seal, and what has to wait. */
interface DueSeals {
  readonly due: readonly Due[];
  readonly waiting: readonly NoArrival[];
  /** Records that came by hand, or may have. */
  readonly suspects: readonly string[];
}

async function dueSeals(context: WriteContext, ports: PromotionPorts, judged: JudgedLoop): Promise<DueSeals> {
  const { chain } = judged.facts;
  const due: Due[] = [];
  const waiting: NoArrival[] = [];
  const suspects: string[] = [];
  for (const record of chain.records) {
    if (chain.seals.has(record.id)) continue;
    if (record.direction !== "promote" && record.direction !== "demote") continue;
    const arrival = await arrivalOf(context, ports, judged, record);
    if ("waits" in arrival) {
      if (arrival.isSuspect) waiting.push(arrival);
      if (arrival.isSuspect) suspects.push(record.id);
      continue;
    }
    const targets = targetStates(judged, record);
    if (arrival.external !== undefined) suspects.push(record.id);
    else if (targets.some(({ state }) => state === "waiting")) continue;
    due.push({ record, arrival, seal: sealOf(context, record, arrival, targets) });
  }
  return { due, waiting, suspects };
}

type TargetState = PromotionSeal["targets"][number];

function targetStates({ facts }: JudgedLoop, record: Promotion): readonly TargetState[] {
  const active = new Map(
    resolveDesired(facts.documents, facts.now)
      .filter(({ loop }) => loop === record.loop)
      .map((repo) => [repo.id, repo]),
  );
  return record.targets.map(({ repo, to }): TargetState => {
    const desired = active.get(repo);
    if (desired === undefined) return { repo, state: "gone" };
    const sync = facts.sync.get(repo);
    // A later record may have moved it on: then this one is over.
    if (desired.phase !== to || sync?.state === "in_sync") return { repo, state: "in_sync" };
    const isDeclined = sync?.state === "opted_out" || sync?.state === "declined";
    return { repo, state: isDeclined ? "declined" : "waiting" };
  });
}

function sealOf(
  { place, time }: WriteContext,
  record: Promotion,
  { brought, detail, responses, external }: Arrival,
  targets: readonly TargetState[],
): PromotionSeal {
  // What people merge with plain git says itself who they are.
  const by = detail?.summary.closedBy ?? (external === undefined ? place.installation : brought.by);
  return {
    schema_version: "promotion-seal/v1",
    record: record.id,
    record_digest: recordDigest(record),
    merge_commit: brought.commit,
    ...(detail === undefined ? {} : { head: detail.summary.head }),
    merged_by: by === "" ? "somebody" : by.slice(0, 200),
    sealed_at: new Date(time).toISOString(),
    responses,
    targets: [...targets],
    result: external === undefined ? "merged" : "external",
  };
}
