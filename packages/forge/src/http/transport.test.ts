import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { createSend, type RequestKind, type Send, TransportError } from "./transport.ts";

/** What a connection does with each request that it gets, in order; the last holds for all further ones. */
type Behaviour = readonly ("answer" | "end")[];

const open = new Set<Server>();

afterEach(() => {
  for (const server of open) server.close();
  open.clear();
});

/** A server on sockets: every further connection behaves as the next entry says. */
async function serve(...connections: readonly Behaviour[]): Promise<{ url: string; requests: string[] }> {
  const requests: string[] = [];
  let count = 0;
  const server = createServer((socket) => {
    const behaviour = connections[Math.min(count++, connections.length - 1)] ?? [];
    let served = 0;
    socket.on("data", (bytes) => {
      requests.push(bytes.toString("latin1").split(" HTTP/")[0] ?? "");
      const next = behaviour[Math.min(served++, behaviour.length - 1)];
      if (next === "end") socket.end();
      else
        socket.write(
          "HTTP/1.1 200 OK\r\nconnection: keep-alive\r\nkeep-alive: timeout=60\r\ncontent-length: 2\r\n\r\nok",
        );
    });
    socket.on("error", () => undefined);
  });
  open.add(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return { url: `http://127.0.0.1:${address.port}`, requests };
}

function sender() {
  const told: string[] = [];
  const send = createSend({
    timeoutMs: 10_000,
    signal: undefined,
    onRequest: (kind: RequestKind, method, path) => void told.push(`${kind} ${method} ${path}`),
    redact: (text) => text,
  });
  return { send, told };
}

/** Gets one answer, and gives the client the turn in which it takes the connection back for the next request. */
async function leaveIdle(send: Send, url: string): Promise<void> {
  await send("rest", `${url}/first`, {});
  await setImmediate();
}

describe("a connection that the server ended while it was idle", () => {
  it.each([
    { kind: "rest", method: "GET" },
    { kind: "git", method: "POST" },
  ] as const)("is no failure of a read: $kind $method is sent once more", async ({ kind, method }) => {
    const { url, requests } = await serve(["answer", "end"], ["answer"]);
    const { send, told } = sender();
    await leaveIdle(send, url);
    const response = await send(kind, `${url}/read`, { method });
    expect(await response.text()).toBe("ok");
    expect(requests).toEqual(["GET /first", `${method} /read`, `${method} /read`]);
    expect(told).toEqual(["rest GET /first", `${kind} ${method} /read`, `${kind} ${method} /read`]);
  });

  it("may have taken a write, which is never repeated", async () => {
    const { url, requests } = await serve(["answer", "end"], ["answer"]);
    const { send } = sender();
    await leaveIdle(send, url);
    const failure = await send("rest", `${url}/write`, { method: "POST", body: "{}" }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(TransportError);
    expect(failure).toMatchObject({ sent: true });
    expect(requests).toEqual(["GET /first", "POST /write"]);
  });

  it("is tried once more and not for ever", async () => {
    const { url, requests } = await serve(["answer", "end"], ["end"]);
    const { send } = sender();
    await leaveIdle(send, url);
    await expect(send("rest", `${url}/read`, {})).rejects.toThrow("GET ");
    expect(requests).toEqual(["GET /first", "GET /read", "GET /read"]);
  });
});

it("does not repeat a read over a new connection, which was not idle", async () => {
  const { url, requests } = await serve(["end"]);
  const { send } = sender();
  await expect(send("rest", `${url}/read`, {})).rejects.toThrow(TransportError);
  expect(requests).toEqual(["GET /read"]);
});
