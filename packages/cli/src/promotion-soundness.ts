import { compileDefinitions, lockFileName } from "@coulomb-loop/activity";
import { inPhases, loopName, type OpsDocuments, type RepoSync, type Soundness } from "@coulomb-loop/cadence";
import { planFleet, type Prospect, type RunContext, staysDeclined } from "@coulomb-loop/reconciler";
import type { ActivityLock, RepoPlan } from "@coulomb-loop/schemas";

/** How each repo of a loop is, as the reconciler sees it: in sync is one that is as desired and has nothing open. */
export function syncOf(
  { plan, declined, observations }: Pick<Prospect, "plan" | "declined" | "observations">,
  loop: string,
): ReadonlyMap<string, RepoSync> {
  const inputs = { installation: plan.installation, observations };
  return new Map(
    plan.repos
      .filter((repo) => repo.loop === loop)
      .map((repo) => [repo.repo_id, syncOfRepo(repo, staysDeclined(inputs, declined, repo))]),
  );
}

function syncOfRepo({ class: found, reason, change }: RepoPlan, isDeclined: boolean): RepoSync {
  if (found === "unknown") return { state: "unknown", message: reason };
  if (found === "opted_out") return { state: "opted_out", message: reason };
  if (found === "in_sync" && change === null) return { state: "in_sync", message: reason };
  if (isDeclined) return { state: "declined", message: "its people closed the proposal of its schedule" };
  return { state: "waiting", message: `${found}: ${reason}` };
}

/** Classes in which a repo's schedule file can be written. */
const writable: ReadonlySet<RepoPlan["class"]> = new Set([
  "in_sync",
  "create",
  "pending",
  "drift",
  "adoption",
]);

/** Whether the schedule file that each repo of a loop would get in each phase is sound, by `<repo id> <phase>`. */
export function scheduleSoundness(
  context: RunContext,
  { observations, state }: Pick<Prospect, "observations" | "state">,
  loop: string,
): ReadonlyMap<string, Soundness> {
  const { ops, installation, toolVersion, now } = context;
  const cadence = ops.documents.loops.find((each) => loopName(each) === loop)?.cadence?.value;
  const found = new Map<string, Soundness>();
  for (const { name } of cadence?.phases ?? []) {
    const documents = inPhases(ops.documents, (_id, of) => (of === loop ? name : undefined));
    const { plan } = planFleet({
      ...ops,
      documents,
      installation,
      toolVersion,
      observations,
      memory: state,
      now,
    });
    for (const repo of plan.repos)
      if (repo.loop === loop)
        found.set(
          `${repo.repo_id} ${name}`,
          writable.has(repo.class) ? { ok: true } : { ok: false, message: `${repo.class}: ${repo.reason}` },
        );
  }
  return found;
}

/** How each activity definition of the base branch compiles against the lock that is there. */
export function definitionSoundness(
  documents: OpsDocuments,
  lock: ActivityLock | undefined,
): ReadonlyMap<string, Soundness> {
  const { definitions, findings } = compileDefinitions(documents, lock, lockFileName);
  return new Map(
    definitions.map(({ definition: { id }, file, isLocked }) => {
      const flaw = findings.find((each) => each.file === file && each.severity === "error");
      if (flaw !== undefined) return [id, { ok: false, message: flaw.message }];
      return [id, isLocked ? { ok: true } : { ok: false, message: "it is not as the lock pins it" }];
    }),
  );
}
