import { randomInt } from "node:crypto";
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** A port before a server, which can be closed for a while. */
export interface Gate {
  readonly url: string;
  /** Nobody listens any more; what is connected is cut. */
  shut(): Promise<void>;
  /** Listens on the same port again. */
  open(): Promise<void>;
}

/**
 * Opens a port on 127.0.0.1 that leads to the server at an address. Shut it after use. It is none of those that systems give to
 * whoever asks for any port: while it is shut, no server of another test gets it.
 */
export async function createGate(url: string): Promise<Gate> {
  const target = Number(new URL(url).port);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const open = async (port: number) => {
    const opened = createServer((socket) => {
      const inner = connect(target, "127.0.0.1");
      for (const each of [socket, inner]) {
        sockets.add(each);
        each.on("error", () => undefined);
        each.once("close", () => {
          sockets.delete(each);
          socket.destroy();
          inner.destroy();
        });
      }
      socket.pipe(inner).pipe(socket);
    }).listen(port, "127.0.0.1");
    await once(opened, "listening");
    server = opened;
    return port;
  };
  const port = await openFirst(open);
  return {
    url: `http://127.0.0.1:${port}`,
    open: async () => void (await open(port)),
    async shut() {
      for (const socket of sockets) socket.destroy();
      const closing = server;
      server = undefined;
      if (closing === undefined) return;
      await new Promise<void>((resolve) => closing.close(() => resolve()));
    },
  };
}

/** Opens the first port that is free of some that are drawn. */
async function openFirst(open: (port: number) => Promise<number>): Promise<number> {
  for (let tries = 1; ; tries++) {
    try {
      return await open(randomInt(20_000, 32_000));
    } catch (error) {
      if (tries === 20) throw error;
    }
  }
}
