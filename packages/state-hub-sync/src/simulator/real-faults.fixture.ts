import { type Fault, faultyForge } from "@coulomb-loop/testkit";
import type { Fetch } from "../hub/transport.ts";
import { start } from "../local/ops.fixture.ts";
import { repo } from "./real-hub.fixture.ts";
import { actReal } from "./real-people.fixture.ts";
import type { Real } from "./real-world.fixture.ts";

/** What happens at one request to the hub. */
export const hubFaults = [
  "dies before",
  "dies after",
  "answer lost",
  "500 once",
  "503 once, though done",
  "500 always",
  "unreachable always",
  "401",
  "403",
  "cut off",
  "hub edited",
  "file edited",
  "lease taken",
  "feed forgotten",
] as const;
export type HubFault = (typeof hubFaults)[number];

/** What happens at one write to the forge. */
export const forgeFaults = [
  "dies before",
  "dies after",
  "put off",
  "put off, though done",
  "unclear",
  "unclear, though done",
  "refused",
  "lost race",
  "hub edited",
  "file edited",
  "branch edited",
  "closed",
] as const;
export type ForgeFault = (typeof forgeFaults)[number];

/** Which fault, at which request or write, counted from 1. */
export type Injected =
  | { readonly side: "hub"; readonly at: number; readonly fault: HubFault }
  | { readonly side: "forge"; readonly at: number; readonly fault: ForgeFault };

/** What a run met. */
export interface Met {
  /** Requests to the hub, and writes to the forge, by their names; of the fault's own run. */
  readonly requests: string[];
  readonly writes: string[];
  /** The one at which the fault happened. */
  at: string | undefined;
  isDead: boolean;
}

/** Puts a fault between a run and both sides; none: only counts. */
export function inject(real: Real, injected: Injected | undefined): Met {
  const met: Met = { requests: [], writes: [], at: undefined, isDead: false };
  const inner = real.hub.fetch;
  const isAt = (side: Injected["side"], index: number) => injected?.side === side && injected.at === index;
  real.fetch = async (request) => {
    if (met.isDead) throw new Error("the process is dead");
    const name = `${request.method} ${new URL(request.url).pathname.replace(/[0-9a-f-]{36}/, "id")}`;
    met.requests.push(name);
    if (injected?.side !== "hub" || met.requests.length < injected.at) return inner(request);
    const isFirst = isAt("hub", met.requests.length);
    if (isFirst) met.at = name;
    return hubFault(real, injected.fault, isFirst, met)(request);
  };
  real.forge = faultyForge(real.ops.forge, (call, index): Fault | undefined => {
    if (met.isDead) return { kind: "crash_before" };
    met.writes.push(call.method);
    if (injected?.side !== "forge" || !isAt("forge", index)) return undefined;
    met.at = call.method;
    return forgeFault(real, injected.fault, met);
  });
  return met;
}

/** Takes the faults away. */
export function heal(real: Real): void {
  real.fetch = real.hub.fetch;
  real.forge = real.ops.forge;
}

const reset = () => new Error("the connection was reset");
const problem = (status: number) => Response.json({ code: "internal", detail: "it failed" }, { status });

/** How a request is answered under a fault; `isFirst`: it is the one at which the fault begins. */
function hubFault(real: Real, fault: HubFault, isFirst: boolean, met: Met): Fetch {
  const inner = real.hub.fetch;
  if (fault.startsWith("dies")) met.isDead = true;
  const act = meanwhileOf(real, fault);
  if (act !== undefined)
    return async (request) => {
      if (isFirst) await act();
      return inner(request);
    };
  return async (request) => {
    if (fault === "dies before" || fault === "unreachable always") throw reset();
    if (fault === "401" || fault === "403") return problem(Number(fault));
    if (fault === "500 always" || (fault === "500 once" && isFirst)) return problem(500);
    const answer = await inner(request);
    if (!isFirst) return answer;
    if (fault === "cut off") return cutOff(answer);
    if (fault === "503 once, though done") return problem(503);
    if (fault === "dies after" || fault === "answer lost") throw reset();
    return answer;
  };
}

/** What somebody else does before the request gets there. */
function meanwhileOf(real: Real, fault: HubFault): (() => Promise<unknown>) | undefined {
  if (fault === "hub edited" || fault === "file edited") return () => edit(real, fault);
  if (fault === "lease taken") return () => takeLease(real);
  if (fault === "feed forgotten") return () => real.hub.sql("UPDATE feed SET min_seq = seq");
  return undefined;
}

/** An answer of which the end does not come. */
async function cutOff(answer: Response): Promise<Response> {
  const text = await answer.text();
  const { status, headers } = answer;
  // The last line of a snapshot, and half of what is one document.
  const isLines = (headers.get("content-type") ?? "").includes("jsonl");
  const part = isLines ? text.trimEnd().split("\n").slice(0, -1).join("\n") : text.slice(0, text.length / 2);
  return new Response(status === 204 ? null : part, { status, headers });
}

function edit(real: Real, where: "hub edited" | "file edited"): Promise<void> {
  return where === "hub edited"
    ? actReal(real, { do: "hub", key: "W-1-T1", field: "title", value: "c" })
    : actReal(real, { do: "file", key: "W-1-T1", field: "title", value: "x" });
}

/** Another run waits until a lease is over, and takes it. */
export async function takeLease(real: Real): Promise<void> {
  const { json } = await real.hub.person("GET", `/v1/repos?key=${repo}`);
  const items: unknown = json["items"];
  const [found]: readonly { readonly id?: unknown }[] = Array.isArray(items) ? items : [];
  real.hub.clock.advance(3_600_000);
  const { status } = await real.hub.person("POST", `/v1/replicas/${String(found?.id)}/lease`, {
    holder: "another run",
  });
  if (status !== 200) throw new Error(`the lease was answered ${status}`);
}

function forgeFault(real: Real, fault: ForgeFault, met: Met): Fault {
  const later = { kind: "retry_at", at: start + 1000, message: "busy" } as const;
  const unclear = { kind: "unclear", message: "no answer" } as const;
  switch (fault) {
    case "dies before":
      met.isDead = true;
      return { kind: "crash_before" };
    case "dies after":
      met.isDead = true;
      return { kind: "crash_after" };
    case "put off":
      return { kind: "answer", result: later };
    case "put off, though done":
      return { kind: "answer_after", result: later };
    case "unclear":
      return { kind: "answer", result: unclear };
    case "unclear, though done":
      return { kind: "answer_after", result: unclear };
    case "refused":
      return { kind: "answer", result: { kind: "rejected", reason: "protected", hint: "a rule says no" } };
    case "lost race":
      return { kind: "answer", result: { kind: "lost_race" } };
    case "hub edited":
    case "file edited":
      return { kind: "meanwhile", act: () => edit(real, fault) };
    case "branch edited":
      return {
        kind: "meanwhile",
        act: () => actReal(real, { do: "amend", key: "W-1-T1", field: "title", value: "y" }),
      };
    case "closed":
      return { kind: "meanwhile", act: () => actReal(real, { do: "close" }) };
  }
}
