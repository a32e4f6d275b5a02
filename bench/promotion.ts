// What a backtest costs beside one evaluation: 90 days of hourly cycles over three repos and three steps, replayed under the present policy
// and under another one, beside `evaluate` of the same evidence by both exit profiles. Reading is part of neither.
//
//   npm run bench:promotion -- [days]       default 90
import { globSync, readFileSync } from "node:fs";
import {
  type BacktestInput,
  backtest,
  chainOf,
  evaluate,
  type PolicyHistory,
  resolveDesired,
} from "@coulomb-loop/cadence";
import { type OpsFileKind, readOpsRepo } from "@coulomb-loop/reconciler";
import type { Cadence, Evidence } from "@coulomb-loop/schemas";
import { analyses, history, start } from "./shared/history.ts";
import { median, seconds, tellMissed } from "./shared/measure.ts";

const days = Number(process.argv[2] ?? 90);
const [most, rounds] = [10, 15];
const loop = "kaizen-stack";

/** This project's own ops repo. */
const root = new URL("..", import.meta.url).pathname;
const file = (path: string, kind: OpsFileKind) => ({ path, kind, content: readFileSync(`${root}${path}`) });
const { documents } = readOpsRepo(
  {
    loopFolders: [`loops/${loop}`],
    files: [
      file("coulomb.yaml", "coulomb"),
      file(`loops/${loop}/roster.yaml`, "roster"),
      file(`loops/${loop}/cadence.yaml`, "cadence"),
      ...globSync("activity-definitions/*.md", { cwd: root }).map((path) => file(path, "definition")),
    ],
  },
  start,
);

/** The history under a policy that both profiles let leave the first phase. */
function under(evidence: Evidence, change: (policy: Cadence) => Cadence): PolicyHistory {
  const loops = documents.loops.map((each) => {
    if (each.cadence === undefined) throw new Error("the ops repo has a policy");
    const { value } = each.cadence;
    const exit = analyses.map(({ key }) => key);
    const [first, ...rest] = value.phases;
    const phases: Cadence["phases"] = [{ ...first, exit }, ...rest];
    return {
      ...each,
      cadence: { ...each.cadence, value: change({ ...value, phases, analyses: [...analyses] }) },
    };
  });
  const found = loops[0]?.cadence?.value.analyses ?? [];
  const phases = new Map([["bootstrap", { ...evidence, analyses: [...found] }]]);
  return { documents: { ...documents, loops }, phases };
}

// A slot fails about every third day. The other policy asks for two weeks in a row, so that no repo ever leaves and every instant is decided.
const evidence = history(days, 700);
const fortnight = 14 * 24;
const stricter = (policy: Cadence): Cadence => ({
  ...policy,
  analyses: (policy.analyses ?? []).map((each) => ({ ...each, consecutive_success_limit: fortnight })),
});
const input: BacktestInput = {
  loop,
  chain: chainOf([], []),
  repos: resolveDesired(documents, start).filter((repo) => repo.loop === loop),
  present: under(evidence, (policy) => policy),
  tried: under(evidence, stricter),
  span: { from: start, to: Date.parse(evidence.as_of) },
};
const { totals } = backtest(input);
if (totals.present.promotions === 0 || totals.tried.promotions > 0)
  throw new Error(`the replay is not what it is made to be: ${JSON.stringify(totals)}`);
console.log(
  `Node ${process.versions.node}, ${days} days: ${evidence.slots.length} slots, ${evidence.events.length} events, ${evidence.records.length} records; ${totals.present.promotions} promoted by the present policy, ${totals.tried.promotions} by the other`,
);
const once = await median(async () => evaluate(evidence), rounds);
const whole = await median(async () => backtest(input), rounds);
const ratio = whole / once;
console.table([
  {
    what: `evaluate by ${evidence.analyses.length} analyses`,
    time: seconds(once),
    "times one evaluation": 1,
    target: "",
  },
  {
    what: "backtest of two policies",
    time: seconds(whole),
    "times one evaluation": Number(ratio.toFixed(2)),
    target: `<= ${most}`,
  },
]);
tellMissed(ratio > most ? [`a backtest takes ${ratio.toFixed(2)} times as long as one evaluation`] : []);
