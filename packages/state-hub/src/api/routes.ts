import { conflictRoutes } from "./conflict-routes.ts";
import { feedRoutes } from "./feed-routes.ts";
import { metaRoutes } from "./meta-routes.ts";
import { recordRoutes } from "./record-routes.ts";
import { replicaRoutes } from "./replica-routes.ts";
import { resourceRoutes } from "./resource-routes.ts";
import type { Route } from "./route.ts";
import { slotEventRoutes } from "./slot-event-routes.ts";
import { slotRoutes } from "./slot-routes.ts";
import { taskRoutes } from "./task-routes.ts";
import { tokenRoutes } from "./token-routes.ts";

/** Every route of the hub: the router and the description of the API are made from this table, and from nothing else. */
export const routes: readonly Route[] = [
  ...metaRoutes(),
  // Before the resources: `/v1/tasks/claim` is no id.
  ...taskRoutes(),
  ...resourceRoutes(),
  ...conflictRoutes(),
  ...feedRoutes(),
  ...replicaRoutes(),
  ...slotRoutes(),
  ...slotEventRoutes(),
  ...recordRoutes(),
  ...tokenRoutes(),
];
