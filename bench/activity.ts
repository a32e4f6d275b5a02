// The runtime of activities beside what one would write first. The planner: all firings of a week of 10,000 schedules,
// beside croner, an implementation of somebody else; both read the crons before. The ledger: slots expected and claimed in
// batches, beside a request for each.
//
//   npm run bench:activity -- [schedules] [slots]        default 10000 and 3000
import { benchClaims } from "./shared/claims.ts";
import { benchPlanner } from "./shared/planner.ts";
import { tellMissed } from "./shared/measure.ts";

const schedules = Number(process.argv[2] ?? 10_000);
const slots = Number(process.argv[3] ?? 3_000);
console.log(`Node ${process.versions.node}, ${schedules} schedules, ${slots} slots`);
tellMissed([...(await benchPlanner(schedules)), ...(await benchClaims(slots))]);
