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
 * Whether a first plan could be made.
 */
planned: boolean
}
