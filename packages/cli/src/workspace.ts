import type { Forge, RepoName } from "@coulomb-loop/forge";
import type { Forges, OpsFiles, OpsRepo, RunContext } from "@coulomb-loop/reconciler";
import { readOpsRepo } from "@coulomb-loop/reconciler";
import type { Coulomb, Finding } from "@coulomb-loop/schemas";
import { CoulombError, hasErrors } from "@coulomb-loop/schemas";
import type { RunCache } from "./cache.ts";
import { openCache } from "./cache.ts";
import type { Writer } from "./forges.ts";
import { openForges, toolIdentity } from "./forges.ts";
import { holderOf, retryOf } from "./holder.ts";
import type { Io } from "./io.ts";
import { findOpsFolder, readOpsFiles } from "./ops-files.ts";
import { printFindings } from "./output/findings.ts";
import type { RequestCounter } from "./request-count.ts";
import { createRequestCounter } from "./request-count.ts";
import type { Terminal } from "./terminal.ts";
import { toolVersion } from "./version.ts";

/** An ops repo on disk, read and checked. */
export interface Workspace {
  readonly folder: string;
  readonly ops: OpsRepo;
  /** Paths of the files that were read. */
  readonly files: readonly string[];
  /** The files themselves. */
  readonly read: OpsFiles;
}

/** An ops repo without errors. */
export interface SoundWorkspace extends Workspace {
  readonly config: Coulomb;
}

/** An ops repo that is sound, with its forges open. */
export interface OpenWorkspace extends SoundWorkspace {
  readonly forges: Forges;
  readonly opsRepo: { readonly forge: Forge; readonly name: RepoName };
  readonly cache: RunCache;
  /** What the forges were asked so far. */
  readonly counter: RequestCounter;
}

/** Reads the ops repo named by --ops, or the nearest one. Throws `ops_missing`. */
export function readWorkspace(io: Io, named: string | undefined): Workspace {
  const folder = findOpsFolder(io.cwd, named);
  const read = readOpsFiles(folder);
  return { folder, ops: readOpsRepo(read, io.now()), files: read.files.map((file) => file.path), read };
}

/** Which errors of an ops repo do not stop a command. */
export type Spared = (finding: Finding, workspace: Workspace) => boolean;

/** Errors that keep one definition from firing: the runtime refuses it, and goes on with the others. */
export const gateErrors: Spared = ({ code }) => code === "gate_unproved" || code === "gate_digest";

/** Errors in workplans, for commands that read none: what mends one may wait in the very proposal they are about. */
export const workplanErrors: Spared = ({ file }, { read }) =>
  read.files.some(({ path, kind }) => kind === "workplan" && path === file);

/**
 * Reads an ops repo. Throws `ops_invalid`, after printing every finding, when it has errors, but those that are `spared`:
 * nothing is planned from files that contradict each other.
 */
export function readSound(
  io: Io,
  terminal: Terminal,
  named: string | undefined,
  spared: Spared = () => false,
): SoundWorkspace {
  const workspace = readWorkspace(io, named);
  const config = workspace.ops.documents.coulomb?.value;
  const isUnsound = hasErrors(workspace.ops.findings.filter((finding) => !spared(finding, workspace)));
  if (isUnsound || config === undefined) {
    for (const line of printFindings(workspace.ops.findings, terminal.paint)) terminal.note(line);
    throw new CoulombError("ops_invalid", `the ops repo ${workspace.folder} has errors`, {
      hint: "correct them; coulomb validate lists them again",
    });
  }
  return { ...workspace, config };
}

/** Reads an ops repo as `readSound` does and opens its forges. Throws what `openForges` does too. */
export function openWorkspace(
  io: Io,
  terminal: Terminal,
  named: string | undefined,
  writer?: Writer,
  spared?: Spared,
): OpenWorkspace {
  const workspace = readSound(io, terminal, named, spared);
  const { config } = workspace;
  const counter = createRequestCounter();
  const forges = openForges({
    config,
    folder: workspace.folder,
    io,
    writer: writer ?? toolIdentity(config.installation),
    counter,
  });
  const { forge: name, owner, repo } = config.ops_repo;
  const forge = forges.get(name);
  if (forge === undefined)
    throw new CoulombError("forge_unknown", `ops_repo names forge "${name}", which is not declared`);
  return {
    ...workspace,
    forges,
    opsRepo: { forge, name: { owner, repo } },
    cache: openCache(io, workspace.folder),
    counter,
  };
}

/** The context of one run over the fleet. */
export function runContext(
  io: Io,
  workspace: OpenWorkspace,
  more: Pick<RunContext, "onObserved"> & { readonly takeOver?: string } = {},
): RunContext {
  return {
    ops: workspace.ops,
    installation: workspace.config.installation,
    opsRepo: workspace.opsRepo,
    forges: workspace.forges,
    toolVersion: toolVersion(),
    concurrency: workspace.config.limits?.concurrency ?? 8,
    now: io.now(),
    clock: io.now,
    holder: holderOf(io, more.takeOver),
    retry: retryOf(io),
    cache: workspace.cache,
    ...(more.onObserved === undefined ? {} : { onObserved: more.onObserved }),
  };
}
