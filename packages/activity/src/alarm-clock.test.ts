import { spawnSync } from "node:child_process";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import type { ActivityDefinition } from "@coulomb-loop/schemas";
import { CronJob } from "kubernetes-models/batch/v1";
import { plainEnvironment } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { githubActionsWorkflow, tickInterval } from "./alarm-clock.ts";
import { compileDefinitions } from "./compile.ts";
import { kubernetesCronJob } from "./kubernetes-cron-job.ts";
import { enabled, ownOps } from "./ops.fixture.ts";

const clock = { every: 2, variables: ["FORGE_TOKEN", "COULOMB_HUB_TOKEN"], version: "1.2.3" };
const place = {
  name: "coulomb-tick",
  namespace: "ops",
  image: "registry.example.org/coulomb:1",
  opsUrl: "https://git.example.org/coulomb/ops.git",
  secret: "coulomb",
};

/** Words that a reader of YAML 1.1 or 1.2 takes for something else than text, or for signs. */
const oddWords = [
  ..."off on yes no y n Y NO true null ~ = << .inf .NaN .5 1.10 1e3 +1 017 0o17 0x1f 0b1 1_000".split(" "),
  ..."12:30:45 1:20 2026-06-18 2001-12-14t21:59:43.10-05:00 - -- # !x &a *a %a @a `a` {a} [a] ' \" \\".split(
    " ",
  ),
  "a: b",
  "a # b",
  "- a",
  " a ",
  "",
  "a\nb",
  "\u0085",
  "\u2028",
  "\u{1f980}",
];

/** Reads YAML by both versions, which must agree. */
function read(text: string) {
  const value = parse(text, { version: "1.1" });
  expect(parse(text, { version: "1.2" })).toEqual(value);
  return value;
}

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

  it("takes actions of others by their commits, with the release beside them", () => {
    const used = [...text.matchAll(/uses: (.*)$/gm)].map((match) => match[1]);
    expect(used).toHaveLength(2);
    for (const each of used) expect(each).toMatch(/^"actions\/[\w-]+@[0-9a-f]{40}" # v\d+\.\d+\.\d+$/);
  });

  it("keeps names of variables that YAML 1.1 takes for something else", () => {
    const variables = ["ON", "NO", "Y", "NULL", "TRUE"];
    const { jobs } = read(githubActionsWorkflow({ ...clock, variables }));
    expect(Object.keys(jobs.tick.steps.at(-1).env)).toEqual(variables);
  });

  it("fires no more often than GitHub does, with no right but to read", () => {
    expect(read(text)).toMatchObject({
      on: { schedule: [{ cron: "*/5 * * * *" }] },
      permissions: {},
      jobs: { tick: { permissions: { contents: "read" } } },
    });
  });
});

describe("kubernetesCronJob", () => {
  it("is a CronJob by the schema of Kubernetes, which finds what is none", () => {
    const job = read(kubernetesCronJob(clock, place));
    expect(isCronJob(job)).toBe(true);
    expect(isCronJob({ ...job, spec: { ...job.spec, concurrencyPolicy: "Never" } })).toBe(false);
    expect(isCronJob({ ...job, spec: { schedule: "* * * * *" } })).toBe(false);
  });

  it.each(oddWords)("keeps %j as it is given, and is a CronJob", (word) => {
    const job = read(
      kubernetesCronJob(
        { ...clock, variables: ["ON"] },
        { name: word, namespace: word, image: word, opsUrl: word, secret: word },
      ),
    );
    expect(isCronJob(job)).toBe(true);
    expect(job.metadata).toMatchObject({ name: word, namespace: word });
    const { initContainers, containers } = job.spec.jobTemplate.spec.template.spec;
    expect(initContainers[0]).toMatchObject({ image: word });
    expect(initContainers[0].command.at(-2)).toBe(word);
    expect(containers[0].env.map(({ name }: { name: unknown }) => name)).toEqual(["COULOMB_CACHE_DIR", "ON"]);
    expect(containers[0].env[0].value).toBe("off");
    expect(containers[0].env[1].valueFrom.secretKeyRef).toEqual({ name: word, key: "on" });
  });

  it("lets nothing be put into the address of the ops repo", () => {
    const opsUrl = "https://git.example.org/$(FORGE_TOKEN)";
    const { spec } = read(kubernetesCronJob(clock, { ...place, opsUrl }));
    expect(spec.jobTemplate.spec.template.spec.initContainers[0].command.at(-2)).toBe(
      "https://git.example.org/$$(FORGE_TOKEN)",
    );
  });

  it("holds no secret, and runs what it is told to", () => {
    const { spec } = read(kubernetesCronJob(clock, place));
    expect(spec.schedule).toBe("*/2 * * * *");
    const [tick] = spec.jobTemplate.spec.template.spec.containers;
    expect(tick.command).toEqual(["coulomb", "activity", "tick", "--ops", "/ops/repo"]);
    expect(tick.env.at(-1)).toEqual({
      name: "COULOMB_HUB_TOKEN",
      valueFrom: { secretKeyRef: { name: "coulomb", key: "coulomb-hub-token" } },
    });
  });
});

