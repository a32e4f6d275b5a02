/** A request that got no whole answer. `sent`: it may have arrived, so a write may have happened. */
export class TransportError extends Error {
  override readonly name = "TransportError";
  readonly sent: boolean;

  constructor(message: string, sent: boolean, cause: unknown) {
    super(message, { cause });
    this.sent = sent;
  }
}

/** What kind of request was sent, for counting. */
export type RequestKind = "rest" | "graphql" | "git";

export interface TransportOptions {
  /** Milliseconds for one request, its whole answer included. */
  readonly timeoutMs: number;
  /** Ends every request; what was under way is unknown or unclear. */
  readonly signal: AbortSignal | undefined;
  /** Told of each request before it is sent. Never gets a header, a query or a body: they may hold secrets. */
  readonly onRequest: ((kind: RequestKind, method: string, path: string) => void) | undefined;
  /** Takes secrets out of messages. */
  readonly redact: (text: string) => string;
}

/**
 * One request and its whole answer, with nothing in between: no redirect is followed. A read is sent once more where the
 * server had ended the idle connection that it was sent on; nothing else is repeated. Requests of kind `git` are reads.
 */
export type Send = (kind: RequestKind, url: string, init: RequestInit) => Promise<Response>;

/**
 * Makes the one place that sends requests. The body of an answer is read to its end before it is handed over, so that
 * a cut connection is an error of the request and never half an answer. Throws TransportError.
 */
export function createSend({ timeoutMs, signal, onRequest, redact }: TransportOptions): Send {
  return async (kind, url, init) => {
    const method = init.method ?? "GET";
    const isRead = kind === "git" || method === "GET" || method === "HEAD";
    const timeout = AbortSignal.timeout(timeoutMs);
    const until = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
    try {
      const ask = (): Promise<Response> => {
        onRequest?.(kind, method, new URL(url).pathname);
        return fetch(url, { ...init, redirect: "manual", signal: until });
      };
      const response = await ask().catch((error: unknown) => {
        if (isRead && endedIdle(error)) return ask();
        throw error;
      });
      const bytes = await response.arrayBuffer();
      const { status, statusText, headers } = response;
      return new Response(hasNoBody(status) ? null : bytes, { status, statusText, headers });
    } catch (error) {
      const why = timeout.aborted ? `no answer within ${timeoutMs / 1000} s` : reasonOf(error);
      const place = redact(`${method} ${new URL(url).origin}${new URL(url).pathname}`);
      throw new TransportError(`${place}: ${redact(why)}`, !isUnsent(error), error);
    }
  };
}

/**
 * Whether a server ended a connection that had served before, with nothing of an answer: it had been idle for too long, and its
 * end crossed with the request (RFC 9112 §9.3.1 and §9.6).
 */
function endedIdle(error: unknown): boolean {
  return causesOf(error).some(
    (each) =>
      each.message === "other side closed" &&
      "socket" in each &&
      typeof each.socket === "object" &&
      each.socket !== null &&
      "bytesRead" in each.socket &&
      Number(each.socket.bytesRead) > 0,
  );
}

/** Statuses whose answer may have no body (RFC 9110 §15). */
function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

/** Errors of a connection that was never there: nothing of the request can have arrived. */
const unsent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function isUnsent(error: unknown): boolean {
  const codes = causesOf(error).map((each) => ("code" in each ? String(each.code) : ""));
  return codes.some(
    (code) => unsent.has(code) || /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code),
  );
}

function reasonOf(error: unknown): string {
  const causes = causesOf(error);
  const last = causes.at(-1);
  return last === undefined ? String(error) : last.message || String(last);
}

/** The error and what caused it, the outermost first; of several attempts to connect the first. */
function causesOf(error: unknown): Error[] {
  const found: Error[] = [];
  let next: unknown = error;
  while (next instanceof Error && found.length < 8) {
    found.push(next);
    next = next instanceof AggregateError && next.errors.length > 0 ? next.errors[0] : next.cause;
  }
  return found;
}
