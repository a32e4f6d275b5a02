import { versions } from "node:process";
import { readLedger } from "@coulomb-loop/activity";
import {
  backtest,
  chainOfLoop,
  type LedgerFacts,
  loopName,
  type OpsDocuments,
  policyHistory,
  policyOfLoop,
  resolveDesired,
  windowEnd,
  withPolicy,
} from "@coulomb-loop/cadence";
import { CoulombError } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { ledgerOrNone, type OpenLedger } from "../open-activity.ts";
import type { HubOptions } from "../open-hub.ts";
import { backtestLines } from "../output/promote-backtest.ts";
import { backtestReport } from "../output/promote-backtest-report.ts";
import type { Terminal } from "../terminal.ts";
import { readTriedPolicy } from "../tried-policy.ts";
import { readSound } from "../workspace.ts";
import { oneOf } from "./one-of.ts";

interface Options extends CommonOptions, HubOptions {
  readonly policy: string;
  readonly since?: (now: number) => number;
  readonly loop?: string;
}

const usual = 90 * 86_400_000;

/**
 * `coulomb promote backtest`: replays the ledger under another policy, beside the present one and what the records say. Reads files, records and
 * hub, as `coulomb evidence` does; no forge, and writes nothing. Ends with 0 whatever it finds.
 */
export async function promoteBacktest(invocation: Invocation, options: Options): Promise<void> {
  const { io, terminal } = invocation;
  const workspace = readSound(io, terminal, options.ops);
  const { documents } = workspace.ops;
  if (options.loop !== undefined) oneOf("loop", options.loop, documents.loops.map(loopName));
  const policy = readTriedPolicy(invocation, workspace, options.policy, options.loop);
  const opened = await ledgerOrNone(io, workspace, options);
  try {
    const now = opened === undefined ? io.now() : Date.parse((await opened.hub.meta()).now);
    const span = { from: options.since?.(now) ?? now - usual, to: now };
    checkSpan(span);
    const { loop } = policy;
    const other = withPolicy(documents, loop, policy.cadence);
    const ledger = await readWhole(terminal, opened, { loop, ...span, of: [documents, other] });
    const chain = chainOfLoop(documents, loop);
    const repos = resolveDesired(documents, now).filter((repo) => repo.loop === loop);
    const shared = { loop, chain, ledger, repos, span, tzdata: versions.tz ?? "unknown" };
    const result = backtest({
      loop,
      chain,
      repos,
      span,
      present: policyHistory({ ...shared, documents }),
      tried: policyHistory({ ...shared, documents: other }),
    });
    const report = backtestReport(result, { loop, span, policy: policy.file, hub: opened !== undefined });
    if (opened === undefined)
      terminal.note(
        "There is no state hub yet, so nothing is known. Make one with coulomb hub register, and call coulomb activity tick.",
      );
    if (options.json === true) return terminal.data(JSON.stringify(report, null, 2));
    const zone = policyOfLoop({ documents, loop })?.timezone ?? "UTC";
    for (const line of backtestLines(report, zone, terminal.paint)) terminal.data(line);
  } finally {
    await opened?.close();
  }
}

function checkSpan({ from, to }: { readonly from: number; readonly to: number }): void {
  if (from < to) return;
  throw new CoulombError("usage", "--since is not before now: there is nothing to replay", {
    hint: `name an instant before ${new Date(to).toISOString()}, the clock of the hub, or a duration such as P30D`,
  });
}

interface Wish {
  readonly loop: string;
  readonly from: number;
  readonly to: number;
  /** The ops repo with each policy. */
  readonly of: readonly OpsDocuments[];
}

/** The ledger of all phases: what runs now has slots that are due later. */
async function readWhole(
  { progress }: Terminal,
  opened: OpenLedger | undefined,
  { loop, from, to, of }: Wish,
): Promise<LedgerFacts> {
  if (opened === undefined) return { slots: [], events: [], records: [] };
  const ends = of.flatMap((documents) =>
    (policyOfLoop({ documents, loop })?.phases ?? []).map(({ name }) => windowEnd(documents, loop, name, to)),
  );
  const shown = progress("Reading the ledger", 3);
  try {
    return await readLedger({
      ledger: opened.ledger,
      loop,
      from,
      to: Math.max(to, ...ends),
      asOf: to,
      onRead: (part) => shown.step(part),
    });
  } finally {
    shown.done();
  }
}
