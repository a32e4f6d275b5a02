import type { Promotion } from "@coulomb-loop/schemas";
import type { DesiredRepo } from "../../desired.ts";
import { parseInstant } from "../../instant.ts";
import { isAbout, type PromotionChain } from "../records.ts";

/** The time that a repo was in one phase, as the records say. */
export interface Stay {
  /** The repo, in that phase. */
  readonly repo: DesiredRepo;
  readonly phase: string;
  /** Epoch milliseconds; negative infinity: since before its first record. */
  readonly from: number;
  /** Epoch milliseconds, excluded; infinity: it is there still. */
  readonly to: number;
  /** The record that brought it there; `undefined`: none did. */
  readonly began: Promotion | undefined;
  /** The record that took it away. */
  readonly ended: Promotion | undefined;
}

/** A span of time, from included, to the end included: epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The stays of some repos that touch a span, by repo, then by time. A repo changes its phase when its record was proposed, as everywhere;
 * before its first record it is in the phase which that one leaves, and without a record in that of the roster all the time. Pure.
 */
export function staysOf(chain: PromotionChain, repos: readonly DesiredRepo[], span: Span): readonly Stay[] {
  return repos.flatMap((repo) =>
    staysOfRepo(chain, repo).filter(({ from, to }) => from < to && to > span.from && from <= span.to),
  );
}

function staysOfRepo({ records }: PromotionChain, repo: DesiredRepo): readonly Stay[] {
  const changes = records.filter(
    (record) => (record.direction === "promote" || record.direction === "demote") && isAbout(record, repo.id),
  );
  return [undefined, ...changes].map((began, at) => {
    const ended = changes[at];
    const phase =
      began === undefined
        ? ((ended === undefined ? undefined : endOf(ended, repo.id, "from")) ?? repo.phase)
        : (endOf(began, repo.id, "to") ?? repo.phase);
    return {
      repo: { ...repo, phase },
      phase,
      from: began === undefined ? Number.NEGATIVE_INFINITY : parseInstant(began.proposed_at),
      to: ended === undefined ? Number.POSITIVE_INFINITY : parseInstant(ended.proposed_at),
      began,
      ended,
    };
  });
}

function endOf(record: Promotion, repo: string, end: "from" | "to"): string | undefined {
  return record.targets.find((target) => target.repo === repo)?.[end] ?? record[end];
}

/** The records and seals of a chain that were there at an instant (epoch milliseconds). */
export function chainUntil({ records, seals }: PromotionChain, at: number): PromotionChain {
  return {
    records: records.filter(({ proposed_at: proposed }) => parseInstant(proposed) <= at),
    seals: new Map([...seals].filter(([, { sealed_at: sealed }]) => parseInstant(sealed) <= at)),
  };
}

/** The instants in a span at which a chain says something new: a record, a seal, or the end of a hold. Ascending. */
export function chainInstants({ records, seals }: PromotionChain, { from, to }: Span): readonly number[] {
  const told = [
    ...records.flatMap(({ proposed_at: proposed, until }) => [
      proposed,
      ...(until === undefined ? [] : [until]),
    ]),
    ...[...seals.values()].map(({ sealed_at: sealed }) => sealed),
  ].map(parseInstant);
  return [...new Set(told)].filter((at) => at > from && at <= to).sort((a, b) => a - b);
}
