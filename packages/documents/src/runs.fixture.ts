import * as fc from "fast-check";

/** Documents per property in every run. */
export const RUNS = 2000;

/**
 * Documents per property of the slow tests: 50,000 in a nightly run, which draws anew. With COULOMB_PROPERTY_SEED set,
 * as for a commit, the same few thousand are drawn each time, and more of them would say nothing new.
 */
export const NIGHTLY_RUNS = process.env.COULOMB_PROPERTY_SEED === undefined ? 50_000 : 4000;

/** What broke a property, with the seed that brings it back; `undefined` when it holds. */
export function failureOf<T>(property: fc.IProperty<T>, runs = RUNS): string | undefined {
  return fc.defaultReportMessage(fc.check(property, { numRuns: runs }));
}
