/**
 * A small model of the decision, written from page 07 and page 06 R19 to R21 and not from the code: one phase to leave, cycles as letters,
 * all sets as plain lists. It is slow and short on purpose.
 */

export type Letter = "s" | "f" | "i";
export type Word = "success" | "pending" | "inconclusive" | "failure";

/** An answer; `strong` is an approval that is young enough and says why. */
export interface Answer {
  readonly user: "ada" | "bob" | "eve";
  readonly action: "approve" | "reject";
  readonly isBound: boolean;
  readonly strong: boolean;
}

export interface Rules {
  readonly limit: number;
  readonly scope: "per_repo" | "fleet";
  /** 0: all repos. */
  readonly minimum: number;
  readonly isDryRun: boolean;
  readonly soak: number;
  readonly waveSoak: number;
  readonly most: number;
  readonly isSuspended: boolean;
  readonly isOpenWindow: boolean;
  /** 0: no approval is asked for. */
  readonly approvals: number;
  readonly needsAda: boolean;
}

export interface Pilot {
  readonly name: string;
  readonly wave: 0 | 1;
  readonly phase: "bootstrap" | "stabilize";
  /** As many letters as all others of its phase. */
  readonly letters: readonly Letter[];
  readonly sync: "in_sync" | "waiting" | "unknown";
  readonly isValid: boolean;
}

export interface Step {
  readonly kind: "hold" | "release" | "demote";
  readonly name: string;
  readonly cooldown: number;
  readonly hold: boolean;
}

export interface World {
  readonly rules: Rules;
  readonly pilots: readonly Pilot[];
  readonly chain: readonly Step[];
}

/** What was proposed, from which world, and what became of it. */
export interface Proposal {
  readonly before: World;
  readonly isAsWritten: boolean;
  readonly answers: readonly Answer[];
}

const order: readonly Word[] = ["success", "pending", "inconclusive", "failure"];
const worst = (words: readonly Word[]): Word =>
  words.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? "pending";
const wordOf = (letter: Letter): Word =>
  letter === "s" ? "success" : letter === "f" ? "failure" : "inconclusive";

/** Numbers of the cycles of a streak at the end. */
function streak(words: readonly Word[]): number[] {
  const last = words.findLastIndex((each) => each !== "success");
  return words.flatMap((_, at) => (at > last ? [at] : []));
}

function resultOf(words: readonly Word[], limit: number): Word {
  const newest = words.at(-1);
  if (newest === undefined) return "pending";
  if (streak(words).length >= limit) return "success";
  return newest === "success" ? "pending" : newest;
}

const inPhase = ({ pilots }: World, phase: Pilot["phase"]) => pilots.filter((each) => each.phase === phase);
const wordsOf = ({ letters }: Pilot) => letters.map(wordOf);

function neededOf(world: World): number {
  const { minimum } = world.rules;
  const members = inPhase(world, "bootstrap").length;
  return minimum === 0 ? members : Math.max(1, minimum - inPhase(world, "stabilize").length);
}

/** The words of the fleet's cycles: of each the best that are needed, and the worst of these. */
function fleetWords(world: World): Word[] {
  const members = inPhase(world, "bootstrap").map(wordsOf);
  return (members[0] ?? []).map((_, at) =>
    bestOf(
      members.map((words) => words[at] ?? "pending"),
      neededOf(world),
    ),
  );
}

function bestOf(words: readonly Word[], count: number): Word {
  return worst(words.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).slice(0, count));
}

function criterion(world: World, targets: readonly Pilot[]): Word {
  const { limit, scope } = world.rules;
  const members = inPhase(world, "bootstrap");
  if (members.length === 0 || members.length < neededOf(world)) return "pending";
  if (scope === "fleet") return resultOf(fleetWords(world), limit);
  const own = (pilot: Pilot) => resultOf(wordsOf(pilot), limit);
  const all = bestOf(members.map(own), neededOf(world));
  return all === "success" ? worst([all, ...targets.map(own)]) : all;
}

function isHeld({ chain }: World, name: string): boolean {
  return chain
    .filter((each) => each.name === name)
    .reduce((held, { kind, hold }) => (kind === "demote" ? held || hold : kind === "hold"), false);
}

function isCooling({ chain }: World, { name, letters }: Pilot): boolean {
  const latest = chain.findLast((each) => each.name === name && each.kind === "demote");
  return latest !== undefined && letters.length < latest.cooldown;
}

const isFree = (world: World, pilot: Pilot) => !isHeld(world, pilot.name) && !isCooling(world, pilot);

/** P1 and P14. */
function targetsOf(world: World): Pilot[] {
  const { rules } = world;
  const free = inPhase(world, "bootstrap").filter((pilot) => isFree(world, pilot));
  const wave = free.some((each) => each.wave === 0) ? 0 : 1;
  const own = free.filter((each) => each.wave === wave);
  // Of too few repos nothing is known; what is only shown leaves nobody out.
  const isKnown = inPhase(world, "bootstrap").length >= neededOf(world);
  const ready =
    rules.scope === "fleet" || rules.isDryRun || !isKnown
      ? own
      : own.filter((pilot) => resultOf(wordsOf(pilot), rules.limit) === "success");
  const chosen = ready.length > 0 ? ready : own;
  return wave === 0 ? chosen.slice(0, rules.most) : chosen;
}

