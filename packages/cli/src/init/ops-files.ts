import { readdirSync, readFileSync } from "node:fs";
import { decode, editFrontmatter } from "@coulomb-loop/documents";
import { CoulombError, validateActivityDefinition } from "@coulomb-loop/schemas";
import { type Answers, slugOf } from "./answers.ts";
import { cadenceFile } from "./cadence-file.ts";
import { readmeFile } from "./readme-file.ts";
import { scalar } from "./scalar.ts";

/** Variable that holds the token of the tool's account; the workflows set the same one. */
const tokenVariable = "COULOMB_FORGE_TOKEN";

/** Every file of a new ops repo, by path, with \`/\` between names. The same answers give the same bytes. */
export function newOpsFiles(answers: Answers, now: number, action?: string): ReadonlyMap<string, string> {
  const user = slugOf(answers.regulator, "regulator");
  return new Map([
    ["coulomb.yaml", configFile(answers, user)],
    [`loops/${answers.loop}/roster.yaml`, rosterFile(answers)],
    [`loops/${answers.loop}/cadence.yaml`, cadenceFile(answers, user)],
    [`loops/${answers.loop}/decisions/DEC-001.yaml`, decisionFile(answers, now)],
    ...definitionFiles(answers),
    ...workflowFiles(answers, action),
    [".gitignore", ".coulomb/\n"],
    ["README.md", readmeFile(answers)],
  ]);
}

/** What the forge is called in the files. */
function forgeName({ forge }: Pick<Answers, "forge">): string {
  return forge === "git" ? "local" : forge;
}

function configFile(answers: Answers, user: string): string {
  const { forge, url, owner, name, timezone, regulator } = answers;
  const called = forgeName(answers);
  const token =
    forge === "git"
      ? ""
      : `    token: { env: ${tokenVariable} } # of the tool's own account; never written here\n`;
  const person =
    forge === "git"
      ? `  # Approvals on plain git are signed: without a key here this person cannot approve.\n  - { user: ${scalar(regulator)}, roles: [regulator] } # add keys: ["ssh-ed25519 …"] and emails: […]\n`
      : `  - { user: ${scalar(user)}, roles: [regulator], logins: { ${called}: ${scalar(regulator)} } }\n`;
  return `# Configuration of this ops repo; \`coulomb validate\` checks it.
schema_version: coulomb/v1

# Who we are in branch names and markers of proposals. Another installation never touches ours, nor we theirs.
installation: ${scalar(slugOf(name, "ops"))}

# For everything that names no zone of its own.
timezone: ${scalar(timezone)}

# Where repositories live.
forges:
  - name: ${called}
    kind: ${forge}
    url: ${scalar(url)}
    owner: ${scalar(owner)}
${token}
# This repo, as its forge knows it. Promotions are proposals here; its state branch keeps what was last seen in sync.
ops_repo: { forge: ${called}, owner: ${scalar(owner)}, repo: ${scalar(name)} }

# An embedded state hub in a folder that git ignores. A served one is \`url\` and \`token\` instead.
state_hub: { data_dir: .coulomb/hub }

# Bounds of one run.
limits:
  proposals_per_hour: 60
  max_removal_percent: 20

# Who is who. Policies name the \`user\`; logins, keys, e-mails and actors join it to forges, signatures and records.
people:
${person}`;
}

function rosterFile(answers: Answers): string {
  const { loop, owner, domain, pilots } = answers;
  const rows = pilots
    .map((repo, at) => `  - { repo: ${scalar(repo)}, wave: ${at === 0 ? 0 : 1} }\n`)
    .join("");
  return `# Which repos run the loop, and in which phase. A promotion edits an entry's \`phase\`; people edit the rest.
schema_version: roster/v1
loop: ${scalar(loop)}
decision: DEC-001
schedule_path: .kaizen/schedule.yml # in every pilot repo

# What an entry leaves out.
defaults: { forge: ${forgeName(answers)}, owner: ${scalar(owner)}, domain: ${scalar(domain)}, phase: bootstrap }

# Wave 0 gets every change first; cadence.yaml says what must hold before wave 1 follows.
active:
${rows}
# Next repos to take in, in order.
expansion_queue: []

# Repos stopped on purpose, since the loop has nothing more to give them. Their agents are disabled, then released.
saturated: []

# Repos that leave: { repo, mode: release | disable | prune, reason }. Deleting an entry above is no way to leave.
removed: []
`;
}

function decisionFile({ pilots, loop, owner }: Answers, now: number): string {
  return `# An accepted decision is not changed any more; another decision supersedes it.
schema_version: decision/v1
id: DEC-001
question: Which repos pilot ${loop}?
options:
  - key: A
    summary: ${JSON.stringify(`${pilots.join(", ")} of ${owner}.`)}
  - key: B
    summary: None yet.
chosen: A
status: accepted
decided_by: ${scalar(slugOf(owner, "owner"))}
decided_at: ${new Date(now).toISOString().slice(0, 10)}T00:00:00Z
`;
}

const assets = new URL("../../assets/", import.meta.url);

/** The activity definitions that the project runs itself, for this loop, zone and domain. */
function definitionFiles(answers: Answers): readonly (readonly [string, string])[] {
  const folder = new URL("init/activity-definitions/", assets);
  return readdirSync(folder)
    .toSorted()
    .map((file) => [
      `activity-definitions/${file}`,
      definitionFile(readFileSync(new URL(file, folder)), file, answers),
    ]);
}

function definitionFile(bytes: Uint8Array, file: string, { loop, owner, timezone, domain }: Answers): string {
  const source = decode(bytes, file);
  if (Array.isArray(source)) throw new CoulombError("internal", `${file} of this program cannot be read`);
  const result = editFrontmatter(
    source,
    [
      { op: "set", path: ["owner"], value: slugOf(owner, "owner") },
      { op: "remove", path: ["governance"] },
      { op: "set", path: ["loop"], value: loop },
      { op: "set", path: ["trigger", "timezone"], value: timezone },
      {
        op: "set",
        path: ["context", "sources", { key: "type", is: "kaizen" }, "params", "domain"],
        value: domain,
      },
    ],
    validateActivityDefinition,
  );
  if (result.status === "refused")
    throw new CoulombError("internal", `${file} of this program: ${result.findings[0]?.message ?? ""}`);
  return new TextDecoder().decode(result.status === "edited" ? result.bytes : bytes);
}

/** Workflows that run the tool, where the forge runs any, with the action that they use where it is known. */
function workflowFiles(
  { forge }: Answers,
  action: string | undefined,
): readonly (readonly [string, string])[] {
  if (forge === "git") return [];
  const folder = new URL(`workflows/${forge}/`, assets);
  return readdirSync(folder)
    .toSorted()
    .map((file) => {
      const text = readFileSync(new URL(file, folder), "utf8");
      return [`.${forge}/workflows/${file}`, action === undefined ? text : text.replaceAll(noAction, action)];
    });
}

/** What stands in the workflows for an action that nobody has named. */
const noAction = /coulomb-loop\/coulomb-loop@0{40}/g;
