import { sha256Of } from "@coulomb-loop/schemas/digest";
import {
  type Bundle,
  CoulombError,
  type Finding,
  type Schedule,
  type ScheduleAgent,
} from "@coulomb-loop/schemas";
import { type BundleFacts, defaultUpstream, type UpstreamFacts } from "./bundle-facts.ts";
import { bundleText } from "./bundle-text.ts";
import { type Checkout, headOf, openCheckout, type Place } from "./git.ts";
import { type HeadFile, headFile, headPaths } from "./head-files.ts";
import { historySince, uncommitted } from "./history.ts";
import { errorCode, reasonOf } from "./inside.ts";
import { memoryPath } from "./memory-init.ts";
import { metricsFolderOf, readAgentMetrics } from "./metrics-files.ts";
import type { MetricsRecord } from "@coulomb-loop/documents";
import { summarize } from "./optimize.ts";
import { keepPrepared } from "./prepared.ts";
import { readInside } from "./read-inside.ts";
import { dueOf, withoutCorrected } from "./rates.ts";
import { needRepoId, otherName } from "./repo-id.ts";
import { enabledAgent, needSchedule, schedulePath } from "./schedule-file.ts";
import { checkAgent, instantText, lastFiring, localLoop, localSlot, parseSlot, type Slot } from "./slot.ts";
import { checkBundle } from "./verify-bundle.ts";

/** What a bundle is asked for. Times are epoch milliseconds. */
export interface PrepareOptions extends Place {
  readonly agent: string;
  /** Default: the newest due one by the repo's own schedule file. */
  readonly slot?: string;
  readonly cycle?: string;
  /** Default: 1. */
  readonly attempt?: number;
  /** `forge/owner/name`; default: the slot's, else what the remote says. */
  readonly repo?: string;
  /** Agents that it builds on; default: those before it in the kaizen stack. */
  readonly upstream?: readonly string[];
  /** Digest of the activity definition. */
  readonly definition?: string;
  /** Milliseconds from now; default 55 minutes. */
  readonly expiresIn?: number;
  readonly now: number;
}

/** A bundle. */
export interface PreparedBundle {
  readonly agent: string;
  readonly repo: string;
  readonly slot: string;
  readonly slotSource: "given" | "schedule";
  readonly expiresAt: string;
  readonly text: string;
  /** SHA-256 of the text. */
  readonly digest: string;
  /** Flaws of the metrics files that went into it; and that no copy of it could be kept. */
  readonly warnings: readonly Finding[];
}

const defaultExpiry = 55 * 60_000;
const window = 30 * 86_400_000;
const mostUpstream = 6;
const mostSources = 24;

/**
 * Makes the bundle of an agent's session from the commit that is checked out, and from the metrics and the schedule file of the
 * work tree. The same repo and options give the same bytes. A copy is kept in the git folder, where that can be written to; the work tree is not touched.
 *
 * Throws `repo_opted_out` and `agent_disabled` where nothing may run, `checkout_empty`, `schedule_missing`,
 * `schedule_invalid`, `memory_unreadable`, `slot_missing`, `slot_invalid`, `slot_foreign`, `repo_unnamed`, `bundle_unfit`, and
 * what opening and reading throw.
 */
export async function prepareBundle(options: PrepareOptions): Promise<PreparedBundle> {
  const agent = checkAgent(options.agent);
  const before = (options.upstream ?? defaultUpstream(agent)).map(checkAgent);
  if (before.length > mostUpstream)
    throw new CoulombError("usage", `${before.length} upstream agents`, {
      hint: `name at most ${mostUpstream}`,
    });
  const checkout = await openCheckout(options);
  const schedule = needSchedule(checkout.root);
  const settings = enabledAgent(schedule, agent, options.now);
  const head = headOf(checkout);
  const slot = await slotOf(checkout, options, schedule, settings);
  const facts = await gather(checkout, { options, before, schedule, settings, head, slot });
  const text = bundleText(facts);
  await refuseUnfit(text, checkout, options.now);
  const unkept = keepPrepared(checkout, agent, text);
  return {
    agent,
    repo: slot.repo,
    slot: slot.key,
    slotSource: options.slot === undefined ? "schedule" : "given",
    expiresAt: facts.expiresAt,
    text,
    digest: sha256Of(text),
    warnings: [
      ...(unkept === undefined ? [] : [unkept]),
      ...(await otherName(checkout, slot.repo)),
      ...facts.summary.findings.filter(({ severity }) => severity !== "info"),
    ],
  };
}

async function slotOf(
  checkout: Checkout,
  { agent, slot: given, repo, now }: PrepareOptions,
  { timezone }: Schedule,
  { cron }: ScheduleAgent,
): Promise<Slot> {
  if (given !== undefined) {
    const slot = parseSlot(given);
    if (repo === undefined || repo === slot.repo) return slot;
    throw new CoulombError("slot_foreign", `the slot is of ${slot.repo}, this repo is ${repo}`, {
      hint: "give the slot of this repo, or leave out --repo and COULOMB_REPO",
    });
  }
  const id = await needRepoId(checkout, [repo]);
  const due = lastFiring(cron, timezone, now + 1);
  if (due !== undefined) return localSlot(agent, id, due);
  throw new CoulombError(
    "slot_missing",
    `${agent} has no slot: ${schedulePath} gives it no cron that has fired`,
    {
      hint: "give --slot, or a cron there",
    },
  );
}

