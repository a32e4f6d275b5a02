import { coulombHub, createHubSide, createTransport } from "../index.ts";
import type { HubSide, WorkplanSide } from "../run/ports.ts";
import type { SyncRun } from "../run/types.ts";
import type { Call, Client } from "./client.fixture.ts";
import { createClient } from "./client.fixture.ts";
import { emptyTally, judgeState, judgeValues } from "./judge.fixture.ts";
import type { Move } from "./moves.fixture.ts";
import { playMoves, toTheEnd, writesNothing } from "./moves.fixture.ts";
import { absorbHub, judgeAccount, proposing } from "./real-account.fixture.ts";
import { realKey } from "./real-files.fixture.ts";
import { repo, type RealHub } from "./real-hub.fixture.ts";
import { actReal, openProposal } from "./real-people.fixture.ts";
import { cacheOf, createReal, type MergeTally, type Real } from "./real-world.fixture.ts";
import type { Verdict } from "./schedule.fixture.ts";
import { plannerFor } from "./schedule.fixture.ts";
import type { Flaws } from "./world.fixture.ts";
import { headOf } from "./world.fixture.ts";

const mostQuietRuns = 8;
/** Longer than any lease. */
const longer = 3_600_000;

/** What a schedule on real parts came to. */
export interface RealVerdict extends Verdict {
  readonly merges: MergeTally;
  readonly refused: number;
}

/** Plays a schedule with the sync over a bare repository and a hub, lets everything come to rest, and judges it. */
export async function playReal(
  hub: RealHub,
  moves: readonly Move[],
  flaws: Flaws = {},
  resolves = true,
): Promise<RealVerdict> {
  using real = await createReal(hub, flaws);
  const clients = [0, 1].map((number) => realClient(real, number));
  const outcomes: string[] = [];
  const { world } = real;
  const expire = () => hub.clock.advance(longer);
  await playMoves({ world, clients, outcomes, act: (deed) => actReal(real, deed), expire }, moves);
  const rest = await restAndJudge(real, resolves, outcomes);
  const { faults, rows } = world;
  return { ...rest, outcomes, faults, rows, merges: real.merges, refused: real.refused };
}

/** Lets everything come to rest, and judges what is there then. */
export async function restAndJudge(real: Real, resolves: boolean, outcomes: string[]) {
  const quietRuns = await comeToRest(real, realClient(real, 2), outcomes, resolves);
  const tally = emptyTally();
  const { world } = real;
  const lost = judgeValues(world, tally);
  const account = await judgeAccount(real);
  const broken = [...world.history.broken, ...lost, ...judgeState(world), ...account];
  if (quietRuns > mostQuietRuns) broken.push("does not come to rest");
  return { broken, tally, quietRuns };
}

/** A client whose runs are made of the real sides, as a command would make them each time. */
function realClient(real: Real, number: number): Client {
  return createClient(real.world, plannerFor(real.world), (call) => sidesOf(real, number, call));
}

/** The real sides of one run; every call goes through `call`, and what it wrote is read into the account. */
export function sidesOf(real: Real, number: number, call: Call): readonly [WorkplanSide, HubSide] {
  const { world } = real;
  const files = real.ops.side({ forge: real.forge, switches: real.switches });
  const transport = createTransport({
    fetch: real.fetch,
    url: "http://hub.test",
    wait: () => Promise.resolve(),
  });
  const holder = `run of ${number}`;
  const hub = createHubSide({ transport, mapping: coulombHub, repo, holder, cache: cacheOf(real, number) });
  let head = 0;
  const workplans: WorkplanSide = {
    observe: () =>
      call("files", async () => {
        const view = await files.observe();
        head = world.git.commits.findIndex(({ id }) => id === view.head);
        return view;
      }),
    versions: async (asked, isCopied) => {
      await call("versions", () => undefined);
      return files.versions(asked, isCopied);
    },
    propose: (edits) => call("propose", () => proposing(real, edits, () => files.propose(edits))),
    judge: (edits) => files.judge(edits),
  };
  const register: HubSide = {
    observe: () => call("hub", () => hub.observe()),
    hadValue: (...asked) => call("history", () => hub.hadValue(...asked)),
    lease: () => call("lease", () => hub.lease()),
    sync: (lease, items) => {
      const then = head;
      return call("sync", async () => {
        try {
          return await hub.sync(lease, items);
        } finally {
          await absorbHub(real, then);
        }
      });
    },
    release: (lease) => call("release", () => hub.release(lease)),
  };
  return [workplans, register];
}

/** As in memory: nobody changes anything any more but what runs ask of people. */
async function comeToRest(
  real: Real,
  client: Client,
  outcomes: string[],
  resolves: boolean,
): Promise<number> {
  const { world, hub } = real;
  hub.clock.advance(longer);
  for (const key of world.git.flawed) await actReal(real, { do: "flaw", key });
  real.switches = { ...real.switches, reopen: true };
  for (let count = 1; count <= mostQuietRuns; count++) {
    if (resolves) await actReal(real, { do: "resolve", loser: count % 2 === 0 ? "local" : "remote" });
    await client.start();
    await toTheEnd(client, outcomes);
    const run = client.ended();
    if (run !== undefined && (await isQuiet(real, run))) return count;
    await writesNothing(real.world, client, outcomes);
    for (const { code, message } of run?.findings ?? [])
      if (code === "status_disagrees") await repairByHand(real, message);
    await actReal(real, { do: "merge", how: count % 2 === 0 ? "squash" : "merge", keeps: "proposed" });
  }
  return mostQuietRuns + 1;
}

async function isQuiet(real: Real, { hubWrites, proposal, findings }: SyncRun): Promise<boolean> {
  if (hubWrites !== 0 || proposal?.writes !== 0 || proposal.kind !== "none") return false;
  if (findings.some(({ code }) => code === "status_disagrees")) return false;
  return (await openProposal(real)) === undefined;
}

async function repairByHand(real: Real, message: string): Promise<void> {
  const key = [...headOf(real.world.git).tasks.keys()].find((each) => message.includes(realKey(each)));
  const value = key === undefined ? undefined : headOf(real.world.git).tasks.get(key)?.fence.value;
  if (key !== undefined && value !== undefined)
    await actReal(real, { do: "file", key, field: "status", value });
}
