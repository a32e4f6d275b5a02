import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import type { Users } from "../users.ts";
import { type Handler, type StagedAnswer, type StagedRequest, textAnswer } from "./exchange.ts";
import {
  changedAnswer,
  createMatchQueue,
  type FaultRule,
  type HttpFault,
  type RequestMatch,
} from "./faults.ts";
import { createRequestLog, type RequestLog } from "./request-log.ts";
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
  const faults = createMatchQueue<HttpFault>();
  const acts = createMatchQueue<() => Promise<unknown>>();
  const requests = createRequestLog();
  const crashes: unknown[] = [];
  const timers = new Set<NodeJS.Timeout>();

  const handle = async (request: StagedRequest): Promise<StagedAnswer> => {
    try {
      return await options.handler(request);
    } catch (error) {
      crashes.push(error);
      return textAnswer(500, "the double failed\n");
    }
  };
  const late = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, options.latencyMs);
      timers.add(timer);
    });
  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const received = await readRequest(incoming, options.users);
    const query = received.query.toString();
    const { method, path, who, body } = received;
    const answered = requests.add({
      method,
      path,
      query,
      login: who.kind === "user" ? who.user.login : null,
      requestBytes: body.length,
    });
    const struck = faults.take({ method, path, query, body });
    const instead = struck.find((fault) => insteadOf.has(fault.kind));
    if (instead?.kind === "hang") return;
    if (instead?.kind === "reset") return void incoming.socket.resetAndDestroy();
    for (const act of acts.take({ method, path, query, body })) await act();
    const staleBy = Math.max(0, ...struck.map((fault) => (fault.kind === "stale" ? fault.writes : 0)));
    const whole = instead === undefined ? await handle({ ...received, staleBy }) : answerOf(instead);
    const answer = struck.reduce((last, fault) => changedAnswer(fault, last), whole);
    if (options.latencyMs !== undefined && options.latencyMs > 0) await late();
    await send(response, answer, struck, answered);
  };

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      // A client that went away while it was asking or answered is its own business.
      if (!incoming.destroyed && !response.destroyed) crashes.push(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    crashes,
    fail: ({ match, fault }) => faults.add(match, fault),
    before: (match, act) => acts.add(match, act),
    calm() {
      faults.clear();
      acts.clear();
    },
    close: () =>
      new Promise((resolve) => {
        for (const timer of timers) clearTimeout(timer);
        server.closeAllConnections();
        // A server that is closed already has nothing left to close.
        server.close(() => resolve());
      }),
  };
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
    headers: incoming.headers,
    // git compresses larger bodies.
    body: incoming.headers["content-encoding"] === "gzip" ? gunzipSync(sent) : sent,
    who: users.authenticate(incoming.headers.authorization),
    staleBy: 0,
  };
}
