import { resolveDesired } from "@coulomb-loop/cadence";
import type { BlobCache, Forge } from "@coulomb-loop/forge";
import { CoulombError } from "@coulomb-loop/schemas";
import type { HubClient, LedgerClient } from "@coulomb-loop/state-hub-sync";
import { ingestRecords } from "./ingest-records.ts";
import { type LiveSchedules, readSchedules } from "./live-schedules.ts";
import { type ApplyContext, applySlots, type SlotOutcome } from "./apply-slots.ts";
import { openSlot, type SlotPlanInput, writtenThrough, firingActivities } from "./plan-slots.ts";
import { planTick, type TickPlan } from "./plan-tick.ts";
import { lackingSlots, readLedger } from "./read-ledger.ts";

/** What a tick reads. */
export interface ForeseeContext extends Omit<SlotPlanInput, "asOf"> {
  readonly ledger: LedgerClient;
  readonly forges: ReadonlyMap<string, Forge>;
  readonly cache: BlobCache;
}

/** What a tick works with. */
export interface TickContext extends ForeseeContext, Omit<ApplyContext, "ledger"> {
  readonly hub: Pick<HubClient, "meta" | "list" | "put" | "patch">;
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
 * One tick, at any time and by any number at once: brings in records, writes the slots that are expected through the next cycle, then claims those
 * that something is to be done with and does it. Whatever it is stopped at, the next tick goes on from there: the ledger
 * holds all that it knows. Decisions are by the hub's clock. Throws what the hub's transport throws.
 */
export async function tick(context: TickContext): Promise<TickResult> {
  const decided = await decideNow(context);
  return { ...decided, outcomes: await applySlots(context, decided.plan.slots) };
}

/** The first half of a tick: brings in records, writes expected slots, and decides what is to be done; others may carry it out. */
export async function decideNow(context: Omit<TickContext, "concurrency">): Promise<Decided> {
  const { hub, ledger, documents, definitions } = context;
  const asOf = Date.parse((await hub.meta()).now);
  const input = { documents, definitions, asOf };
  await ensureRepos(context, asOf);
  const repos = resolveDesired(documents, asOf);
  const { records, findings } = await ingestRecords({ ...context, repos, asOf });
  const written = await ledger.expectSlots(await lackingSlots(ledger, input));
  const live = await liveOf(context, asOf);
  const plan = planTick({ ...input, live, ledger: await readLedger(ledger, asOf, asOf + 1) });
  const expected = written.filter(({ outcome }) => outcome === "new").length;
  return { asOf, expected, records, plan: { ...plan, findings: [...plan.findings, ...findings] } };
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
  const to = writtenThrough(firingActivities(input), input);
  const view = await readLedger(ledger, asOf, to);
  const missing = (await lackingSlots(ledger, input)).map(openSlot);
  const live = await liveOf(context, asOf);
  return planTick({ ...input, live, ledger: { ...view, slots: [...view.slots, ...missing] } });
}

function liveOf(
  { documents, forges, cache }: Pick<ForeseeContext, "documents" | "forges" | "cache">,
  asOf: number,
): Promise<LiveSchedules> {
  return readSchedules(resolveDesired(documents, asOf), forges, cache);
}

/** The hub knows every repo that slots can be of. */
async function ensureRepos(
  { hub, documents }: Pick<TickContext, "hub" | "documents">,
  asOf: number,
): Promise<void> {
  const there = new Set((await hub.list("repos")).map(({ key }) => key));
  for (const { id, forge, owner, repo } of resolveDesired(documents, asOf)) {
    if (there.has(id)) continue;
    const made = await hub.put("repos", id, { forge, owner, name: repo }, "new");
    if (made.kind === "refused")
      throw new CoulombError(made.code, `the hub takes no repo ${id}: ${made.message}`, {
        hint: made.hint ?? "correct the roster, or use a token that may write",
      });
  }
}
