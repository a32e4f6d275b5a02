import type { Cadence, Evidence } from "@coulomb-loop/schemas";
import type { DesiredRepo } from "../../desired.ts";
import { gatherEvidence, type LedgerFacts } from "../../evidence/gather.ts";
import { inPhases } from "../../in-phases.ts";
import { loopName, type OpsDocuments } from "../../ops-documents.ts";
import type { PromotionChain } from "../records.ts";
import { type Span, type Stay, staysOf } from "./stays.ts";
import type { PolicyHistory } from "./walk.ts";

/** What the history of a policy is made from. */
export interface PolicyHistoryInput {
  /** The ops repo with the policy; see `withPolicy`. */
  readonly documents: OpsDocuments;
  readonly loop: string;
  /** The active repos of the loop, as the present policy has them. */
  readonly repos: readonly DesiredRepo[];
  readonly chain: PromotionChain;
  /** The loop's slots from the span's start to the end of the cycles that run at its end, with all that is known of them. */
  readonly ledger: LedgerFacts;
  /** Version of the time zone data of this runtime. */
  readonly tzdata: string;
  readonly span: Span;
}

/**
 * What the ledger says of every phase of a policy over a span: as `gatherEvidence`, but of all repos that were in the phase at any time. What
 * the files would have expected of a repo while it was elsewhere is left out. Pure.
 */
export function policyHistory(input: PolicyHistoryInput): PolicyHistory {
  const { documents, loop, chain, ledger, tzdata, span } = input;
  const ran = new Set(ledger.slots.map(({ activity }) => activity));
  const firing = withDefinitions(documents, loop, ran);
  const stays = staysOf(chain, input.repos, span);
  const cadence = documents.loops.find((each) => loopName(each) === loop)?.cadence?.value;
  const phases = (cadence?.phases ?? []).map(({ name: phase }): [string, Evidence] => {
    const here = stays.filter((stay) => stay.phase === phase);
    const ids = new Set(here.map(({ repo }) => repo.id));
    const gathered = gatherEvidence({
      documents: inPhases(firing, (id, of) => (of === loop && ids.has(id) ? phase : undefined)),
      loop,
      phase,
      ledger,
      asOf: span.to,
      from: span.from,
      tzdata,
    });
    const slots = gathered.slots.filter(
      (slot) => slot.unwritten !== true || isExpected(documents, slot, here),
    );
    return [phase, { ...gathered, slots }];
  });
  return { documents, phases: new Map(phases) };
}

/** The ops repo as it would be with another policy. */
export function withPolicy(documents: OpsDocuments, loop: string, policy: Cadence): OpsDocuments {
  return {
    ...documents,
    loops: documents.loops.map((each) =>
      loopName(each) === loop && each.cadence !== undefined
        ? { ...each, cadence: { ...each.cadence, value: policy } }
        : each,
    ),
  };
}

/** With the last repo of a phase its definitions are switched off: those that ran count as they did. */
function withDefinitions(documents: OpsDocuments, loop: string, ran: ReadonlySet<string>): OpsDocuments {
  return {
    ...documents,
    definitions: documents.definitions.map((each) =>
      each.value.loop === loop && ran.has(each.value.id)
        ? { ...each, value: { ...each.value, enabled: true } }
        : each,
    ),
  };
}

/** Whether a slot that nobody wrote was wanted: by a definition that fires, while its repo was in the phase. */
function isExpected(
  { definitions }: OpsDocuments,
  { activity, repo, cycle }: Evidence["slots"][number],
  stays: readonly Stay[],
): boolean {
  const anchor = Date.parse(cycle.slice(cycle.lastIndexOf("@") + 1));
  return (
    definitions.some(({ value }) => value.id === activity && value.enabled === true) &&
    stays.some((stay) => stay.repo.id === repo && stay.from <= anchor && anchor < stay.to)
  );
}
