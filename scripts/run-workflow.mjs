// Runs a workflow of this repository, or of its templates, on this machine: its jobs one after the other, scripts by bash with the
// environment that a runner gives, our own action as it is, and actions of others by stand-ins (workflow-standins.mjs). It knows
// what our workflows use, and throws for anything else: a run that leaves something out would prove nothing.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, matchesGlob, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { holds, interpolate } from "./workflow-expressions.mjs";
import { execute, git, readAnnotations, readPairs, WorkflowError } from "./workflow-process.mjs";
import { standinOf } from "./workflow-standins.mjs";

const root = join(import.meta.dirname, "..");

/**
 * Runs a workflow for an event. `settings`: `file`; `event` {name, payload, ref, sha, base_ref, head_ref, changed}; `repository`;
 * `server` (`github` or `gitea`); `remote`, what checkout clones; `secrets` and `vars` by name; `env`, the machine's; `action`: the
 * folder of our own action, where a workflow names it by its repository, `ours`; `actions`: more stand-ins; `onText`. Answers with
 * the `jobs` by name, each with its `result` (`success`, `failure` or `skipped`), `text`, `summary`, `annotations` and
 * `outputs` of steps; none where the event does not start the workflow.
 */
export async function runWorkflow(settings) {
  const workflow = parse(readFileSync(settings.file, "utf8"));
  expectKeys(workflow, ["name", "on", "permissions", "jobs"], settings.file);
  const jobs = {};
  if (!isTriggered(workflow.on, settings.event)) return { jobs };
  for (const [id, job] of Object.entries(workflow.jobs)) jobs[id] = await runJob(settings, workflow, id, job);
  return { jobs };
}

function isTriggered(on, { name, ref, changed }) {
  if (!(name in on)) return false;
  const { branches, paths } = on[name] ?? {};
  if (branches !== undefined && !branches.some((branch) => ref === `refs/heads/${branch}`)) return false;
  return paths === undefined || (changed ?? []).some((path) => paths.some((glob) => matchesGlob(path, glob)));
}

const jobKeys = [
  "name",
  "if",
  "runs-on",
  "timeout-minutes",
  "permissions",
  "environment",
  "concurrency",
  "steps",
];

