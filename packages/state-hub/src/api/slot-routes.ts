import type { Finding } from "@coulomb-loop/schemas";
import { type HubApi, hubBodies } from "@coulomb-loop/schemas/hub";
import {
  claimSlots,
  type ExpectedSlot,
  expectSlots,
  listSlots,
  longestClaim,
  type SlotQuery,
} from "../store/slots.ts";
import type { Sql } from "../store/sql.ts";
import {
  flaw,
  flawedReply,
  foreignRepo,
  instantOf,
  jsonOf,
  noInstant,
  pageParameters,
  pageReply,
  repoAsked,
  slotParameters,
  textsOf,
} from "./ledger.ts";
import { answered, type Reply } from "./problem.ts";
import { type Call, type Route, route, routeWith } from "./route.ts";

/** Slots that a claim gets when nobody says. */
const usualLimit = 50;

/** Seconds that a claim holds when nobody says. */
const usualLease = 300;

/** The ledger of slots (page 06, 4): what is to be, and who takes care of it. */
export function slotRoutes(): readonly Route[] {
  return [
    routeWith(
      hubBodies.slot_expect_request,
      {
        operation: "expect_slots",
        method: "POST",
        path: "/v1/slots/expect",
        summary: "Puts slots there that are not; those that are keep all they have.",
        scope: "write",
        answers: {
          200: { description: "What became of each, in their order.", schema: "slot_expect_answer" },
        },
        problems: [403, 422],
      },
      expect,
    ),
    routeWith(
      hubBodies.slot_claim_request,
      {
        operation: "claim_slots",
        method: "POST",
        path: "/v1/slots/claim",
        summary: "Claims slots that are ready and free, for a lease: those that were ready first come first.",
        scope: "write",
        answers: {
          200: { description: "The claim and its slots.", schema: "slot_claim_answer" },
          204: { description: "No slot is free." },
        },
        problems: [403, 422],
      },
      claim,
    ),
    route(
      {
        operation: "list_slots",
        method: "GET",
        path: "/v1/slots",
        summary: "Lists slots, ascending by due and key.",
        scope: "read",
        query: {
          ...slotParameters,
          state: {
            type: "string",
            maxLength: 20,
            values: ["open", "dispatched", "settled"],
            description: "State.",
          },
          ...pageParameters,
        },
        answers: { 200: { description: "A page.", schema: "slot_page" } },
        problems: [400, 403],
      },
      list,
    ),
  ];
}

async function expect(call: Call<HubApi.SlotExpectRequest>): Promise<Reply> {
  const { body, caller } = call;
  const { repo } = caller;
  if (repo !== undefined && body.slots.some((slot) => slot.repo !== repo)) return foreignRepo(repo);
  const read = body.slots.map(readSlot);
  const findings = read.flatMap((each) => ("findings" in each ? each.findings : []));
  if (findings.length > 0) return flawedReply(findings);
  const slots = read.flatMap((each) => ("findings" in each ? [] : [each.slot]));
  return call.transact(async ({ sql, now, newId }) => {
    const missing = await missingRepos(sql, slots);
    if (missing.length > 0) return answered(flawedReply(missing, "reference_missing"));
    const outcomes = await expectSlots(sql, slots, { at: new Date(now).toISOString(), newId });
    return { status: 200, body: { slots: jsonOf(outcomes) } };
  });
}

/** A slot with its instants as the hub keeps them, or all that is wrong with it. */
function readSlot(
  slot: HubApi.SlotExpected,
  index: number,
): { readonly slot: ExpectedSlot } | { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const instant = (name: "due" | "ready_at" | "start_by" | "close_by"): string => {
    const text = slot[name] ?? slot.due;
    const read = instantOf(text);
    if (read === undefined) findings.push(noInstant(["slots", index, name], text));
    return read ?? "";
  };
  const due = instant("due");
  const readyAt = slot.ready_at === undefined ? due : instant("ready_at");
  const times = {
    due: due.replace(".000Z", "Z"),
    ready_at: readyAt,
    ...(slot.start_by === undefined ? {} : { start_by: instant("start_by") }),
    ...(slot.close_by === undefined ? {} : { close_by: instant("close_by") }),
  };
  if (times.due.includes("."))
    findings.push(flaw(["slots", index, "due"], `${slot.due} is no whole second`, "crons fire at minutes"));
  if (readyAt < due)
    findings.push(
      flaw(
        ["slots", index, "ready_at"],
        `${readyAt} is before it is due`,
        "a slot is ready when due or later",
      ),
    );
  return findings.length > 0 ? { findings } : { slot: { ...slot, ...times } };
}

/** Repos that slots name and that are not there. */
async function missingRepos(sql: Sql, slots: readonly ExpectedSlot[]): Promise<readonly Finding[]> {
  const named = [...new Set(slots.map(({ repo }) => repo))];
  const rows = await sql.rows<{ readonly key: string }>(
    "SELECT key FROM resources WHERE kind = 'repos' AND deleted_at IS NULL AND key = ANY ($1::text[])",
    [named],
  );
  const there = new Set(rows.map(({ key }) => key));
  return named
    .filter((repo) => !there.has(repo))
    .map((repo) => ({
      ...flaw(
        ["slots", slots.findIndex((slot) => slot.repo === repo), "repo"],
        `there is no repo ${repo}`,
        "make it first: coulomb hub register",
      ),
      code: "reference_missing",
    }));
}

async function claim(call: Call<HubApi.SlotClaimRequest>): Promise<Reply> {
  const { body, caller } = call;
  const asked = repoAsked(call, body.repo);
  if ("status" in asked) return asked;
  const given = body.as_of === undefined ? undefined : instantOf(body.as_of);
  if (body.as_of !== undefined && given === undefined) return flawedReply([noInstant(["as_of"], body.as_of)]);
  return call.transact(async ({ sql, now, newId }) => {
    const present = new Date(now).toISOString();
    if (given !== undefined && given > present)
      return answered(
        flawedReply([flaw(["as_of"], `${given} is to come: the hub has ${present}`, "leave it out")]),
      );
    const seconds = Math.min(body.lease_s ?? usualLease, longestClaim);
    const made = { id: newId(), by: caller.name, expires_at: new Date(now + seconds * 1_000).toISOString() };
    const { slots: ids, state = "open", limit = usualLimit, loop, activity } = body;
    const slots = await claimSlots(
      sql,
      {
        state,
        limit,
        asOf: given ?? present,
        ...asked,
        ...(loop === undefined ? {} : { loop }),
        ...(activity === undefined ? {} : { activity }),
        ...(ids === undefined ? {} : { ids }),
      },
      { claim: made, now },
    );
    return slots.length === 0
      ? { status: 204, body: null }
      : { status: 200, body: { claim: made, slots: jsonOf(slots) } };
  });
}

async function list(call: Call<undefined>): Promise<Reply> {
  const asked = textsOf(call.query, ["key", "loop", "activity", "cycle", "state"]);
  return pageReply<HubApi.Slot, NonNullable<SlotQuery["after"]>>(call, {
    read: (sql, page) => listSlots(sql, { ...asked, ...page }),
    placeOf: ({ due, key }) => [due, key],
    readPlace: ([due, key, ...more]) =>
      due !== undefined && key !== undefined && more.length === 0 ? [due, key] : undefined,
    shown: (slot) => slot,
  });
}
