/** How a double behaves; what is left out follows from `version`. */
export interface GiteaOptions {
  /** Default `gitea`. */
  readonly kind?: "gitea" | "forgejo";
  /** As `/version` says it; default `1.22.6`, or `9.0.3+gitea-1.22.0` for Forgejo. */
  readonly version?: string;
  /** Description of the API, parsed; default: the one in this package. */
  readonly swagger?: unknown;
  /** Page sizes; default 30 and at most 50. `trees`: entries of a tree, by default and at most; default 1,000. */
  readonly paging?: { readonly default?: number; readonly max?: number; readonly trees?: number };
  /** What an archived repository answers to writes: 404 before 1.21, then 423 (gitea#27149). */
  readonly archivedStatus?: 404 | 423;
  /** What a former name of a repository answers: 302 in 1.16, then 307. */
  readonly redirectStatus?: 301 | 302 | 307 | 308;
  /** Whether `raw` names the blob in its ETag; default true. */
  readonly rawEtag?: boolean;
  /** What `raw` answers for a repository flagged empty by mistake: 200 and no bytes, or 404 as the newest. Default 200. */
  readonly emptyRawStatus?: 200 | 404;
  /** Whether a closed pull shows its branch's present head, as real servers do while the branch is there; default true. */
  readonly closedHeadsFollow?: boolean;
  /** Whether a commit without a status is answered 200 and no body; default true before 1.25 (gitea#35335). */
  readonly bodilessStatus?: boolean;
  /** Whether scopes of tokens count: since 1.20. */
  readonly tokenScopes?: boolean;
  /** Whether everything needs a login. Default false. */
  readonly signInRequired?: boolean;
  /** Each answer waits so long on a real timer; only for benches. */
  readonly latencyMs?: number;
}

/** All of `GiteaOptions`, decided. */
export interface GiteaSettings {
  readonly kind: "gitea" | "forgejo";
  readonly version: string;
  readonly pageDefault: number;
  readonly pageMax: number;
  readonly treePage: number;
  readonly archivedStatus: 404 | 423;
  readonly redirectStatus: 301 | 302 | 307 | 308;
  readonly rawEtag: boolean;
  readonly emptyRawStatus: 200 | 404;
  readonly closedHeadsFollow: boolean;
  readonly bodilessStatus: boolean;
  readonly tokenScopes: boolean;
  readonly signInRequired: boolean;
  /** `pulls/{n}/files`: since 1.18 (gitea#21177). */
  readonly hasPullFiles: boolean;
  /** `pulls/{base}/{head}` (gitea#29242) and `compare` (gitea#30349): since 1.22. */
  readonly hasCompare: boolean;
  /** `compare` knew branches and tags only before 1.23 (gitea#32801). */
  readonly comparesCommits: boolean;
}

/** Decides what options leave open. */
export function settingsOf(options: GiteaOptions): GiteaSettings {
  const kind = options.kind ?? "gitea";
  const version = options.version ?? (kind === "gitea" ? "1.22.6" : "9.0.3+gitea-1.22.0");
  const minor = giteaMinor(version);
  return {
    kind,
    version,
    pageDefault: options.paging?.default ?? 30,
    pageMax: options.paging?.max ?? 50,
    treePage: options.paging?.trees ?? 1000,
    archivedStatus: options.archivedStatus ?? (minor < 21 ? 404 : 423),
    redirectStatus: options.redirectStatus ?? (minor < 17 ? 302 : 307),
    rawEtag: options.rawEtag ?? true,
    emptyRawStatus: options.emptyRawStatus ?? 200,
    closedHeadsFollow: options.closedHeadsFollow ?? true,
    bodilessStatus: options.bodilessStatus ?? minor < 25,
    tokenScopes: options.tokenScopes ?? minor >= 20,
    signInRequired: options.signInRequired ?? false,
    hasPullFiles: minor >= 18,
    hasCompare: minor >= 22,
    comparesCommits: minor >= 23,
  };
}

/** Forgejo names the Gitea whose API it speaks behind a plus. */
function giteaMinor(version: string): number {
  const [, minor] = /(?:^|gitea-)1\.(\d+)/.exec(version) ?? [];
  return minor === undefined ? 22 : Number(minor);
}
