import type { Cadence, Coulomb, Promotion, PromotionSeal } from "@coulomb-loop/schemas";
import { digestOf } from "@coulomb-loop/schemas/digest";
import { parseInstant } from "../instant.ts";
import { loopName, type OpsDocuments } from "../ops-documents.ts";

/** The promotion records of a loop with their seals, in the order of the chain. */
export interface PromotionChain {
  readonly records: readonly Promotion[];
  /** By id of the record. */
  readonly seals: ReadonlyMap<string, PromotionSeal>;
  /** Ids of records without a seal that came by hand, or may have: they hold as if their seals said so. */
  readonly suspects?: ReadonlySet<string>;
}

/** Digest of a record: SHA-256 of its canonical JSON, lower-case hex. */
export function recordDigest(record: Promotion): string {
  return digestOf(record);
}

/**
 * Digest of the policy that an approval is for: the cadence policy and the people, whatever their comments and the order of
 * their keys (page 07 P9).
 */
export function policyDigest(cadence: Cadence, people: NonNullable<Coulomb["people"]> | undefined): string {
  return digestOf({ cadence, people: people ?? [] });
}

/** The records of a loop by their numbers, as a chain has them. */
export function chainOf(records: readonly Promotion[], seals: readonly PromotionSeal[]): PromotionChain {
  return {
    records: records.toSorted((a, b) => numberOf(a) - numberOf(b)),
    seals: new Map(seals.map((seal) => [seal.record, seal])),
  };
}

/** The chain of a loop, as the files have it; of a loop that there is not an empty one. */
export function chainOfLoop({ loops }: OpsDocuments, loop: string): PromotionChain {
  const found = loops.find((each) => loopName(each) === loop);
  return chainOf(
    (found?.promotions ?? []).map(({ value }) => value),
    (found?.seals ?? []).map(({ value }) => value),
  );
}

function numberOf({ id }: Promotion): number {
  return Number(id.slice("PROM-".length));
}

/** What the next record of a chain is called, and which one it follows. */
export function nextLink({ records }: PromotionChain): {
  readonly id: string;
  readonly prev: string | null;
} {
  const last = records.at(-1);
  const number = last === undefined ? 1 : numberOf(last) + 1;
  return {
    id: `PROM-${String(number).padStart(4, "0")}`,
    prev: last === undefined ? null : recordDigest(last),
  };
}

/** What a chain says of one repo at an instant. */
export interface RepoHistory {
  /** Id of the record that holds it back; `undefined`: none does. */
  readonly heldBy: string | undefined;
  /** The latest change of its phase. */
  readonly latest: Promotion | undefined;
  /** When that was written, in epoch milliseconds. */
  readonly since: number | undefined;
  /** The last phase whose required soak it had completed when it was promoted out of it. */
  readonly lastStable: string | undefined;
}

/** Reads what a chain says of a repo at `now` (epoch milliseconds). A release ends the holds before it. Pure. */
export function historyOf(
  { records, seals, suspects }: PromotionChain,
  repo: string,
  now: number,
): RepoHistory {
  let heldBy: string | undefined;
  let latest: Promotion | undefined;
  let lastStable: string | undefined;
  for (const record of records) {
    if (!isAbout(record, repo)) continue;
    if (record.direction === "hold" && !isOver(record, now)) heldBy = record.id;
    if (record.direction === "release") heldBy = undefined;
    if (record.direction === "promote" || record.direction === "demote") {
      latest = record;
      if (record.direction === "demote" && record.hold === true) heldBy = record.id;
      // Nobody saw its gates: it waits for a person.
      if (seals.get(record.id)?.result === "external" || suspects?.has(record.id) === true)
        heldBy = record.id;
      if (record.direction === "promote" && hasSoaked(record)) lastStable = record.from ?? lastStable;
    }
  }
  return {
    heldBy,
    latest,
    since: latest === undefined ? undefined : parseInstant(latest.proposed_at),
    lastStable,
  };
}

/** Whether a record is about a repo. */
export function isAbout({ all, targets }: Promotion, repo: string): boolean {
  return all === true || targets.some((target) => target.repo === repo);
}

function isOver({ until }: Promotion, now: number): boolean {
  return until !== undefined && !(parseInstant(until) > now);
}

function hasSoaked({ gates }: Promotion): boolean {
  return gates.some(({ key, result }) => key === "soak" && result === "success");
}
