import type { StagedAnswer, StagedRequest } from "./exchange.ts";

/** Which requests a fault or an act is for. */
export interface RequestMatch {
  readonly method?: string;
  /** Tested against the path, not decoded and without the query. */
  readonly path?: RegExp;
  /** Tested against the query, as sent and without `?`. */
  readonly query?: RegExp;
  /** Tested against the body as text: for APIs that have one path for everything. */
  readonly body?: RegExp;
  /** Whatever else must hold. */
  readonly when?: (request: MatchedRequest) => boolean;
  /** The first request it strikes, counted from 1 among those that match; default 1. */
  readonly nth?: number;
  /** How many in a row it strikes; default 1. */
  readonly times?: number;
}

/** What goes wrong with one exchange. */
export type HttpFault =
  /** Answered so, and never handled. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | { readonly kind: "redirect"; readonly status: 301 | 302 | 307 | 308; readonly location: string }
  /** The connection is reset, and the request never handled. */
  | { readonly kind: "reset" }
  /** Never handled, never answered, until the server closes. */
  | { readonly kind: "hang" }
  /** Handled in full; then the answer is lost in this way. */
  | { readonly kind: "lost"; readonly by: "reset" | "hang" | 500 | 502 }
  /** The answer comes in pieces of so many bytes, each after `next` has settled; the rest at once when it answers `"rest"`. */
  | { readonly kind: "slow"; readonly bytes: number; readonly next: () => Promise<"rest" | undefined> }
  /** Half of the body. `closes`: the length promised more, and the connection ends. */
  | { readonly kind: "truncated"; readonly closes?: boolean }
  /** A page of HTML with status 200, or another one, in place of the answer. */
  | { readonly kind: "html"; readonly status?: number }
  /** One byte of the body is another: what was read does not hash to its id. */
  | { readonly kind: "wrong_bytes" }
  /** Lists and pulls are answered as they were before so many writes of the repository's pulls. */
  | { readonly kind: "stale"; readonly writes: number }
  /** Any other change of the answer. */
  | { readonly kind: "rewrite"; readonly rewrite: (answer: StagedAnswer) => StagedAnswer };

/** What goes wrong, and for which requests. */
export interface FaultRule {
  readonly match: RequestMatch;
  readonly fault: HttpFault;
  /** Told each time it strikes a request, before anything comes of it. */
  readonly onStrike?: () => void;
}

/** What `RequestMatch` is held against. */
export type MatchedRequest = Pick<StagedRequest, "method" | "path" | "search" | "body">;

/** Rules that are used up in order, each counting for itself. */
export interface MatchQueue<T> {
  add(match: RequestMatch, value: T): void;
  /** Values that strike this request, in the order they were added; each is counted. */
  take(request: MatchedRequest): T[];
  clear(): void;
}

/** Makes an empty queue. */
export function createMatchQueue<T>(): MatchQueue<T> {
  let rules: { readonly match: RequestMatch; readonly value: T; seen: number }[] = [];
  return {
    add: (match, value) => void rules.push({ match, value, seen: 0 }),
    clear: () => void (rules = []),
    take(request) {
      const struck: T[] = [];
      for (const rule of rules) {
        if (!matches(rule.match, request)) continue;
        rule.seen += 1;
        const first = rule.match.nth ?? 1;
        if (rule.seen >= first && rule.seen < first + (rule.match.times ?? 1)) struck.push(rule.value);
      }
      return struck;
    },
  };
}

function matches({ method, path, query, body, when }: RequestMatch, request: MatchedRequest): boolean {
  return (
    (method === undefined || method === request.method) &&
    (path === undefined || path.test(request.path)) &&
    (query === undefined || query.test(request.search)) &&
    (body === undefined || body.test(request.body.toString("utf8"))) &&
    (when === undefined || when(request))
  );
}

const page = "<!DOCTYPE html><html><body><h1>Something is in the way</h1></body></html>\n";

/** The answer as a fault changes it, for those faults that only change it. */
export function changedAnswer(fault: HttpFault, answer: StagedAnswer): StagedAnswer {
  switch (fault.kind) {
    case "html":
      return {
        status: fault.status ?? 200,
        headers: { "content-type": "text/html; charset=utf-8" },
        body: Buffer.from(page),
      };
    case "truncated":
      return fault.closes === true
        ? answer
        : { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) };
    case "wrong_bytes":
      return { ...answer, body: withOtherByte(answer.body) };
    case "rewrite":
      return fault.rewrite(answer);
    case "lost":
      return typeof fault.by === "number"
        ? { status: fault.by, headers: { "content-type": "text/plain" }, body: Buffer.from("lost\n") }
        : answer;
    case "answer":
    case "redirect":
    case "reset":
    case "hang":
    case "slow":
    case "stale":
      return answer;
  }
}

/** The middle byte is changed so that text stays text. */
function withOtherByte(body: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(body);
  const middle = Math.floor(copy.length / 2);
  const byte = copy[middle];
  if (byte !== undefined) copy[middle] = byte === 0x78 ? 0x79 : 0x78;
  return copy;
}
