/** One request a double got, in the order they came. */
export interface LoggedRequest {
  readonly method: string;
  /** Not decoded, without the query. */
  readonly path: string;
  /** As sent, without `?`. */
  readonly query: string;
  /** Status of the answer; 0 while there is none, and where the connection was reset. */
  readonly status: number;
  /** Login the request was authorized as; `null`: nobody. */
  readonly login: string | null;
  readonly requestBytes: number;
}

/** All requests so far. */
export interface RequestLog {
  readonly entries: readonly LoggedRequest[];
  /** How many requests by `METHOD path`; `of` names each as the caller likes, `undefined` leaves it out. */
  counts(of?: (request: LoggedRequest) => string | undefined): Readonly<Record<string, number>>;
  /** Forgets all of them. */
  clear(): void;
}

/** A log that can be written. */
export interface WritableLog extends RequestLog {
  /** Notes a request; the answer's status is told later. */
  add(request: Omit<LoggedRequest, "status">): (status: number) => void;
}

/** Makes an empty log. */
export function createRequestLog(): WritableLog {
  const entries: LoggedRequest[] = [];
  return {
    entries,
    add(request) {
      const entry = { ...request, status: 0 };
      entries.push(entry);
      return (status) => {
        entry.status = status;
      };
    },
    counts(of = ({ method, path }) => `${method} ${path}`) {
      const counts: Record<string, number> = {};
      for (const entry of entries) {
        const name = of(entry);
        if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    },
    clear: () => void (entries.length = 0),
  };
}
