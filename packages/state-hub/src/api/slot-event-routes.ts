import { type HubApi, hubBodies } from "@coulomb-loop/schemas/hub";
import {
  type AppendResult,
  appendEvent,
  type ListedEvent,
  listEvents,
  type SlotEventQuery,
} from "../store/slot-events.ts";
import {
  flawedReply,
  instantOf,
  jsonOf,
  noInstant,
  pageParameters,
  pageReply,
  slotParameters,
  textsOf,
} from "./ledger.ts";
import { answered, problem, type Reply } from "./problem.ts";
import { notFound } from "./resource-routes.ts";
import { type Call, type Route, route, routeWith } from "./route.ts";

/** What happened to slots, in words of the hub. */
const types: readonly HubApi.SlotEventType[] = [
  "dispatched",
  "settled",
  "released",
  "prepared",
  "opted_out",
  "not_in_sync",
  "unreadable",
  "config_changed",
  "skipped",
  "intervention",
  "note",
];

/** What happens to slots: only ever added to. */
export function slotEventRoutes(): readonly Route[] {
  return [
    routeWith(
      hubBodies.slot_event_request,
      {
        operation: "append_slot_event",
        method: "POST",
        path: "/v1/slots/{id}/events",
        summary:
          "Adds what happened to a slot, once for its id. What changes the state needs the claim, and ends it.",
        scope: "write",
        answers: {
          200: { description: "It was told before, in these words.", schema: "slot_event" },
          201: { description: "It is kept.", schema: "slot_event" },
        },
        problems: [404, 409, 422],
      },
      append,
    ),
    route(
      {
        operation: "list_slot_events",
        method: "GET",
        path: "/v1/slots/events",
        summary: "Lists what happened, in the order of slots (due, key), and for each as it came.",
        scope: "read",
        query: {
          ...slotParameters,
          type: { type: "string", maxLength: 40, values: types, description: "What happened." },
          ...pageParameters,
        },
        answers: { 200: { description: "A page.", schema: "slot_event_page" } },
        problems: [400, 403],
      },
      list,
    ),
  ];
}

async function append(call: Call<HubApi.SlotEventRequest>): Promise<Reply> {
  const { body, caller, id } = call;
  const { repo } = caller;
  const notBefore = body.type === "released" ? body.not_before : undefined;
  const instant = notBefore === undefined ? undefined : instantOf(notBefore);
  if (notBefore !== undefined && instant === undefined)
    return flawedReply([noInstant(["not_before"], notBefore)]);
  const event = body.type === "released" && instant !== undefined ? { ...body, not_before: instant } : body;
  return call.transact(async ({ sql, now }) => {
    const frame = {
      actor: caller.name,
      at: new Date(now).toISOString(),
      ...(repo === undefined ? {} : { repo }),
    };
    return answered(replyTo(await appendEvent(sql, id, event, frame)));
  });
}

function replyTo(result: AppendResult): Reply {
  switch (result.kind) {
    case "new":
      return { status: 201, body: jsonOf(result.event) };
    case "same":
      return { status: 200, body: jsonOf(result.event) };
    case "differs":
      return problem(409, "content_differs", `the slot has another event ${result.event.id}`, {
        hint: "an event is never changed: give another one another id",
        members: { current: jsonOf(result.event) },
      });
    case "no_slot":
      return notFound("slots");
    case "claim_lost":
      return problem(
        409,
        "claim_lost",
        result.holder === undefined
          ? "nobody has claimed this slot"
          : `${result.holder} has claimed this slot`,
        { hint: "leave it alone: claim others" },
      );
  }
}

async function list(call: Call<undefined>): Promise<Reply> {
  const asked = textsOf(call.query, ["key", "loop", "activity", "cycle", "type"]);
  return pageReply<ListedEvent, NonNullable<SlotEventQuery["after"]>>(call, {
    read: (sql, page) => listEvents(sql, { ...asked, ...page }),
    placeOf: ({ due, event }) => [due, event.slot, event.seq],
    readPlace: ([due, key, seq = "", ...more]) =>
      due !== undefined && key !== undefined && /^[1-9]\d{0,8}$/.test(seq) && more.length === 0
        ? [due, key, Number(seq)]
        : undefined,
    shown: ({ event }) => event,
  });
}
