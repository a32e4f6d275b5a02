import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainEnvironment } from "../../plain-git.ts";
import type { HostedRepo } from "../repo.ts";
import { type StagedAnswer, type StagedRequest, textAnswer } from "./exchange.ts";
import { answerLsRefs, parseLsRefs } from "./ls-refs.ts";

/** What a request to a git server is for. */
export interface GitRequest {
  /** `owner/name` as asked for. */
  readonly fullName: string;
  readonly service: "upload-pack" | "receive-pack";
  /** Path below the repository: `/info/refs`, `/git-upload-pack`, `/git-receive-pack`. */
  readonly rest: string;
}

/** Reads a path of git's smart HTTP protocol; `null`: it is none. `.git` may be left out. */
export function parseGitRequest(request: StagedRequest): GitRequest | null {
  const [, fullName, rest] =
    /^\/([^/]+\/[^/]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/.exec(
      decodeURIComponent(request.path),
    ) ?? [];
  if (fullName === undefined || rest === undefined) return null;
  const named = rest === "/info/refs" ? (request.query.get("service") ?? "") : rest.slice(1);
  return { fullName, rest, service: named === "git-receive-pack" ? "receive-pack" : "upload-pack" };
}

/**
 * Answers a git client for one repository. The protocol's `ls-refs` (version 2) is answered in this process, and so is
 * the advertisement of version 2; everything else, pushes among it, by `git http-backend`, which runs the repository's
 * own hooks. A push to a guarded ref is declined by a hook, as a whole, with the guard's message.
 */
export async function answerGit(
  repo: HostedRepo,
  request: StagedRequest,
  { service, rest }: GitRequest,
): Promise<StagedAnswer> {
  const isV2 = request.headers["git-protocol"]?.includes("version=2") === true;
  if (isV2 && service === "upload-pack") {
    if (rest === "/info/refs") return advertisement();
    const wanted = parseLsRefs(request.body);
    if (wanted !== null) return answerLsRefs(repo, wanted);
  }
  return runBackend(repo, request, rest);
}

/** What `git upload-pack` offers in version 2, of those things that need no configuration (gitprotocol-v2). */
function advertisement(): StagedAnswer {
  const lines = ["version 2", "agent=git/double", "ls-refs=unborn", "fetch=shallow", "object-format=sha1"];
  const body = `001e# service=git-upload-pack\n0000${lines.map(packetLine).join("")}0000`;
  return textAnswer(200, body, {
    "content-type": "application/x-git-upload-pack-advertisement",
    "cache-control": "no-cache, max-age=0, must-revalidate",
  });
}

function packetLine(text: string): string {
  return `${(text.length + 5).toString(16).padStart(4, "0")}${text}\n`;
}

/** Runs the CGI program for one request (RFC 3875). */
function runBackend(repo: HostedRepo, request: StagedRequest, rest: string): Promise<StagedAnswer> {
  const folder = repo.path;
  const config = guardConfig(repo);
  const child = spawn("git", [...config.args, "-c", "http.receivepack=true", "http-backend"], {
    env: {
      ...plainEnvironment(),
      ...config.env,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: rest,
      QUERY_STRING: request.search,
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      CONTENT_LENGTH: String(request.body.length),
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      REMOTE_USER: request.who.kind === "user" ? request.who.user.login : "",
    },
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(request.body);
  child.stderr.resume();
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve(parseCgi(Buffer.concat(chunks))));
  });
}

function parseCgi(output: Buffer): StagedAnswer {
  const end = output.indexOf("\r\n\r\n");
  if (end === -1) return textAnswer(500, "git http-backend said nothing\n");
  const headers: Record<string, string> = {};
  let status = 200;
  for (const line of output.toString("latin1", 0, end).split("\r\n")) {
    const [name = "", value = ""] = line.split(/:\s*/, 2);
    if (name.toLowerCase() === "status") status = Number.parseInt(value, 10);
    else headers[name.toLowerCase()] = value;
  }
  return { status, headers, body: output.subarray(end + 4) };
}

// `hooksPath` hides the repository's own hooks, so ours asks them too.
const guardHook = `#!/bin/sh
lines=$(cat)
echo "$lines" | while read -r old new ref; do
  while IFS='	' read -r guarded message; do
    if [ "$ref" = "$guarded" ]; then echo "$message" >&2; exit 1; fi
  done <hosting-guards || exit 1
done || exit 1
if [ -x hooks/pre-receive ]; then echo "$lines" | hooks/pre-receive; fi
`;

/** Puts a hook in front of a repository that has guards. */
function guardConfig(repo: HostedRepo): { readonly args: string[]; readonly env: Record<string, string> } {
  if (repo.guards.size === 0) return { args: [], env: {} };
  const hooks = join(repo.path, "hosting-hooks");
  const file = join(hooks, "pre-receive");
  if (!existsSync(file)) {
    mkdirSync(hooks, { recursive: true });
    writeFileSync(file, guardHook);
    chmodSync(file, 0o755);
  }
  const lines = [...repo.guards].map(([ref, { message }]) => `${ref}\t${message.replaceAll("\n", " ")}\n`);
  writeFileSync(join(repo.path, "hosting-guards"), lines.join(""));
  return { args: ["-c", `core.hooksPath=${hooks}`], env: {} };
}
