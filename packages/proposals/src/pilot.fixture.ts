import { cp } from "node:fs/promises";
import type { Forge, ProposalPatch, ProposalSummary, RepoObservation } from "@coulomb-loop/forge";
import { createGitForge } from "@coulomb-loop/forge";
import type { FleetFile, Person, TemporaryFolder } from "@coulomb-loop/testkit";
import { createFleet, git, memoryCache, personAt, temporaryFolder } from "@coulomb-loop/testkit";
import { blobId, digestOf } from "@coulomb-loop/schemas/digest";
import type { Switches } from "./facts.ts";
import type { Marker } from "./marker.ts";
import type { RetryPolicy } from "./retry.ts";
import type { Settled } from "./settle.ts";
import { settleProposal } from "./settle.ts";
import type { ProposalTarget, Wanted } from "./wanted.ts";
import { branchName } from "./wanted.ts";

export const target: ProposalTarget = {
  installation: "test",
  repo: { owner: "acme", repo: "one" },
  repoId: "local/acme/one",
  key: "schedule",
};
export const branch = branchName(target);
export const file = ".kaizen/schedule.yml";
export const start = Date.UTC(2026, 5, 1, 12);
export const open: Switches = {
  suspended: false,
  gate: { open: true },
  declined: new Set(),
  reopen: false,
  rebuild: false,
};
/** The planned file of a new pilot. */
export const original = "cron: 1\n# ours\n";

/** What a proposal should be: `file` from `base` (`null`: absent) to `result`. */
export function wanting(
  result: string,
  more: Partial<Wanted> & { readonly base?: string | null } = {},
): Wanted {
  const { base = original, ...rest } = more;
  const content = new TextEncoder().encode(result);
  return {
    plan: "p".repeat(64),
    inputs: "i".repeat(64),
    change: digestOf(result),
    class: "pending",
    values: { "/cron": result },
    files: [
      {
        path: file,
        base: base === null ? null : blobId(new TextEncoder().encode(base)),
        result: blobId(content),
        content,
      },
    ],
    title: `Set ${result.split("\n", 1)[0] ?? ""}`,
    text: `Please take \`${result.split("\n", 1)[0] ?? ""}\`.`,
    labels: [],
    draft: false,
    ...rest,
  };
}

/** A marker that fits what is wanted, with its head. */
export function markerFor(wanted: Wanted, more: Partial<Marker> = {}): Marker {
  return {
    installation: target.installation,
    repo: target.repoId,
    key: target.key,
    plan: wanted.plan,
    inputs: wanted.inputs,
    change: wanted.change,
    class: wanted.class,
    values: wanted.values,
    files: Object.fromEntries(wanted.files.map(({ path, base, result }) => [path, [base, result]])),
    head: "a".repeat(40),
    ...more,
  };
}

/** How to settle once. */
export interface SettleTest {
  readonly forge?: Forge;
  readonly time?: number;
  readonly switches?: Switches;
  /** What the decision starts from; default: what is there now. */
  readonly observation?: RepoObservation;
  /** Default: five tries without a wait. */
  readonly retry?: RetryPolicy;
}

/** A real repository, the forge over it, and a person at it. */
export interface Pilot extends Disposable {
  /** Folder that its forge knows. */
  readonly folder: string;
  readonly path: string;
  readonly person: Person;
  readonly forge: Forge;
  settle(wanted: Wanted | null, options?: SettleTest): Promise<Settled>;
  observe(): Promise<RepoObservation>;
  proposals(): Promise<readonly ProposalSummary[]>;
  /** The newest proposal. */
  newest(): Promise<ProposalSummary>;
  /** Somebody changes the newest proposal where proposals are looked at. */
  edit(patch: Omit<ProposalPatch, "time">): Promise<void>;
  git(...args: readonly string[]): Promise<string>;
}

/** A new repository with a planned file, as `files` and others. */
export async function createPilot(files: Readonly<Record<string, FleetFile>> = {}): Promise<Pilot> {
  const folder = temporaryFolder("coulomb-pilot-");
  await createFleet({
    folder: folder.path,
    repos: { "acme/one": { files: { "README.md": "A pilot\r\n", [file]: original, ...files } } },
  });
  return pilotAt(folder);
}

const templates = new Map<Wanted, Promise<string>>();

/** A repository in which `wanted` is proposed. It is made once and copied, since writing takes its time. */
export async function proposedPilot(wanted: Wanted): Promise<Pilot> {
  const made = templates.get(wanted) ?? createTemplate(wanted);
  templates.set(wanted, made);
  const folder = temporaryFolder("coulomb-pilot-");
  await cp(await made, folder.path, { recursive: true });
  return pilotAt(folder);
}

async function createTemplate(wanted: Wanted): Promise<string> {
  const pilot = await createPilot();
  const settled = await pilot.settle(wanted);
  if (settled.rest !== "proposed") throw new Error(`the template is ${settled.rest}: ${settled.message}`);
  return pilot.folder;
}

function pilotAt(own: TemporaryFolder): Pilot {
  const folder = own.path;
  const path = `${folder}/acme/one.git`;
  const forgeOf = (name: string) =>
    createGitForge({
      name: "local",
      url: folder,
      identity: { name, email: `${name}@example.org` },
      env: process.env,
      installation: "test",
    });
  const forge = forgeOf("coulomb");
  const observe = async () => {
    const query = { repo: target.repo, files: [file], branches: [branch] };
    for await (const observation of forge.observe([query], memoryCache())) return observation;
    throw new Error("the forge answered nothing");
  };
  const proposals = async () => {
    const listed = (await observe()).proposals.get(branch);
    if (listed?.kind !== "known") throw new Error("the proposals are unknown");
    return listed.value;
  };
  const newest = async () => {
    const [first] = await proposals();
    if (first === undefined) throw new Error("there is no proposal");
    return first;
  };
  return {
    folder,
    path,
    forge,
    observe,
    proposals,
    newest,
    person: personAt(path),
    settle: async (wanted, options = {}) =>
      settleProposal({
        forge: options.forge ?? forge,
        target,
        wanted,
        switches: options.switches ?? open,
        cache: memoryCache(),
        time: options.time ?? start,
        observation: options.observation ?? (await observe()),
        retry: options.retry ?? { wait: async (tries) => tries < 5 },
      }),
    async edit(patch) {
      const result = await forgeOf("pat").updateProposal((await newest()).ref, {
        ...patch,
        time: start + 1000,
      });
      if (result.kind !== "done") throw new Error(`the edit was answered ${result.kind}`);
    },
    git: (...args) => git(path, args),
    [Symbol.dispose]: () => own.remove(),
  };
}
