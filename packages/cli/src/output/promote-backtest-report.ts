import type {
  BacktestResult,
  BacktestTotals as Totals,
  LastBreak,
  RealEnd,
  ReplayedStay,
  Stay,
  StayOutcome,
} from "@coulomb-loop/cadence";
import type {
  BacktestOutcome,
  BacktestStay,
  BacktestTotals,
  PromoteBacktestReport,
} from "@coulomb-loop/schemas";

/** What a backtest was asked for. */
export interface BacktestFrame {
  readonly loop: string;
  /** Epoch milliseconds. */
  readonly span: { readonly from: number; readonly to: number };
  /** File of the policy that was tried. */
  readonly policy: string;
  /** Whether there was a hub to read. */
  readonly hub: boolean;
}

/** What a backtest found, as JSON tells it. */
export function backtestReport(result: BacktestResult, frame: BacktestFrame): PromoteBacktestReport {
  const { totals, short, phases, stays } = result;
  return {
    format_version: "1.0",
    kind: "promote-backtest",
    loop: frame.loop,
    policy: frame.policy,
    since: text(frame.span.from),
    as_of: text(frame.span.to),
    hub: frame.hub ? "read" : "empty",
    phases: phases.map(({ name, of }) => ({ name, in: of })),
    stays: stays.map(stayReport),
    totals: {
      tried: totalsReport(totals.tried),
      present: totalsReport(totals.present),
      happened: totalsReport(totals.happened),
    },
    difference: {
      to_present: difference(totals.tried, totals.present),
      to_happened: difference(totals.tried, totals.happened),
    },
    short_histories: short.map(({ repo, begins }) => ({
      repo,
      ...(begins === undefined ? {} : { begins: text(begins) }),
    })),
    not_replayed: ["people", "definitions", "schedules", "sync", "suspension", "roster"],
  };
}

function text(instant: number): string {
  return new Date(instant).toISOString();
}

function stayReport({ stay, tried, present, happened }: ReplayedStay): BacktestStay {
  return {
    repo: stay.repo.id,
    phase: stay.phase,
    ...beganReport(stay),
    tried: outcomeReport(tried),
    present: outcomeReport(present),
    ...(happened === undefined ? {} : { happened: happenedReport(happened) }),
  };
}

function beganReport({ began, from }: Stay): Pick<BacktestStay, "began"> {
  if (began?.direction !== "promote" && began?.direction !== "demote") return {};
  return { began: { at: text(from), record: began.id, direction: began.direction } };
}

function happenedReport({ kind, at, to, waited, record }: RealEnd): NonNullable<BacktestStay["happened"]> {
  return { kind, at: text(at), to, cycles: waited, record: record.id };
}

function outcomeReport(outcome: StayOutcome): BacktestOutcome {
  if (outcome.kind === "no_phase") return { kind: "no_phase" };
  const { at, waited: cycles } = outcome;
  const common = { at: text(at), cycles };
  switch (outcome.kind) {
    case "promoted": {
      const { to, after } = outcome;
      const { looked = 0, failures = 0, inconclusive = 0 } = after ?? {};
      return {
        kind: "promoted",
        ...common,
        to,
        ...breakReport(outcome.brokenBy),
        ...(after === undefined ? {} : { after: { cycles: looked, failure: failures, inconclusive } }),
      };
    }
    case "demoted":
      return { kind: "demoted", ...common, to: outcome.to, reason: outcome.reason };
    case "stayed": {
      const waits = outcome.waits.flatMap(({ key, result, description }) =>
        result === "success" ? [] : [{ key, result, description }],
      );
      const ready = outcome.readyAt === undefined ? {} : { ready_at: text(outcome.readyAt) };
      return { kind: "stayed", ...common, ...breakReport(outcome.brokenBy), ...ready, waits };
    }
  }
}

function breakReport(broken: LastBreak | undefined): Pick<BacktestOutcome, "broken_by"> {
  if (broken === undefined) return {};
  const { analysis, cycle, slot, message } = broken;
  return { broken_by: { analysis, cycle, ...(slot === undefined ? {} : { slot }), message } };
}

function totalsReport({ promotions, demotions, medianWaited }: Totals): BacktestTotals {
  return {
    promotions,
    demotions,
    ...(medianWaited === undefined ? {} : { median_cycles: medianWaited }),
  };
}

function difference(a: Totals, b: Totals): PromoteBacktestReport["difference"]["to_present"] {
  const both = a.medianWaited !== undefined && b.medianWaited !== undefined;
  return {
    promotions: a.promotions - b.promotions,
    demotions: a.demotions - b.demotions,
    ...(both ? { median_cycles: (a.medianWaited ?? 0) - (b.medianWaited ?? 0) } : {}),
  };
}
