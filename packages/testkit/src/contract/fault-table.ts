import { folderRows, gitRows } from "./fault-git.ts";
import { limitRows } from "./fault-limits.ts";
import { repositoryRows } from "./fault-repositories.ts";
import type { HttpFault } from "../hosting/index.ts";
import {
  elsewhere,
  type Expected,
  type FaultRow,
  type RequestFault,
  requests,
  row,
  status,
} from "./fault-row.ts";
import { type FaultKind, type FaultStage } from "./fault-stage.ts";

/** Whatever comes back tells nothing: before a write it is too early, after it the outcome is open. */
const lost: Expected = { read: ["unreachable", "incomplete"], write: ["retry_at", "unclear"] };
const garbled: Expected = { read: ["incomplete", "unreachable", "corrupt"], write: ["retry_at", "unclear"] };
/** A status that says nothing before a write, and of a write that it was not taken. */
const odd: Expected = {
  read: ["incomplete", "unreachable"],
  write: ["retry_at", "unclear", "lost_race", "rejected/conflict"],
};
const refused = (reason: string): Expected => ({ read: [reason], write: [`rejected/${reason}`] });
/** Of a part of a repository that is there it is no word about the repository. */
const missing: Expected = { read: ["not_found", "incomplete"], write: ["rejected/not_found"] };
/** git does not tell for how long. */
const limited: Expected = { read: ["rate_limited"], write: ["retry_at"], slows: ["until", "at_least"] };
const moved: Expected = { read: ["moved"], write: ["rejected/not_found"] };

/** Faults that take turns: to an adapter one is as the other. Each is there by itself where a call is struck as a whole. */
const ofBreaks = { alike: "nothing that can be read" };
const ofSilence = { waits: true, alike: "an answer that does not end" };
const ofLoss = { after: true, alike: "a lost answer" };
const ofServer = { alike: "a failure of the server" };
const ofRights = { alike: "a refusal" };
const ofAbsence = { alike: "nothing there" };
const ofConflict = { alike: "a conflict" };
const ofRedirect = { alike: "a redirect" };

const never = () => new Promise<never>(() => undefined);

/** Faults of the way to a server. */
const wayRows: readonly FaultRow[] = [
  row("refused", elsewhere),
  row("reset before it is handled", requests(lost, { kind: "reset" }, ofBreaks)),
  row("reset after it was handled", requests(lost, { kind: "lost", by: "reset" }, ofLoss)),
  row("never answered, not handled", requests(lost, { kind: "hang" }, ofSilence)),
  row("never answered, handled", requests(lost, { kind: "lost", by: "hang" }, { waits: true, after: true })),
  row("slow body", requests(lost, { kind: "slow", bytes: 1, next: never }, ofSilence)),
  row("500", status(500, "Internal Server Error", lost, {}, ofServer)),
  row("500 after it was handled", requests(lost, { kind: "lost", by: 500 }, ofLoss)),
  row("502", status(502, "Bad Gateway", lost, {}, ofServer)),
  row("502 after it was handled", requests(lost, { kind: "lost", by: 502 }, ofLoss)),
  row("503", status(503, "Service Unavailable", lost, {}, ofServer)),
  row("cut body", requests(lost, { kind: "truncated", closes: true }, ofBreaks)),
  // git waits for the other half of what it reads.
  row("truncated body", requests(garbled, { kind: "truncated" }, ofSilence)),
  row("HTML", requests(garbled, { kind: "html" }, ofBreaks)),
];

function basic(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** A message that repeats a secret in each form in which it may have come. */
function echoOf(secret: string): string {
  const forms = [secret, basic(secret), basic(`${secret}:x-oauth-basic`), basic(`x-access-token:${secret}`)];
  return `cannot take ${forms.join(" or ")} or ${encodeURIComponent(secret)}, as of http://bot:${secret}@127.0.0.1/`;
}

/** An answer that repeats what it was sent, as some servers and proxies do. */
function echo(code: number, expected: Expected): RequestFault {
  const fault = ({ secrets }: Pick<FaultStage, "secrets">): HttpFault => {
    const message = secrets().map(echoOf).join("; ");
    return {
      kind: "answer",
      status: code,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ message }),
    };
  };
  return { strikes: "requests", ...expected, fault, alike: "what was sent" };
}

/** The same as plain text, which git shows to people as words of the other side. */
function echoAsText(code: number, expected: Expected): RequestFault {
  const fault = ({ secrets }: Pick<FaultStage, "secrets">): HttpFault => ({
    kind: "answer",
    status: code,
    headers: { "content-type": "text/plain" },
    body: `${secrets().map(echoOf).join("\n")}\n`,
  });
  return { strikes: "requests", ...expected, fault, ...ofRights };
}

/** Faults that a server means. Where GitHub answers so to GraphQL, it is not there, and some writes cannot be. */
function answerRows(kind: FaultKind): readonly FaultRow[] {
  // An App that has no installation at an owner has no access there.
  const gone = ({ read, write }: Expected): Expected =>
    kind === "github"
      ? { read: [...read, "no_access"], write: [...write, "rejected/unsupported"] }
      : { read, write };
  return [
    row("401", status(401, "Bad credentials", refused("no_access"), {}, ofRights)),
    row("403", status(403, "Forbidden", refused("no_access"), {}, ofRights)),
    row("404", status(404, "Not Found", gone(missing), {}, ofAbsence)),
    row("405", status(405, "Method Not Allowed", gone(odd), {}, ofConflict)),
    row("401 that repeats the token", echo(401, refused("no_access"))),
    row("422 that repeats the token", echo(422, odd)),
    row("500 that repeats the token", echo(500, lost)),
    row("403 that repeats the token as text", echoAsText(403, refused("no_access"))),
    row("409", status(409, "Conflict", odd, {}, ofConflict)),
    row("410", status(410, "Gone", gone(missing), {}, ofAbsence)),
    row("422", status(422, "Unprocessable Entity", odd, {}, ofConflict)),
    row("429", status(429, "Too Many Requests", limited, { "retry-after": "120" })),
    ...([301, 302, 307] as const).map((code) =>
      row(
        String(code),
        requests(moved, { kind: "redirect", status: code, location: "/elsewhere" }, ofRedirect),
      ),
    ),
  ];
}

/** The whole matrix of one kind of server (04-forges §6): every pair of a fault and a method stands here. */
export function faultMatrix(kind: FaultKind): readonly FaultRow[] {
  return kind === "git"
    ? gitRows([...wayRows, ...answerRows(kind)])
    : [...wayRows, ...answerRows(kind), ...limitRows(kind), ...repositoryRows(kind), ...folderRows(kind)];
}

/** A fault's place among those that it takes turns with; alone, it is the first of one. */
export interface Turn {
  readonly place: number;
  readonly of: number;
}

/** The turn of each row of a matrix, by name. */
export function turnsOf(rows: readonly FaultRow[]): ReadonlyMap<string, Turn> {
  return new Map(
    rows.map((each) => {
      const alike = rows.filter((other) => likeness(other) === likeness(each));
      return [each.name, { place: alike.indexOf(each), of: alike.length }];
    }),
  );
}

function likeness({ name, fault }: FaultRow): string {
  return (fault.strikes === "requests" ? fault.alike : undefined) ?? name;
}
