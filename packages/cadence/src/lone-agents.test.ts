import { describe, expect, it } from "vitest";
import { loneAgents } from "./lone-agents.ts";
import {
  agent,
  loop,
  opsDocuments,
  override,
  phase,
  ramp,
  rampCadence,
  roster,
} from "./ops-documents.fixture.ts";

const asOf = Date.UTC(2026, 7, 1);

function lone(definitions: ReturnType<typeof ramp>, active: object, schedule = {}): string[] {
  const phases = [phase({ definitions: [], schedule: { coach: agent("15 * * * *"), ...schedule } })];
  const documents = opsDocuments({
    loops: [loop({ roster: roster({ active: [active] }), cadence: rampCadence({ phases }) })],
    definitions,
  });
  return loneAgents(documents, asOf).map(({ step, clock }) => `${step} ${clock.cron.text} ${clock.zone}`);
}

describe("loneAgents", () => {
  it.each<readonly [string, string[], Parameters<typeof lone>]>([
    [
      "every agent, where there is no definition",
      ["coach 15 * * * * Europe/Berlin"],
      [[], { repo: "alpha" }],
    ],
    ["no agent that has one", [], [ramp(), { repo: "alpha" }]],
    [
      "agents by their override",
      ["coach 20 * * * * Europe/Berlin"],
      [[], { repo: "alpha", overrides: [override()] }],
    ],
    ["no agent that is off", [], [[], { repo: "alpha" }, { coach: agent("15 * * * *", { enabled: false }) }]],
    [
      "no agent whose cron is left to the repo",
      [],
      [[], { repo: "alpha", overrides: [override({ value: undefined })] }],
    ],
  ])("are %s", (_, expected, given) => {
    expect(lone(...given)).toEqual(expected);
  });
});
