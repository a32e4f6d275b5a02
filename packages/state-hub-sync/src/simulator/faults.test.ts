import { describe, expect, it } from "vitest";
import type { Fate } from "./client.fixture.ts";
import type { Move } from "./moves.fixture.ts";
import { play } from "./schedule.fixture.ts";

const fates: readonly Fate[] = ["fails before", "fails after", "dies before", "dies after", "dies late"];

/** Both sides in sync, then everything at once that a run may have to do. */
const prepared: readonly Move[] = [
  { do: "run", client: 0 },
  { do: "merge", how: "merge", keeps: "proposed" },
  { do: "run", client: 0 },
  { do: "hub", key: "W-1-T1", field: "status", value: "in_progress" },
  { do: "file", key: "W-1-T1", field: "status", value: "done" },
  { do: "file", key: "W-1-T1", field: "priority", value: "low" },
  { do: "hub", key: "W-1-T1", field: "title", value: "b" },
  { do: "add", key: "W-1-T2", keepsId: false },
  { do: "title", plan: "W-1", title: "other" },
  { do: "remove", key: "W-2-T1" },
];
/** hub, files, versions, lease, sync, propose, release; the versions ask no history here. */
const callsOfRun = 7;

function cut(call: number, fate: Fate, between: readonly Move[]): readonly Move[] {
  const before = Array.from({ length: call }, () => ({ do: "step", client: 0, fate: "done" }) as const);
  return [
    ...prepared,
    { do: "start", client: 0 },
    ...before,
    { do: "step", client: 0, fate },
    ...between,
    { do: "expire" },
  ];
}

const cuts = fates.flatMap((fate) =>
  Array.from({ length: callsOfRun }, (_, call) => [fate, call + 1, cut(call, fate, [])] as const),
);

describe("a run that meets a fault", () => {
  it("is cut in each of its calls", async () => {
    const met = await Promise.all(cuts.map(async ([, , moves]) => (await play(moves)).faults));
    const names = ["hub", "files", "versions", "lease", "sync", "propose", "release"];
    expect(met).toEqual(fates.flatMap(() => names.map((name) => [name])));
  });

  it.each(cuts)("loses nothing, and later runs do the rest: %s at call %i", async (_fate, _call, moves) => {
    expect((await play(moves)).broken).toEqual([]);
  });

  it.each(cuts.filter(([fate]) => fate.startsWith("dies")))(
    "nor while people and another run go on: %s at call %i",
    async (fate, call) => {
      const between: readonly Move[] = [
        { do: "hub", key: "W-1-T1", field: "status", value: "blocked" },
        { do: "file", key: "W-1-T1", field: "title", value: "c" },
        { do: "expire" },
        { do: "run", client: 1 },
        { do: "arrive" },
        { do: "hub", key: "W-1-T1", field: "priority", value: "high" },
      ];
      expect((await play(cut(call - 1, fate, between))).broken).toEqual([]);
    },
  );
});
