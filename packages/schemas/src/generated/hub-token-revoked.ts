// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb hub token revoke --json`.
 */
export interface HubTokenRevokedReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "hub-token-revoked"
/**
 * Id of the token.
 */
id: string
}
