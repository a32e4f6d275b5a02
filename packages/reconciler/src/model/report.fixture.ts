import type { Explored } from "./search.fixture.ts";

/** Prints what a search went through, and how a claim fails where it does; for the log of CI. */
export function report(
  name: string,
  { states, transitions, quiet, steps, plans, failure }: Explored,
  ms: number,
): void {
  const size = `${states} states, ${transitions} transitions, ${quiet} without a run`;
  const real = `${steps} steps of settleProposal, ${plans} plans`;
  const lines = [`model: ${name}: ${size}; ${real}; ${(ms / 1000).toFixed(1)} s`];
  if (failure !== undefined) {
    lines.push(`  counterexample to ${failure.claim}`);
    lines.push(...failure.trace.map((move, index) => `  ${String(index).padStart(3)} ${move}`));
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}
