import { policyDigest } from "@coulomb-loop/cadence";
import type { Forge, ProposalDetail, ProposalSummary } from "@coulomb-loop/forge";
import { branchName } from "@coulomb-loop/proposals";
import type { PromotionEvent } from "@coulomb-loop/schemas";
import { type Person, personAt } from "@coulomb-loop/testkit";
import type { Account, Ground, Grounds } from "../ground.fixture.ts";
import { memoryCache } from "../observe.ts";
import { holdLoop } from "./hold-loop.ts";
import { judgeLoop, type PromotedLoop, type PromotionOrders, type PromotionPorts } from "./judge-loop.ts";
import type { BaseFiles } from "./promotion-content.ts";
import { firstCycle } from "./promotion-evidence.fixture.ts";
import { loop, opsFiles } from "./promotion-files.fixture.ts";
import { broughtBy, groundOf, policyOf, readBase } from "./promotion-ground.fixture.ts";
import { promoteLoop } from "./promote-loop.ts";
import { readEvents } from "./read-events.ts";
import type { OpsPlace } from "./read-promotion.ts";
import { statusContext } from "./merge-record.ts";
import type { HoldOrder } from "./settle-hold.ts";
import type { WriteContext } from "./settle-record.ts";

export const minute = 60_000;
export const hour = 60 * minute;
/** Three cycles are decided. */
export const start = firstCycle + 3 * hour;

/** How to run once. */
export interface RunOptions {
  /** Epoch milliseconds. */
  readonly now?: number;
  readonly forge?: Forge;
  readonly orders?: PromotionOrders;
  /** Called before evidence is read for the nth time, from 1. */
  readonly onGround?: (nth: number) => unknown;
}

/** An ops repo on its forge. */
export interface OpsWorld extends Disposable {
  readonly person: Person;
  /** Letters of the cycles of a phase, see `evidenceOf`. */
  readonly cycles: Map<string, string>;
  forge(who?: Account): Forge;
  run(options?: RunOptions): Promise<PromotedLoop>;
  hold(order: Partial<HoldOrder>, options?: RunOptions): Promise<PromotedLoop>;
  /** The events that a run tells when it has done that; without, those of a run that did nothing. */
  events(done?: PromotedLoop, options?: RunOptions): Promise<readonly PromotionEvent[]>;
  /** Proposals of a key (`promote`, `demote`, `seal`, `hold`), the open ones first. */
  proposals(kind: string): Promise<readonly ProposalSummary[]>;
  /** The open proposal of a key with all that is to be seen of it. */
  open(kind: string): Promise<ProposalDetail>;
  /** Answers the open promotion as ada. */
  answer(action?: "approve" | "reject", now?: number): Promise<void>;
  /** Puts what the open proposal of a key changes on the base branch, as one commit beside it; answers with that. */
  pick(kind: string): Promise<string>;
  /** Squashes the open proposal of a key on the page of its forge; as `pick` where there is none. */
  squash(kind: string): Promise<void>;
  /** The base branch, read and checked. Throws when it has errors. */
  base(): Promise<BaseFiles>;
  /** Names of the files under `promotions/`. */
  records(): Promise<readonly string[]>;
  /** Heads that are not merged and whose status is success all the same, by the keys of their proposals. */
  unsafe(): Promise<readonly string[]>;
  copy(): Promise<OpsWorld>;
}

const repo = { owner: "acme", repo: "ops" };

/** Makes it, with repos a and b in a phase and three clean cycles there. */
export async function createOpsWorld(grounds: Grounds, phase = "bootstrap"): Promise<OpsWorld> {
  const ground = await grounds({ "acme/ops": { files: opsFiles(phase) } });
  return worldOn(ground, new Map([[phase, "sss"]]), new Map());
}

