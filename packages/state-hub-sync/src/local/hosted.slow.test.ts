import { createGiteaForge, createGithubForge, type Forge } from "@coulomb-loop/forge";
import { manualClock, memoryCache, personAt } from "@coulomb-loop/testkit";
import { createGiteaDouble } from "@coulomb-loop/testkit/gitea-double";
import { createGithubDouble } from "@coulomb-loop/testkit/github-double";
import { createHosting, type Hosting } from "@coulomb-loop/testkit/hosting";
import { describe, expect, it } from "vitest";
import type { FileEdit } from "../plan/types.ts";
import { branch, noSwitches, planText, start, validators } from "./ops.fixture.ts";
import { createWorkplanSide } from "./workplan-side.ts";

const token = "token-of-the-bot-1234567890";
const file = "workplans/a.md";
const key = "LOOP-WP-0007-T01";
const done: FileEdit = {
  file,
  blob: "0".repeat(40),
  do: "value",
  key,
  field: "status",
  value: "done",
  rev: 17,
};
const asked = [{ key, field: "status" }] as const;

/** A forge over a server of its own, and how to end that. */
interface Server {
  readonly forge: Forge;
  readonly close: () => Promise<void>;
  readonly violations: readonly unknown[];
}

const clock = manualClock(start);

async function gitea(hosting: Hosting): Promise<Server> {
  hosting.users.allow("bot", token);
  const double = await createGiteaDouble(hosting, { paging: { trees: 2 } });
  const identity = { name: "coulomb", email: "coulomb@example.org" };
  const forge = createGiteaForge({
    name: "hosted",
    url: double.url,
    token,
    identity,
    installation: "test",
    now: clock.now,
    env: process.env,
  });
  return { forge, close: () => double.close(), violations: double.violations };
}

const github =
  (graphql: "answers" | "no_reads") =>
  async (hosting: Hosting): Promise<Server> => {
    hosting.users.allow("bot", token, ["repo"]);
    const double = await createGithubDouble(hosting, graphql === "answers" ? {} : { graphql });
    const forge = createGithubForge({
      name: "hosted",
      url: double.url,
      auth: { kind: "token", token },
      owner: "acme",
      now: clock.now,
      sleep: async (ms) => clock.advance(ms),
      writeIntervalMs: 0,
    });
    return { forge, close: () => double.close(), violations: double.violations };
  };

describe("workplans on a hosting forge", () => {
  it.each([
    ["Gitea", gitea],
    ["GitHub", github("answers")],
    ["GitHub without GraphQL", github("no_reads")],
  ])("are observed, proposed, merged and told apart on %s", async (_, serve) => {
    const hosting = createHosting({ clock: clock.now, detectsManualMerge: true });
    const files = {
      [file]: planText([{}, {}]),
      "workplans/b.md": planText([{}], "0008"),
      "workplans/c.md": planText([{}], "0009"),
      "loops/kaizen/decisions/DEC-001.yaml": "id: DEC-001\n",
      "loops/kaizen/roster.yaml": "x: 1\n",
    };
    await hosting.add({ "acme/ops": { files, permissions: { bot: "write" } } });
    const { forge, close, violations } = await serve(hosting);
    const person = personAt(hosting.repo("acme/ops").path);
    const cache = memoryCache();
    const side = () =>
      createWorkplanSide({
        forge,
        cache,
        repo: { owner: "acme", repo: "ops" },
        repoId: "hosted/acme/ops",
        installation: "test",
        workplans: ["workplans/*.md"],
        decisions: ["loops/*/decisions/*.yaml"],
        validators,
        time: clock.now(),
        switches: noSwitches,
      });
    const propose = async (edits: readonly FileEdit[]) => {
      const run = side();
      await run.observe();
      return run.propose(edits);
    };
    const view = await side().observe();
    expect(view.plans.map((plan) => plan.key)).toEqual(["LOOP-WP-0007", "LOOP-WP-0008", "LOOP-WP-0009"]);
    expect(view.unreadable).toEqual(["loops/kaizen/decisions/DEC-001.yaml"]);
    expect(await propose([done])).toMatchObject({
      kind: "open",
      number: 1,
      url: expect.stringMatching(/^http/),
    });
    expect(await propose([done])).toMatchObject({ kind: "open", writes: 0 });
    // Another line of the file changes meanwhile, so that the branch takes the present base in.
    clock.advance(60_000);
    await person.commit("main", { [file]: planText([{}, { status: "blocked" }]) }, { time: clock.now() });
    clock.advance(60_000);
    expect(await propose([done])).toMatchObject({ kind: "open", number: 1 });
    await person.merge(branch);
    const run = side();
    const merged = await run.observe();
    expect(merged.plans[0]?.tasks.map(({ status }) => status.fence)).toEqual(["done", "blocked"]);
    expect(await run.versions(asked, async () => true)).toEqual(
      new Map([[`${key}.status`, { kind: "copied", rev: 17 }]]),
    );
    expect(await run.propose([])).toMatchObject({ kind: "none" });
    expect(await person.head(branch)).toBeNull();
    await close();
    hosting.remove();
    expect(violations).toEqual([]);
  });
});
