import type { JsonObject } from "./json.ts";

/** Addresses below a repository that every description of one holds; `api` is its own address. */
const below: Readonly<Record<string, string>> = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
};

/** All addresses of a repository whose own is `api`. */
export function repoUrls(api: string): JsonObject {
  const entries = Object.entries(below).map(([name, path]) => [name, `${api}${path}`]);
  return { url: api, ...Object.fromEntries(entries) };
}

/** Addresses that `GET /` names. */
export function rootUrls(url: string): JsonObject {
  const names = [
    "current_user",
    "current_user_authorizations_html",
    "authorizations",
    "code_search",
    "commit_search",
    "emails",
    "emojis",
    "events",
    "feeds",
    "followers",
    "following",
    "gists",
    "hub",
    "issue_search",
    "issues",
    "keys",
    "label_search",
    "notifications",
    "organization",
    "organization_repositories",
    "organization_teams",
    "public_gists",
    "rate_limit",
    "repository",
    "repository_search",
    "current_user_repositories",
    "starred",
    "starred_gists",
    "user",
    "user_organizations",
    "user_repositories",
    "user_search",
  ];
  return Object.fromEntries(names.map((name) => [`${name}_url`, `${url}/${name.replaceAll("_", "-")}`]));
}
