import { type DesiredRepo, type OpsDocuments, resolveDesired } from "@coulomb-loop/cadence";
import type { BlobCache, Forge } from "@coulomb-loop/forge";
import { CoulombError, type Finding } from "@coulomb-loop/schemas";
import type { HubClient, LedgerClient } from "@coulomb-loop/state-hub-sync";
import { ingestRecords } from "./ingest-records.ts";
import { readSchedules } from "./live-schedules.ts";
import { type ApplyContext, applySlots, type SlotOutcome } from "./apply-slots.ts";
import { openSlot, type SlotPlanInput, writtenThrough, firingActivities } from "./plan-slots.ts";
import { planTick, type TickPlan } from "./plan-tick.ts";
import { lackingSlots, readLedger } from "./read-ledger.ts";
import type { LedgerView } from "./slot-facts.ts";

/** What a tick reads. */
export interface ForeseeContext extends Omit<SlotPlanInput, "asOf"> {
  readonly ledger: LedgerClient;
  readonly forges: ReadonlyMap<string, Forge>;
  readonly cache: BlobCache;
}

/** What a tick works with. */
export interface TickContext extends ForeseeContext, Omit<ApplyContext, "ledger"> {
  readonly hub: Pick<HubClient, "meta" | "list" | "put" | "patch" | "history">;
}

/** What was decided at one moment. */
export interface Decided {
  /** The hub's time: every decision is of that moment. Epoch milliseconds. */
  readonly asOf: number;
  /** Slots that were written. */
  readonly expected: number;
  /** Records of the pilots that the hub did not have yet. */
  readonly records: number;
  readonly plan: TickPlan;
}

/** What a tick did. */
export interface TickResult extends Decided {
  /** What became of each slot that was dispatched or settled, in the order of the plan. */
  readonly outcomes: readonly SlotOutcome[];
}

/**
 * One tick, at any time and by any number at once: writes the slots that are expected through the next cycle, brings in the
 * records of repos that something is due in, then claims the slots that something is to be done with and does it. Whatever it is stopped at, the next tick goes on from there: the ledger
 * holds all that it knows. Decisions are by the hub's clock. Throws what the hub's transport throws.
 */
export async function tick(context: TickContext): Promise<TickResult> {
  const decided = await decideNow(context);
  return { ...decided, outcomes: await applySlots(context, decided.plan.slots) };
}

/** The first half of a tick: writes expected slots, brings in records, and decides; others may carry it out. */
export async function decideNow(context: Omit<TickContext, "concurrency">): Promise<Decided> {
  const { hub, ledger, documents, definitions } = context;
  const asOf = Date.parse((await hub.meta()).now);
  const input = { documents, definitions, asOf };
  const gone = await ensureRepos(context, asOf);
  const lacking = await lackingSlots(ledger, input);
  const written = await ledger.expectSlots(lacking.slots.filter(({ repo }) => !gone.has(repo)));
  const expected = written.filter(({ outcome }) => outcome === "new").length;
  const before = await readLedger(ledger, asOf, asOf + 1);
  const repos = reposOf(documents, asOf, before);
  const { records, findings } = await ingestRecords({ ...context, repos, asOf });
  // What came in may close what is due.
  const view = records === 0 ? before : await readLedger(ledger, asOf, asOf + 1);
  const live = await readSchedules(repos, context.forges, context.cache);
  const plan = planTick({ ...input, live, ledger: view });
  return {
    asOf,
    expected,
    records,
    plan: {
      ...plan,
      findings: [...plan.findings, ...lacking.findings, ...findings, ...[...gone].map(goneFinding)],
    },
  };
}

/** The repos that something is due in: only they are asked, so that a quiet tick asks no forge. */
function reposOf(documents: OpsDocuments, asOf: number, { slots }: LedgerView): readonly DesiredRepo[] {
  const due = new Set(slots.flatMap(({ state, repo }) => (state === "settled" ? [] : [repo])));
  return resolveDesired(documents, asOf).filter(({ id }) => due.has(id));
}

/**
 * What a tick at `asOf` (epoch milliseconds) would do, and what is to come through the next cycle; writes nothing. Slots that
 * are not written yet are decided as if they were. Without a ledger, as if it were empty.
 */
export async function foreseeTick(
  context: Omit<ForeseeContext, "ledger"> & { readonly ledger: LedgerClient | undefined },
  asOf: number,
): Promise<TickPlan> {
  const { ledger, documents, definitions, choice } = context;
  const input = { documents, definitions, asOf, ...(choice === undefined ? {} : { choice }) };
  const endOf = writtenThrough(input);
  const view = await readLedger(ledger, asOf, Math.max(asOf, ...firingActivities(input).map(endOf)));
  const lacking = await lackingSlots(ledger, input);
  const live = await readSchedules(resolveDesired(documents, asOf), context.forges, context.cache);
  const slots = [...view.slots, ...lacking.slots.map(openSlot)];
  const plan = planTick({ ...input, live, ledger: { ...view, slots } });
  return { ...plan, findings: [...plan.findings, ...lacking.findings] };
}

/** Makes every repo that slots can be of known to the hub; answers with those that somebody deleted there. */
async function ensureRepos(
  { hub, documents }: Pick<TickContext, "hub" | "documents">,
  asOf: number,
): Promise<ReadonlySet<string>> {
  const there = new Set((await hub.list("repos")).map(({ key }) => key));
  const gone = new Set<string>();
  for (const { id, forge, owner, repo } of resolveDesired(documents, asOf)) {
    if (there.has(id)) continue;
    const made = await hub.put("repos", id, { forge, owner, name: repo }, "new");
    if (made.kind === "gone") gone.add(id);
    if (made.kind === "refused")
      throw new CoulombError(made.code, `the hub takes no repo ${id}: ${made.message}`, {
        hint: made.hint ?? "correct the roster, or use a token that may write",
      });
  }
  return gone;
}

function goneFinding(repo: string): Finding {
  return {
    code: "repo_gone",
    severity: "error",
    message: `${repo} was deleted on the state hub: no slots are written for it`,
    hint: "take it out of the roster, or restore it on the hub",
  };
}