function worldOn(ground: Ground, cycles: Map<string, string>, blobs: Map<string, Uint8Array>): OpsWorld {
  const path = `${ground.folder}/acme/ops.git`;
  const forge = (who?: Account) => ground.forge("test", who);
  const base = (rev = "main") => readBase(path, rev, blobs);
  const contextOf = ({ now = start, forge: used = forge() }: RunOptions): WriteContext => {
    ground.at(now);
    return { place: placeOf(used), time: now, retry: { wait: async (tries) => tries < 5 } };
  };
  const portsOf = ({ now = start, onGround }: RunOptions): PromotionPorts => {
    let count = 0;
    return {
      base: () => base(),
      async ground(read) {
        count += 1;
        await onGround?.(count);
        return groundOf(read, cycles, now);
      },
      check: async ({ by }) => ({ user: by }),
      policyBefore: async (_loop, merge) => policyOf(await base(`${merge}^1`)),
      broughtBy: (file) => broughtBy(path, file),
    };
  };
  const proposals = async (kind: string) => proposalsOf(forge(), kind);
  const open = async (kind: string) => {
    const used = forge();
    const found = (await proposalsOf(used, kind)).find(({ state }) => state === "open");
    const detail = found === undefined ? undefined : await used.inspect(found.ref);
    if (detail?.kind !== "known") throw new Error(`no ${kind} is open`);
    return detail.value;
  };
  const unsafe = async () => {
    const used = forge();
    const found: string[] = [];
    for (const kind of ["promote", "demote", "hold", "seal"])
      for (const { ref, state } of await proposalsOf(used, kind)) {
        const detail = state === "merged" ? undefined : await used.inspect(ref);
        if (detail?.kind === "known" && isSuccess(detail.value)) found.push(kind);
      }
    return found;
  };
  const person = personAt(path);
  const pick = async (kind: string) => {
    const { summary, changed } = await open(kind);
    const texts = await Promise.all(
      changed.map(async (file) => [file.path, await person.read(summary.ref.branch, file.path)] as const),
    );
    return person.commit("main", Object.fromEntries(texts));
  };
  return {
    unsafe,
    person,
    pick,
    async squash(kind) {
      if (ground.server === undefined) await pick(kind);
      else await ground.server.squash("acme/ops", (await open(kind)).summary.ref.number);
    },
    cycles,
    forge,
    proposals,
    open,
    base: () => base(),
    run: (options = {}) => promoteLoop(contextOf(options), portsOf(options), loop, options.orders),
    hold: (order, options = {}) =>
      holdLoop(contextOf(options), portsOf(options), loop, {
        direction: "hold",
        repos: "all",
        reason: "a migration",
        until: undefined,
        by: "ada",
        ...order,
      }),
    async events(done, options = {}) {
      const [context, ports] = [contextOf(options), portsOf(options)];
      const idle = { judged: await judgeLoop(context, ports, loop), message: "" };
      return readEvents(context, ports, loop, done ?? idle);
    },
    async answer(action = "approve", now = start + minute) {
      ground.at(now);
      await answer(forge("ada"), await open("promote"), await base(), action, now);
    },
    async records() {
      const files = [...(await base()).files.keys()].filter((file) => file.includes("/promotions/"));
      return files.map((file) => file.slice(file.lastIndexOf("/") + 1)).sort();
    },
    copy: async () => worldOn(await ground.copy(), new Map(cycles), blobs),
    [Symbol.dispose]: () => ground.remove(),
  };
}

/** Whether the promotion status of a proposal's head is success. */
function isSuccess({ summary, statuses }: ProposalDetail): boolean {
  const last = statuses.findLast(({ context, head }) => context === statusContext && head === summary.head);
  return last?.state === "success";
}

function placeOf(forge: Forge): OpsPlace {
  return {
    forge,
    cache: memoryCache(),
    name: repo,
    repoId: "local/acme/ops",
    forgeName: "local",
    installation: "test",
    own: new Set(["bot", "coulomb", "coulomb <coulomb@example.org>"]),
  };
}

async function proposalsOf(forge: Forge, kind: string): Promise<readonly ProposalSummary[]> {
  const branch = branchName({ installation: "test", key: `${kind}-${loop}` });
  for await (const seen of forge.observe([{ repo, files: [], branches: [branch] }], memoryCache())) {
    const found = seen.proposals.get(branch);
    if (found?.kind === "known") return found.value;
  }
  throw new Error(`the proposals of ${kind} are unknown`);
}

/** Answers a proposal as ada: by a review, or on plain git by a statement without a signature. */
async function answer(
  forge: Forge,
  { summary, changed }: ProposalDetail,
  base: BaseFiles,
  action: "approve" | "reject",
  now: number,
): Promise<void> {
  const { branch, number } = summary.ref;
  const file = changed.find((each) => /PROM-\d+\.yaml$/.test(each.path))?.path ?? "";
  const id = /PROM-\d+/.exec(file)?.[0] ?? "";
  const message = "three clean cycles";
  const { cadence, people } = policyOf(base);
  const said = { action, branch, head: summary.head, message, number, record: id };
  const statement = {
    ...said,
    evidence_digest: await evidenceDigestOn(forge, summary.head, file),
    policy_digest: policyDigest(cadence, people),
    time: new Date(now).toISOString(),
  };
  const response = {
    action,
    message,
    head: summary.head,
    name: `${id}/ada`,
    statement: `${JSON.stringify(statement)}\n`,
  };
  const done = await forge.updateProposal(summary.ref, { response, time: now });
  if (done.kind !== "done") throw new Error(`the answer was not taken: ${JSON.stringify(done)}`);
}

async function evidenceDigestOn(forge: Forge, at: string, file: string): Promise<string> {
  for await (const { files } of forge.observe([{ repo, at, files: [file], branches: [] }], memoryCache())) {
    const found = files.get(file);
    if (found?.kind === "known" && found.value.kind === "file")
      return (
        /evidence_digest: "?([0-9a-f]{64})/.exec(Buffer.from(found.value.bytes).toString("utf8"))?.[1] ?? ""
      );
  }
  throw new Error(`${file} cannot be read`);
}
