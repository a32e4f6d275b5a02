import type { Bundle, ScheduleAgent, Upstream } from "@coulomb-loop/schemas";
import type { History } from "./history.ts";
import type { MetricsRecord } from "@coulomb-loop/documents";
import type { MetricsSummary } from "./optimize.ts";

/** An agent before this one, and what it left. */
export interface UpstreamFacts {
  readonly agent: string;
  readonly state: Upstream["state"];
  /** The record that closed it. */
  readonly record: MetricsRecord | undefined;
  /** Its memory; `undefined`: it has none. */
  readonly memory: string | undefined;
}

/** Everything a bundle is written from. */
export interface BundleFacts {
  readonly agent: string;
  readonly repo: string;
  readonly head: string;
  readonly slot: string;
  readonly isLocalSlot: boolean;
  /** Epoch milliseconds. */
  readonly due: number;
  readonly cycle: string | undefined;
  readonly attempt: number;
  readonly expiresAt: string;
  readonly settings: ScheduleAgent;
  readonly timezone: string;
  /** Files that differ from the head. */
  readonly uncommitted: number;
  readonly history: History;
  /** Newest first. */
  readonly records: readonly MetricsRecord[];
  readonly summary: MetricsSummary;
  readonly upstream: readonly UpstreamFacts[];
  /** The agent's own memory; `undefined`: it has none yet. */
  readonly memory: string | undefined;
  readonly isMemoryCommitted: boolean;
  readonly sources: Bundle["sources"];
  readonly definition: string | undefined;
}

/** Agents of the kaizen stack, in the order of a cycle. */
const stack = ["metrics", "coach", "optimization"];

/** Agents that run before this one in a cycle. */
export function defaultUpstream(agent: string): readonly string[] {
  return stack.slice(0, Math.max(0, stack.indexOf(agent)));
}
