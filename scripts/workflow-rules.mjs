// What every workflow and action of this repository and of its templates must keep, beside being one to GitHub's own parser.
import { registerHooks } from "node:module";
import { parse } from "yaml";
import { holds } from "./workflow-expressions.mjs";

/** What a pull request of somebody else's fork is to a condition, with everything switched on. */
const forkEvent = {
  github: {
    event_name: "pull_request",
    repository: "acme/ops",
    repository_owner: "acme",
    ref: "refs/heads/main",
    actor: "somebody",
    event: { pull_request: { number: 1, head: { repo: { full_name: "somebody/ops" } } } },
  },
  vars: { COULOMB_CI: "on", COULOMB_APP_ID: "1" },
};

/** One line for each flaw of a workflow; empty when it is sound. */
export async function workflowFlaws(name, content) {
  const errors = await workflowErrors(name, content);
  if (errors.length > 0) return errors.map((error) => `${name}: ${error}`);
  const workflow = parse(content);
  const flaws = [
    ...pinFlaws(content),
    ...(isEmptyMap(workflow.permissions) ? [] : ["expected permissions: {} at the top"]),
    ...["pull_request_target", "workflow_run"]
      .filter((event) => eventsOf(workflow).includes(event))
      .map((event) => `${event} gives secrets to what somebody else wrote`),
    ...Object.entries(workflow.jobs).flatMap(([id, job]) =>
      jobFlaws(workflow, job).map((flaw) => `job ${id}: ${flaw}`),
    ),
  ];
  return flaws.map((flaw) => `${name}: ${flaw}`);
}

/** The same for an action.yml. */
export async function actionFlaws(name, content) {
  const errors = await actionErrors(name, content);
  if (errors.length > 0) return errors.map((error) => `${name}: ${error}`);
  const { runs } = parse(content);
  if (runs.using !== "composite") return [`${name}: expected a composite action`];
  const flaws = [...pinFlaws(content), ...runs.steps.flatMap(stepFlaws)];
  if (/\bsecrets\b/.test(content)) flaws.push("an action is given what it needs, and reads no secret");
  return flaws.map((flaw) => `${name}: ${flaw}`);
}

function jobFlaws(workflow, job) {
  const flaws = job.steps.flatMap(stepFlaws);
  if (job.permissions === undefined) flaws.push("expected permissions of its own");
  if (job["timeout-minutes"] === undefined) flaws.push("expected timeout-minutes");
  const isRunForForks =
    eventsOf(workflow).includes("pull_request") && (job.if === undefined || holds(job.if, forkEvent));
  const hasSecrets = /\bsecrets\b/.test(JSON.stringify(job));
  if (isRunForForks && hasSecrets) flaws.push("a job that runs for a fork's pull request has no secret");
  if (isRunForForks && Object.values(job.permissions ?? {}).includes("write"))
    flaws.push("a job that runs for a fork's pull request writes nothing");
  const writes = /secrets\.COULOMB_TOKEN\b/.test(JSON.stringify(job));
  if (writes && job.concurrency?.["cancel-in-progress"] !== false)
    flaws.push("a job that writes is in a concurrency group, and is not cancelled for a newer one");
  return flaws;
}

function stepFlaws(step) {
  const flaws = [];
  if (typeof step.run === "string" && step.run.includes("${{"))
    flaws.push("an expression in a script is a way in: give it by env");
  if ((step.uses ?? "").startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false)
    flaws.push("checkout leaves its token behind: persist-credentials: false");
  return flaws;
}

/** Every action is this repository's, or pinned by its commit, with the release beside it. */
function pinFlaws(content) {
  return [...content.matchAll(/^\s*(?:- )?uses:\s*(.*)$/gm)]
    .map(([, used]) => used.trim())
    .filter((used) => used !== "./" && !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # \S+/.test(used))
    .map((used) => `${used}: expected ./, or a full commit id with its release as a comment`);
}

function eventsOf({ on }) {
  if (typeof on === "string") return [on];
  return Array.isArray(on) ? on : Object.keys(on);
}

function isEmptyMap(value) {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

async function workflowErrors(name, content) {
  letParserLoad();
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(
    "@actions/workflow-parser"
  );
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

async function actionErrors(name, content) {
  letParserLoad();
  const { NoOperationTraceWriter } = await import("@actions/workflow-parser");
  const { convertActionTemplate, parseAction } = await import("@actions/workflow-parser/actions/index");
  const { context, value } = parseAction({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) convertActionTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

let mayLoad = false;

/** GitHub's parser imports JSON without saying so, which Node refuses. */
function letParserLoad() {
  if (mayLoad) return;
  mayLoad = true;
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      return found.url.endsWith(".json") ? { ...found, importAttributes: { type: "json" } } : found;
    },
  });
}
