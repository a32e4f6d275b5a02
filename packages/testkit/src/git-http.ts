import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { plainEnvironment } from "./plain-git.ts";

/** A git server over HTTP on this machine. */
export interface GitHttpServer {
  /** `http://127.0.0.1:<port>`; repositories are below it by their path. */
  readonly url: string;
  /** Requests so far, as `GET /a/one.git/info/refs`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves the repositories of a folder by `git http-backend`, for reading and writing. With `authorization` every
 * request must carry that header, else it is answered 401.
 */
export async function gitHttpServer(folder: string, authorization?: string): Promise<GitHttpServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    requests.push(`${request.method} ${pathname}`);
    if (authorization !== undefined && request.headers.authorization !== authorization) {
      response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
      return;
    }
    answer(folder, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        // A server that is closed already has nothing left to close.
        server.close(() => resolve());
      }),
  };
}

/** Runs the CGI program for one request (RFC 3875). */
function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://localhost");
  const child = spawn("git", ["-c", "http.receivepack=true", "http-backend"], {
    env: {
      ...plainEnvironment(),
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? "GET",
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      REMOTE_USER: "pat",
    },
  });
  child.stdin.on("error", () => undefined);
  request.pipe(child.stdin);
  child.stderr.resume();
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.once("close", () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf("\r\n\r\n");
    if (end === -1) {
      response.writeHead(500).end();
      return;
    }
    let status = 200;
    for (const line of output.toString("latin1", 0, end).split("\r\n")) {
      const [name = "", value = ""] = line.split(/:\s*/, 2);
      if (name.toLowerCase() === "status") status = Number.parseInt(value, 10);
      else response.setHeader(name, value);
    }
    response.writeHead(status).end(output.subarray(end + 4));
  });
}
