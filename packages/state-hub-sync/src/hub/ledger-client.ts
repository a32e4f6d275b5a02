import type { HubApi } from "@coulomb-loop/schemas/hub";
import { everyItem, expected, type HubResult, resultOf } from "./answers.ts";
import type { Transport } from "./transport.ts";

/** What slots, their events and records are found by; all that are given must hold. Instants are RFC 3339. */
export interface LedgerFilters {
  readonly key?: string;
  readonly loop?: string;
  readonly activity?: string;
  readonly repo?: string;
  readonly cycle?: string;
  readonly state?: HubApi.SlotState;
  readonly type?: HubApi.SlotEventType;
  readonly agent?: string;
  readonly slot?: string;
  /** Of slots and events: due then or later. Of records: received then or later. */
  readonly from?: string;
  /** The same, before then. */
  readonly to?: string;
}

/** What became of a slot that was to be there. */
export type SlotExpectation = HubApi.SlotExpectAnswer["slots"][number];

/** The hub's ledger: slots, what happened to them, records of runs. Every method throws what the transport throws, and `hub_refused`. */
export interface LedgerClient {
  /** Puts slots there that are not; answers in their order, however many they are. Repeating it changes nothing. */
  expectSlots(slots: readonly HubApi.SlotExpected[]): Promise<readonly SlotExpectation[]>;
  /** Claims slots that are ready and free; `undefined`: there is none. */
  claimSlots(wish: HubApi.SlotClaimRequest): Promise<HubApi.SlotClaimAnswer | undefined>;
  /** Slots, ascending by due and key; all pages. */
  slots(filters: LedgerFilters): Promise<readonly HubApi.Slot[]>;
  /** Whether there is any such slot. */
  hasSlots(filters: LedgerFilters): Promise<boolean>;
  /** Adds what happened to a slot, once for the event's id. */
  tellSlot(slot: string, event: HubApi.SlotEventRequest): Promise<HubResult<HubApi.SlotEvent>>;
  /** What happened, in the order of slots, and for each as it came; all pages. */
  slotEvents(filters: LedgerFilters): Promise<readonly HubApi.SlotEvent[]>;
  /** Keeps a record, once for its id. */
  putRecord(record: HubApi.MetricsRecord): Promise<HubResult<HubApi.KeptRecord>>;
  /** Records in the order of arrival; all pages. */
  records(filters: LedgerFilters): Promise<readonly HubApi.KeptRecord[]>;
}

/** Slots that one request may name. */
const mostExpected = 500;

/** A client of the ledger over a transport. */
export function createLedgerClient(transport: Transport): LedgerClient {
  const list = <T>(path: string, filters: LedgerFilters) =>
    everyItem<T>(transport, { path, filters: { ...filters } });
  return {
    async expectSlots(slots) {
      const all: SlotExpectation[] = [];
      for (let at = 0; at < slots.length; at += mostExpected) {
        const body = { slots: slots.slice(at, at + mostExpected) };
        const answer = await transport.send({ method: "POST", path: "/v1/slots/expect", body });
        all.push(...expected<HubApi.SlotExpectAnswer>(answer).slots);
      }
      return all;
    },
    async claimSlots(body) {
      const answer = await transport.send({ method: "POST", path: "/v1/slots/claim", body });
      return answer.status === 204 ? undefined : expected<HubApi.SlotClaimAnswer>(answer);
    },
    slots: (filters) => list("/v1/slots", filters),
    async hasSlots(filters) {
      const query = new URLSearchParams({ ...filters, limit: "1" });
      const answer = await transport.send({ method: "GET", path: `/v1/slots?${query.toString()}` });
      return expected<HubApi.SlotPage>(answer).items.length > 0;
    },
    tellSlot: async (slot, body) =>
      resultOf(
        await transport.send({
          method: "POST",
          path: `/v1/slots/${encodeURIComponent(slot)}/events`,
          body,
        }),
      ),
    slotEvents: (filters) => list("/v1/slots/events", filters),
    putRecord: async (body) =>
      resultOf(
        await transport.send({
          method: "PUT",
          path: `/v1/records/by-key/${encodeURIComponent(body.record_id)}`,
          body,
        }),
      ),
    records: (filters) => list("/v1/records", filters),
  };
}
