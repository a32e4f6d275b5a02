import type { IncomingMessage, ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import type { Users } from "../users.ts";
import { type Handler, type StagedAnswer, type StagedRequest, textAnswer } from "./exchange.ts";
import {
  changedAnswer,
  createMatchQueue,
  type FaultRule,
  type HttpFault,
  type MatchQueue,
  type RequestMatch,
} from "./faults.ts";
import { createLatency } from "./latency.ts";
import { listen } from "./listen.ts";
import { createRequestLog, type LoggedRequest, type RequestLog } from "./request-log.ts";
import { send } from "./send.ts";

export interface StageOptions {
  readonly users: Users;
  readonly handler: Handler;
  /** Each answer waits so long on a real timer; only for benches. Default 0. */
  readonly latencyMs?: number;
}

/** A server on 127.0.0.1 that answers by a handler, fails by plan and notes what it was asked. */
export interface Stage {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly requests: RequestLog;
  /** Plans a fault. Of several that strike one request, those that answer in place of the handler win. */
  fail(rule: FaultRule): void;
  /** Plans what a person does right before a request is handled. */
  before(match: RequestMatch, act: () => Promise<unknown>): void;
  /** Forgets all faults and acts that are planned. */
  calm(): void;
  /** What handlers threw; each was answered 500. */
  readonly crashes: readonly unknown[];
  /** Ends every connection, hanging ones too. A second time does nothing. */
  close(): Promise<void>;
}

/** Starts a stage. */
export async function startStage(options: StageOptions): Promise<Stage> {
  const plans: Plans = { faults: createMatchQueue(), acts: createMatchQueue() };
  const requests = createRequestLog();
  const crashes: unknown[] = [];
  const latency = createLatency(options.latencyMs ?? 0);
  const handler: Handler = async (request) => {
    try {
      return await options.handler(request);
    } catch (error) {
      crashes.push(error);
      return textAnswer(500, "the double failed\n");
    }
  };
  const server = await listen(async (incoming, response) => {
    try {
      const request = await readRequest(incoming, options.users);
      const answered = requests.add(toEntry(request));
      await exchange(request, response, plans, handler, latency.wait, answered);
    } catch (error) {
      // A client that went away while it was asking or answered is its own business.
      if (!response.destroyed) crashes.push(error);
      response.destroy();
    }
  });
  return {
    url: server.url,
    requests,
    crashes,
    fail: (rule) => plans.faults.add(rule.match, rule),
    before: (match, act) => plans.acts.add(match, act),
    calm() {
      plans.faults.clear();
      plans.acts.clear();
    },
    close() {
      latency.stop();
      return server.close();
    },
  };
}

interface Plans {
  readonly faults: MatchQueue<FaultRule>;
  readonly acts: MatchQueue<() => Promise<unknown>>;
}

/** One request with what was planned for it: first faults that keep it from being handled, then acts, then the handler. */
async function exchange(
  request: StagedRequest,
  response: ServerResponse,
  { faults, acts }: Plans,
  handler: Handler,
  wait: () => Promise<void>,
  answered: (status: number) => void,
): Promise<void> {
  const struck = faults.take(request).map(({ fault, onStrike }) => {
    onStrike?.();
    return fault;
  });
  const instead = struck.find((fault) => insteadOf.has(fault.kind));
  if (instead?.kind === "hang") return;
  if (instead?.kind === "reset") return void response.socket?.resetAndDestroy();
  for (const act of acts.take(request)) await act();
  const staleBy = Math.max(0, ...struck.map((fault) => (fault.kind === "stale" ? fault.writes : 0)));
  const whole = instead === undefined ? await handler({ ...request, staleBy }) : answerOf(instead);
  const answer = struck.reduce((last, fault) => changedAnswer(fault, last), whole);
  await wait();
  await send(response, answer, struck, answered);
}

function toEntry({ method, path, search, who, body }: StagedRequest): Omit<LoggedRequest, "status"> {
  const login = who.kind === "user" ? who.user.login : null;
  return { method, path, query: search, login, requestBytes: body.length };
}

const insteadOf: ReadonlySet<HttpFault["kind"]> = new Set(["answer", "redirect", "reset", "hang"]);

function answerOf(fault: HttpFault): StagedAnswer {
  if (fault.kind === "redirect") return textAnswer(fault.status, "", { location: fault.location });
  if (fault.kind === "answer") return textAnswer(fault.status, fault.body, fault.headers);
  throw new Error(`${fault.kind} is no answer`);
}

async function readRequest(incoming: IncomingMessage, users: Users): Promise<StagedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const sent = Buffer.concat(chunks);
  const [path = "/", query = ""] = (incoming.url ?? "/").split("?", 2);
  return {
    method: incoming.method ?? "GET",
    path,
    query: new URLSearchParams(query),
    search: query,
    headers: incoming.headers,
    // git compresses larger bodies.
    body: incoming.headers["content-encoding"] === "gzip" ? gunzipSync(sent) : sent,
    who: users.authenticate(incoming.headers.authorization),
    staleBy: 0,
  };
}
