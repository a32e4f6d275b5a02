// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * A line of text for people.
 */
export type Text = string
/**
 * RFC 3339 instant in UTC.
 */
export type Instant = string

/**
 * loops/<loop>/decisions/*.yaml: one decision. An accepted one is never changed, only superseded.
 */
export interface Decision {
/**
 * Version of this format. A reader refuses a newer major.
 */
schema_version: "decision/v1"
/**
 * Decision id: the start of the file's name.
 */
id: string
question: Text
/**
 * What could be chosen.
 * 
 * @minItems 1
 * 
 * Items: An option.
 */
options: [{
/**
 * Short name.
 */
key: string
summary: Text
/**
 * What follows from it.
 */
consequences?: Text[]
}, ...({
/**
 * Short name.
 */
key: string
summary: Text
/**
 * What follows from it.
 */
consequences?: Text[]
})[]]
/**
 * Key of the chosen option.
 */
chosen?: string
/**
 * Where it stands.
 */
status: ("proposed" | "accepted" | "rejected" | "superseded")
/**
 * Why.
 */
rationale?: string
/**
 * Who decided.
 */
decided_by?: string
decided_at?: Instant
/**
 * What it rests on.
 */
evidence?: Text[]
/**
 * Decision it replaces.
 */
supersedes?: string
}
