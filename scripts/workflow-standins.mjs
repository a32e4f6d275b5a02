// What the actions of others do, as far as the workflows here need it, on this machine. A function gets the inputs and the run,
// and answers with outputs.
import { git, WorkflowError } from "./workflow-process.mjs";

/** The one of an action, by its name without a version. Throws for one that there is none of. */
export function standinOf(name, run) {
  const found = { ...standins, ...run.settings.actions }[name];
  if (found === undefined)
    throw new WorkflowError(
      `there is no stand-in for ${name}\nwhere it is a copy of coulomb-loop, say so: --action ${name}`,
    );
  return found;
}

const standins = {
  "actions/checkout": checkout,
  // This machine has a Node, and its packages are installed.
  "actions/setup-node": async () => ({}),
  "actions/cache": async () => ({}),
};

/**
 * Clones the repository as actions/checkout leaves it: at the commit of the event; on a pull request of GitHub at what its merge
 * would give, on one of Gitea at its head.
 */
async function checkout(inputs, { settings, workspace, event }) {
  if (inputs["persist-credentials"] !== "false") throw new Error("expected persist-credentials: false");
  await git(settings, workspace, ["clone", "--quiet", settings.remote, "."]);
  const number = event.payload.pull_request?.number;
  if (event.name !== "pull_request") {
    await git(settings, workspace, ["checkout", "--quiet", "--detach", event.sha]);
    return {};
  }
  await git(settings, workspace, [
    "fetch",
    "--quiet",
    "origin",
    `refs/pull/${number}/head:refs/pull/${number}/head`,
  ]);
  if (settings.server === "gitea") {
    await git(settings, workspace, ["checkout", "--quiet", "--detach", `refs/pull/${number}/head`]);
    return {};
  }
  await git(settings, workspace, ["checkout", "--quiet", "--detach", `origin/${event.base_ref}`]);
  const merge = ["merge", "--quiet", "--no-ff", "--no-edit", `refs/pull/${number}/head`];
  await git(settings, workspace, [
    "-c",
    "user.name=GitHub",
    "-c",
    "user.email=noreply@github.invalid",
    ...merge,
  ]);
  return {};
}
