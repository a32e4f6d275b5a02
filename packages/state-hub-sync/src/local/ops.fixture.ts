import { readFileSync } from "node:fs";
import type {
  BlobCache,
  Forge,
  ProposalPatch,
  ProposalSummary,
  RepoObservation,
  RepoQuery,
} from "@coulomb-loop/forge";
import { createGitForge } from "@coulomb-loop/forge";
import { validateDecision, validateWorkplan, validateWorkplanTask } from "@coulomb-loop/schemas";
import { createFleet, type FleetFile, memoryCache, type Person, personAt } from "@coulomb-loop/testkit";
import type { WorkplanSide } from "../run/ports.ts";
import { createWorkplanSide, type WorkplanSideOptions } from "./workplan-side.ts";

export const start = Date.UTC(2026, 5, 1, 12);
export const branch = "coulomb/test/state-hub-sync";
export const validators = {
  frontmatter: validateWorkplan,
  task: validateWorkplanTask,
  decision: validateDecision,
};
export const noSwitches: WorkplanSideOptions["switches"] = {
  suspended: false,
  gate: { open: true },
  declined: new Set(),
  reopen: false,
  rebuild: false,
};

/** The workplan of the seed is one of our own. */
export const seed = readFileSync(
  new URL("../../../../workplans/LOOP-WP-0001-kaizen-improvement-stack.md", import.meta.url),
  "utf8",
);

/** A task of a small workplan. */
export interface TaskText {
  readonly status?: string;
  /** The copy in the fence; default: as `status`. */
  readonly fence?: string;
  readonly title?: string;
  readonly more?: string;
}

const nameOf = (at: number) => `T${String(at + 1).padStart(2, "0")}`;

/** A small workplan `LOOP-WP-<number>` with tasks T01, T02 and so on. */
export function planText(tasks: readonly TaskText[], number = "0007", more = ""): string {
  const id = `LOOP-WP-${number}`;
  const entries = tasks.map(
    ({ status = "todo", title = "Do it" }, at) =>
      `  - id: ${nameOf(at)}\n    status: ${status}\n    title: ${title}\n`,
  );
  const fences = tasks.map(
    ({ status = "todo", fence = status, more: keys = "" }, at) =>
      `## Part ${at + 1}\n\n\`\`\`task\nid: ${id}-${nameOf(at)}\nstatus: ${fence}\n${keys}\`\`\`\n`,
  );
  return `---\nid: ${id}\ntype: workplan\ntitle: Some plan\nstatus: active\ntasks:\n${entries.join("")}${more}---\n\n${fences.join("\n")}`;
}

/** A repository with workplans, a person at it, and what the sync sees of it. */
export interface Ops extends Disposable {
  /** Folder of the repository, which is bare. */
  readonly path: string;
  readonly person: Person;
  readonly forge: Forge;
  /** Each query that the forge was asked, in order. */
  readonly queries: RepoQuery[];
  /** A side as a new run makes it. */
  side(options?: Partial<WorkplanSideOptions>): WorkplanSide;
  newest(): Promise<ProposalSummary>;
  /** Somebody changes the newest proposal where proposals are looked at. */
  change(patch: Omit<ProposalPatch, "time">): Promise<void>;
  /** Somebody merges the branch into one commit, with the text of the proposal as its message. */
  squash(): Promise<string>;
}

/** Makes a repository with these files. */
export async function createOps(files: Readonly<Record<string, FleetFile>>): Promise<Ops> {
  const fleet = await createFleet({ repos: { "acme/ops": { files } } });
  const repo = { owner: "acme", repo: "ops" };
  const forgeOf = (name: string) =>
    createGitForge({
      name: "local",
      url: fleet.folder,
      identity: { name, email: `${name}@example.org` },
      env: process.env,
      installation: "test",
    });
  const real = forgeOf("coulomb");
  const queries: RepoQuery[] = [];
  const forge: Forge = {
    ...real,
    observe(asked: readonly RepoQuery[], cache: BlobCache): AsyncIterable<RepoObservation> {
      queries.push(...asked);
      return real.observe(asked, cache);
    },
  };
  const person = personAt(fleet.path("acme/ops"));
  const newest = async () => {
    for await (const found of real.observe([{ repo, files: [], branches: [branch] }], memoryCache())) {
      const listed = found.proposals.get(branch);
      const [first] = listed?.kind === "known" ? listed.value : [];
      if (first !== undefined) return first;
    }
    throw new Error("there is no proposal");
  };
  const cache = memoryCache();
  return {
    path: fleet.path("acme/ops"),
    person,
    forge,
    queries,
    newest,
    side: (options = {}) =>
      createWorkplanSide({
        forge,
        cache,
        repo,
        repoId: "local/acme/ops",
        installation: "test",
        workplans: ["workplans/*.md"],
        decisions: ["loops/*/decisions/*.yaml"],
        validators,
        time: start,
        switches: noSwitches,
        ...options,
      }),
    async change(patch) {
      const { ref } = await newest();
      const result = await forgeOf("pat").updateProposal(ref, { ...patch, time: start + 1000 });
      if (result.kind !== "done") throw new Error(`the change was answered ${result.kind}`);
    },
    async squash() {
      const { title, body } = await newest();
      const changed: Record<string, string | null> = {};
      for (const path of Object.keys(files)) changed[path] = await person.read(branch, path);
      return person.commit("main", changed, { message: `${title}\n\n${body}`, time: start + 60_000 });
    },
    [Symbol.dispose]: () => fleet.remove(),
  };
}
