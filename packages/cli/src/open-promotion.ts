import { versions } from "node:process";
import { parseLock, readPhase } from "@coulomb-loop/activity";
import {
  chainOfLoop,
  evaluate,
  loopName,
  type OpsDocuments,
  type PhaseEvidence,
  policyOfLoop,
} from "@coulomb-loop/cadence";
import {
  type BaseFiles,
  type LoopGround,
  type OpsPlace,
  type OpsRepo,
  type PromotionPorts,
  prospect,
  readOpsRepo,
  type WriteContext,
} from "@coulomb-loop/reconciler";
import { type ActivityLock, CoulombError, hasErrors } from "@coulomb-loop/schemas";
import type { HubClient } from "@coulomb-loop/state-hub-sync";
import { checkSignature } from "./check-signature.ts";
import type { Invocation } from "./command-line/builder.ts";
import { toolIdentity, type Writer } from "./forges.ts";
import { retryOf } from "./holder.ts";
import { ledgerOrNone, lockPath, type OpenLedger } from "./open-activity.ts";
import type { HubOptions } from "./open-hub.ts";
import { readOpsAt } from "./ops-at-commit.ts";
import { gitPrefix } from "./ops-files.ts";
import { publishHint } from "./ops-published.ts";
import { runGit } from "./own-git.ts";
import { broughtBy, policyBefore } from "./promotion-history.ts";
import { definitionSoundness, scheduleSoundness, syncOf } from "./promotion-soundness.ts";
import { type OpenWorkspace, openWorkspace, runContext } from "./workspace.ts";

/** An ops repo with all that its promotions are decided from. */
export interface OpenPromotions {
  readonly write: WriteContext;
  /** The documents of the base branch, as they were read last. */
  readonly documents: () => OpsDocuments;
  /** Names of the loops, as the base branch has them. */
  readonly loops: readonly string[];
  readonly portsOf: (loop: string) => PromotionPorts;
  /** `undefined`: there is none. */
  readonly hub: HubClient | undefined;
  close(): Promise<void>;
}

/** The base branch, read and checked. */
interface Base extends BaseFiles {
  readonly ops: OpsRepo;
  readonly lock: ActivityLock | undefined;
  readonly head: string;
}

/**
 * Opens the promotions of an ops repo. Policy, people, roster and records are those of the default branch as its forge has it, whatever
 * the working tree says (page 07 P2): its head must be in the repository of the folder. Throws `base_missing` where it is not,
 * `ops_invalid` where it has errors, and what opening the workspace and the hub throws.
 */
export async function openPromotions(
  invocation: Invocation,
  options: HubOptions & { readonly ops?: string },
  writer?: Writer,
): Promise<OpenPromotions> {
  const { io, terminal } = invocation;
  const workspace = openWorkspace(io, terminal, options.ops, writer);
  const { config, opsRepo } = workspace;
  if (gitPrefix(workspace.folder) !== "")
    throw new CoulombError("ops_subfolder", `${workspace.folder} is not the root of its git repository`, {
      hint: "promotions are proposals of the ops repo: keep it in a repository of its own",
    });
  const opened = await ledgerOrNone(io, workspace, options);
  const tool = toolIdentity(config.installation).name;
  const identity = writer === undefined ? await opsRepo.forge.check() : undefined;
  const login = identity?.kind === "known" ? identity.value.login : tool;
  const place: OpsPlace = {
    forge: opsRepo.forge,
    cache: workspace.cache,
    name: opsRepo.name,
    repoId: `${config.ops_repo.forge}/${opsRepo.name.owner}/${opsRepo.name.repo}`,
    forgeName: config.ops_repo.forge,
    installation: config.installation,
    own: new Set([login, tool]),
  };
  // What a run reads last is what it decides from.
  let base = await readBase(invocation, workspace, place);
  const read = async () => (base = await readBase(invocation, workspace, place));
  return {
    documents: () => base.documents,
    write: { place, time: io.now(), retry: retryOf(io) },
    loops: base.documents.loops.map(loopName),
    portsOf: (loop) => ({
      base: read,
      ground: (_base, from) => groundOf(invocation, { workspace, opened, base, loop, from }),
      broughtBy: (path) => broughtBy(invocation.io, workspace.folder, base.head, path),
      policyBefore: (name, merge) => policyBefore(invocation.io, workspace.folder, name, merge),
      check: (response) => checkSignature(response, config.people ?? []),
    }),
    hub: opened?.hub,
    close: async () => {
      workspace.cache.save(true);
      await opened?.close();
    },
  };
}

