import { createHash } from "node:crypto";
import {
  type CommitObject,
  changedFiles,
  type HostedLabel,
  type HostedRepo,
  type HostingUser,
  type Signature,
} from "../hosting/index.ts";
import { type Server, toTime } from "./call.ts";

/** A user as the API shows it. */
export function presentUser(server: Server, user: HostingUser) {
  const hash = createHash("md5").update(user.email).digest("hex");
  return {
    id: user.id,
    login: user.login,
    full_name: user.fullName,
    email: user.email,
    avatar_url: `${server.url()}/avatar/${hash}`,
    language: "",
    is_admin: user.siteAdmin,
    last_login: "0001-01-01T00:00:00Z",
    created: toTime(0),
    restricted: false,
    active: true,
    prohibit_login: false,
    location: "",
    website: "",
    description: "",
    visibility: "public",
    followers_count: 0,
    following_count: 0,
    starred_repos_count: 0,
  };
}

/** A user by login; the ghost where the account is gone. */
export function presentLogin(server: Server, login: string) {
  const { users } = server.hosting;
  return presentUser(server, users.find(login) ?? users.ghost);
}

/** What no adapter looks at, the same for every repository. */
const unused = {
  description: "",
  fork: false,
  template: false,
  parent: null,
  size: 0,
  original_url: "",
  website: "",
  stars_count: 0,
  forks_count: 0,
  watchers_count: 0,
  open_issues_count: 0,
  release_counter: 0,
  has_issues: true,
  has_wiki: false,
  has_pull_requests: true,
  has_projects: false,
  ignore_whitespace_conflicts: false,
  allow_merge_commits: true,
  allow_rebase: true,
  allow_rebase_explicit: true,
  allow_squash_merge: true,
  default_merge_style: "merge",
  avatar_url: "",
  internal: false,
  mirror_interval: "",
} as const;

/** A repository as the API shows it to somebody. */
export async function presentRepo(server: Server, repo: HostedRepo, user: HostingUser | null) {
  const permission = repo.permission(user);
  const html = `${server.url()}/${repo.fullName}`;
  const time = toTime(repo.createdAt);
  return {
    id: repo.id,
    owner: presentLogin(server, repo.owner),
    name: repo.name,
    full_name: repo.fullName,
    empty: repo.flags.flaggedEmpty || (await repo.isEmpty()),
    private: repo.flags.private,
    mirror: repo.flags.mirror,
    html_url: html,
    ssh_url: `git@127.0.0.1:${repo.fullName}.git`,
    clone_url: `${html}.git`,
    open_pr_counter: [...repo.pulls.view().values()].filter(({ state }) => state === "open").length,
    default_branch: await repo.defaultBranch(),
    archived: repo.flags.archived,
    created_at: time,
    updated_at: time,
    permissions: {
      admin: permission === "admin",
      push: permission === "admin" || permission === "write",
      pull: permission !== "none",
    },
    ...unused,
  };
}

/** A label; `base` is the address of the labels it is among. */
export function presentLabel(base: string, label: HostedLabel) {
  const { id, name, color, description } = label;
  return { id, name, color, description, url: `${base}/${id}` };
}

/** A commit with the files it changed against its first parent. */
export async function presentCommit(server: Server, repo: HostedRepo, commit: CommitObject) {
  const api = `${server.url()}/api/v1/repos/${repo.fullName}/git`;
  const parent = commit.parents[0];
  const before = parent === undefined ? null : ((await repo.objects.commit(parent))?.tree ?? null);
  const files = await changedFiles(repo.objects, before, commit.tree);
  return {
    url: `${api}/commits/${commit.oid}`,
    sha: commit.oid,
    created: toTime(commit.committer.time),
    html_url: `${server.url()}/${repo.fullName}/commit/${commit.oid}`,
    commit: {
      url: `${api}/commits/${commit.oid}`,
      author: presentSignature(commit.author),
      committer: presentSignature(commit.committer),
      message: commit.message,
      tree: { url: `${api}/trees/${commit.tree}`, sha: commit.tree, created: toTime(commit.committer.time) },
    },
    author: userOf(server, commit.author),
    committer: userOf(server, commit.committer),
    parents: commit.parents.map((oid) => ({
      url: `${api}/commits/${oid}`,
      sha: oid,
      created: "0001-01-01T00:00:00Z",
    })),
    files: files.map(({ path }) => ({ filename: path })),
  };
}

function presentSignature({ name, email, time }: Signature) {
  return { name, email, date: toTime(time) };
}

/** The account whose address a commit carries. */
function userOf(server: Server, { name, email }: Signature) {
  const user = server.hosting.users.find(name);
  return user?.email === email ? presentUser(server, user) : null;
}

/** A branch with the commit at its head. */
export function presentBranch(server: Server, repo: HostedRepo, name: string, head: CommitObject) {
  const isProtected = repo.guards.get(`refs/heads/${name}`)?.kind === "protected";
  return {
    name,
    commit: {
      id: head.oid,
      message: head.message,
      url: `${server.url()}/${repo.fullName}/commit/${head.oid}`,
      author: { name: head.author.name, email: head.author.email, username: "" },
      committer: { name: head.committer.name, email: head.committer.email, username: "" },
      verification: null,
      timestamp: toTime(head.committer.time),
      added: null,
      removed: null,
      modified: null,
    },
    protected: isProtected,
    required_approvals: 0,
    enable_status_check: false,
    status_check_contexts: [],
    user_can_push: !isProtected,
    user_can_merge: !isProtected,
    effective_branch_protection_name: "",
  };
}
