import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A server of this process. */
export interface Listening {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Ends every connection. A second time does nothing. */
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1. `serve` must not fail. */
export async function listen(
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Listening> {
  const server = createServer((request, response) => void serve(request, response));
  // As the servers it stands for, which keep idle connections for longer than any client here: Node's five seconds are so near to a
  // client's four that the two ends cross on a busy machine.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        // A server that is closed already has nothing left to close.
        server.close(() => resolve());
      }),
  };
}
