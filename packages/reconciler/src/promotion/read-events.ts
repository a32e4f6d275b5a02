import { chainOfLoop, decidePromotion } from "@coulomb-loop/cadence";
import { parseMarker } from "@coulomb-loop/proposals";
import type { PromotionEvent } from "@coulomb-loop/schemas";
import {
  type JudgedLoop,
  type PromotedLoop,
  type PromotionPorts,
  promotionKeys,
  wholeOf,
} from "./judge-loop.ts";
import { type EventFacts, promotionEvents, type WaitingDemotion } from "./promotion-events.ts";
import { type FoundProposals, readProposals } from "./read-promotion.ts";
import type { WriteContext } from "./settle-record.ts";

/**
 * Reads what a run left of a loop, and tells everything that happened to its records as far as it shows by now, or showed before the run
 * acted (page 07, 9). Whoever hears events twice knows them by their ids. Writes nothing. Throws `ops_unread`.
 */
export async function readEvents(
  { place, time }: Pick<WriteContext, "place" | "time">,
  ports: PromotionPorts,
  loop: string,
  done: PromotedLoop,
): Promise<readonly PromotionEvent[]> {
  const base = await ports.base();
  const keys = promotionKeys(loop);
  const read = (key: string) => readProposals(place, key, base, ports.check);
  const promote = await read(keys.promote);
  const demote = await read(keys.demote);
  const hold = await read(keys.hold);
  const { judged } = done;
  const { documents } = base;
  const chain = chainOfLoop(documents, loop);
  const open = wholeOf(promote);
  const decision =
    open === undefined ? undefined : decidePromotion({ ...judged.facts, documents, chain, open });
  return promotionEvents({
    installation: place.installation,
    opsRepo: place.repoId,
    loop,
    chain,
    merged: mergedBy([promote, demote, hold]),
    views: [viewBefore(judged), { promote: open, decision, demote: wholeOf(demote) }],
    waiting: waitingOf(done, demote),
    now: time,
  });
}

function viewBefore({ promote, demote, decision }: JudgedLoop): EventFacts["views"][number] {
  return { promote: wholeOf(promote), decision, demote: wholeOf(demote) };
}

/** The merged proposals, by the record that their marker names among its files. */
function mergedBy(found: readonly FoundProposals[]): EventFacts["merged"] {
  return new Map(
    found
      .flatMap(({ proposals }) => proposals)
      .filter(({ state }) => state === "merged")
      .flatMap((summary) => {
        const files = Object.keys(parseMarker(summary.body)?.files ?? {});
        const id = files.flatMap((file) => /\/promotions\/(PROM-\d+)\.yaml$/.exec(file)?.[1] ?? [])[0];
        return id === undefined ? [] : [[id, summary] as const];
      }),
  );
}

/** A demotion that this run could not bring to an end. */
function waitingOf(
  { record, failed, merged, message, waiting }: PromotedLoop,
  demote: FoundProposals,
): WaitingDemotion | undefined {
  if (waiting !== undefined) return withHead(waiting, demote);
  if (failed !== true || merged !== undefined || record?.direction !== "demote") return undefined;
  return withHead({ record, message }, demote);
}

function withHead(
  { record, message }: NonNullable<PromotedLoop["waiting"]>,
  demote: FoundProposals,
): WaitingDemotion {
  const open = wholeOf(demote);
  return { record, head: open?.record.id === record.id ? open.head : undefined, message };
}
