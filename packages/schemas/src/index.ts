export { CoulombError } from "./coulomb-error.ts";
export type { Finding, Path, Severity } from "./finding.ts";
export { compareFindings, fromPointer, hasErrors, toPointer } from "./finding.ts";
export { didYouMean, nearest } from "./suggest.ts";
export type { Validation, Validator } from "./validator.ts";
