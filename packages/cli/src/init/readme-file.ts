import type { Answers } from "./answers.ts";

/** The README of a new ops repo: what it is, what to do first, and where things stand. */
export function readmeFile({ forge, name, loop, pilots, regulator }: Answers): string {
  const canary = pilots[0] ?? "";
  const token =
    forge === "git"
      ? ""
      : `
   The tool has an account of its own on the forge, with write access to the pilot repos and to this one. Its token is never in a
   file: \`export COULOMB_FORGE_TOKEN=…\` here; in CI the workflows set that variable from a secret.
`;
  return `# ${name}

This repo declares which repositories run the loop **${loop}** of scheduled coding agents, how often, and what must be proved before
that changes. \`coulomb\` makes them agree with these files, by pull requests that their people merge.

| what | where |
|---|---|
| which repos, in which phase | \`loops/${loop}/roster.yaml\` |
| how often, what must be proved, who agrees | \`loops/${loop}/cadence.yaml\` |
| what each step does | \`activity-definitions/\` |
| who is who, which forge | \`coulomb.yaml\` |
| how each promotion came about | \`loops/${loop}/promotions/\` |

## First steps

1. Commit this, and push it to the forge.
${token}2. \`coulomb validate\` checks every file. \`coulomb doctor\` tells whether the forge can be reached.
3. \`coulomb plan\` shows what would be proposed to each pilot. It writes nothing.
4. \`coulomb reconcile\` opens one pull request per pilot: ${canary} first, the others once it has run for the cycles that
   \`cadence.yaml\` asks of the canary.
5. When the schedules are merged: \`coulomb activity plan\` is the dry run that each definition's gate asks for, and one session
   by hand the smoke test. Say so with \`coulomb activity prove\`, the last time with \`--enable\`, and pin them: \`coulomb activity compile\`.
6. \`coulomb hub register\` makes the state hub; then \`coulomb activity tick\`, from any alarm clock, every few minutes.
7. \`coulomb evidence\` tells what the cycles prove so far, and \`coulomb promote status\` what is missing for the next phase. ${regulator} approves:
   \`coulomb approve PROM-0001 --message "why"\`.

Every command has \`--help\`.
`;
}
