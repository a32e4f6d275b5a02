// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb init --json`.
 */
export interface InitReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "init"
/**
 * Where the ops repo is.
 */
folder: string
/**
 * Files that were written, relative to the folder.
 * 
 * Items: A path.
 */
written: string[]
/**
 * Files that were there and stay.
 * 
 * Items: A path.
 */
kept: string[]
/**
 * Whether a whole first plan could be made; false also where none was asked for.
 */
planned: boolean
/**
 * Why no whole first plan could be made; absent: it could, or none was asked for.
 */
problem?: {
/**
 * Code of the error; absent: a plan was made, and some repos of it could not be read.
 */
code?: string
/**
 * What is wrong, for people.
 */
message: string
/**
 * What to do about it.
 */
hint?: string
}
}
