import { isDeepStrictEqual } from "node:util";
import { type EventRow, eventColumns, eventOf } from "./store/feed.ts";
import { columns, type ResourceRow, resourceOf } from "./store/rows.ts";
import type { Event, Json, Resource, Sql } from "./index.ts";

/**
 * Reads the tables and says what does not agree in them: the feed's counter is the number of events; each resource is what
 * its events make of nothing, with as many revisions; no event is about a resource that is not there.
 */
export async function judgeTables(sql: Sql): Promise<readonly string[]> {
  const resources = (await sql.rows<ResourceRow>(`SELECT ${columns} FROM resources`)).map(resourceOf);
  const rows = await sql.rows<EventRow>(`SELECT ${eventColumns} FROM events ORDER BY events.seq`);
  const events = rows.map(eventOf);
  const [feed] = await sql.rows<{ readonly seq: number }>("SELECT seq::float8 AS seq FROM feed");
  const broken: string[] = [];
  if (feed?.seq !== events.length) broken.push(`the feed is at ${feed?.seq}, of ${events.length} events`);
  const gap = events.findIndex(({ seq }, at) => seq !== at + 1);
  if (gap !== -1) broken.push(`the feed goes on with ${events[gap]?.seq} at place ${gap + 1}`);
  const byId = Map.groupBy(events, ({ id }) => id);
  for (const resource of resources) broken.push(...judgeResource(resource, byId.get(resource.id) ?? []));
  const ids = new Set(resources.map(({ id }) => id));
  for (const id of byId.keys()) if (!ids.has(id)) broken.push(`events are about ${id}, which is not there`);
  return broken;
}

function judgeResource(resource: Resource, events: readonly Event[]): readonly string[] {
  const fields = new Map<string, Json>();
  const revs = new Map<string, number>();
  for (const { changed, rev } of events)
    for (const [field, { to }] of Object.entries(changed)) {
      if (to === undefined) fields.delete(field);
      else fields.set(field, to);
      revs.set(field, rev);
    }
  const name = `${resource.kind} ${resource.key}`;
  const broken: string[] = [];
  const numbers = events.map(({ rev }) => rev);
  if (
    !isDeepStrictEqual(
      numbers,
      Array.from({ length: resource.rev }, (_, at) => at + 1),
    )
  )
    broken.push(`${name} is at revision ${resource.rev}, its events at ${numbers.join(", ")}`);
  if (!isDeepStrictEqual(Object.fromEntries(fields), resource.fields))
    broken.push(`${name} is not what its events say`);
  if (!isDeepStrictEqual(Object.fromEntries(revs), resource.fieldRevs))
    broken.push(`${name} has other revisions of its fields than its events`);
  if ((events.at(-1)?.deleted === true) !== (resource.deletedAt !== undefined))
    broken.push(`${name} and its events differ in whether it is deleted`);
  return broken;
}
