// What every workflow and action of this repository and of its templates must keep, beside being one to GitHub's own parser.
import { registerHooks } from "node:module";
import { isAlias, isMap, isScalar, parseDocument, visit } from "yaml";
import { holds, interpolate } from "./workflow-expressions.mjs";

/** A pull request to a condition, from a repository, with everything switched on. */
const pullFrom = (name) => ({
  github: {
    event_name: "pull_request",
    repository: "acme/ops",
    repository_owner: "acme",
    ref: "refs/heads/main",
    actor: "somebody",
    event: { pull_request: { number: 1, head: { repo: { full_name: name } } } },
  },
  vars: { COULOMB_CI: "on", COULOMB_APP_ID: "1" },
});

/** What may start a workflow: each other event gives secrets, or the right to write, to what somebody else wrote, or is not needed. */
const events = new Set(["pull_request", "push", "schedule", "workflow_dispatch"]);

/** What a job's own token may do. Whatever else is done is done by tokens of coulomb, which docs/ci.md bounds. */
const rights = { contents: ["read", "none"] };

/**
 * Secrets that a pull request of this repository's own branches may have: the token that reads and comments, and the key of the App
 * that is used in place of both tokens, since the plan's comment counts from the account alone that applies it.
 */
const secretsOfPulls = new Set(["COULOMB_PLAN_TOKEN", "COULOMB_APP_KEY"]);

/** One line for each flaw of a workflow; empty when it is sound. */
export async function workflowFlaws(name, content) {
  const errors = await workflowErrors(name, content);
  if (errors.length > 0) return errors.map((error) => `${name}: ${error}`);
  const document = parseDocument(content);
  const { jobs, ...workflow } = document.toJS();
  const flaws = [
    ...pinFlaws(document),
    ...(isEmptyMap(workflow.permissions) ? [] : ["expected permissions: {} at the top"]),
    ...eventsOf(workflow)
      .filter((event) => !events.has(event))
      .map(
        (event) =>
          `event ${event}: expected one of ${[...events].join(", ")}; no other is needed, and some give secrets to what somebody else wrote`,
      ),
    ...(secretsIn(workflow).length === 0
      ? []
      : ["a secret for every job: give it to the step that needs it"]),
    ...Object.entries(jobs).flatMap(([id, job]) =>
      jobFlaws(workflow, job).map((flaw) => `job ${id}: ${flaw}`),
    ),
  ];
  return flaws.map((flaw) => `${name}: ${flaw}`);
}

/** The same for an action.yml. */
export async function actionFlaws(name, content) {
  const errors = await actionErrors(name, content);
  if (errors.length > 0) return errors.map((error) => `${name}: ${error}`);
  const document = parseDocument(content);
  const action = document.toJS();
  if (action.runs.using !== "composite") return [`${name}: expected a composite action`];
  const flaws = [...pinFlaws(document), ...action.runs.steps.flatMap(stepFlaws)];
  if (secretsIn(action).length > 0) flaws.push("an action is given what it needs, and reads no secret");
  return flaws.map((flaw) => `${name}: ${flaw}`);
}

function jobFlaws(workflow, job) {
  if (job.steps === undefined) return ["expected steps: what a workflow of elsewhere does is not seen here"];
  const { steps, ...frame } = job;
  const flaws = [...steps.flatMap(stepFlaws), ...permissionFlaws(job), ...imageFlaws(job)];
  if (job["timeout-minutes"] === undefined) flaws.push("expected timeout-minutes");
  if (secretsIn(frame).length > 0) flaws.push("a secret for every step: give it to the step that needs it");
  const secrets = secretsIn(job);
  const isOfPulls = eventsOf(workflow).includes("pull_request");
  const runsFor = (repository) => isOfPulls && holds(job.if, pullFrom(repository));
  if (runsFor("somebody/ops") && secrets.length > 0)
    flaws.push("a job that runs for a fork's pull request has no secret");
  const others = secrets.filter((secret) => !secretsOfPulls.has(secret));
  if (runsFor("acme/ops") && others.length > 0)
    flaws.push(`a job that runs for a pull request has no secret that writes: ${others.join(", ")}`);
  return [...flaws, ...concurrencyFlaws(workflow, job, secrets.length > 0 && !runsFor("acme/ops"))];
}

