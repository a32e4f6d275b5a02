import type { FleetRepo } from "../fleet.ts";
import { type History, historyOf } from "./history.ts";
import { createLabelStore, createStatusStore, type LabelStore, type StatusStore } from "./labels.ts";
import { type Objects, objectsAt } from "./objects.ts";
import { createPullStore, type PullStore, type ServerContext } from "./pull-store.ts";
import { type Refs, refsAt } from "./refs.ts";
import type { HostingUser } from "./users.ts";

export type Permission = "none" | "read" | "write" | "admin";

/** What a forge notes about a repository beside its objects; a test may change it at any time. */
export interface RepoFlags {
  archived: boolean;
  disabled: boolean;
  mirror: boolean;
  private: boolean;
  /** Called empty by mistake, though it has commits. A repository without branches is empty whatever this says. */
  flaggedEmpty: boolean;
}

/** A repository to be made. Without files it is empty. */
export interface HostedRepoSpec extends FleetRepo {
  readonly flags?: Partial<RepoFlags>;
  /** By login. The owner and site admins have `admin`; everybody else `read`, of a private one `none`. */
  readonly permissions?: Readonly<Record<string, Permission>>;
}

/** Why a ref may not be moved by the forge's users: a rule of the forge, or a hook that says no. */
export interface RefGuard {
  readonly kind: "protected" | "hook";
  readonly message: string;
}

/** One hosted repository. Its objects and refs are a real bare repository in `path`. */
export interface HostedRepo {
  /** Stable: survives renames. */
  readonly id: number;
  /** Present `owner/name`, its owner and its name. */
  readonly fullName: string;
  readonly owner: string;
  readonly name: string;
  /** Absolute folder; moves with a rename. */
  readonly path: string;
  readonly createdAt: number;
  readonly flags: RepoFlags;
  readonly refs: Refs;
  readonly objects: Objects;
  readonly history: History;
  readonly pulls: PullStore;
  readonly labels: LabelStore;
  readonly statuses: StatusStore;
  /** Guards by full ref name. Reads ask nobody; people at the folder are past them. */
  readonly guards: Map<string, RefGuard>;
  /** Name of the branch `HEAD` names, without `refs/heads/`. */
  defaultBranch(): Promise<string>;
  /** Whether no branch exists. */
  isEmpty(): Promise<boolean>;
  /** What somebody may do here; `null`: nobody in particular. */
  permission(user: HostingUser | null): Permission;
  permit(login: string, permission: Permission): void;
  /** Runs acts one after the other, so that a check and its write are not torn apart. */
  exclusive<T>(act: () => Promise<T>): Promise<T>;
}

/** A repository with what only the hosting may do to it. */
export interface OwnedRepo extends HostedRepo {
  /** What single people may do, by login in lower case. */
  readonly permissions: ReadonlyMap<string, Permission>;
  moveTo(fullName: string): void;
}

/** Knows one repository; `pathOf` tells where a name lies. `from`: it goes on from what that one is now. */
export function hostRepo(
  context: ServerContext,
  fullName: string,
  spec: HostedRepoSpec,
  pathOf: (fullName: string) => string,
  from?: OwnedRepo,
): OwnedRepo {
  let present = fullName;
  const path = () => pathOf(present);
  const permissions = new Map([...(from?.permissions ?? []), ...toPermissions(spec.permissions ?? {})]);
  return {
    id: from?.id ?? context.nextId(),
    get fullName() {
      return present;
    },
    get owner() {
      return present.slice(0, present.indexOf("/"));
    },
    get name() {
      return present.slice(present.indexOf("/") + 1);
    },
    get path() {
      return path();
    },
    createdAt: from?.createdAt ?? context.clock(),
    flags: { ...noFlags, ...from?.flags, ...spec.flags },
    ...gitAt(path),
    pulls: createPullStore(context, from?.pulls),
    labels: createLabelStore(context, from?.labels),
    statuses: createStatusStore(context, from?.statuses),
    guards: new Map(from?.guards),
    permissions,
    permission(user) {
      const rest = this.flags.private ? "none" : "read";
      if (user === null) return rest;
      const login = user.login.toLowerCase();
      if (user.siteAdmin || login === this.owner.toLowerCase()) return "admin";
      return permissions.get(login) ?? rest;
    },
    permit: (login, permission) => void permissions.set(login.toLowerCase(), permission),
    exclusive: queue(),
    moveTo(next) {
      present = next;
    },
  };
}

/** What the folder tells. */
function gitAt(
  path: () => string,
): Pick<HostedRepo, "refs" | "objects" | "history" | "defaultBranch" | "isEmpty"> {
  const refs = refsAt(path);
  const objects = objectsAt(path);
  return {
    refs,
    objects,
    history: historyOf(objects),
    defaultBranch: async () => (await refs.headRef()).replace(/^refs\/heads\//, ""),
    isEmpty: async () => (await refs.list("refs/heads/")).length === 0,
  };
}

const noFlags: RepoFlags = {
  archived: false,
  disabled: false,
  mirror: false,
  private: false,
  flaggedEmpty: false,
};

function toPermissions(spec: Readonly<Record<string, Permission>>): Map<string, Permission> {
  return new Map(Object.entries(spec).map(([login, permission]) => [login.toLowerCase(), permission]));
}

/** One act at a time; one that throws does not stop the next. */
function queue(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const next = last.then(act, act);
    last = next.catch(() => undefined);
    return next;
  };
}
