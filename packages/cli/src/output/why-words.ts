import type { RepoResult } from "@coulomb-loop/reconciler";
import { noOverride, subject } from "@coulomb-loop/reconciler";
import type { Cadence, RepoPlan } from "@coulomb-loop/schemas";
import { ineligibleStep } from "./ineligible.ts";

/** What a verdict on one repo rests on. */
export interface Verdict {
  readonly repo: RepoPlan;
  readonly result: RepoResult;
  /** Number of its open proposal. */
  readonly open: number | undefined;
  readonly policy: Pick<Cadence, "adoption" | "on_drift">;
  /** Epoch milliseconds. */
  readonly asOf: number;
}

/** The rule that decided the class of a repo: the row of its worst path, or what stopped it before any path. */
export function ruleOf(repo: RepoPlan): string {
  switch (repo.class) {
    // Of the repo as a whole: each of its paths has a reason of its own.
    case "in_sync":
      return `row 1 of the table of classes: ${repo.reason}`;
    case "opted_out":
      return "the repo's own word wins over every row";
    default: {
      const deciding = repo.paths.find((path) => path.class === repo.class);
      if (deciding !== undefined) return `row ${deciding.row} of the table of classes: ${deciding.reason}`;
      return repo.class === "released"
        ? "row 8 of the table of classes: the loop owns nothing there any more"
        : "before any value is compared: a repo must be readable, ours and eligible";
    }
  }
}

/** What would change the verdict, by whoever can do it. */
export function wouldChange(verdict: Verdict): string[] {
  const { repo, result } = verdict;
  const { gate } = repo;
  const until = gate.opens_at === undefined ? "" : `, opens at ${gate.opens_at}`;
  return [
    ...(gate.open ? [] : [`the gate: ${gate.message ?? ""}${until}`]),
    ...byOutcome(repo, result),
    ...byClass(verdict),
  ];
}

function byOutcome(repo: RepoPlan, { outcome }: RepoResult): string[] {
  switch (outcome) {
    case "declined":
      return [
        `reopening the closed proposal, its label coulomb:reopen (coulomb requests label ${named(repo)} coulomb:reopen), or coulomb reconcile --reopen ${named(repo)}`,
        "another wanted value in the ops repo",
      ];
    case "rejected":
      return [`coulomb reconcile --retry ${named(repo)}, once the forge takes the write`];
    default:
      return [];
  }
}

/** A repo as the commands take it. */
function named({ repo, loop }: RepoPlan): string {
  return `${repo}@${loop}`;
}

function byClass(verdict: Verdict): string[] {
  const { repo, policy } = verdict;
  const override = overrideFor(verdict);
  const way = override === undefined ? [] : [`${override} keeps what the repo has`];
  switch (repo.class) {
    case "in_sync":
      return [
        "a change of an owned value in the repo: drift",
        "a change of what the ops repo wants: pending",
      ];
    case "create":
      return ["the repo takes the value: in sync", "the repo opts out"];
    case "pending":
      return repo.mode === "disable"
        ? ["the repo turns the agents off, by the proposal or by hand: released", "an entry under active"]
        : ["the repo takes the value: in sync", ...way, ...scheduledAgain(repo), "the repo opts out"];
    case "drift":
      return [
        `the repo restores the value, ${policy.on_drift === "show" ? "" : "by the proposal or "}by hand: in sync`,
        "the ops repo wants the repo's value: in sync",
        ...way,
        ...(policy.on_drift === "show" ? ["on_drift: propose in cadence.yaml: it is offered"] : []),
      ];
    case "adoption":
      return [
        "the repo takes the loop's values: in sync",
        ...way.map((words) => `${words} (coulomb import writes such overrides with a new entry)`),
        policy.adoption === "refuse"
          ? "adoption: if_identical or takeover in cadence.yaml: the loop's values are offered"
          : "adoption: takeover or refuse in cadence.yaml",
      ];
    case "conflict":
      return [
        "the repo takes the ops repo's value: in sync",
        ...way,
        "the ops repo wants the repo's value: in sync",
      ];
    case "leaving":
    case "leaving_conflict":
      return ["the values go from the repo: released", "mode: release in the roster forgets them"];
    case "orphaned":
      return [
        "an entry under removed with a mode (release, disable, prune) says what becomes of it",
        "removed_agents in cadence.yaml, for an agent that no phase schedules",
      ];
    case "released":
      return ["an entry under active"];
    case "opted_out":
      return ["the repo takes enabled: false or paused out of its schedule file"];
    case "unknown":
      return ["the repo can be read"];
    case "unsupported":
      return [`${repo.file} can be edited without touching anything else`];
    case "ineligible":
      return ["the repo is there, writable and has a commit"];
    case "foreign_owner":
      return [
        "another file for this loop (schedule_path), or the other installation's roster without the repo and adoption: takeover here",
      ];
    case "moved":
      return ["an entry under its new name, and moved: { from, to } in the roster"];
  }
}

