import type { Finding } from "@coulomb-loop/schemas";
import { decode } from "./decode.ts";
import { editOpened } from "./edit-yaml.ts";
import { readWorkplan } from "./read-workplan.ts";
import type { Edit, EditResult, Source } from "./types.ts";
import type { TaskStatus, WorkplanValidators } from "./workplan.ts";
import { type Copy, copyEdits } from "./workplan-change.ts";
import { isStatus } from "./workplan-join.ts";
import { copiesOf, openHosts } from "./workplan-open.ts";
import type { YamlValue } from "./yaml-value.ts";

/** What a repair did, and what it left to people. */
export interface Repair {
  readonly result: EditResult;
  /** The findings that are gone; empty unless something was edited. */
  readonly repaired: readonly Finding[];
  /** The findings of the workplan as it is then. */
  readonly left: readonly Finding[];
}

/**
 * Repairs what has one possible repair, by the same splices and the same proof as `editWorkplan`. Only a status can:
 *
 * - one copy has no status (or an empty one) and the other a known one: only that makes both agree;
 * - one copy spells the other's status in another way (`Done`, `in-progress`): both say the same already.
 *
 * Everything else is left, because a person might want either: two known statuses that differ; a word that no other
 * copy confirms (a spelling is never corrected on its own, however near); a task with one copy (its title, or its place
 * among the headings, is not known); an id that stands twice (others may refer to both); a fence without end, shadowed
 * or crossed by a tab (where it should end is a guess); YAML that does not parse.
 */
export function repairWorkplan(source: Source, validators: WorkplanValidators<unknown, unknown>): Repair {
  const { findings: before } = readWorkplan(source, validators);
  const open = openHosts((hosts) => repairsOf(copiesOf(hosts).copies), validators);
  const result = editOpened(source, open);
  if (result.status !== "edited") return { result, repaired: [], left: before };
  const after = decode(result.bytes, source.file);
  const left = Array.isArray(after) ? after : readWorkplan(after, validators).findings;
  return { result, repaired: goneFrom(before, left), left };
}

function repairsOf(copies: readonly Copy[]): ReadonlyMap<number, readonly Edit[]> {
  const byKey = new Map<string, Copy[]>();
  for (const copy of copies) byKey.set(copy.key, [...(byKey.get(copy.key) ?? []), copy]);
  const edits = new Map<number, readonly Edit[]>();
  for (const [one, other, third] of byKey.values()) {
    if (one === undefined || other === undefined || third !== undefined) continue;
    // Two entries, or two fences, are two tasks with one id.
    if ((one.host === 0) === (other.host === 0)) continue;
    for (const [copy, witness] of [
      [one, other],
      [other, one],
    ] as const) {
      const status = repairedStatus(copy.status, witness.status);
      if (status === undefined) continue;
      edits.set(copy.host, [...(edits.get(copy.host) ?? []), ...copyEdits(copy, { status })]);
    }
  }
  return edits;
}

/** The known status of the other copy, when this one has none or means the same. */
function repairedStatus(status: YamlValue | undefined, other: YamlValue | undefined): TaskStatus | undefined {
  if (typeof other !== "string" || !isStatus(other)) return undefined;
  if (status === undefined || status === null) return other;
  if (typeof status !== "string" || isStatus(status)) return undefined;
  const folded = status
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return folded === other ? other : undefined;
}

/** Lines move when a status is added, so places are not compared; repeated findings count. */
function goneFrom(before: readonly Finding[], left: readonly Finding[]): Finding[] {
  const still = left.map(nameOf);
  return before.filter((finding) => {
    const at = still.indexOf(nameOf(finding));
    if (at !== -1) still.splice(at, 1);
    return at === -1;
  });
}

function nameOf({ code, message, path }: Finding): string {
  return JSON.stringify([code, message, path]);
}
