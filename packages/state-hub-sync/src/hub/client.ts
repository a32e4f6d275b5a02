import type { HubApi } from "@coulomb-loop/schemas/hub";
import { everyItem, expected, type HubResult, resultOf } from "./answers.ts";
import { wireOf } from "./mapping.ts";
import { type HubRequest, type Transport, unexpected } from "./transport.ts";

/** Resources of our own hub, by the name of their kind in paths: what is read, and what is written. */
export interface HubResources {
  readonly domains: {
    readonly read: HubApi.Domain;
    readonly put: HubApi.DomainPut;
    readonly patch: HubApi.DomainPatch;
  };
  readonly topics: {
    readonly read: HubApi.Topic;
    readonly put: HubApi.TopicPut;
    readonly patch: HubApi.TopicPatch;
  };
  readonly repos: {
    readonly read: HubApi.Repo;
    readonly put: HubApi.RepoPut;
    readonly patch: HubApi.RepoPatch;
  };
  readonly workstreams: {
    readonly read: HubApi.Workstream;
    readonly put: HubApi.WorkstreamPut;
    readonly patch: HubApi.WorkstreamPatch;
  };
  readonly tasks: {
    readonly read: HubApi.Task;
    readonly put: HubApi.TaskPut;
    readonly patch: HubApi.TaskPatch;
  };
  readonly decisions: {
    readonly read: HubApi.Decision;
    readonly put: HubApi.DecisionPut;
    readonly patch: HubApi.DecisionPatch;
  };
}

/** A kind of resource that clients write. */
export type HubKind = keyof HubResources;

/** What must hold for a write: it is new, or at this revision. */
export type HubCondition = "new" | { readonly rev: number };

/** Our own hub, typed by its description. Every method throws what the transport throws. */
export interface HubClient {
  meta(): Promise<HubApi.Meta>;
  /** Every resource that fits the filters, ascending by key; all pages. */
  list<K extends HubKind>(
    kind: K,
    filters?: Readonly<Record<string, string>>,
  ): Promise<readonly HubResources[K]["read"][]>;
  get<K extends HubKind>(kind: K, id: string): Promise<HubResult<HubResources[K]["read"]>>;
  /** Every change of a resource, oldest first. */
  history(kind: HubKind, id: string): Promise<HubResult<HubApi.History>>;
  put<K extends HubKind>(
    kind: K,
    key: string,
    fields: HubResources[K]["put"],
    condition: HubCondition,
  ): Promise<HubResult<HubResources[K]["read"]>>;
  patch<K extends HubKind>(
    kind: K,
    id: string,
    fields: HubResources[K]["patch"],
    rev: number,
    reason?: string,
  ): Promise<HubResult<HubResources[K]["read"]>>;
  remove(kind: HubKind, id: string, rev: number): Promise<HubResult<undefined>>;
  /** One free task; `missing`: none. `request` names the request, so that a repetition claims no second one. */
  claim(wish: HubApi.ClaimRequest, request: string): Promise<HubResult<HubApi.Task>>;
  renew(id: string, wish: HubApi.RenewRequest): Promise<HubResult<HubApi.Task>>;
  release(id: string, wish: HubApi.ReleaseRequest): Promise<HubResult<HubApi.Task>>;
  /** Ids of what was told of a repo, as far back as the hub remembers. */
  told(repo: string): Promise<ReadonlySet<string>>;
  tell(event: HubApi.EventRequest): Promise<HubResult<HubApi.Event>>;
  /** The secret is in the answer of the first request of this name only. */
  createToken(wish: HubApi.TokenRequest, request: string): Promise<HubResult<HubApi.TokenCreated>>;
  tokens(): Promise<readonly HubApi.Token[]>;
  revokeToken(id: string): Promise<HubResult<undefined>>;
}

/** A client of our own hub over a transport. */
export function createHubClient(transport: Transport): HubClient {
  const send = (method: HubRequest["method"], path: string, more: Partial<HubRequest> = {}) =>
    transport.send({ method, path, ...more });
  return {
    meta: async () => {
      const answer = await send("GET", "/v1/meta");
      const meta = expected<HubApi.Meta>(answer);
      if (typeof wireOf(answer.json)["hub_id"] !== "string") throw unexpected(answer);
      return meta;
    },
    list: (kind, filters = {}) => everyItem(transport, { path: `/v1/${kind}`, filters }),
    get: async (kind, id) => resultOf(await send("GET", pathOf(kind, id))),
    history: async (kind, id) => resultOf(await send("GET", `${pathOf(kind, id)}/history`)),
    put: async (kind, key, body, condition) =>
      resultOf(
        await send("PUT", `/v1/${kind}?key=${encodeURIComponent(key)}`, {
          body,
          headers: condition === "new" ? { "if-none-match": "*" } : at(condition.rev),
        }),
      ),
    patch: async (kind, id, body, rev, reason) =>
      resultOf(
        await send(
          "PATCH",
          `${pathOf(kind, id)}${reason === undefined ? "" : `?reason=${encodeURIComponent(reason)}`}`,
          {
            body,
            headers: at(rev),
          },
        ),
      ),
    remove: async (kind, id, rev) => resultOf(await send("DELETE", pathOf(kind, id), { headers: at(rev) })),
    claim: async (body, request) =>
      resultOf(await send("POST", "/v1/tasks/claim", { body, headers: named(request) })),
    renew: async (id, body) => resultOf(await send("POST", `${pathOf("tasks", id)}/renew`, { body })),
    release: async (id, body) => resultOf(await send("POST", `${pathOf("tasks", id)}/release`, { body })),
    told: (repo) => eventIds(transport, repo),
    tell: async (body) => resultOf(await send("POST", "/v1/events", { body })),
    createToken: async (body, request) =>
      resultOf(await send("POST", "/v1/tokens", { body, headers: named(request) })),
    tokens: () => everyItem(transport, { path: "/v1/tokens" }),
    revokeToken: async (id) => resultOf(await send("DELETE", pathOf("tokens", id))),
  };
}

/** Changes that one request of the feed asks for. */
const feedPage = 5_000;

/** What was told of a repo is read from the feed, which holds each event once. */
async function eventIds(transport: Transport, repo: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let since = 0; ; ) {
    const path = `/v1/changes?since=${since}&kind=events&repo=${encodeURIComponent(repo)}&limit=${feedPage}`;
    const answer = await transport.send({ method: "GET", path });
    const first = answer.status === 410 ? wireOf(answer.json).min_seq : undefined;
    // What came before is forgotten: told again, it is known by its id.
    if (typeof first === "number" && first > since) {
      since = first;
      continue;
    }
    const { changes, next_since: next } = expected<HubApi.Changes>(answer);
    for (const { key } of changes) ids.add(key);
    if (changes.length < feedPage) return ids;
    since = next;
  }
}

function named(request: string) {
  return { "idempotency-key": request };
}

function at(rev: number) {
  return { "if-match": `"${rev}"` };
}

function pathOf(kind: string, id: string): string {
  return `/v1/${kind}/${encodeURIComponent(id)}`;
}