interface EnvVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: object };
}

/** The init container of a CronJob for an address, and the volumes of its pod. */
function cloningOf(opsUrl: string) {
  const job = read(kubernetesCronJob(clock, { ...place, opsUrl }));
  expect(isCronJob(job)).toBe(true);
  const { initContainers, volumes } = job.spec.jobTemplate.spec.template.spec;
  const env: readonly EnvVariable[] = initContainers[0].env;
  return { env, command: initContainers[0].command, mounts: initContainers[0].volumeMounts, volumes };
}

describe("the clone of a private ops repo", () => {
  it.each([
    ["git.example.org", "username=ada\npassword=s3cret"],
    ["other.example.org", undefined],
  ])("answers git for its own site, and for no other: %s", (host, answer) => {
    const { env, command } = cloningOf("https://git.example.org/coulomb/ops.git");
    expect(env.filter(({ valueFrom }) => valueFrom !== undefined)).toEqual([
      {
        name: "GIT_USERNAME",
        valueFrom: { secretKeyRef: { name: "coulomb", key: "git-username", optional: true } },
      },
      {
        name: "GIT_PASSWORD",
        valueFrom: { secretKeyRef: { name: "coulomb", key: "git-password", optional: true } },
      },
    ]);
    expect(command.join(" ")).not.toMatch(/GIT_|password/);
    const plain = env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]));
    const asked = spawnSync("git", ["credential", "fill"], {
      input: `protocol=https\nhost=${host}\npath=coulomb/ops.git\n\n`,
      encoding: "utf8",
      env: {
        ...plainEnvironment(),
        ...Object.fromEntries(plain),
        GIT_USERNAME: "ada",
        GIT_PASSWORD: "s3cret",
      },
    });
    expect([asked.status === 0, asked.stdout.includes(answer ?? "password")]).toEqual([
      answer !== undefined,
      answer !== undefined,
    ]);
  });

  it.each(["ssh://git@git.example.org/ops.git", "git@git.example.org:ops.git"])(
    "takes the key and the known hosts of the secret for %s",
    (url) => {
      const { env, mounts, volumes } = cloningOf(url);
      expect(env.map(({ name }) => name)).toEqual(["GIT_TERMINAL_PROMPT", "GIT_SSH_COMMAND"]);
      expect(mounts.at(-1)).toEqual({ name: "git", mountPath: "/etc/coulomb-git", readOnly: true });
      expect(volumes.at(-1)).toMatchObject({
        name: "git",
        secret: { secretName: "coulomb", optional: true, defaultMode: 288 },
      });
    },
  );
});

describe("tickInterval", () => {
  it("is at most half of the shortest time to start of what is enabled", () => {
    expect(intervalOf(enabled)).toBe(2);
    expect(intervalOf((each) => ({ ...each, enabled: each.id.startsWith("daily-") }))).toBe(30);
    expect(intervalOf((each) => each)).toBe(30);
    expect(intervalOf((each) => ({ ...enabled(each), policy: { start_deadline: "PT1M" } }))).toBe(1);
  });
});
