// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb activity export … --json`.
 */
export interface ActivityExportReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "activity-export"
/**
 * What it is for.
 */
target: ("github-actions" | "kubernetes")
/**
 * Minutes between ticks.
 */
every: number
/**
 * The file, as YAML.
 */
text: string
}
