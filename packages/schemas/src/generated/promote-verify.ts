// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb promote verify --json`.
 */
export interface PromoteVerifyReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "promote-verify"
/**
 * Commit that was verified.
 */
commit: string
/**
 * Loops, by name.
 */
loops: VerifiedLoop[]
}
/**
 * A loop.
 */
export interface VerifiedLoop {
/**
 * Its name.
 */
loop: string
/**
 * Its records, in the order of the chain.
 */
records: VerifiedRecord[]
/**
 * What is wrong with them, by file and line.
 */
findings: Finding[]
}
/**
 * A record.
 */
export interface VerifiedRecord {
/**
 * Its id.
 */
id: string
/**
 * What it does.
 */
direction: ("promote" | "demote" | "hold" | "release")
/**
 * Whether it has a seal. Holds and releases never have one.
 */
state: ("sealed" | "unsealed")
/**
 * What its seal says: merged with every gate met, or external.
 */
result?: ("merged" | "external")
/**
 * Approvals that count, by time.
 */
approvals: VerifiedApproval[]
}
/**
 * An approval that counts.
 */
export interface VerifiedApproval {
/**
 * User of coulomb.yaml.
 */
user: string
/**
 * signature: by a key of that person, verified here. forge: claimed by the forge. unsigned: nobody proves it, and the policy allows that.
 */
proof: ("signature" | "forge" | "unsigned")
}
/**
 * A finding.
 */
export interface Finding {
/**
 * Rule, documented in docs/errors.md.
 */
code: string
/**
 * How bad.
 */
severity: ("error" | "warning" | "info")
/**
 * What is wrong.
 */
message: string
/**
 * What to do next.
 */
hint?: string
/**
 * File, relative to the ops repo.
 */
file?: string
/**
 * Line, from 1.
 */
line?: number
/**
 * Column, from 1, in UTF-16 units.
 */
column?: number
/**
 * Place inside the document, RFC 6901.
 */
pointer?: string
}
