import { countingForge, faultAt, faultyForge } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { parseMarker } from "./marker.ts";
import type { Pilot } from "./pilot.fixture.ts";
import { branch, createPilot, file, proposedPilot, start, wanting } from "./pilot.fixture.ts";
import type { Wanted } from "./wanted.ts";

const two = wanting("cron: 2\n# ours\n");
const three = wanting("cron: 3\n# ours\n");

/** What was there before, what is wanted, how many writes it takes. */
const flows: readonly { name: string; before: Wanted | null; wanted: Wanted | null; writes: number }[] = [
  { name: "opening", before: null, wanted: two, writes: 2 },
  { name: "updating", before: two, wanted: three, writes: 2 },
  { name: "closing", before: two, wanted: null, writes: 2 },
];

/** What a person does in between. */
const acts: readonly { name: string; act: (pilot: Pilot) => Promise<unknown> }[] = [
  { name: "pushes to the branch", act: (pilot) => pilot.person.commit(branch, { "their.md": "t\n" }) },
  { name: "changes the file", act: (pilot) => pilot.person.commit("main", { [file]: "cron: 8\n" }) },
  { name: "changes another file", act: (pilot) => pilot.person.commit("main", { "other.md": "o\n" }) },
  {
    name: "deletes the branch",
    act: async (pilot) => {
      if ((await pilot.person.head(branch)) !== null) await pilot.person.deleteBranch(branch);
    },
  },
  {
    name: "merges the branch",
    act: async (pilot) => {
      if ((await pilot.person.head(branch)) !== null) await pilot.person.merge(branch);
    },
  },
  {
    name: "edits the text",
    act: async (pilot) => {
      const [newest] = await pilot.proposals();
      if (newest?.state === "open") await pilot.edit({ body: `A person's words\n\n${newest.body}` });
    },
  },
  {
    name: "closes the proposal",
    act: async (pilot) => {
      const [newest] = await pilot.proposals();
      if (newest?.state === "open") await pilot.edit({ state: "closed" });
    },
  },
];

const cases = flows.flatMap((flow) =>
  acts.flatMap((act) =>
    Array.from({ length: flow.writes }, (_, index) => ({ ...flow, ...act, flow: flow.name, nth: index + 1 })),
  ),
);

/** Every commit that a person made is still reachable from a ref. */
async function expectNothingLost(pilot: Pilot): Promise<void> {
  const unreachable = await pilot.git("fsck", "--unreachable", "--no-progress", "--no-reflogs");
  for (const line of unreachable.split("\n").filter((each) => each.includes("commit"))) {
    const author = await pilot.git("log", "-1", "--format=%an", line.split(" ").at(-1) ?? "");
    expect(author).not.toBe("Pat Person");
  }
}

describe.concurrent("a person between observation and write", () => {
  it.each(cases)(
    "$name before write $nth of $flow: no word and no commit is lost",
    async ({ before, wanted, nth, act }) => {
      using pilot = await (before === null ? createPilot() : proposedPilot(before));
      const racing = faultyForge(pilot.forge, faultAt(nth, { kind: "meanwhile", act: () => act(pilot) }));
      await pilot.settle(wanted, { forge: racing, time: start + 1 });
      await expectNothingLost(pilot);
      const [proposal] = await pilot.proposals();
      const wrote = proposal?.body.includes("A person's words") ?? false;

      // Whatever it came to, it is at rest: the same again writes nothing.
      await pilot.settle(wanted, { time: start + 2 });
      const third = countingForge(pilot.forge);
      const settled = await pilot.settle(wanted, { forge: third, time: start + 3 });
      expect(third.writes).toEqual([]);
      const proposals = await pilot.proposals();
      expect(proposals.filter(({ state }) => state === "open").length).toBeLessThanOrEqual(1);
      expect(["retry", "rejected"]).not.toContain(settled.rest);
      expect(proposals.at(0)?.body.includes("A person's words") ?? false).toBe(wrote);
      await expectNothingLost(pilot);
    },
  );
});

