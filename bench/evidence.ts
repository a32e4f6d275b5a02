// What it costs to judge a phase beside what it costs to read its evidence: `evaluate` of 90 days of hourly cycles over three
// repos and three steps, by both exit profiles, beside `JSON.parse` of the same evidence.json. Reading is not part of ours.
//
//   npm run bench:evidence -- [days]        default 90
import { evaluate } from "@coulomb-loop/cadence";
import { validateEvidence } from "@coulomb-loop/schemas";
import { history } from "./shared/history.ts";
import { median, seconds, tellMissed } from "./shared/measure.ts";

const days = Number(process.argv[2] ?? 90);
const most = 3;

const json = JSON.stringify(history(days));
const checked = validateEvidence(JSON.parse(json));
if (!checked.ok)
  throw new Error(`the evidence is not valid: ${JSON.stringify(checked.findings.slice(0, 3))}`);
const evidence = checked.value;
const results = evaluate(evidence);
for (const { analysis, result, streak } of results) {
  if (result !== "success" || streak.length !== days * 24)
    throw new Error(`${analysis.key}: ${result} after ${streak.length} of ${days * 24} cycles`);
}
const { slots, events, records } = evidence;
console.log(
  `Node ${process.versions.node}, ${days} days: ${slots.length} slots, ${events.length} events, ${records.length} records, ${(json.length / 2 ** 20).toFixed(1)} MiB`,
);
const rounds = 15;
const read = await median(async () => JSON.parse(json), rounds);
const judged = await median(async () => evaluate(evidence), rounds);
const ratio = judged / read;
console.table([
  { what: "JSON.parse of evidence.json", time: seconds(read), "times reading": 1, target: "" },
  {
    what: `evaluate by ${results.length} analyses`,
    time: seconds(judged),
    "times reading": Number(ratio.toFixed(2)),
    target: `<= ${most}`,
  },
]);
tellMissed(ratio > most ? [`evaluate takes ${ratio.toFixed(2)} times as long as JSON.parse`] : []);
