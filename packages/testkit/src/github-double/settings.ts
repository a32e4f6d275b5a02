import type { AppOptions, Permissions } from "./apps.ts";

/** A token like the `GITHUB_TOKEN` of a workflow: one repository, acts as `github-actions[bot]`. */
export interface ActionsToken {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly permissions: Permissions;
}

/** What a GitHub double does differently from its defaults. A test may change a member at any time. */
export interface GithubSettings {
  /** Requests, and points of GraphQL, an hour; default 5,000. */
  hourlyLimit: number;
  /** The same for tokens like `GITHUB_TOKEN`; default 1,000. */
  actionsHourlyLimit: number;
  /** The same without a token; default 60. */
  anonymousHourlyLimit: number;
  /** Status of an answer to a request over a limit; GitHub uses both. Default 403. */
  limitStatus: 403 | 429;
  /** After so many creations of content in a minute the secondary limit answers; default: never. */
  creationsPerMinute: number | undefined;
  /** Seconds in `Retry-After` of the secondary limit, `null`: no such header. Default 60. */
  retryAfter: number | null;
  /** The next so many pulls are refused with "was submitted too quickly". Default 0. */
  tooQuickly: number;
  /** So many reads do not see a pull or ref yet that was just made; default 0. */
  lag: number;
  /** Told of each read that does not see something for that. */
  onLag: (() => void) | undefined;
  /** Whether drafts can be made; on GitHub it depends on the plan. Default true. */
  drafts: boolean;
  /**
   * How GraphQL answers: `gone` as where it is switched off (404), `broken` with 502 to everything, `no_reads` with 502 to
   * queries of any size while mutations work. Default `on`.
   */
  graphql: "on" | "gone" | "broken" | "no_reads";
  /** A GraphQL query with more root fields gets `RESOURCE_LIMITS_EXCEEDED` for those above; default: never. */
  graphqlFieldLimit: number | undefined;
  /** Blobs with more bytes have no text in GraphQL, and none in `contents`. Default 1,000,000. */
  blobTextLimit: number;
  /** So many reads of a pull answer `mergeable: null`, as if it was not computed yet. Default 0. */
  mergeableLag: number;
  /**
   * How a list of pulls is narrowed by `head`: by its owner in any case, by one spelled exactly, or not at all. Default
   * `any_case`.
   */
  headFilter: "any_case" | "exact" | "ignored";
}

/** What a double is made with. */
export interface GithubDoubleOptions extends Partial<GithubSettings> {
  readonly apps?: readonly AppOptions[];
  readonly actionsTokens?: readonly ActionsToken[];
  /** Each answer waits so long on a real timer; only for benches. */
  readonly latencyMs?: number;
  /** Changes a REST answer before it is checked; `operation` is such as `GET /user`. For tests of the checks. */
  readonly spoil?: (operation: string, json: unknown) => unknown;
}

/** The defaults, overridden by what is given. */
export function settingsOf(options: GithubDoubleOptions): GithubSettings {
  return {
    hourlyLimit: options.hourlyLimit ?? 5_000,
    actionsHourlyLimit: options.actionsHourlyLimit ?? 1_000,
    anonymousHourlyLimit: options.anonymousHourlyLimit ?? 60,
    limitStatus: options.limitStatus ?? 403,
    creationsPerMinute: options.creationsPerMinute,
    retryAfter: options.retryAfter === undefined ? 60 : options.retryAfter,
    tooQuickly: options.tooQuickly ?? 0,
    lag: options.lag ?? 0,
    onLag: options.onLag,
    drafts: options.drafts ?? true,
    graphql: options.graphql ?? "on",
    graphqlFieldLimit: options.graphqlFieldLimit,
    blobTextLimit: options.blobTextLimit ?? 1_000_000,
    mergeableLag: options.mergeableLag ?? 0,
    headFilter: options.headFilter ?? "any_case",
  };
}
