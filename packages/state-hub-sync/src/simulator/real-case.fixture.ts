import { readFileSync } from "node:fs";
import { CoulombError } from "@coulomb-loop/schemas";
import { SimulatedCrash } from "@coulomb-loop/testkit";
import { runSync } from "../run/run-sync.ts";
import { type Injected, heal, inject, type Met } from "./real-faults.fixture.ts";
import type { RealHub } from "./real-hub.fixture.ts";
import { actReal } from "./real-people.fixture.ts";
import { restAndJudge, sidesOf } from "./real-schedule.fixture.ts";
import { createReal, type Real } from "./real-world.fixture.ts";
import type { Move } from "./moves.fixture.ts";
import { plannerFor } from "./schedule.fixture.ts";

type Deeds = readonly Exclude<Move, { do: "start" | "step" | "run" | "expire" | "arrive" }>[];

/** Everything at once that a run may have to do: values both ways, a conflict, a new task, an id, a plan, an orphan, a repair. */
const everything: Deeds = [
  { do: "hub", key: "W-1-T1", field: "status", value: "in_progress" },
  { do: "file", key: "W-1-T1", field: "status", value: "done" },
  { do: "file", key: "W-1-T1", field: "priority", value: "low" },
  { do: "hub", key: "W-1-T1", field: "title", value: "b" },
  { do: "add", key: "W-1-T2", keepsId: false },
  { do: "title", plan: "W-1", title: "other" },
  { do: "remove", key: "W-2-T1" },
  { do: "file", key: "W-2-T2", field: "status", value: "blocked", copy: "fence" },
];

/** What a case of a fault begins with. */
export type Scenario =
  /** Both sides know each other, and everything differs. */
  | "fresh"
  /** The same, and the client has no cache. */
  | "cold"
  /** The same, with a proposal of a run before that has to change. */
  | "open";

/** What came of a case. */
export interface CaseResult {
  readonly met: Met;
  /** Outcome of the run that met the fault, the code of its error, or `died`. */
  readonly ended: string;
  /** What the judge says of where everything came to rest. */
  readonly broken: readonly string[];
  readonly quietRuns: number;
}

/** One run, undisturbed but for the faults that are in the way of both sides; how it ended. */
export async function runOnce(real: Real, isDead: () => boolean = () => false): Promise<string> {
  const [workplans, hub] = sidesOf(real, 0, async (_name, effect) => effect());
  try {
    const run = await runSync(workplans, hub, { maxRemovalPercent: 100 }, plannerFor(real.world));
    return isDead() ? "died" : run.outcome;
  } catch (error) {
    if (isDead() || error instanceof SimulatedCrash) return "died";
    if (error instanceof CoulombError) return error.code;
    throw error;
  }
}

/** Both sides in sync, the ids in the files; then what people do. */
async function prepare(real: Real, scenario: Scenario): Promise<void> {
  await actReal(real, { do: "add", key: "W-2-T2", keepsId: false });
  await runOnce(real);
  await actReal(real, { do: "merge", how: "merge", keeps: "proposed" });
  await runOnce(real);
  if (scenario === "open") {
    await actReal(real, { do: "hub", key: "W-2-T1", field: "priority", value: "high" });
    await actReal(real, { do: "file", key: "W-2-T1", field: "status", value: "blocked", copy: "fence" });
    await runOnce(real);
  }
  for (const deed of everything) await actReal(real, deed);
  if (scenario === "cold") real.caches.clear();
}

/** Plays a case: prepares, lets one run meet the fault, lets people go on, and then everything come to rest. */
export async function playCase(
  hub: RealHub,
  scenario: Scenario,
  injected: Injected | undefined,
  deed: (real: Real) => Promise<unknown> = () => Promise.resolve(),
): Promise<CaseResult> {
  using real = await createReal(hub);
  await prepare(real, scenario);
  await deed(real);
  const met = inject(real, injected);
  const ended = await runOnce(real, () => met.isDead);
  heal(real);
  await actReal(real, { do: "hub", key: "W-1-T1", field: "status", value: "blocked" });
  await actReal(real, { do: "file", key: "W-1-T2", field: "title", value: "c" });
  const { broken, quietRuns } = await restAndJudge(real, true, []);
  return { met, ended, broken, quietRuns };
}

const errors = readFileSync(new URL("../../../../docs/errors.md", import.meta.url), "utf8");

/** Whether people find a code among the errors. */
export function isDocumented(code: string): boolean {
  return errors.includes(`| \`${code}\` |`);
}
