import { chainOf, loopName, type OpsDocuments, type PromotionChain } from "@coulomb-loop/cadence";

/** The records of a loop, as some documents have them. */
export function chainIn({ loops }: OpsDocuments, loop: string): PromotionChain {
  const found = loops.find((each) => loopName(each) === loop);
  return chainOf(
    (found?.promotions ?? []).map(({ value }) => value),
    (found?.seals ?? []).map(({ value }) => value),
  );
}
