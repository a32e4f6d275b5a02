import { CoulombError } from "@coulomb-loop/schemas";
import { countingForge } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { later, scenarios } from "./crash-scenarios.fixture.ts";
import { createWorld, minute, type RunOptions, snapshot, type World } from "./fleet.fixture.ts";
import type { Grounds, GroundServer } from "./ground.fixture.ts";
import { expectForward, tipsOf } from "./tips.fixture.ts";

/** More requests than any run makes. */
const all = 100_000;

/** What the process does whose answer was lost. */
const fates = [
  ["the process dies", true],
  ["the process goes on", false],
] as const;

/**
 * Cuts the connection at each request of a run that writes, after the server did what was asked and before it answered:
 * the next run must end as if nothing had been cut.
 */
export function describeCuts(grounds: Grounds): void {
  describe.concurrent.each(scenarios)("a lost answer during $name", ({ name, before, run }) => {
    it.each(fates)(
      "leaves what the next run completes, at each write request, and %s",
      async (_fate, dies) => {
        using start = await before((pilots) => createWorld(pilots, grounds));
        const { asked, end } = await reference(start, run);
        expect(asked.length).toBeGreaterThan(0);
        for (const [index, request] of asked.entries()) {
          // Lease and state are written alike in every scenario: that a process survives that once is enough.
          if (!dies && request.includes("/acme/ops") && name !== "create") continue;
          const where = `write request ${index + 1}, ${request}`;
          const found = await afterCut(start, run, index + 1, dies);
          expect({ where, ...found }).toEqual({ where, struck: true, end, writes: [] });
        }
      },
    );
  });
}

/** What a cut and the next run come to, and, when the process died, what a third one then writes. */
async function afterCut(
  start: World,
  run: RunOptions,
  nth: number,
  dies: boolean,
): Promise<{ readonly struck: boolean; readonly end: unknown; readonly writes: readonly unknown[] }> {
  using world = await start.copy();
  const struck = cutAt(serverOf(world), nth, dies);
  await world.run({ ...run, now: later }).catch(unlessUnreachable);
  serverOf(world).calm();

  const tips = await tipsOf(world);
  await world.run({ ...run, now: later + 30 * minute });
  const end = await snapshot(world);
  await expectForward(world, tips);

  const third = countingForge(world.forge());
  if (dies) await world.run({ ...run, forge: third, now: later + 90 * minute });
  return { struck: struck(), end, writes: third.writes };
}

/** A run that cannot read its own state any more says so and ends. */
function unlessUnreachable(error: unknown): void {
  if (!(error instanceof CoulombError) || error.code !== "state_unreachable") throw error;
}

/** The write requests of a run that nothing disturbs, in order, and what it ends with. */
async function reference(
  start: World,
  run: RunOptions,
): Promise<{ readonly asked: readonly string[]; readonly end: unknown }> {
  using world = await start.copy();
  const { before, calm, isWrite } = serverOf(world);
  const asked: string[] = [];
  const when = (request: Parameters<typeof isWrite>[0]) => {
    if (isWrite(request)) asked.push(`${request.method} ${request.path}`);
    return false;
  };
  before({ when }, async () => undefined);
  await world.run({ ...run, now: later });
  calm();
  return { asked, end: await snapshot(world) };
}

/** Loses the answer to the nth write request; when the process `dies`, nothing after it arrives. Tells whether it struck. */
function cutAt({ fail, before, isWrite }: GroundServer, nth: number, dies: boolean): () => boolean {
  let isCut = false;
  fail({ match: { when: () => isCut && dies, times: all }, fault: { kind: "reset" } });
  fail({ match: { when: isWrite, nth }, fault: { kind: "lost", by: "reset" } });
  before({ when: isWrite, nth }, async () => void (isCut = true));
  return () => isCut;
}

function serverOf({ server }: World): GroundServer {
  if (server === undefined) throw new Error("this world has no server");
  return server;
}
