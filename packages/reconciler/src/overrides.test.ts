import { describe, expect, it } from "vitest";
import { createWorld, file, noon, synced } from "./fleet.fixture.ts";

const day = 86_400_000;

/** An entry with overrides of the coach's cron, each `[value, end]`; without a value the repo decides. */
function entry(...overrides: readonly (readonly [string | undefined, string])[]): string {
  const all = overrides.map(([value, end]) => {
    const pinned = value === undefined ? "" : `value: "${value}", `;
    return `{ path: /agents/coach/cron, ${pinned}reason: r, owner: o, expires_at: ${end} }`;
  });
  return `{ repo: one, overrides: [${all.join(", ")}] }`;
}

const [soon, later] = ["2026-06-01T13:00:00Z", "2026-07-01T00:00:00Z"];

/** A repo that was in sync, and then has another cron. */
async function withCron(cron: string) {
  const world = await createWorld({ one: synced });
  await world.run();
  await world.person().commit("main", { [file]: synced.replace("15 * * * *", cron) });
  return world;
}

describe("an override without a value", () => {
  it.each([
    { cron: "45 * * * *", class: "in_sync", path: "overridden" },
    { cron: "0 9 * * 1", class: "in_sync", path: "overridden" },
    { cron: "no cron", class: "in_sync", path: "overridden" },
    { cron: "*/5 * * * *", class: "drift", path: "drift" },
  ])("leaves $cron to the repo where the phase fires hourly: $class", async ({ cron, ...expected }) => {
    using world = await withCron(cron);
    const { plan } = (await world.run({ active: [entry([undefined, later])] })).repo();
    expect(plan.class).toBe(expected.class);
    expect(plan.paths.find(({ pointer }) => pointer === "/agents/coach/cron")?.class).toBe(expected.path);
  });

  it("restores the phase's cron, and says why", async () => {
    using world = await withCron("*/5 * * * *");
    const { plan, outcome } = (await world.run({ active: [entry([undefined, later])] })).repo();
    expect(outcome).toBe("proposed");
    expect(plan.paths.filter((path) => path.class === "drift")).toMatchObject([
      { live: "*/5 * * * *", desired: "15 * * * *", reason: expect.stringContaining("override_too_often") },
    ]);
  });
});

describe("two overrides of one path", () => {
  const both = entry(["20 * * * *", soon], ["25 * * * *", later]);

  it("count by the one that is alive", async () => {
    using world = await createWorld({ one: synced.replace("15 * * * *", "20 * * * *") });
    await world.run({ active: [entry(["20 * * * *", soon])] });
    const { plan } = (await world.run({ active: [both], now: noon + day })).repo();
    expect(plan.class).toBe("pending");
  });

  it("count by the one that ended last when none is alive", async () => {
    using world = await createWorld({ one: synced.replace("15 * * * *", "25 * * * *") });
    await world.run({ active: [entry(["25 * * * *", later])] });
    const { plan } = (await world.run({ active: [both], now: Date.parse(later) })).repo();
    expect(plan).toMatchObject({ class: "drift", reason: expect.stringContaining(later) });
  });
});
