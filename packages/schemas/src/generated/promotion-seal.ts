// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Id of a promotion record; the file's name.
 */
export type RecordId = string
/**
 * Key of a repo: forge, owner and name.
 */
export type RepoKey = string

/**
 * loops/<loop>/promotions/<id>.seal.yaml: what became of a promotion record, once its targets' schedules are settled.
 */
export interface PromotionSeal {
/**
 * Version of this format. A reader refuses a newer major.
 */
schema_version: "promotion-seal/v1"
record: RecordId
/**
 * Digest of the canonical record.
 */
record_digest: string
/**
 * Commit that brought the record to the base branch.
 */
merge_commit: string
/**
 * Head of the proposal that was merged; absent where it came past every proposal.
 */
head?: string
/**
 * Who merged it: the installation, a login, or the author that a commit past every proposal names.
 */
merged_by: string
/**
 * When the seal was written.
 */
sealed_at: string
/**
 * Responses that counted, by time and user.
 * 
 * @maxItems 500
 */
responses: Response[]
/**
 * What became of each target's schedule, by repo.
 * 
 * @maxItems 10000
 * 
 * Items: A target.
 */
targets: {
repo: RepoKey
/**
 * in_sync: its schedule is as desired. declined: its people refused. gone: it left the roster. waiting: not settled yet, of an external record, which is sealed at once.
 */
state: ("in_sync" | "declined" | "gone" | "waiting")
}[]
/**
 * merged: with every gate met. external: by hand, or with a gate unmet; its targets are held.
 */
result: ("merged" | "external")
}
/**
 * What a person answered, and for what.
 */
export interface Response {
/**
 * User of coulomb.yaml.
 */
user: string
/**
 * Login on the forge it was given on; on plain git the name of its ref.
 */
login?: string
/**
 * What.
 */
action: ("approve" | "reject")
/**
 * When.
 */
time: string
/**
 * Their words, perhaps none.
 */
message: string
/**
 * Head it was given for.
 */
head: string
/**
 * Who proves whose it is: a signature, the forge, or nobody.
 */
proof?: ("signature" | "forge" | "unsigned")
/**
 * Plain git: the text that was signed.
 */
statement?: string
/**
 * Plain git: the signed bytes of the tag, in base64.
 */
payload?: string
/**
 * Plain git: the SSH signature.
 */
signature?: string
/**
 * Plain git: the public key that it verified with.
 */
key?: string
}
