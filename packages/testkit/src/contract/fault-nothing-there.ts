/* oxlint-disable vitest/no-conditional-expect, vitest/valid-expect, vitest/expect-expect -- one check serves every method, and says which fact failed */
import type { Forge } from "@coulomb-loop/forge";
import { expect } from "vitest";
import { memoryCache } from "../memory-cache.ts";
import { checkRead, ended, wordOf } from "./fault-checks.ts";
import { type MethodName, methods } from "./fault-methods.ts";
import type { Meeting, Pairs } from "./fault-pairs.ts";
import { type FaultFactory, type FaultStage, onFaultStage, type Outcome } from "./fault-stage.ts";
import { stateOf } from "./fault-state.ts";
import { branch } from "./harness.ts";

/** Takes every branch away, or lets HEAD name one that is not there. */
const states = {
  empty: async ({ person }: FaultStage) => {
    for (const name of ["main", "people/work"]) await person.deleteBranch(name);
  },
  "no default branch": ({ hosted }: FaultStage) => hosted.refs.setHeadRef("refs/heads/nowhere"),
} as const;

/** What each method does where there is no default branch, asked for nothing that was there before. */
const bare: Readonly<Partial<Record<MethodName, (forge: Forge, stage: FaultStage) => Promise<void>>>> = {
  async observe(forge, { repo }) {
    const query = { repo, files: ["README.md"], branches: [branch] };
    for await (const found of forge.observe([query], memoryCache())) {
      expect(found.facts).toMatchObject({
        kind: "known",
        value: { head: null, eligible: { ok: false, reason: "empty" } },
      });
      expect(found.files.get("README.md")).toMatchObject({ kind: "unknown" });
    }
  },
  async openProposal(forge, stage) {
    const { repo, base } = stage;
    const text = { title: "x", body: "", draft: false, labels: [], time: 0 };
    const before = await stateOf(stage);
    const result = await forge.openProposal({ repo, branch, base: "main", head: base, ...text });
    expect(result.kind).toMatch(/^(?:rejected|lost_race)$/);
    expect(await stateOf(stage)).toEqual(before);
  },
  async deleteBranch(forge, stage) {
    const { repo, base } = stage;
    const before = await stateOf(stage);
    const result = await forge.deleteBranch({ repo, branch }, base);
    expect(result.kind).toMatch(/^(?:done|rejected|lost_race)$/);
    expect(await stateOf(stage)).toEqual(before);
  },
  async advanceBranch(forge, stage) {
    const write = { repo: stage.repo, branch, expected: null, base: null, mergeBase: false, message: "x" };
    const files = [{ path: "a", content: Buffer.from("a") }];
    // git pushes into an empty repository; an API that cannot says so, and for good.
    const result = await forge.advanceBranch({ ...write, files, time: 0 });
    expect(["done", "rejected/ineligible"], JSON.stringify(result)).toContain(wordOf(result));
    const { heads } = await stateOf(stage);
    expect(branch in heads).toBe(result.kind === "done");
  },
};

/** Repositories without a commit, or without the branch that HEAD names. */
export function describeNothingThere(pairs: Pairs, factory: FaultFactory): void {
  for (const [fault, begin] of Object.entries(states))
    for (const name of ["observe", "openProposal", "deleteBranch", "advanceBranch"] as const)
      pairs.test(fault, name, (meeting) =>
        onFaultStage(meeting.on(factory), async (stage) => {
          await begin(stage);
          meeting.begin();
          await bare[name]?.(stage.newForge(), stage);
        }),
      );
  for (const name of ["inspect", "updateProposal", "mergeProposal", "advanceBranch"] as const)
    pairs.test(
      "no default branch",
      name,
      (meeting) => onFaultStage(meeting.on(factory), (stage) => withoutHead(stage, name, meeting)),
      "of a proposal that is there",
    );
}

async function withoutHead(stage: FaultStage, name: MethodName, meeting: Meeting): Promise<void> {
  const method = methods[name];
  await method.prepare(stage);
  const call = await method.aim(stage);
  const before = await stateOf(stage);
  await states["no default branch"](stage);
  meeting.begin();
  const outcome: Outcome = await ended(call(stage.newForge()), 30_000);
  if (outcome.kind === "write") {
    expect(outcome.result.kind).toMatch(/^(?:done|rejected)$/);
    if (outcome.result.kind === "rejected") expect(await stateOf(stage)).toEqual(before);
    return;
  }
  const truth = await call(stage.newForge());
  checkRead(outcome, truth, { read: ["incomplete", "not_found"], write: [] }, false);
}
