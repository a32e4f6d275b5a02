import { validateDecision, validateWorkplan, validateWorkplanTask } from "@coulomb-loop/schemas";
import {
  coulombHub,
  createHubSide,
  createWorkplanSide,
  type HubGlance,
  type HubSide,
  type WorkplanGlance,
  type WorkplanSide,
} from "@coulomb-loop/state-hub-sync";
import { memoryCache } from "@coulomb-loop/reconciler";
import { CoulombError } from "@coulomb-loop/schemas";
import { openForges, toolIdentity } from "./forges.ts";
import { type OpsConfig, repoKeyOf } from "./hub-workspace.ts";
import { holderOf, retryOf } from "./holder.ts";
import type { Io } from "./io.ts";
import { type HubOptions, hubPlace, type OpenedHub, openHub, transportTo } from "./open-hub.ts";
import { createRequestCounter, type RequestCounter } from "./request-count.ts";
import { openSyncCache, type SyncCache } from "./sync-cache.ts";

/** Both sides of a sync, open. */
export interface OpenSync {
  readonly workplans: WorkplanSide & WorkplanGlance;
  readonly hub: HubSide & HubGlance;
  readonly cache: SyncCache;
  /** What the forge was asked. */
  readonly counter: RequestCounter;
  /** Requests to the hub so far. */
  readonly hubRequests: () => number;
  close(): Promise<void>;
}

/** What a command line may say about a sync. */
export interface SyncSwitches extends HubOptions {
  readonly reopen?: boolean;
  readonly rebuild?: boolean;
}

/** Opens the files' side over the forge of the ops repo, and the hub. Throws what opening either throws. */
export async function openSync(io: Io, ops: OpsConfig, options: SyncSwitches): Promise<OpenSync> {
  const { config, folder } = ops;
  const counter = createRequestCounter();
  const place = hubPlace(io, ops, options);
  const workplans = workplanSide(io, ops, options, counter);
  const opened: OpenedHub = await openHub(io, place, config.installation);
  let requests = 0;
  const transport = transportTo(opened, io, () => {
    requests += 1;
  });
  const where = place.kind === "served" ? place.url : place.kind === "folder" ? place.folder : "postgresql";
  const cache = openSyncCache(io, folder, `${where} ${repoKeyOf(ops)}`);
  return {
    workplans: workplans(cache),
    hub: createHubSide({
      transport,
      mapping: coulombHub,
      repo: repoKeyOf(ops),
      holder: holderOf(io).name,
      cache: cache.replica,
    }),
    cache,
    counter,
    hubRequests: () => requests,
    close: () => opened.close(),
  };
}

function workplanSide(
  io: Io,
  ops: OpsConfig,
  { reopen = false, rebuild = false }: SyncSwitches,
  counter: RequestCounter,
): (cache: SyncCache) => WorkplanSide & WorkplanGlance {
  const { config, folder } = ops;
  const { forge: name, owner, repo } = config.ops_repo;
  const declared = config.forges.find((each) => each.name === name);
  const settings = { folder, io, writer: toolIdentity(config.installation), counter };
  const forge =
    declared === undefined
      ? undefined
      : openForges({ ...settings, config: { ...config, forges: [declared] } }).get(name);
  if (forge === undefined)
    throw new CoulombError("forge_unknown", `ops_repo names forge "${name}", which is not declared`);
  const loops = config.paths?.loops ?? ["loops/*"];
  return ({ parsed }) =>
    createWorkplanSide({
      forge,
      cache: memoryCache(),
      repo: { owner, repo },
      repoId: repoKeyOf(ops),
      installation: config.installation,
      workplans: config.paths?.workplans ?? ["workplans/*.md"],
      decisions: loops.map((loop) => `${loop}/decisions/*.yaml`),
      validators: { frontmatter: validateWorkplan, task: validateWorkplanTask, decision: validateDecision },
      time: io.now(),
      switches: { suspended: false, gate: { open: true }, declined: new Set(), reopen, rebuild },
      parsed,
      pace: { retry: retryOf(io) },
    });
}
