import { taskMoves } from "../rules/moves.ts";
import { mostBytes } from "./body.ts";
import { mostWait } from "./feed-routes.ts";
import { problem } from "./problem.ts";
import { mostOfPage } from "./resource-routes.ts";
import { type Route, route } from "./route.ts";

/** Whether the hub works, and what it is. */
export function metaRoutes(): readonly Route[] {
  const health = { schema: "health" } as const;
  return [
    route(
      {
        operation: "is_alive",
        method: "GET",
        path: "/healthz",
        summary: "Whether the process answers.",
        scope: "none",
        answers: { 200: { description: "It does.", ...health } },
      },
      async () => ({ status: 200, body: { status: "ok" } }),
    ),
    route(
      {
        operation: "is_ready",
        method: "GET",
        path: "/readyz",
        summary: "Whether its database answers.",
        scope: "none",
        answers: { 200: { description: "It does.", ...health } },
        problems: [503],
      },
      async ({ frame }) => {
        try {
          await frame.store.bounds();
          return { status: 200, body: { status: "ok" } };
        } catch {
          return problem(503, "unavailable", "the database does not answer");
        }
      },
    ),
    route(
      {
        operation: "read_meta",
        method: "GET",
        path: "/v1/meta",
        summary: "What this hub is: its id, words, moves and bounds.",
        scope: "read",
        answers: { 200: { description: "It.", schema: "meta" } },
      },
      async ({ frame }) => {
        const { min, head } = await frame.store.bounds();
        return {
          status: 200,
          body: {
            hub_id: frame.store.hubId,
            version: frame.version,
            store: frame.storeKind,
            now: new Date(frame.store.now()).toISOString(),
            min_seq: min,
            head_seq: head,
            statuses: {
              task: Object.keys(taskMoves),
              workstream: ["draft", "active", "paused", "done", "cancelled"],
              decision: ["proposed", "accepted", "rejected", "superseded"],
            },
            priorities: ["low", "medium", "high", "critical"],
            moves: taskMoves,
            limits: { body_bytes: mostBytes, items: 500, page: mostOfPage, wait_s: mostWait },
          },
        };
      },
    ),
  ];
}
