import type { DesiredRepo } from "@coulomb-loop/cadence";
import type { RepoObservation } from "@coulomb-loop/forge";
import { branchName, parseMarker, parseTrailers } from "@coulomb-loop/proposals";
import type { RepoPlan } from "@coulomb-loop/schemas";
import type { RepoClass } from "./classify.ts";
import { scheduleKey } from "./schedule-key.ts";

/** Why a repo is not looked into at all. */
export interface Blocked {
  readonly class: Extract<RepoClass, "unknown" | "moved" | "ineligible" | "foreign_owner">;
  readonly reason: string;
}

/** Which repo and file a claim could be on. */
export type Claimed = Pick<DesiredRepo, "id" | "formerIds" | "loop" | "file">;

/**
 * What stops a repo before its paths are compared (page 03 §2); `undefined` when nothing does. With `takesOver` a file that
 * another installation wrote in the past is taken from it.
 */
export function blocked(
  installation: string,
  desired: Claimed,
  observation: RepoObservation,
  takesOver = false,
): Blocked | undefined {
  const { facts } = observation;
  if (facts.kind === "unknown" && facts.reason === "moved")
    return {
      class: "moved",
      reason: `${facts.message}; nothing known of it is carried over before the roster says so under moved`,
    };
  if (facts.kind === "unknown") return { class: "unknown", reason: facts.message };
  // Whose a file is may be asked and not answered: then nothing may be written to it.
  const history = takesOver ? undefined : observation.lastChanges?.get(desired.file);
  if (history?.kind === "unknown")
    return { class: "unknown", reason: `who changed ${desired.file} cannot be told: ${history.message}` };
  const owner = foreignOwner(installation, desired, observation, takesOver);
  if (owner !== undefined) return { class: "foreign_owner", reason: owner };
  return facts.value.eligible.ok
    ? undefined
    : { class: "ineligible", reason: `the repo is ${facts.value.eligible.reason}` };
}

/**
 * Somebody else's claim: an open proposal on our branch that is another repo's (a copy brought it along), or a file that
 * a proposal of another installation changed after any of ours; what people changed since says nothing about that. Two
 * that both restored their values would do so for ever.
 */
function foreignOwner(
  installation: string,
  desired: Claimed,
  { proposals, lastChanges }: RepoObservation,
  takesOver: boolean,
): string | undefined {
  const ids = new Set([desired.id, ...(desired.formerIds ?? [])]);
  const listed = proposals.get(branchName({ installation, key: scheduleKey(desired.loop) }));
  const open = listed?.kind === "known" ? listed.value.filter(({ state }) => state === "open") : [];
  for (const { body, ref } of open) {
    const marker = parseMarker(body);
    if (marker === undefined || (marker.installation === installation && ids.has(marker.repo))) continue;
    return `proposal ${ref.number} belongs to ${marker.repo} of installation "${marker.installation}"`;
  }
  const changes = lastChanges?.get(desired.file);
  if (takesOver || changes?.kind !== "known") return undefined;
  const owner = changes.value
    .map(({ message }) => parseTrailers(message)?.installation ?? "")
    .find((name) => name !== "");
  if (owner === undefined || owner === installation) return undefined;
  return `installation "${owner}" keeps ${desired.file}: the last proposal that changed it is its own`;
}

/** Who changed the file last, where that was asked for. */
export function lastChangeOf({ lastChanges }: RepoObservation, file: string): Pick<RepoPlan, "last_change"> {
  const found = lastChanges?.get(file);
  const [newest] = found?.kind === "known" ? found.value : [];
  if (newest === undefined) return {};
  const { commit, authorName, at, message } = newest;
  const subject = oneLine(message.split("\n", 1)[0] ?? "");
  return {
    last_change: {
      commit,
      author: oneLine(authorName) || "somebody",
      at: new Date(at).toISOString(),
      ...(subject === "" ? {} : { subject }),
    },
  };
}

/** Somebody's words as one line of a plan. */
function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(/\s+/g, " ").trim().slice(0, 200).toWellFormed();
}
