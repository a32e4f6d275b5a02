import type { JsonObject } from "./json.ts";
import { nodeId } from "./node-id.ts";

/** A login with its stable number. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Organization" | "Bot";
}

/** `simple-user` of the official description. `url` is the double's. */
export function simpleUser(account: Account, url: string): JsonObject {
  const { id, login, type } = account;
  const api = `${url}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId("user", id),
    avatar_url: `${url}/avatars/${id}`,
    gravatar_id: "",
    url: api,
    html_url: `${url}/html/${encodeURIComponent(login)}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type,
    site_admin: false,
  };
}

/** `public-user` of the official description: what `GET /user` answers. `at` is epoch milliseconds. */
export function publicUser(account: Account, url: string, at: number): JsonObject {
  const time = isoTime(at);
  return {
    ...simpleUser(account, url),
    name: null,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: time,
    updated_at: time,
  };
}

/** An instant in epoch milliseconds as GitHub writes it: UTC, whole seconds. */
export function isoTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
