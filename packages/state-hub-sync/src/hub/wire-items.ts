import type { ConflictRecord } from "../model.ts";
import type { SyncItem } from "../plan/types.ts";
import type { HubMapping } from "./mapping.ts";

/** One write of a sync as the hub takes it. */
export function wireItem(item: SyncItem, { encode }: HubMapping): unknown {
  switch (item.do) {
    case "create":
      return {
        do: item.do,
        key: item.key,
        workstream: item.workstream,
        values: encode(item.values),
        ...(item.id === undefined ? {} : { id: item.id }),
      };
    case "task":
      return {
        do: item.do,
        id: item.id,
        rev: item.rev,
        link_rev: item.linkRev,
        base: encode(item.base),
        base_revs: item.baseRevs,
        ...(Object.keys(item.set).length === 0 ? {} : { set: encode(item.set) }),
        ...(item.orphaned ? { orphaned: true } : {}),
        ...(item.conflicts.length === 0 ? {} : { conflicts: item.conflicts.map(wireConflict) }),
      };
    case "workstream":
      return {
        do: item.do,
        key: item.key,
        rev: item.rev,
        values: item.values,
        ...(item.id === undefined ? {} : { id: item.id }),
      };
    case "decision":
      return { do: item.do, key: item.key, rev: item.rev, values: wireDecision(item.key, item.values) };
  }
}

/** A decision's fields: its key ends in its loop and its id within that. */
function wireDecision(key: string, { id, ...values }: Readonly<Record<string, unknown>>): unknown {
  return { ...values, loop: key.split("/").at(-2), id_in_loop: id };
}

function wireConflict({ field, base, local, remote, loser }: ConflictRecord): unknown {
  return { field, base, local, remote, loser };
}
