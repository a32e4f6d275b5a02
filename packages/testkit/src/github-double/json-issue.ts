import type { HostedRepo, Pull } from "../hosting/index.ts";
import type { JsonObject } from "./json.ts";
import { association, labelJson, labelsOf, timeOrNull } from "./json-pull.ts";
import { isoTime, simpleUser } from "./json-user.ts";
import { nodeId } from "./node-id.ts";
import { accountOf, placeOf } from "./open-repo.ts";
import type { World } from "./world.ts";

/** `issue` of the official description, of a pull. */
export function issueJson(world: World, repo: HostedRepo, pull: Pull): JsonObject {
  const { api, html } = placeOf(world, repo);
  const self = `${api}/issues/${pull.number}`;
  const account = (login: string) => simpleUser(accountOf(world, login), world.url);
  return {
    id: pull.id,
    node_id: nodeId("pull", repo.id, pull.number),
    url: self,
    repository_url: api,
    labels_url: `${self}/labels{/name}`,
    comments_url: `${self}/comments`,
    events_url: `${self}/events`,
    html_url: `${html}/pull/${pull.number}`,
    number: pull.number,
    state: pull.state,
    title: pull.title,
    body: pull.body === "" ? null : pull.body,
    user: account(pull.author),
    labels: labelsOf(repo, pull).map((label) => labelJson(world, repo, label)),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    comments: pull.comments.length,
    created_at: isoTime(pull.createdAt),
    updated_at: isoTime(pull.updatedAt),
    closed_at: timeOrNull(pull.closedAt),
    closed_by: pull.closedBy === null ? null : account(pull.closedBy),
    author_association: association(world, repo, pull.author),
    draft: pull.draft,
    pull_request: {
      url: `${api}/pulls/${pull.number}`,
      html_url: `${html}/pull/${pull.number}`,
      diff_url: `${html}/pull/${pull.number}.diff`,
      patch_url: `${html}/pull/${pull.number}.patch`,
      merged_at: timeOrNull(pull.mergedAt),
    },
  };
}