function permissionFlaws({ permissions }) {
  if (permissions === undefined) return ["expected permissions of its own"];
  if (typeof permissions !== "object" || permissions === null)
    return [`permissions ${permissions}: expected each by its name`];
  return Object.entries(permissions)
    .filter(([scope, right]) => !(Object.hasOwn(rights, scope) && rights[scope].includes(right)))
    .map(([scope, right]) => `permission ${scope}: ${right}: expected no more than contents: read`);
}

/** An image is code of others, as an action is. */
function imageFlaws({ container, services }) {
  return [container, ...Object.values(services ?? {})]
    .filter((image) => image !== undefined)
    .map((image) => (typeof image === "string" ? image : image?.image))
    .filter((image) => !/@sha256:[0-9a-f]{64}$/.test(image))
    .map((image) => `image ${image}: expected one pinned by its digest (name@sha256:…)`);
}

function concurrencyFlaws(workflow, job, writes) {
  const group = job.concurrency ?? workflow.concurrency;
  if (group === undefined) return ["expected a concurrency group"];
  if (group["cancel-in-progress"] === false) return [];
  // What matters is said, though it is what would be without a word.
  if (writes)
    return ["a job that writes is not cancelled for a newer one: expected cancel-in-progress: false"];
  const here = eventsOf(workflow)
    .map((event) => ({
      ...pullFrom("acme/ops"),
      github: { ...pullFrom("acme/ops").github, event_name: event },
    }))
    .filter(({ github }) => github.event_name !== "pull_request")
    .filter((contexts) => holds(job.if, contexts));
  const groups = here.map((contexts) => interpolate(group.group ?? group, contexts));
  return new Set(groups).size === groups.length ? [] : ["a run of one event cancels that of another"];
}

function stepFlaws(step) {
  const flaws = [];
  if (typeof step.run === "string" && step.run.includes("${{"))
    flaws.push("an expression in a script is a way in: give it by env");
  if (/^actions\/checkout@/i.test(step.uses ?? "") && step.with?.["persist-credentials"] !== false)
    flaws.push("checkout leaves its token behind: persist-credentials: false");
  if (
    /^actions\/create-github-app-token@/i.test(step.uses ?? "") &&
    !Object.keys(step.with ?? {}).some((input) => input.startsWith("permission-"))
  )
    flaws.push("a token with all that the App may do: name what it needs by permission-…");
  return flaws;
}

/** Every action is this repository's, or pinned by its commit, with the release beside it as a comment. */
function pinFlaws(document) {
  const flaws = [];
  visit(document, {
    Pair(_key, { key, value }) {
      if (!isScalar(key) || key.value !== "uses" || isMap(value)) return;
      const node = isAlias(value) ? value.resolve(document) : value;
      const used = `${node.value}`;
      const isPinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(used) && /^ \S+/.test(node.comment ?? "");
      if (used !== "./" && !isPinned)
        flaws.push(`${used}: expected ./, or a full commit id with its release as a comment`);
    },
  });
  return flaws;
}

/** The names of the secrets that expressions below a value reach; `*` for all of them. */
function secretsIn(value) {
  const found = new Set();
  const look = (each) => {
    if (typeof each === "object" && each !== null) for (const below of Object.values(each)) look(below);
    if (each === "inherit") found.add("*");
    for (const [expression] of String(each).matchAll(/\$\{\{.*?\}\}/gs))
      for (const [, name = "*"] of expression.matchAll(/\bsecrets\b(?:\s*\.\s*([\w-]+))?/gi)) found.add(name);
  };
  look(value);
  return [...found];
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
