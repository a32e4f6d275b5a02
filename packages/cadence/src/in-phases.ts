import { entryIdentity } from "./desired.ts";
import type { LoopDocuments, OpsDocuments } from "./ops-documents.ts";

/**
 * The ops repo as it would be if active repos were in other phases: `phaseOf` names the phase of a repo by its id and
 * loop; `undefined` leaves it as it is. Places of values stay those of the files. Pure.
 */
export function inPhases(
  documents: OpsDocuments,
  phaseOf: (id: string, loop: string) => string | undefined,
): OpsDocuments {
  return { ...documents, loops: documents.loops.map((loop) => loopInPhases(documents, loop, phaseOf)) };
}

function loopInPhases(
  documents: OpsDocuments,
  loop: LoopDocuments,
  phaseOf: (id: string, loop: string) => string | undefined,
): LoopDocuments {
  const { roster } = loop;
  if (roster === undefined) return loop;
  const before = new Map<object, object>();
  const active = roster.value.active.map((entry) => {
    const id = entryIdentity(documents, roster.value, entry)?.id;
    const phase = id === undefined ? undefined : phaseOf(id, roster.value.loop);
    const changed = phase === undefined ? entry : { ...entry, phase };
    return before.set(changed, entry) && changed;
  });
  const list = roster.value.active;
  const value = { ...roster.value, active };
  before.set(active, list).set(value, roster.value);
  return {
    ...loop,
    roster: { ...roster, value, origin: (node, item) => roster.origin(before.get(node) ?? node, item) },
  };
}