function scheduledAgain({ paths }: RepoPlan): string[] {
  return paths.some(
    ({ class: found, source }) => found === "pending" && source.what.startsWith("removed_agents"),
  )
    ? ["a phase that schedules the agent again, instead of removed_agents"]
    : [];
}

/** The override that could keep what the repo has, as far as `coulomb validate` lets it; `undefined`: none could. */
function overrideFor({ repo, asOf }: Verdict): string | undefined {
  const off = repo.paths.filter((path) => path.class === repo.class);
  const kept = off.filter((path) => noOverride(repo, path, asOf) === undefined);
  if (kept.length === 0) return undefined;
  const which = kept.length === off.length ? "" : ` of ${kept.map((path) => path.pointer).join(", ")}`;
  return `an override${which} in the roster`;
}

/** What a person does next. */
export function nextStep(verdict: Verdict): string {
  const { repo, result } = verdict;
  switch (result.outcome) {
    case "declined": {
      const override = overrideFor(verdict);
      const agree = override === undefined ? "" : `. To agree with the repo, add ${override}`;
      return `people declined this change; it comes back when what is wanted differs, or with coulomb reconcile --reopen ${named(repo)}${agree}`;
    }
    case "edited":
      return `its proposal was edited by people: they merge or close it; coulomb reconcile --rebuild ${named(repo)}, or the label coulomb:rebuild (coulomb requests label ${named(repo)} coulomb:rebuild), has it made anew`;
    case "queued":
      return `nothing: ${result.message}`;
    case "held":
      return `remove the label coulomb:hold from its proposal: coulomb requests label ${named(repo)} coulomb:hold --remove`;
    case "suspended":
      return `${result.message}: see suspend in cadence.yaml`;
    case "rejected":
      return `mend what the forge refused, then coulomb reconcile --retry ${named(repo)}; without it nothing is tried again until the repo or what is wanted changes`;
    case "blocked":
      return repo.class === "create" || repo.class === "pending" || repo.class === "drift"
        ? "rename or delete the branch that is in the way"
        : ofClass(verdict);
    default:
      return ofClass(verdict);
  }
}

function ofClass(verdict: Verdict): string {
  const { repo, open } = verdict;
  const shown = onlyShown(verdict);
  if (shown !== undefined) return shown;
  const proposal =
    open === undefined ? "coulomb reconcile opens a proposal" : `merge or close proposal #${open}`;
  const override = overrideFor(verdict);
  const keep = override === undefined ? "" : `; or add ${override} to keep the repo's`;
  switch (repo.class) {
    case "in_sync":
    case "released":
      return "nothing to do";
    case "leaving":
      return `${proposal}; merged, the repo is released`;
    case "leaving_conflict":
      return "the repo changed values that are to go: delete them by hand, or let it leave by mode: release";
    case "orphaned":
      return "say what becomes of it: an entry under removed in the roster, or removed_agents in cadence.yaml";
    case "moved":
      return "give the entry its new name and add moved: { from, to } to the roster";
    case "create":
    case "pending":
      return `${proposal}; merged, the repo is ${repo.mode === "disable" ? "released" : "in sync"}`;
    case "drift":
      return `${proposal} to restore the values${keep}`;
    case "adoption":
      return `${proposal} to take the loop's values${keep}`;
    case "conflict":
      return `${open === undefined ? "coulomb reconcile opens a draft" : `merge proposal #${open}`} (ops repo wins)${override === undefined ? "" : `, add ${override} (repo wins)`}, or edit the roster so that both agree`;
    case "opted_out":
      return "the repo decides: it removes enabled: false or paused from its schedule file";
    case "unknown":
      return "make the repo readable; coulomb doctor says what is wrong";
    case "unsupported":
      return `correct ${repo.file} by hand as the findings above say`;
    case "foreign_owner":
      return "agree with the owners of the other installation who runs the loop there";
    case "ineligible":
      return ineligibleStep(repo.reason);
  }
}

/** Classes of paths that a proposal always holds. */
const offered: ReadonlySet<RepoPlan["paths"][number]["class"]> = new Set<RepoPlan["paths"][number]["class"]>([
  "create",
  "pending",
  "conflict",
  "leaving",
]);

/** The way where the policy offers nothing for what differs; a proposal that is open then holds other values. */
function onlyShown(verdict: Verdict): string | undefined {
  const { repo, open, policy } = verdict;
  const override = overrideFor(verdict);
  const keep = override === undefined ? "" : `, or ${override} keeps the repo's`;
  const others = repo.paths.filter((path) => path.class !== repo.class && offered.has(path.class));
  const rest =
    open === undefined || others.length === 0
      ? ""
      : `; proposal #${open} holds the rest (${others.map(subject).join(", ")})`;
  if (repo.class === "drift" && policy.on_drift === "show")
    return `cadence.yaml says on_drift: show, so no proposal restores the values: the repo restores them by hand${keep}${rest}`;
  if (repo.class === "adoption" && policy.adoption === "refuse")
    return `cadence.yaml says adoption: refuse, so no proposal takes the loop's values: the repo takes them by hand${keep}${rest}`;
  return undefined;
}
