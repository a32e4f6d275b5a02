import { describe, expect, it } from "vitest";
import type { Stage } from "./fleet.fixture.ts";
import { createStage, document, pilot, rows, schedulePath, wantedSchedule } from "./fleet.fixture.ts";

const branch = "coulomb/demo/schedule-kaizen-stack";
const later = wantedSchedule.replace("15 * * * *", "45 * * * *");

async function proposed(): Promise<Stage> {
  const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
  await stage.coulomb(["reconcile"]);
  return stage;
}

const outcomes = async (stage: Stage) =>
  rows((await stage.json(["reconcile"])).repos).map(({ outcome, number }) => [outcome, number]);

describe("requests label", () => {
  it("holds a proposal until the label is gone", async () => {
    const stage = await proposed();
    const held = await stage.json(["requests", "label", "alpha", "coulomb:hold"]);
    expect(rows(held.requests)).toMatchObject([
      { repo_id: "local/coulomb/alpha", number: 1, labels: ["coulomb:hold"] },
    ]);
    expect(await outcomes(stage)).toEqual([["held", 1]]);
    const free = await stage.json(["requests", "label", "alpha", "coulomb:hold", "--remove"]);
    expect(rows(free.requests)).toMatchObject([{ labels: [] }]);
    expect(await outcomes(stage)).toEqual([["proposed", 1]]);
  });

  it("gives an edited proposal back", async () => {
    const stage = await proposed();
    await stage.person("alpha").commit(branch, { [schedulePath]: later });
    expect(await outcomes(stage)).toEqual([["edited", 1]]);
    await stage.coulomb(["requests", "label", "alpha", "coulomb:rebuild"]);
    expect(await outcomes(stage)).toEqual([["proposed", 1]]);
    expect(rows((await stage.json(["requests", "list"])).requests)).toMatchObject([{ labels: [] }]);
  });

  it("has a closed change offered again", async () => {
    const stage = await proposed();
    await stage.coulomb(["requests", "close", "alpha", "--reason", "later"]);
    expect((await outcomes(stage)).map(([outcome]) => outcome)).toEqual(["declined"]);
    const ran = await stage.coulomb(["requests", "label", "alpha", "coulomb:reopen"]);
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining("labelled coulomb:reopen")]);
    expect(await outcomes(stage)).toEqual([["proposed", 2]]);
  });

  it("writes nothing when it is so already", async () => {
    const stage = await proposed();
    await stage.coulomb(["requests", "label", "alpha", "coulomb:hold"]);
    const refs = await stage.refs();
    for (const args of [["coulomb:hold"], ["coulomb:rebuild", "--remove"]]) {
      const ran = await stage.coulomb(["requests", "label", "alpha", ...args]);
      expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining("already")]);
    }
    expect(await stage.refs()).toEqual(refs);
  });

  it.each([
    {
      what: "reopen on an open proposal",
      before: [],
      args: ["coulomb:reopen"],
      code: "request_missing",
      exit: 1,
    },
    {
      what: "hold on a closed one",
      before: ["requests", "close", "alpha", "--reason", "r"],
      args: ["coulomb:hold"],
      code: "request_missing",
      exit: 1,
    },
    {
      what: "reopen on a merged one",
      before: ["requests", "merge", "alpha"],
      args: ["coulomb:reopen"],
      code: "request_missing",
      exit: 1,
    },
    { what: "a label of the tool's own", before: [], args: ["coulomb:adoption"], code: "usage", exit: 64 },
    { what: "a label that is none", before: [], args: ["coulomb:hlod"], code: "usage", exit: 64 },
  ])("refuses $what", async ({ before, args, code, exit }) => {
    const stage = await proposed();
    if (before.length > 0) await stage.coulomb(before);
    const refs = await stage.refs();
    const ran = await stage.coulomb(["requests", "label", "alpha", ...args, "--json"]);
    expect([ran.code, document(ran.stdout).code]).toEqual([exit, code]);
    expect(await stage.refs()).toEqual(refs);
  });

  it("is named by the body of a proposal, where the forge has no place for labels", async () => {
    const [request] = rows((await (await proposed()).json(["requests", "show", "alpha"])).requests);
    expect(request?.body).toContain("coulomb requests label alpha@kaizen-stack coulomb:hold");
  });
});