function waveGate(world: World, targets: readonly Pilot[]): Word {
  if (targets.length === 0) return "pending";
  if (targets.every(({ wave }) => wave === 0)) return "success";
  const earlier = world.pilots.filter(({ wave }) => wave === 0);
  const wasTakenBack = ({ name }: Pilot) =>
    isHeld(world, name) && world.chain.some((each) => each.name === name && each.kind === "demote");
  if (earlier.some(wasTakenBack)) return "failure";
  const counts = earlier.filter(({ name }) => !isHeld(world, name));
  const isThere = (pilot: Pilot) =>
    pilot.phase === "stabilize" && streak(wordsOf(pilot)).length >= world.rules.waveSoak;
  return counts.every(isThere) ? "success" : "pending";
}

/** The gates before a proposal that count. */
function early(world: World, targets: readonly Pilot[]): Word[] {
  const { rules } = world;
  const soaked = targets.every((pilot) => streak(wordsOf(pilot)).length >= rules.soak);
  return [
    rules.isSuspended ? "pending" : "success",
    targets.length === 0 ? "pending" : "success",
    ...targets.map(({ isValid }): Word => (isValid ? "success" : "failure")),
    ...targets.map(
      ({ sync }): Word => (sync === "in_sync" ? "success" : sync === "waiting" ? "pending" : "inconclusive"),
    ),
    ...(rules.isDryRun ? [] : [criterion(world, targets)]),
    targets.length > 0 && soaked ? "success" : "pending",
    waveGate(world, targets),
  ];
}

/** P9 to P12. */
function approvalGate({ rules }: World, answers: readonly Answer[]): Word {
  if (rules.approvals === 0) return "success";
  const stands = (user: Answer["user"]) =>
    answers.findLast(
      (each) => each.user === user && each.isBound && (each.action === "reject" || each.strong),
    )?.action;
  const said = [stands("ada"), stands("bob")];
  if (said.includes("reject")) return "failure";
  const count = said.filter((each) => each === "approve").length;
  return count >= rules.approvals && (!rules.needsAda || said[0] === "approve") ? "success" : "pending";
}

/** Whether the cycles that were pinned are still those of the streaks that hold now (P8). */
function isEarnedAnew(world: World, before: World, targets: readonly Pilot[]): boolean {
  const { limit, scope, isDryRun } = world.rules;
  if (isDryRun || criterion(world, targets) !== "success") return false;
  const streaks = (of: World) =>
    scope === "fleet"
      ? [streak(fleetWords(of))]
      : inPhase(of, "bootstrap").map((each) => streak(wordsOf(each)));
  const pinned = new Set(streaks(before).flatMap((each) => each.slice(-limit)));
  const proves = (cycles: readonly number[]) => cycles.filter((at) => pinned.has(at)).length >= limit;
  if (scope === "per_repo" && !targets.every((pilot) => proves(streak(wordsOf(pilot))))) return true;
  return streaks(world).filter(proves).length < (scope === "fleet" ? 1 : neededOf(world));
}

/** What is to be done, and the worst gate that counts (P3 to P5). */
export function modelOf(world: World, proposal: Proposal | undefined): { action: string; result: Word } {
  const { rules } = world;
  if (proposal !== undefined) {
    const { before, isAsWritten, answers } = proposal;
    const asked = targetsOf(before);
    const targets = inPhase(world, "bootstrap").filter(
      (pilot) => isFree(world, pilot) && asked.some(({ name }) => name === pilot.name),
    );
    const isStale =
      targets.length !== asked.length ||
      before.chain.length !== world.chain.length ||
      JSON.stringify(before.rules) !== JSON.stringify(rules) ||
      isEarnedAnew(world, before, targets);
    if (!isStale) {
      const approval = approvalGate(world, answers);
      const others: Word[] = [...early(world, targets), isAsWritten ? "success" : "failure"];
      const window: Word = rules.isOpenWindow ? "success" : "pending";
      const result = worst([...others, approval, window]);
      if (result === "success") return { action: "merge", result };
      return { action: worst(others) === "success" && approval === "pending" ? "ask" : "none", result };
    }
  }
  const targets = targetsOf(world);
  const gates = early(world, targets);
  // Without a repo in the phase there is no attempt, and no gate.
  const result = inPhase(world, "bootstrap").length === 0 ? "pending" : worst([...gates, "pending"]);
  if (targets.length === 0) return { action: proposal === undefined ? "none" : "close", result };
  if (worst(gates) !== "success") return { action: "none", result };
  return { action: proposal === undefined ? "open" : "update", result };
}
