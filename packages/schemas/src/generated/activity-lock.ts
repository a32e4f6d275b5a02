// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string

/**
 * activity-definitions/.lock.json: the digests of the definitions that were compiled. What is not in it, or differs, is not fired.
 */
export interface ActivityLock {
/**
 * Version of this format. A reader refuses a newer major.
 */
schema_version: "activity-lock/v1"
/**
 * By id of the definition, ascending.
 */
definitions: {
/**
 * A definition.
 * 
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[a-z0-9]+(?:[-_][a-z0-9]+)*$".
 */
[k: string]: {
/**
 * Definition digest: the frontmatter without `enabled` and `enable_gate.proof`, and the body.
 */
digest: string
/**
 * Supplier's template it was tuned from, as pinned.
 */
based_on?: {
supplier: Slug
template: Slug
/**
 * Version of the supplier's repo.
 */
ref?: string
}
}
}
}
