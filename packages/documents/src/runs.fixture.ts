import * as fc from "fast-check";

/** Documents per property; nightly runs ask for more. */
export const RUNS = Number(process.env.COULOMB_PROPERTY_RUNS ?? 2000);

/** What broke a property, with the seed that brings it back; `undefined` when it holds. */
export function failureOf<T>(property: fc.IProperty<T>, runs = RUNS): string | undefined {
  return fc.defaultReportMessage(fc.check(property, { numRuns: runs }));
}
