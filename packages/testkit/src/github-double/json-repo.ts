import type { JsonObject } from "./json.ts";
import type { RepoPlace } from "./json-git.ts";
import { repoUrls } from "./json-urls.ts";
import { type Account, isoTime, simpleUser } from "./json-user.ts";
import { nodeId } from "./node-id.ts";

/** What the descriptions of a repository are made from. */
export interface RepoFacts {
  readonly place: RepoPlace;
  readonly owner: Account;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isFork: boolean;
  readonly isArchived: boolean;
  readonly isDisabled: boolean;
  /** Where a mirror gets its commits, or `null`. */
  readonly mirrorUrl: string | null;
  readonly defaultBranch: string;
  /** Epoch milliseconds, UTC. */
  readonly createdAt: number;
  readonly openIssues: number;
  /** What the one who asks may do. */
  readonly permissions: { readonly read: boolean; readonly write: boolean; readonly admin: boolean };
}

/** `minimal-repository`: what other objects hold of a repository. */
export function minimalRepo(facts: RepoFacts, url: string): JsonObject {
  return {
    id: facts.place.id,
    node_id: nodeId("repository", facts.place.id),
    name: facts.name,
    full_name: `${facts.owner.login}/${facts.name}`,
    private: facts.isPrivate,
    owner: simpleUser(facts.owner, url),
    html_url: facts.place.html,
    description: null,
    fork: facts.isFork,
    ...repoUrls(facts.place.api),
  };
}

/** What is the same of every repository here. */
const unremarkable = {
  homepage: null,
  size: 0,
  stargazers_count: 0,
  watchers_count: 0,
  language: null,
  has_issues: true,
  has_projects: true,
  has_downloads: true,
  has_wiki: true,
  has_pages: false,
  has_discussions: false,
  forks_count: 0,
  license: null,
  allow_forking: true,
  is_template: false,
  topics: [],
  forks: 0,
  watchers: 0,
  network_count: 0,
  subscribers_count: 0,
} as const;

/** `full-repository`, which also is `repository`. */
export function fullRepo(facts: RepoFacts, url: string): JsonObject {
  const time = isoTime(facts.createdAt);
  const { read, write, admin } = facts.permissions;
  return {
    ...minimalRepo(facts, url),
    ...unremarkable,
    created_at: time,
    updated_at: time,
    pushed_at: time,
    git_url: `${facts.place.html}.git`,
    ssh_url: `${facts.place.html}.git`,
    clone_url: `${facts.place.html}.git`,
    svn_url: facts.place.html,
    mirror_url: facts.mirrorUrl,
    archived: facts.isArchived,
    disabled: facts.isDisabled,
    open_issues_count: facts.openIssues,
    visibility: facts.isPrivate ? "private" : "public",
    open_issues: facts.openIssues,
    default_branch: facts.defaultBranch,
    permissions: { admin, maintain: admin, push: write, triage: write, pull: read },
  };
}