async function runJob(settings, workflow, id, job) {
  expectKeys(job, jobKeys, `job ${id}`);
  const skipped = { result: "skipped", text: "", summary: "", annotations: [], outputs: {} };
  if (!holds(job.if, contextsOf(settings, workflow))) return skipped;
  const folder = mkdtempSync(join(tmpdir(), "coulomb-workflow-"));
  const workspace = join(folder, "workspace");
  const temp = join(folder, "temp");
  for (const each of [workspace, temp]) mkdirSync(each);
  const payload = join(temp, "event.json");
  writeFileSync(payload, JSON.stringify(settings.event.payload));
  const run = {
    settings,
    workflow,
    workspace,
    temp,
    payload,
    event: settings.event,
    count: 0,
    text: "",
    summary: "",
  };
  try {
    const { status, outputs } = await runSteps(run, job.steps, { env: {}, inputs: {} });
    const { text, summary } = run;
    return { result: status, text, summary, annotations: readAnnotations(text), outputs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const stepKeys = ["id", "name", "if", "uses", "with", "run", "shell", "env"];

/** Steps of a job or of an action; the first that fails decides, and later ones ask by their conditions. */
async function runSteps(run, steps, scope) {
  const outputs = {};
  let status = "success";
  for (const step of steps) {
    expectKeys(step, stepKeys, `step ${step.name ?? step.uses ?? step.id}`);
    const contexts = {
      ...contextsOf(run.settings, run.workflow),
      inputs: scope.inputs,
      steps: stepsOf(outputs),
    };
    if (!holds(step.if, contexts, status)) continue;
    const filled = (values) =>
      Object.fromEntries(
        Object.entries(values ?? {}).map(([name, value]) => [name, interpolate(value, contexts, status)]),
      );
    const env = { ...scope.env, ...filled(step.env) };
    const done =
      step.run === undefined
        ? await runAction(run, step.uses, filled(step.with), env)
        : await runScript(run, step, env, scope.actionPath);
    if (step.id !== undefined) outputs[step.id] = done.outputs;
    if (!done.ok) status = "failure";
  }
  return { status, outputs };
}

function stepsOf(outputs) {
  return Object.fromEntries(Object.entries(outputs).map(([id, values]) => [id, { outputs: values }]));
}

async function runScript(run, step, env, actionPath) {
  const own = (name) => join(run.temp, `${name}-${run.count}`);
  run.count += 1;
  const [script, output, summary] = ["script.sh", "output", "summary"].map(own);
  writeFileSync(script, step.run);
  for (const file of [output, summary]) writeFileSync(file, "");
  // A script of a workflow that names no shell is not stopped by what fails in a pipe.
  const flags = step.shell === "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"];
  const { code, text } = await execute("bash", [...flags, script], {
    cwd: run.workspace,
    env: {
      ...runnerEnv(run),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...(actionPath === undefined ? {} : { GITHUB_ACTION_PATH: actionPath }),
      ...env,
    },
    onText: run.settings.onText,
  });
  run.text += text;
  run.summary += readFileSync(summary, "utf8");
  return { ok: code === 0, outputs: readPairs(output) };
}

async function runAction(run, uses, inputs, env) {
  const [name] = uses.split("@");
  const isOurs = uses === "./" || name === (run.settings.ours ?? "coulomb-loop/coulomb-loop");
  if (!isOurs) return { ok: true, outputs: await standinOf(name, run)(inputs, run) };
  const folder = uses === "./" ? run.workspace : (run.settings.action ?? root);
  if (!existsSync(join(folder, "action.yml")))
    throw new WorkflowError(
      `${run.settings.file} uses ./, the action of the repository that it runs in, and ${run.settings.remote} has no action.yml\n` +
        "that file is for coulomb-loop itself: name a workflow of the ops repo, such as .github/workflows/reconcile.yml in a clone of it, or packages/cli/assets/workflows/github/reconcile.yml",
    );
  const action = parse(readFileSync(join(folder, "action.yml"), "utf8"));
  const unknown = Object.keys(inputs).filter((input) => !(input in action.inputs));
  const lacking = Object.keys(action.inputs).filter(
    (input) => action.inputs[input].required && !(input in inputs),
  );
  if (unknown.length + lacking.length > 0)
    throw new WorkflowError(
      `inputs of ${uses}: ${[...unknown.map((input) => `${input} is unknown`), ...lacking.map((input) => `${input} is lacking`)].join(", ")}`,
    );
  const given = Object.fromEntries(
    Object.entries(action.inputs).map(([input, { default: usual }]) => [input, inputs[input] ?? usual ?? ""]),
  );
  const done = await runSteps(run, action.runs.steps, { env, inputs: given, actionPath: folder });
  const contexts = { steps: stepsOf(done.outputs), inputs: given };
  const outputs = Object.entries(action.outputs).map(([output, { value }]) => [
    output,
    interpolate(value, contexts),
  ]);
  return { ok: done.status === "success", outputs: Object.fromEntries(outputs) };
}

function contextsOf({ event, repository, secrets, vars }, { name }) {
  const from = event.payload.pull_request?.head.repo.full_name ?? repository;
  return {
    github: {
      workflow: name,
      event_name: event.name,
      event: event.payload,
      ref: event.ref,
      sha: event.sha,
      base_ref: event.base_ref ?? "",
      head_ref: event.head_ref ?? "",
      repository,
      repository_owner: dirname(repository),
    },
    vars,
    // What comes from a fork gets none.
    secrets: from === repository ? secrets : {},
    runner: { os: "Linux" },
  };
}

function runnerEnv({ settings, workspace, temp, payload, event }) {
  return {
    ...settings.env,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: payload,
    GITHUB_REF: event.ref,
    GITHUB_SHA: event.sha,
    GITHUB_BASE_REF: event.base_ref ?? "",
    GITHUB_HEAD_REF: event.head_ref ?? "",
    GITHUB_REPOSITORY: settings.repository,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_OS: "Linux",
  };
}

function expectKeys(value, known, where) {
  const others = Object.keys(value).filter((key) => !known.includes(key));
  if (others.length > 0) throw new WorkflowError(`${where}: ${others.join(", ")} cannot be run here`);
}

const help = `usage: run-workflow.mjs <workflow.yml> --event <push|pull_request|schedule|workflow_dispatch>
  --remote <repository to clone> [--repository owner/name] [--ref refs/heads/main] [--payload event.json]
  [--server github|gitea] [--action owner/name, where the workflow names a copy of coulomb-loop] [--var NAME=value …] [--secret NAME …, each from the variable of that name]`;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      event: { type: "string" },
      remote: { type: "string" },
      repository: { type: "string", default: "owner/ops" },
      ref: { type: "string", default: "refs/heads/main" },
      payload: { type: "string" },
      server: { type: "string", default: "github" },
      action: { type: "string" },
      var: { type: "string", multiple: true, default: [] },
      secret: { type: "string", multiple: true, default: [] },
    },
  });
  const [file] = positionals;
  if (file === undefined || values.event === undefined || values.remote === undefined) {
    console.error(help);
    return 64;
  }
  const payload = values.payload === undefined ? {} : JSON.parse(readFileSync(values.payload, "utf8"));
  if (!existsSync(file))
    throw new WorkflowError(
      `there is no workflow ${file}\nname a file, such as .github/workflows/reconcile.yml of an ops repo`,
    );
  const remote = existsSync(values.remote) ? resolve(values.remote) : values.remote;
  const listed = await git({ env: process.env }, ".", ["ls-remote", remote, values.ref]).catch((error) => {
    throw new WorkflowError(`${error.message.trim()}\n--remote names what git can clone`);
  });
  if (listed === "")
    throw new WorkflowError(`${values.remote} has no ${values.ref}\nname another branch by --ref`);
  const event = {
    name: values.event,
    payload,
    ref: values.ref,
    sha: listed.split("\t")[0],
    base_ref: payload.pull_request?.base.ref,
    head_ref: payload.pull_request?.head.ref,
  };
  const { jobs } = await runWorkflow({
    file,
    event,
    repository: values.repository,
    server: values.server,
    ours: values.action,
    remote,
    secrets: Object.fromEntries(values.secret.map((name) => [name, process.env[name] ?? ""])),
    vars: Object.fromEntries(values.var.map((each) => each.split(/=(.*)/s, 2))),
    env: process.env,
    onText: (text) => process.stderr.write(text),
  });
  for (const [id, { result }] of Object.entries(jobs)) console.log(`${basename(file)} ${id}: ${result}`);
  return Object.values(jobs).some(({ result }) => result === "failure") ? 1 : 0;
}

if (process.argv[1] !== undefined && import.meta.filename === realpathSync(process.argv[1]))
  process.exitCode = await main().catch((error) => {
    if (!(error instanceof WorkflowError)) throw error;
    console.error(error.message);
    return 1;
  });
