import type { HostedLabel, HostedRepo } from "../../hosting/index.ts";
import { isObject, type JsonObject } from "../json.ts";
import { nodeId } from "../node-id.ts";
import { connectionOf } from "../paging.ts";

/** A page of labels, by the time they were made unless told otherwise. */
export function labelConnection(
  repo: HostedRepo,
  labels: readonly HostedLabel[],
  args: JsonObject,
): JsonObject {
  const order = isObject(args["orderBy"]) ? args["orderBy"] : {};
  const sign = order["direction"] === "DESC" ? -1 : 1;
  const byName = order["field"] === "NAME";
  const compare = (a: HostedLabel, b: HostedLabel) =>
    byName ? a.name.localeCompare(b.name, "en") : a.id - b.id;
  const sorted = [...labels].sort((a, b) => sign * compare(a, b));
  return connectionOf(sorted, args, ({ id, name, color, description }) => ({
    id: nodeId("label", repo.id, id),
    name,
    color,
    description: description === "" ? null : description,
  }));
}
