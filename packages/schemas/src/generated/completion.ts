// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb completion <shell> --json`.
 */
export interface CompletionReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "completion"
/**
 * The shell that reads the script.
 */
shell: ("bash" | "zsh" | "fish")
/**
 * The script, whole.
 */
script: string
}
