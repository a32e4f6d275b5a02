// Fails when a workflow or an action is none to GitHub's own parser, or breaks a rule of this repository
// (workflow-rules.mjs). Checks those of this repository, and those that users' ops repos begin with.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { actionFlaws, workflowFlaws } from "./workflow-rules.mjs";

const root = join(import.meta.dirname, "..");
const workflows = globSync(
  [
    ".github/workflows/*.{yml,yaml}",
    ".gitea/workflows/*.{yml,yaml}",
    "packages/cli/assets/workflows/*/*.{yml,yaml}",
  ],
  { cwd: root },
).sort();
const actions = globSync(["action.{yml,yaml}"], { cwd: root });

const flaws = [];
for (const file of workflows)
  flaws.push(...(await workflowFlaws(file, readFileSync(join(root, file), "utf8"))));
for (const file of actions) flaws.push(...(await actionFlaws(file, readFileSync(join(root, file), "utf8"))));
for (const flaw of flaws) console.error(flaw);
if (workflows.length === 0 || actions.length === 0) flaws.push("there is nothing to check");
console.log(
  `${workflows.length} workflows and ${actions.length} action: ${flaws.length === 0 ? "sound" : `${flaws.length} flaws`}`,
);
process.exit(flaws.length === 0 ? 0 : 1);
