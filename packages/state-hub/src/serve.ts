import type { EventEmitter } from "node:events";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Hub } from "./api/hub.ts";

/** Where a hub listens. */
export interface ServeOptions {
  /** Address to listen on; default 127.0.0.1. */
  readonly host?: string;
  /** 0: any free port. */
  readonly port: number;
  /** Whether anybody has a token: without one only this machine may connect. */
  readonly hasTokens: boolean;
  /** Milliseconds that clients have to take their answers when it ends; default 10,000. */
  readonly longestCloseMs?: number;
}

/** A hub that listens. */
export interface ServedHub {
  readonly url: string;
  /** Takes no more requests, answers those under way, and resolves when all connections are closed. */
  close(): Promise<void>;
}

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

/** Milliseconds that a client may take to send a request. */
const longestRequest = 30_000;

/**
 * Listens for a hub (H1). Throws CoulombError `hub_no_token` for an address that others reach while there is no token, and
 * `hub_address` where it cannot listen.
 */
export async function serveHub(
  hub: Hub,
  { host = "127.0.0.1", port, hasTokens, longestCloseMs = 10_000 }: ServeOptions,
): Promise<ServedHub> {
  if (!loopback.has(host) && !hasTokens)
    throw new CoulombError("hub_no_token", `${host} is reached by others, and the hub has no token yet`, {
      hint: "make one first: coulomb hub token create --name <who> --scope admin; or listen on 127.0.0.1",
    });
  const { server, info } = await listening(hub, host, port);
  let isClosing = false;
  // Connections that are kept open for a next request wait for nothing.
  const closeIdle = () => {
    if (isClosing && "closeIdleConnections" in server) server.closeIdleConnections();
  };
  server.on("request", (_request: unknown, response: EventEmitter) => {
    response.once("close", () => setImmediate(closeIdle));
  });
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${info.port}`,
    async close() {
      isClosing = true;
      hub.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      closeIdle();
      // A client that does not read its answer must not keep everybody waiting.
      const cut = setTimeout(() => {
        if ("closeAllConnections" in server) server.closeAllConnections();
      }, longestCloseMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

type Server = ReturnType<typeof serve>;

function listening(
  hub: Hub,
  hostname: string,
  port: number,
): Promise<{ readonly server: Server; readonly info: AddressInfo }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request) => hub.fetch(request),
        hostname,
        port,
        // The globals are everybody's, not the server's.
        overrideGlobalObjects: false,
        serverOptions: { requestTimeout: longestRequest, headersTimeout: longestRequest },
      },
      (info) => resolve({ server, info }),
    );
    server.on("error", (error) => {
      const reason = "code" in error ? String(error.code) : error.message;
      reject(
        new CoulombError("hub_address", `the hub cannot listen on ${hostname}:${port} (${reason})`, {
          hint:
            reason === "EADDRINUSE"
              ? "another program has the port: name another one with --port"
              : "name another --host or --port",
          cause: error,
        }),
      );
    });
  });
}
