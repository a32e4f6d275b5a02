import type { DesiredRepo } from "@coulomb-loop/cadence";
import { decode, readYaml } from "@coulomb-loop/documents";
import type { BlobCache, Forge, RepoObservation } from "@coulomb-loop/forge";
import { validateSchedule } from "@coulomb-loop/schemas";

/** The schedule file of a pilot repo as it stands on its default branch. */
export type LiveSchedule =
  | {
      readonly kind: "read";
      /** As parsed; a flaw of the pilot's elsewhere in the file does not hide what it says here. */
      readonly raw: unknown;
      readonly blob: string;
      readonly head: string;
    }
  | { readonly kind: "absent" }
  /** It could not be had, or not be read: never taken for absent (page 06 R9). */
  | { readonly kind: "unreadable"; readonly message: string };

/** The live schedules of repos, by `liveKey`. */
export type LiveSchedules = ReadonlyMap<string, LiveSchedule>;

/** Names the schedule file of a repo: several loops may run there, each with a file of its own. */
export function liveKey({ loop, id }: Pick<DesiredRepo, "loop" | "id">): string {
  return `${loop} ${id}`;
}

/**
 * Reads the schedule file of every repo from its default branch, each forge in its own batches. Every repo has an answer;
 * one whose forge is missing or silent is unreadable.
 */
export async function readSchedules(
  repos: readonly DesiredRepo[],
  forges: ReadonlyMap<string, Forge>,
  cache: BlobCache,
): Promise<LiveSchedules> {
  const found = new Map<string, LiveSchedule>();
  await Promise.all(
    [...Map.groupBy(repos, ({ forge }) => forge)].map(async ([name, members]) => {
      const forge = forges.get(name);
      if (forge === undefined) return;
      const byName = Map.groupBy(members, ({ owner, repo }) => `${owner}/${repo}`);
      const queries = [...byName.values()].map(([first, ...others]) => ({
        repo: { owner: first?.owner ?? "", repo: first?.repo ?? "" },
        files: [...new Set([first, ...others].flatMap((each) => each?.file ?? []))],
        branches: [],
      }));
      for await (const observation of forge.observe(queries, cache))
        for (const repo of byName.get(`${observation.repo.owner}/${observation.repo.repo}`) ?? [])
          found.set(liveKey(repo), scheduleIn(observation, repo.file));
    }),
  );
  for (const repo of repos)
    if (!found.has(liveKey(repo)))
      found.set(liveKey(repo), {
        kind: "unreadable",
        message: `the forge ${repo.forge} did not answer for it`,
      });
  return found;
}

function scheduleIn({ facts, files }: RepoObservation, path: string): LiveSchedule {
  if (facts.kind === "unknown") return { kind: "unreadable", message: `${facts.reason}: ${facts.message}` };
  const file = files.get(path);
  if (file === undefined) return { kind: "unreadable", message: `the forge told nothing of ${path}` };
  if (file.kind === "unknown") return { kind: "unreadable", message: `${file.reason}: ${file.message}` };
  if (file.value.kind === "absent") return { kind: "absent" };
  if (file.value.kind === "other")
    return { kind: "unreadable", message: `${path} is a ${file.value.what}, not a file` };
  const source = decode(file.value.bytes, path);
  if (Array.isArray(source))
    return { kind: "unreadable", message: source[0]?.message ?? `${path} is no text` };
  const { raw, findings } = readYaml(source, validateSchedule);
  if (typeof raw !== "object" || raw === null)
    return {
      kind: "unreadable",
      message: findings[0]?.message ?? `${path} holds no map`,
    };
  return { kind: "read", raw, blob: file.value.blob, head: facts.value.head ?? "" };
}
