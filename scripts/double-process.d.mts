/** What a double serves; further members are options of the double. */
interface DoubleSettings {
  readonly kind: "gitea" | "github";
  /** By `owner/name`, as `Hosting.add` takes them. */
  readonly repos: Readonly<Record<string, unknown>>;
  /** Tokens by login. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly latencyMs?: number;
  readonly hourlyLimit?: number;
}

/** A double in a process of its own. */
interface DoubleProcess {
  readonly url: string;
  /** Requests it got so far. */
  readonly requests: () => Promise<number>;
  /** Ends it. Throws when a request or an answer left the description of the API. */
  readonly stop: () => Promise<void>;
}

/** Starts a double and waits until it listens. */
export function startDouble(settings: DoubleSettings): Promise<DoubleProcess>;
