import { decode, readYaml } from "@coulomb-loop/documents";
import type { Coulomb } from "@coulomb-loop/schemas";
import { CoulombError, hasErrors, validateCoulomb } from "@coulomb-loop/schemas";
import type { Io } from "./io.ts";
import { findOpsFolder, readOpsFile } from "./ops-files.ts";
import { printFindings } from "./output/findings.ts";
import type { Terminal } from "./terminal.ts";

/** The configuration of an ops repo, for commands that need nothing else of it. */
export interface OpsConfig {
  readonly folder: string;
  readonly config: Coulomb;
}

/** Reads coulomb.yaml alone. Throws `ops_missing`, and `ops_invalid` after printing what is wrong with it. */
export function readOpsConfig(io: Io, terminal: Terminal, named: string | undefined): OpsConfig {
  const folder = findOpsFolder(io.cwd, named);
  const { content } = readOpsFile(folder, "coulomb.yaml", "coulomb");
  const source = content instanceof Uint8Array ? decode(content, "coulomb.yaml") : [content];
  const read = Array.isArray(source)
    ? { value: undefined, findings: source }
    : readYaml<Coulomb>(source, validateCoulomb);
  if (read.value !== undefined && !hasErrors(read.findings)) return { folder, config: read.value };
  for (const line of printFindings(read.findings, terminal.paint)) terminal.note(line);
  throw new CoulombError("ops_invalid", `coulomb.yaml in ${folder} has errors`, {
    hint: "correct them; coulomb validate lists them again",
  });
}

/** The configuration of a command that can do without one: what --ops names must be there, the nearest need not. */
export function opsOrNone(io: Io, terminal: Terminal, named: string | undefined): OpsConfig | undefined {
  try {
    return readOpsConfig(io, terminal, named);
  } catch (error) {
    if (named === undefined && error instanceof CoulombError && error.code === "ops_missing")
      return undefined;
    throw error;
  }
}

/** Key of the ops repo on the hub: forge, owner and name. */
export function repoKeyOf({ config }: Pick<OpsConfig, "config">): string {
  const { forge, owner, repo } = config.ops_repo;
  return `${forge}/${owner}/${repo}`;
}