interface Gathering {
  readonly options: PrepareOptions;
  readonly before: readonly string[];
  readonly schedule: Schedule;
  readonly settings: ScheduleAgent;
  readonly head: string;
  readonly slot: Slot;
}

async function gather(checkout: Checkout, gathering: Gathering): Promise<BundleFacts> {
  const { options, before, schedule, settings, head, slot } = gathering;
  const { agent, now } = options;
  const own = readAgentMetrics(checkout.root, agent);
  const records = newestFirst(withoutCorrected(own.records));
  const memories = await Promise.all([agent, ...before].map((name) => memoryOf(checkout, head, name)));
  const upstream = before.map((name, index) =>
    upstreamFacts(checkout, gathering, name, memories[index + 1]?.text),
  );
  return {
    agent,
    repo: slot.repo,
    head,
    slot: slot.key,
    isLocalSlot: slot.loop === localLoop,
    due: slot.due,
    cycle: options.cycle,
    attempt: options.attempt ?? 1,
    expiresAt: instantText(now + (options.expiresIn ?? defaultExpiry)),
    settings,
    timezone: schedule.timezone,
    uncommitted: await uncommitted(checkout),
    history: await historySince(checkout, head, records[0]),
    records,
    summary: await summarize(checkout, { repo: slot.repo, from: now - window, to: now, alsoDue: [] }),
    upstream,
    memory: memories[0]?.text,
    isMemoryCommitted: memories[0]?.file !== undefined,
    sources: await sourcesOf(checkout, head, [agent, ...before], memories),
    definition: options.definition,
  };
}

interface Memory {
  readonly text: string | undefined;
  /** As the head has it. */
  readonly file: HeadFile | undefined;
}

/** An agent's memory at the head; where that has none, what the work tree has. Throws `path_outside`, `memory_unreadable`. */
async function memoryOf(checkout: Checkout, head: string, agent: string): Promise<Memory> {
  const path = memoryPath(agent);
  const file = await headFile(checkout, head, path);
  if (file !== undefined) return { text: file.bytes.toString("utf8"), file };
  try {
    return { text: readInside(checkout.root, path).toString("utf8"), file: undefined };
  } catch (error) {
    if (error instanceof CoulombError) throw error;
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return { text: undefined, file: undefined };
    throw new CoulombError("memory_unreadable", `${path} cannot be read (${reasonOf(error)})`, {
      hint: "mend its permissions, or what stands in its place",
      cause: error,
    });
  }
}

function newestFirst(records: readonly MetricsRecord[]): readonly MetricsRecord[] {
  return records.toSorted((a, b) => Date.parse(b.finished_at) - Date.parse(a.finished_at));
}

/**
 * Whether an agent before this one has closed its session: by a record of the same cycle, where it is known; else by one whose
 * slot was due, or that ended without a slot, since the slot of this agent before this one.
 */
function upstreamFacts(
  { root }: Checkout,
  { options, schedule, settings, slot }: Gathering,
  agent: string,
  memory: string | undefined,
): UpstreamFacts {
  const since = lastFiring(settings.cron, schedule.timezone, slot.due) ?? slot.due - 86_400_000;
  const isOfCycle = (each: MetricsRecord) => {
    if (options.cycle !== undefined && each.cycle !== undefined) return each.cycle === options.cycle;
    const at = dueOf(each) ?? Date.parse(each.finished_at);
    return at > since && Date.parse(each.finished_at) <= options.now;
  };
  const record = newestFirst(withoutCorrected(readAgentMetrics(root, agent).records)).find(isOfCycle);
  return { agent, state: record === undefined ? "missing" : "closed", record, memory };
}

/** The files that the head has of what the bundle was made from: schedule, memories, the newest metrics. */
async function sourcesOf(
  checkout: Checkout,
  head: string,
  agents: readonly string[],
  memories: readonly Memory[],
): Promise<Bundle["sources"]> {
  const schedule = await headFile(checkout, head, schedulePath);
  const files = [schedule, ...memories.map(({ file }) => file)].flatMap((file) => file ?? []);
  const share = Math.floor((mostSources - files.length) / agents.length);
  for (const agent of agents) {
    const all = await headPaths(checkout, head, `${metricsFolderOf(agent)}/`);
    const days = all.filter((path) => /\/\d{4}-\d{2}-\d{2}\.jsonl$/.test(path)).slice(-share);
    for (const path of days)
      files.push(...[await headFile(checkout, head, path)].flatMap((file) => file ?? []));
  }
  return files.map(({ path, digest, bytes }) => ({ path, digest, bytes: bytes.length }));
}

/** What the options cannot make a sound bundle of: a cycle or a digest that is none, an end that has passed. */
async function refuseUnfit(text: string, checkout: Checkout, now: number): Promise<void> {
  const findings = await checkBundle(Buffer.from(text), { checkout, now });
  const error = findings.find(({ severity }) => severity === "error");
  if (error === undefined) return;
  throw new CoulombError("bundle_unfit", `the bundle would be none: ${error.message} [${error.code}]`, {
    hint: error.hint ?? "correct the options, or what the repo holds",
  });
}
