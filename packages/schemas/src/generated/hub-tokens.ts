// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb hub token list --json`.
 */
export interface HubTokensReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "hub-tokens"
/**
 * Tokens, oldest first.
 * 
 * Items: A token.
 */
tokens: {
/**
 * Its id.
 */
id: string
/**
 * The actor in the history.
 */
name: string
/**
 * What it may do.
 * 
 * Items: A scope.
 */
scopes: string[]
/**
 * Only this repo.
 */
repo?: string
/**
 * When it was made.
 */
created_at: string
/**
 * When it was revoked.
 */
revoked_at?: string
}[]
}
