// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * First line of `coulomb hub serve --json`, when it listens.
 */
export interface HubServeReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "hub-serve"
/**
 * Base address.
 */
url: string
}
