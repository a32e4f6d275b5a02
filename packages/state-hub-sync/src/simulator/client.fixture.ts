import type { Planner } from "../run/look.ts";
import type { HubSide, WorkplanSide } from "../run/ports.ts";
import type { LocalView } from "../model.ts";
import { runSync } from "../run/run-sync.ts";
import type { SyncRun } from "../run/types.ts";
import type { SeenGit } from "./git-model.fixture.ts";
import { localView, propose, versionsOf } from "./git-model.fixture.ts";
import { hubView, syncItems, takeLease } from "./hub-model.fixture.ts";
import { recordOf } from "./world.fixture.ts";
import type { World } from "./world.fixture.ts";

/** What becomes of the call that a client waits in; `late`: the client dies, and the hub gets its request later. */
export type Fate = "done" | "fails before" | "fails after" | "dies before" | "dies after" | "dies late";

/** A fault that was planted. */
class Planted extends Error {}

/** A call of a port, by the port's words. */
export type CallName = "hub" | "files" | "versions" | "history" | "lease" | "sync" | "propose" | "release";

/** Waits at a call of a port until it is let go on, and then does what it is about. */
export type Call = <T>(name: CallName, effect: () => T | Promise<T>) => Promise<T>;

interface Pending {
  readonly name: CallName;
  readonly effect: () => Promise<void>;
  readonly answer: () => void;
  readonly refuse: (error: Error) => void;
}

/** A client whose run stops at each call of a port until it is let go on. */
export interface Client {
  readonly isRunning: () => boolean;
  /** Starts a run, up to its first call. */
  readonly start: () => Promise<void>;
  /** Lets the call it waits in come to its fate, up to the next call or the end. */
  readonly step: (fate: Fate) => Promise<void>;
  /** How the last run ended; none when a fault ended it. */
  readonly ended: () => SyncRun | undefined;
}

/** Where calls wait until they are let go on. */
interface Gate {
  readonly call: Call;
  /** Lets the waiting call come to its fate; nothing waits: nothing happens. */
  readonly pass: (fate: Fate) => Promise<void>;
  /** Resolves at the next call, or when the run is over. */
  readonly next: () => Promise<void>;
  readonly open: () => void;
  readonly close: () => void;
  readonly isWaiting: () => boolean;
}

function createGate(world: World): Gate {
  let [pending, isDead] = [undefined as Pending | undefined, false];
  let arrive: (() => void) | undefined;
  const call: Call = <T>(name: CallName, effect: () => T | Promise<T>) => {
    if (isDead) return Promise.reject(new Planted("dead"));
    return new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | undefined;
      let failure: unknown = new Error("no answer");
      pending = {
        name,
        async effect() {
          try {
            result = { value: await effect() };
          } catch (error) {
            failure = error;
          }
        },
        answer: () => (result === undefined ? reject(failure) : resolve(result.value)),
        refuse: reject,
      };
      arrive?.();
    });
  };
  const pass = async (fate: Fate) => {
    if (pending === undefined) return;
    const { name, effect, answer, refuse } = pending;
    pending = undefined;
    if (fate !== "done") world.faults.push(name);
    if (fate === "dies late") world.inFlight.push(effect);
    if (fate === "done" || fate.endsWith("after")) await effect();
    isDead = fate.startsWith("dies");
    if (fate === "done") answer();
    else refuse(new Planted(fate));
  };
  return {
    call,
    pass,
    next: () => new Promise<void>((resolve) => void (arrive = resolve)),
    open: () => void (isDead = false),
    close: () => arrive?.(),
    isWaiting: () => pending !== undefined,
  };
}

/** The sides of one run, each call of which goes through `call`. */
export type Sides = (call: Call) => readonly [WorkplanSide, HubSide];

/** Makes a client of the real `runSync`, over the models or over what else `sides` makes for each run. */
export function createClient(
  world: World,
  planner: Planner,
  sides: Sides = (call) => sidesOf(world, call),
): Client {
  const gate = createGate(world);
  let [isRunning, ended] = [false, undefined as SyncRun | undefined];
  const run = async () => {
    try {
      const [workplans, hub] = sides(gate.call);
      ended = await runSync(workplans, hub, { maxRemovalPercent: 100 }, planner);
    } catch (error) {
      if (!(error instanceof Planted)) world.history.broken.push(`a run fails: ${String(error)}`);
    }
    isRunning = false;
    gate.close();
  };
  const start = () => {
    const arrived = gate.next();
    [isRunning, ended] = [true, undefined];
    gate.open();
    void run();
    return arrived;
  };
  const step = async (fate: Fate) => {
    if (!gate.isWaiting()) return;
    const arrived = gate.next();
    await gate.pass(fate);
    return arrived;
  };
  return { isRunning: () => isRunning, start, step, ended: () => ended };
}

function sidesOf(world: World, call: Call): readonly [WorkplanSide, HubSide] {
  const { git } = world;
  let seen: SeenGit = { head: 0, branch: 0, proposal: undefined };
  let local: LocalView | undefined;
  const observeFiles = () => {
    seen = { head: git.commits.length - 1, branch: git.branch, proposal: git.proposal };
    return localView(git);
  };
  const workplans: WorkplanSide = {
    observe: () => call("files", () => local ?? observeFiles()),
    versions: async (asked, isCopied) => {
      await call("versions", () => undefined);
      return versionsOf(world, seen, asked, isCopied);
    },
    // What it saw is bound when it asks, not when a late request comes.
    propose: (edits) => {
      const then = seen;
      return call("propose", () => propose(world, then, edits));
    },
    // Runs of the simulator write.
    judge: async () => undefined,
  };
  const before = async () => {
    if (world.flaws.observesFilesFirst === true) local = await call("files", observeFiles);
  };
  return [workplans, hubSideOf(world, call, before, () => seen.head)];
}

function hubSideOf(world: World, call: Call, before: () => Promise<void>, head: () => number): HubSide {
  const { hub } = world;
  return {
    observe: async () => {
      await before();
      return call("hub", () => hubView(world));
    },
    hadValue: (_taskId, { key, field }, rev, value) =>
      call(
        "history",
        () =>
          recordOf(hub, key)?.past.some(
            (each) => each.rev === rev && each.field === field && each.cell.value === value,
          ) ?? false,
      ),
    lease: () => call("lease", () => takeLease(hub)),
    sync: (lease, items) => {
      const then = head();
      return call("sync", () => syncItems(world, then, lease, items));
    },
    release: ({ fence }) =>
      call("release", () => {
        if (hub.holder === fence) hub.holder = undefined;
      }),
  };
}