describe.concurrent("two settlers at the same time", () => {
  it.each([
    ["open", null, two, two],
    ["update", two, three, three],
    ["close", two, null, null],
    ["disagree about opening", null, two, three],
    ["disagree about updating", two, three, null],
  ])("%s one proposal", async (_name, before, one, other) => {
    using pilot = await (before === null ? createPilot() : proposedPilot(before));
    const observation = await pilot.observe();
    const settled = await Promise.all([
      pilot.settle(one, { observation, time: start + 1 }),
      pilot.settle(other, { observation, time: start + 2 }),
    ]);
    expect(settled.map(({ rest }) => rest)).not.toContain("rejected");
    await pilot.settle(one, { time: start + 3 });
    const proposals = await pilot.proposals();
    const opened = proposals.filter(({ state }) => state === "open");
    const shown = opened.map(({ body, head }) => [
      parseMarker(body)?.change,
      parseMarker(body)?.head === head,
    ]);
    expect(shown).toEqual(one === null ? [] : [[one.change, true]]);
    const isThere = (await pilot.person.head(branch)) !== null;
    expect(isThere ? await pilot.git("diff", "--name-only", "main", branch) : null).toBe(
      one === null ? null : file,
    );
    const third = countingForge(pilot.forge);
    await pilot.settle(one, { forge: third, time: start + 4 });
    expect(third.writes).toEqual([]);
    expect(proposals.length).toBeLessThanOrEqual(2);
  });
});

describe.concurrent("an answer that says no", () => {
  const steps = flows.flatMap(({ writes, ...flow }) =>
    Array.from({ length: writes }, (_, index) => ({ ...flow, nth: index + 1 })),
  );

  it.each(steps)("repeats write $nth of $name after a lost race", async ({ before, wanted, nth }) => {
    using pilot = await (before === null ? createPilot() : proposedPilot(before));
    const forge = faultyForge(pilot.forge, faultAt(nth, { kind: "answer", result: { kind: "lost_race" } }));
    const settled = await pilot.settle(wanted, { forge, time: start + 1 });
    expect(settled.rest).toBe(wanted === null ? "clean" : "proposed");
  });

  it.each(steps)(
    "looks before it repeats write $nth of $name, whose outcome is unclear",
    async ({ before, wanted, nth }) => {
      for (const kind of ["answer", "answer_after"] as const) {
        using pilot = await (before === null ? createPilot() : proposedPilot(before));
        const forge = countingForge(pilot.forge);
        const faulty = faultyForge(
          forge,
          faultAt(nth, { kind, result: { kind: "unclear", message: "cut off" } }),
        );
        const settled = await pilot.settle(wanted, { forge: faulty, time: start + 1 });
        expect(settled.rest).toBe(wanted === null ? "clean" : "proposed");
        // Written twice is only what did not happen the first time.
        expect(forge.writes.length).toBe(2);
        expect(await pilot.proposals()).toHaveLength(1);
      }
    },
  );

  it.each([
    ["retry_at", { kind: "retry_at", at: start, message: "later" }, "retry"],
    ["rejected", { kind: "rejected", reason: "protected", hint: "ask" }, "rejected"],
  ] as const)("stops after %s, and the next run completes it", async (_name, result, rest) => {
    for (const { before, wanted, nth } of steps) {
      using pilot = await (before === null ? createPilot() : proposedPilot(before));
      const forge = countingForge(pilot.forge);
      const faulty = faultyForge(forge, faultAt(nth, { kind: "answer", result }));
      const retry = { wait: async () => false };
      expect((await pilot.settle(wanted, { forge: faulty, time: start + 1, retry })).rest).toBe(rest);
      expect(forge.writes.length).toBe(nth - 1);
      const settled = await pilot.settle(wanted, { time: start + 2 });
      expect(settled.rest).toBe(wanted === null ? "clean" : "proposed");
    }
  });

  it("gives up after some lost races and says so", async () => {
    using pilot = await createPilot();
    const forge = faultyForge(pilot.forge, () => ({ kind: "answer", result: { kind: "lost_race" } }));
    const settled = await pilot.settle(two, { forge });
    expect(settled).toMatchObject({ rest: "retry", writes: [] });
  });
});
