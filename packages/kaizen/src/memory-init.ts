import { CoulombError } from "@coulomb-loop/schemas";
import { openCheckout, type Place } from "./git.ts";
import { metricsFolderOf } from "./metrics-files.ts";
import { attributesPath, checkInside, scaffoldAttributes, scaffoldFile } from "./scaffold.ts";
import type { Scaffolded } from "./schedule-init.ts";
import { checkAgent } from "./slot.ts";

/** Where an agent keeps what it learned. */
export function memoryPath(agent: string): string {
  return `.kaizen/memory/${agent}/memory.md`;
}

/** What keeps the folder of an agent's records in git. */
function keepPath(agent: string): string {
  return `${metricsFolderOf(agent)}/.gitkeep`;
}

/**
 * Gives agents their memory and a folder for their records. Overwrites nothing; a second run writes nothing. Throws `usage`
 * for a name that is none, and what opening and writing throw.
 */
export async function initMemory({
  agents,
  ...place
}: Place & { readonly agents: readonly string[] }): Promise<Scaffolded> {
  const names = [...new Set(agents.map(checkAgent))];
  if (names.length === 0)
    throw new CoulombError("usage", "no agent is named", { hint: "coulomb kaizen memory init coach" });
  const { root } = await openCheckout(place);
  checkInside(root, [...names.flatMap((name) => [memoryPath(name), keepPath(name)]), attributesPath]);
  const paths = names.flatMap((name) => [
    scaffoldFile(root, memoryPath(name), memoryText(name)),
    scaffoldFile(root, keepPath(name), ""),
  ]);
  return { root, paths: [...paths, scaffoldAttributes(root)] };
}

function memoryText(agent: string): string {
  return `# Memory of ${agent}

What later sessions of ${agent} should know. Newest first: a bundle shows the beginning of this file.

## Entries

<!-- One section a session: ### YYYY-MM-DD, at most ten lines: what was seen, with record ids; what was done; how the
metrics would show that it helped. -->

## Disproved

<!-- One line for each entry that later records disproved, with the reason. -->
`;
}
