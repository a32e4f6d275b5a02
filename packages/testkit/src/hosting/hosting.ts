import { mkdirSync, renameSync } from "node:fs";
import { cp } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createFleet } from "../fleet.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { createLabelStore, type LabelStore } from "./labels.ts";
import { notice } from "./notice.ts";
import type { ServerContext } from "./pull-store.ts";
import { createRegistry, type FoundRepo } from "./registry.ts";
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
  /**
   * The same server with the same repositories, in a folder of its own and with a clock of its own; what happens to one
   * does not happen to the other. It knows no former names and no labels of organizations.
   */
  copy(clock: () => number): Promise<Hosting>;
  remove(): void;
}

/** What a copy begins with. */
interface Start {
  readonly last: number;
  readonly users: Users;
  readonly repos: readonly OwnedRepo[];
}

/** Makes a hosting without repositories. */
export function createHosting(options: HostingOptions): Hosting {
  return hostingFrom(options, { last: 0, users: createUsers(), repos: [] });
}

function hostingFrom(options: HostingOptions, start: Start): Hosting {
  const { clock } = options;
  const own = options.folder === undefined ? temporaryFolder("coulomb-hosting-") : undefined;
  const folder = options.folder ?? own?.path ?? "";
  let { last } = start;
  const context: ServerContext = { clock, nextId: () => ++last };
  const { users } = start;
  const rules = {
    clock,
    ghost: users.ghost.login,
    detectsManualMerge: options.detectsManualMerge ?? false,
  };
  const pathOf = (fullName: string) => join(folder, `${fullName}.git`);
  const registry = createRegistry();
  const { need } = registry;
  for (const repo of start.repos) registry.put(hostRepo(context, repo.fullName, {}, pathOf, repo));
  return {
    folder,
    clock,
    users,
    get names() {
      return registry.all().map(({ fullName }) => fullName);
    },
    repo: need,
    find: registry.find,
    byId: (id) => registry.all().find((repo) => repo.id === id),
    async add(specs) {
      await createFleet({ folder, repos: specs });
      for (const [fullName, spec] of Object.entries(specs)) {
        const repo = hostRepo(context, fullName, spec, pathOf);
        users.add(repo.owner);
        registry.put(repo);
      }
    },
    orgLabels: createOrgLabels(context),
    rename(from, to) {
      mkdirSync(dirname(pathOf(to)), { recursive: true });
      renameSync(need(from).path, pathOf(to));
      users.add(registry.rename(from, to).owner);
    },
    drop: (fullName) => registry.drop(fullName),
    notice: (repo) => repo.exclusive(() => notice(repo, rules)),
    async copy(time) {
      const { folder: _old, ...same } = options;
      const next = hostingFrom(
        { ...same, clock: time },
        { last, users: users.copy(), repos: registry.all() },
      );
      await cp(folder, next.folder, { recursive: true, verbatimSymlinks: true });
      return next;
    },
    remove: () => own?.remove(),
  };
}

function createOrgLabels(context: ServerContext): Hosting["orgLabels"] {
  const byOwner = new Map<string, LabelStore>();
  return (owner) => {
    const found = byOwner.get(owner.toLowerCase()) ?? createLabelStore(context);
    byOwner.set(owner.toLowerCase(), found);
    return found;
  };
}
