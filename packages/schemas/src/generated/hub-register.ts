// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb hub register --json`.
 */
export interface HubRegisterReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "hub-register"
/**
 * What is to be there, in the order it was made.
 * 
 * Items: A resource.
 */
resources: {
/**
 * Kind.
 */
kind: ("domains" | "topics" | "repos" | "workstreams")
/**
 * Key.
 */
key: string
/**
 * What became of it.
 */
result: ("created" | "there" | "refused")
/**
 * Id on the hub.
 */
id?: string
/**
 * Why it is refused.
 */
message?: string
}[]
}
