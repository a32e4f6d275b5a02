import { explore } from "./search.fixture.ts";
const moves = Number(process.argv[2] ?? 2);
const runs = Number(process.argv[3] ?? 1);
const t = Date.now();
const r = await explore({ desires: ["a", "b"], moves, runs, listed: 2, flaws: {} });
console.log(r, (Date.now() - t) / 1000, Math.round(process.memoryUsage().heapUsed / 1e6));
