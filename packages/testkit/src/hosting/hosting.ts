import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { createFleet } from "../fleet.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { createLabelStore, type LabelStore } from "./labels.ts";
import { notice } from "./notice.ts";
import type { ServerContext } from "./pull-store.ts";
import { type HostedRepo, type HostedRepoSpec, hostRepo, type OwnedRepo } from "./repo.ts";
import { createUsers, type Users } from "./users.ts";

export interface HostingOptions {
  /** Epoch milliseconds, UTC. */
  readonly clock: () => number;
  /** Where the repositories lie, as `<owner>/<name>.git`; default: a temporary folder that `remove` removes. */
  readonly folder?: string;
  /** Whether a pull that people merged by plain git counts as merged: so on GitHub, on Gitea an option. Default false. */
  readonly detectsManualMerge?: boolean;
}

/** What a name leads to. `moved`: the repository has another name now. */
export type FoundRepo =
  | { readonly kind: "found"; readonly repo: HostedRepo }
  | { readonly kind: "moved"; readonly repo: HostedRepo }
  | { readonly kind: "none" };

/** What every hosting forge keeps, without an API: accounts, and repositories with their pulls. */
export interface Hosting {
  readonly folder: string;
  readonly clock: () => number;
  readonly users: Users;
  /** Present names, in the order the repositories were made. */
  readonly names: readonly string[];
  /** Makes repositories by `owner/name`, with no process for any of them; owners get accounts. */
  add(repos: Readonly<Record<string, HostedRepoSpec>>): Promise<void>;
  /** The repository of a present name. Throws when there is none. */
  repo(fullName: string): HostedRepo;
  /** Looks a name up, also a former one; names are compared without regard to case. */
  find(fullName: string): FoundRepo;
  byId(id: number): HostedRepo | undefined;
  /** Labels of an organization. */
  orgLabels(owner: string): LabelStore;
  /** Renames a repository, its folder too. The old name leads to it until another repository takes it. */
  rename(from: string, to: string): void;
  /** Takes a repository away; its name leads nowhere. The folder stays. */
  drop(fullName: string): void;
  /** Brings a repository's pulls up to its refs. Doubles call it before each request, outside `repo.exclusive`. */
  notice(repo: HostedRepo): Promise<void>;
  remove(): void;
}

/** Makes a hosting without repositories. */
export function createHosting(options: HostingOptions): Hosting {
  const own = options.folder === undefined ? temporaryFolder("coulomb-hosting-") : undefined;
  const folder = options.folder ?? own?.path ?? "";
  let last = 0;
  const context: ServerContext = { clock: options.clock, nextId: () => ++last };
  const users = createUsers();
  const repos = new Map<string, OwnedRepo>();
  const moved = new Map<string, OwnedRepo>();
  const labels = new Map<string, LabelStore>();
  const rules = {
    clock: options.clock,
    ghost: users.ghost.login,
    detectsManualMerge: options.detectsManualMerge ?? false,
  };
  const pathOf = (fullName: string) => join(folder, `${fullName}.git`);
  const need = (fullName: string): OwnedRepo => {
    const repo = repos.get(fullName.toLowerCase());
    if (repo === undefined) throw new Error(`there is no repository ${fullName}`);
    return repo;
  };
  return {
    folder,
    clock: options.clock,
    users,
    get names() {
      return [...repos.values()].map(({ fullName }) => fullName);
    },
    repo: need,
    byId: (id) => [...repos.values()].find((repo) => repo.id === id),
    async add(specs) {
      await createFleet({ folder, repos: specs });
      for (const [fullName, spec] of Object.entries(specs)) {
        const repo = hostRepo(context, fullName, spec, pathOf);
        users.add(repo.owner);
        repos.set(fullName.toLowerCase(), repo);
      }
    },
    find(fullName) {
      const name = fullName.toLowerCase();
      const repo = repos.get(name);
      if (repo !== undefined) return { kind: "found", repo };
      const former = moved.get(name);
      const isThere = former !== undefined && repos.get(former.fullName.toLowerCase()) === former;
      return isThere ? { kind: "moved", repo: former } : { kind: "none" };
    },
    orgLabels(owner) {
      const found = labels.get(owner.toLowerCase()) ?? createLabelStore(context);
      labels.set(owner.toLowerCase(), found);
      return found;
    },
    rename(from, to) {
      const repo = need(from);
      mkdirSync(dirname(pathOf(to)), { recursive: true });
      renameSync(repo.path, pathOf(to));
      repos.delete(from.toLowerCase());
      repo.moveTo(to);
      users.add(repo.owner);
      repos.set(to.toLowerCase(), repo);
      moved.set(from.toLowerCase(), repo);
    },
    drop(fullName) {
      repos.delete(need(fullName).fullName.toLowerCase());
    },
    notice: (repo) => repo.exclusive(() => notice(repo, rules)),
    remove: () => own?.remove(),
  };
}
