// The runtime of activities beside what one would write first. The planner: all firings of a week of 10,000 schedules,
// beside croner, an implementation of somebody else; both read the crons before.
//
//   npm run bench:activity -- [schedules]        default 10000
import { benchPlanner } from "./shared/planner.ts";
import { tellMissed } from "./shared/measure.ts";

const schedules = Number(process.argv[2] ?? 10_000);
console.log(`Node ${process.versions.node}, ${schedules} schedules`);
tellMissed([...(await benchPlanner(schedules))]);
