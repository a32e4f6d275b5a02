// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb kaizen schedule init --json` and `coulomb kaizen memory init --json`.
 */
export interface KaizenScaffoldReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "kaizen-scaffold"
/**
 * Folder of the repo.
 */
repo: string
/**
 * What was looked at, in order.
 */
paths: Path[]
}
/**
 * A file.
 */
export interface Path {
/**
 * From the root of the repo.
 */
path: string
/**
 * Whether it was made, got a line more, or was there as it should be.
 */
state: ("created" | "extended" | "kept")
}
