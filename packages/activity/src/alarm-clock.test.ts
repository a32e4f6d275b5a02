import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import type { ActivityDefinition } from "@coulomb-loop/schemas";
import { CronJob } from "kubernetes-models/batch/v1";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { githubActionsWorkflow, kubernetesCronJob, tickInterval } from "./alarm-clock.ts";
import { compileDefinitions } from "./compile.ts";
import { enabled, ownOps } from "./ops.fixture.ts";

const clock = { every: 2, variables: ["FORGE_TOKEN", "COULOMB_HUB_TOKEN"], version: "1.2.3" };
const place = {
  name: "coulomb-tick",
  namespace: "ops",
  image: "registry.example.org/coulomb:1",
  opsUrl: "https://git.example.org/coulomb/ops.git",
  secret: "coulomb",
};

/** What GitHub's own parser has to say of a workflow. */
async function errorsOf(content: string): Promise<readonly string[]> {
  const { context, value } = parseWorkflow(
    { name: "activity-tick.yml", content },
    new NoOperationTraceWriter(),
  );
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

/** Whether the schema of Kubernetes takes a CronJob. */
function isCronJob(job: ConstructorParameters<typeof CronJob>[0]): boolean {
  try {
    new CronJob(job).validate();
    return true;
  } catch {
    return false;
  }
}

function intervalOf(change: (definition: ActivityDefinition) => ActivityDefinition): number {
  return tickInterval(
    compileDefinitions(ownOps({ definition: change }), undefined, ".lock.json").definitions,
  );
}

describe("githubActionsWorkflow", () => {
  const text = githubActionsWorkflow(clock);

  it("is a workflow to GitHub's own parser, which finds what is none", async () => {
    expect(await errorsOf(text)).toEqual([]);
    expect(await errorsOf(text.replace("runs-on", "run-on"))).not.toEqual([]);
    expect(await errorsOf(text.replace("*/5 * * * *", "*/5 * * *"))).not.toEqual([]);
  });

  it("fires no more often than GitHub does, with no right but to read", () => {
    expect(parse(text)).toMatchObject({
      on: { schedule: [{ cron: "*/5 * * * *" }] },
      permissions: {},
      jobs: { tick: { permissions: { contents: "read" } } },
    });
  });
});

describe("kubernetesCronJob", () => {
  it("is a CronJob by the schema of Kubernetes, which finds what is none", () => {
    const job = parse(kubernetesCronJob(clock, place));
    expect(isCronJob(job)).toBe(true);
    expect(isCronJob({ ...job, spec: { ...job.spec, concurrencyPolicy: "Never" } })).toBe(false);
    expect(isCronJob({ ...job, spec: { schedule: "* * * * *" } })).toBe(false);
  });

  it("holds no secret, and runs what it is told to", () => {
    const { spec } = parse(kubernetesCronJob(clock, place));
    expect(spec.schedule).toBe("*/2 * * * *");
    const [tick] = spec.jobTemplate.spec.template.spec.containers;
    expect(tick.command).toEqual(["coulomb", "activity", "tick", "--ops", "/ops/repo"]);
    expect(tick.env.at(-1)).toEqual({
      name: "COULOMB_HUB_TOKEN",
      valueFrom: { secretKeyRef: { name: "coulomb", key: "coulomb-hub-token" } },
    });
  });
});

describe("tickInterval", () => {
  it("is at most half of the shortest time to start of what is enabled", () => {
    expect(intervalOf(enabled)).toBe(2);
    expect(intervalOf((each) => ({ ...each, enabled: each.id.startsWith("daily-") }))).toBe(30);
    expect(intervalOf((each) => each)).toBe(30);
    expect(intervalOf((each) => ({ ...enabled(each), policy: { start_deadline: "PT1M" } }))).toBe(1);
  });
});