/** Reads the default branch of the ops repo as its forge has it, from the objects of the folder's own repository. */
async function readBase({ io }: Invocation, workspace: OpenWorkspace, place: OpsPlace): Promise<Base> {
  const head = await headOf(place);
  const at = await readAt(io, workspace.folder, head);
  const ops = readOpsRepo(at.files, io.now());
  if (hasErrors(ops.findings)) {
    const first = ops.findings.find(({ severity }) => severity === "error");
    throw new CoulombError(
      "ops_invalid",
      `the default branch of the ops repo has errors: ${first?.file ?? ""}: ${first?.message ?? ""}`,
      { hint: "correct it there; coulomb validate lists them" },
    );
  }
  return {
    ops,
    head,
    lock: await lockAt(io, workspace, head),
    documents: ops.documents,
    files: new Map(
      at.files.files.flatMap(({ path, content }) =>
        content instanceof Uint8Array ? [[path, content] as const] : [],
      ),
    ),
    format: head.length === 64 ? "sha256" : "sha1",
  };
}

/** The lock of the definitions at a commit; `undefined` where there is none that can be read. */
async function lockAt(
  io: Invocation["io"],
  { folder, config }: OpenWorkspace,
  commit: string,
): Promise<ActivityLock | undefined> {
  const path = lockPath(config);
  const text = await runGit(io, folder, ["show", `${commit}:${path}`]);
  const parsed = text === undefined ? undefined : parseLock(text, path);
  return parsed !== undefined && "lock" in parsed ? parsed.lock : undefined;
}

async function headOf({ forge, cache, name, repoId }: OpsPlace): Promise<string> {
  for await (const { facts } of forge.observe([{ repo: name, files: [], branches: [] }], cache)) {
    if (facts.kind === "known" && facts.value.head !== null) return facts.value.head;
    if (facts.kind === "known")
      throw new CoulombError("ops_unread", `the ops repo ${repoId} has no commit on its forge`, {
        hint: `${publishHint}; then run again`,
      });
    throw new CoulombError("ops_unread", `the ops repo ${repoId} cannot be read: ${facts.message}`, {
      hint: "nothing was written; coulomb doctor tells what the forge answers, then run again",
    });
  }
  throw new CoulombError("ops_unread", `the forge answered nothing for the ops repo ${repoId}`, {
    hint: "run coulomb doctor",
  });
}

/** What the folder's repository has at a commit; asks its remotes for the commit once where it is not there. */
async function readAt(io: Invocation["io"], folder: string, head: string) {
  try {
    return await readOpsAt(io, folder, head);
  } catch (error) {
    if (!(error instanceof CoulombError) || error.code !== "ref_unknown") throw error;
    await runGit(io, folder, ["fetch", "--quiet", "--all"], { GIT_TERMINAL_PROMPT: "0" });
  }
  try {
    return await readOpsAt(io, folder, head);
  } catch (error) {
    if ((await runGit(io, folder, ["cat-file", "-e", `${head}^{commit}`])) !== undefined)
      throw new CoulombError(
        "base_missing",
        `the default branch of the ops repo is at ${head.slice(0, 10)}, which has no coulomb.yaml`,
        { hint: `${publishHint}; then run again`, cause: error },
      );
    throw new CoulombError(
      "base_missing",
      `the default branch of the ops repo is at ${head.slice(0, 10)}, which ${folder} does not have`,
      {
        hint: "git fetch in that folder, then run again; what is not on the default branch does not count",
        cause: error,
      },
    );
  }
}

interface GroundInput {
  readonly workspace: OpenWorkspace;
  readonly opened: OpenLedger | undefined;
  readonly base: Base;
  readonly loop: string;
  readonly from: number | undefined;
}

async function groundOf({ io }: Invocation, input: GroundInput): Promise<LoopGround> {
  const { workspace, opened, base, loop, from } = input;
  const { documents } = base;
  const now = opened === undefined ? io.now() : Date.parse((await opened.hub.meta()).now);
  const phases = new Map<string, PhaseEvidence>();
  for (const { name } of policyOfLoop({ documents, loop })?.phases ?? []) {
    const { evidence } = await readPhase({
      ledger: opened?.ledger,
      documents,
      loop,
      phase: name,
      asOf: now,
      tzdata: versions.tz ?? "unknown",
      back: from,
    });
    phases.set(name, { evidence, results: evaluate(evidence) });
  }
  const context = { ...runContext(io, workspace), ops: base.ops };
  const seen = await prospect(context);
  return {
    documents,
    loop,
    phases,
    chain: chainOfLoop(documents, loop),
    now,
    sync: syncOf(seen, loop),
    schedules: scheduleSoundness(context, seen, loop),
    definitions: definitionSoundness(base.documents, base.lock),
  };
}
