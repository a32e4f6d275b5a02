// The error and the suggestion alone, for what must start fast: the index loads every contract.
export { CoulombError } from "./coulomb-error.ts";
export { didYouMean } from "./suggest.ts";
