// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Status of a task.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "task_status".
 */
export type TaskStatus = ("todo" | "in_progress" | "blocked" | "done" | "cancelled")
/**
 * A line of text for people.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "text".
 */
export type Text = string
/**
 * Priority of a task.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "priority".
 */
export type Priority = ("low" | "medium" | "high" | "critical")
/**
 * Revision of a resource, from 1; its ETag is the same number in quotes.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "rev".
 */
export type Rev = number
/**
 * Place in the feed of changes.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "seq".
 */
export type Seq = number
/**
 * Kind of a resource.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "kind".
 */
export type Kind = ("domains" | "topics" | "repos" | "workstreams" | "tasks" | "decisions" | "links" | "conflicts" | "events")
/**
 * Name of a resource among its kind; never changes. It may contain '/'.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "key".
 */
export type Key = string
/**
 * A UUID.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "uuid".
 */
export type Uuid = string
/**
 * Key of a repo: forge, owner and name.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "repo_key".
 */
export type RepoKey = string
/**
 * RFC 3339 instant in UTC.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "instant".
 */
export type Instant = string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slug".
 */
export type Slug = string
/**
 * A field that the files and the hub both hold.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "task_field".
 */
export type TaskField = ("status" | "title" | "priority")
/**
 * Calendar day.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "date".
 */
export type Date = string
/**
 * Where a decision stands.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "decision_status".
 */
export type DecisionStatus = ("proposed" | "accepted" | "rejected" | "superseded")
/**
 * SHA-256 in lower-case hex.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "digest".
 */
export type Digest = string
/**
 * Id of a slot: loop, activity, repo and due instant.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_key".
 */
export type SlotKey = string
/**
 * Text for people.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "long_text".
 */
export type LongText = string
/**
 * Status of a workstream, as of its workplan.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "workstream_status".
 */
export type WorkstreamStatus = ("draft" | "active" | "paused" | "done" | "cancelled")
/**
 * What a token may do: admin may do everything, write and sync may read too.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "scope".
 */
export type Scope = ("read" | "write" | "sync" | "admin")
/**
 * open: to be dispatched. dispatched: it has its task. settled: nothing is left to do.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_state".
 */
export type SlotState = ("open" | "dispatched" | "settled")
/**
 * What happened to a slot. Only dispatched, settled and released need its claim.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_event_type".
 */
export type SlotEventType = ("dispatched" | "settled" | "released" | "prepared" | "opted_out" | "not_in_sync" | "unreadable" | "config_changed" | "skipped" | "intervention" | "note")
/**
 * Something that happened to a slot.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_event_request".
 */
export type SlotEventRequest = ({
/**
 * The client's own id of it, once for a slot: a repetition is not a second event.
 */
id: string
/**
 * What happened.
 */
type: ("dispatched" | "settled")
/**
 * A UUID.
 */
claim: string
/**
 * More, by name.
 */
data?: {
/**
 * A value.
 */
[k: string]: string | number | boolean | null
}
} | {
/**
 * The client's own id of it, once for a slot: a repetition is not a second event.
 */
id: string
/**
 * What happened.
 */
type: "released"
/**
 * A UUID.
 */
claim: string
/**
 * RFC 3339 instant in UTC.
 */
not_before?: string
/**
 * More, by name.
 */
data?: {
/**
 * A value.
 */
[k: string]: string | number | boolean | null
}
} | {
/**
 * The client's own id of it, once for a slot: a repetition is not a second event.
 */
id: string
/**
 * What happened.
 */
type: ("prepared" | "opted_out" | "not_in_sync" | "unreadable" | "config_changed" | "skipped" | "intervention" | "note")
/**
 * More, by name.
 */
data?: {
/**
 * A value.
 */
[k: string]: string | number | boolean | null
}
})
/**
 * One line of a snapshot: the head, one resource, or the end.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "snapshot_line".
 */
export type SnapshotLine = ({
/**
 * Which.
 */
line: "head"
hub_id: Uuid
/**
 * Place in the feed of changes.
 */
seq: number
repo?: RepoKey
} | {
/**
 * Which.
 */
line: "resource"
kind: Kind
/**
 * A tombstone, with what it had.
 */
deleted?: true
/**
 * The resource, as its kind has it.
 */
resource: {
[k: string]: unknown
}
} | {
/**
 * Which.
 */
line: "end"
/**
 * Resources.
 */
count: number
})
/**
 * One write of a sync, whole or not at all.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "sync_item".
 */
export type SyncItem = ({
/**
 * Which.
 */
do: "create"
key: Key
/**
 * A UUID.
 */
id?: string
workstream: Key
/**
 * Its values.
 */
values: {
status: TaskStatus
title: Text
priority?: Priority
}
} | {
/**
 * Which.
 */
do: "task"
id: Uuid
/**
 * Revision of a resource, from 1; its ETag is the same number in quotes.
 */
rev: number
/**
 * The revision of the link that was read; null: there is none.
 */
link_rev: (number | null)
/**
 * New values; null takes one away.
 */
set?: {
status?: TaskStatus
title?: Text
/**
 * A value, or null to take it away.
 */
priority?: (Priority | null)
}
base: Base
base_revs: BaseRevs
/**
 * It is gone from the files.
 */
orphaned?: boolean
/**
 * Conflicts to record with it.
 * 
 * @maxItems 3
 */
conflicts?: []|[SyncConflict]|[SyncConflict, SyncConflict]|[SyncConflict, SyncConflict, SyncConflict]
} | {
/**
 * Which.
 */
do: "workstream"
key: Key
/**
 * A UUID.
 */
id?: string
/**
 * The revision that was read; null: there is none.
 */
rev: (number | null)
/**
 * Its values.
 */
values: {
/**
 * A line of text for people.
 */
title: string
status: WorkstreamStatus
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
domain?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
topic?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
owner?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
supplier?: string
/**
 * Day it was written.
 */
created?: string
/**
 * Day of its last change.
 */
updated?: string
/**
 * Keys of workstreams that come first.
 * 
 * @maxItems 100
 */
depends_on?: Key[]
}
} | {
/**
 * Which.
 */
do: "decision"
key: Key
/**
 * The revision that was read; null: there is none.
 */
rev: (number | null)
/**
 * Its values.
 */
values: {
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
loop: string
/**
 * Its id in the loop, such as DEC-001; of a promotion that of its record.
 */
id_in_loop: string
/**
 * A line of text for people.
 */
question: string
/**
 * What could be chosen.
 * 
 * @minItems 1
 * @maxItems 50
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
 * 
 * @maxItems 100
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
 * 
 * @maxItems 100
 */
consequences?: Text[]
})[]]
/**
 * Key of the chosen option.
 */
chosen?: string
status: DecisionStatus
/**
 * Why.
 */
rationale?: string
/**
 * A line of text for people.
 */
decided_by?: string
decided_at?: Instant
/**
 * What it rests on.
 * 
 * @maxItems 500
 */
evidence?: Text[]
/**
 * Decision it replaces.
 */
supersedes?: string
}
})

/**
 * Bodies of the state hub's API: what each request takes and each answer holds. The document of the API (openapi.json) is made from it and from the table of routes.
 */
export interface Hub {
[k: string]: unknown
}
/**
 * What both sides were last seen to agree on.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "base".
 */
export interface Base {
status?: TaskStatus
title?: Text
priority?: Priority
}
/**
 * The field revisions under which the hub held the base.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "base_revs".
 */
export interface BaseRevs {
status?: Rev
title?: Rev
priority?: Rev
}
/**
 * One change of a resource, in the order of commits.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "change".
 */
export interface Change {
seq: Seq
kind: Kind
key: Key
id: Uuid
rev: Rev
/**
 * By field, what it was and what it became; absent where there was, or is, none.
 */
changed: {
/**
 * One field.
 */
[k: string]: {
/**
 * A value; absent: none.
 */
from?: (string | number | boolean | {

} | unknown[] | null)
/**
 * A value; absent: none.
 */
to?: (string | number | boolean | {

} | unknown[] | null)
}
}
/**
 * It was deleted.
 */
deleted?: true
/**
 * Who: the token's name.
 */
actor: string
/**
 * Why.
 */
cause?: string
repo?: RepoKey
at: Instant
}
/**
 * A stretch of the feed.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "changes".
 */
export interface Changes {
/**
 * A UUID.
 */
hub_id: string
/**
 * Changes, in order.
 */
changes: Change[]
/**
 * Place in the feed of changes.
 */
next_since: number
/**
 * Place in the feed of changes.
 */
head_seq: number
}
/**
 * Who holds it, and until when; the hub's own.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "claim".
 */
export interface Claim {
/**
 * A UUID.
 */
id: string
/**
 * The token's name.
 */
by: string
/**
 * RFC 3339 instant in UTC.
 */
expires_at: string
}
/**
 * Asks for one free, unblocked task.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "claim_request".
 */
export interface ClaimRequest {
/**
 * Key of a repo: forge, owner and name.
 */
repo?: string
/**
 * Name of a resource among its kind; never changes. It may contain '/'.
 */
workstream?: string
/**
 * Only with all these labels.
 * 
 * @maxItems 50
 */
labels?: Slug[]
/**
 * Seconds for which the claim holds; default 900.
 */
lease_s?: number
}
/**
 * A value that files and hub both changed.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "conflict".
 */
export interface Conflict {
/**
 * A UUID.
 */
id: string
key: Key
rev: Rev
field_revs: FieldRevs
created_at: Instant
updated_at: Instant
repo: RepoKey
/**
 * Name of a resource among its kind; never changes. It may contain '/'.
 */
task: string
/**
 * A UUID.
 */
task_id: string
field: TaskField
/**
 * The value before; null: none.
 */
base?: (string | null)
/**
 * The value of the files.
 */
local: {
/**
 * The value there; null: none.
 */
value: (string | null)
/**
 * commit:<oid> or rev:<n>: which version of the value it is.
 */
version: string
}
/**
 * The value of the hub.
 */
remote: {
/**
 * The value there; null: none.
 */
value: (string | null)
/**
 * commit:<oid> or rev:<n>: which version of the value it is.
 */
version: string
}
/**
 * The side that lost; null while a person has to say.
 */
loser: ("local" | "remote" | null)
/**
 * Whether a person has to say.
 */
state: ("open" | "resolved")
/**
 * What a person said.
 */
resolution?: {
/**
 * The token's name.
 */
by: string
/**
 * What was kept.
 */
keep: ("local" | "remote" | "value")
/**
 * The value that was set instead of both.
 */
value?: string
/**
 * A line of text for people.
 */
reason: string
at: Instant
}
}
/**
 * The revision that last changed each field, by its name.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "field_revs".
 */
export interface FieldRevs {
[k: string]: Rev
}
/**
 * One page, ascending by key.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "conflict_page".
 */
export interface ConflictPage {
/**
 * Conflicts.
 */
items: Conflict[]
/**
 * Cursor of the next page; absent on the last.
 */
next?: string
}
/**
 * A decision of a loop.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "decision".
 */
export interface Decision {
/**
 * A UUID.
 */
id: string
key: Key
rev: Rev
field_revs: FieldRevs
created_at: Instant
updated_at: Instant
/**
 * Key of a repo: forge, owner and name.
 */
repo: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
loop: string
/**
 * Its id in the loop, such as DEC-001; of a promotion that of its record.
 */
id_in_loop: string
/**
 * A line of text for people.
 */
question: string
/**
 * What could be chosen.
 * 
 * @minItems 1
 * @maxItems 50
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
 * 
 * @maxItems 100
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
 * 
 * @maxItems 100
 */
consequences?: Text[]
})[]]
/**
 * Key of the chosen option.
 */
chosen?: string
status: DecisionStatus
/**
 * Why.
 */
rationale?: string
/**
 * A line of text for people.
 */
decided_by?: string
decided_at?: Instant
/**
 * What it rests on.
 * 
 * @maxItems 500
 */
evidence?: Text[]
/**
 * Decision it replaces.
 */
supersedes?: string
}
/**
 * One page, ascending by key.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "decision_page".
 */
export interface DecisionPage {
/**
 * Resources.
 */
items: Decision[]
/**
 * Cursor of the next page; absent on the last.
 */
next?: string
}
/**
 * Merge patch (RFC 7396) of a decision: null takes a field away.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "decision_patch".
 */
export interface DecisionPatch {
/**
 * Key of a repo: forge, owner and name.
 */
repo?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
loop?: string
/**
 * Its id in the loop, such as DEC-001; of a promotion that of its record.
 */
id_in_loop?: string
/**
 * A line of text for people.
 */
question?: string
/**
 * What could be chosen.
 * 
 * @minItems 1
 * @maxItems 50
 * 
 * Items: An option.
 */
options?: [{
/**
 * Short name.
 */
key: string
summary: Text
/**
 * What follows from it.
 * 
 * @maxItems 100
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
 * 
 * @maxItems 100
 */
consequences?: Text[]
})[]]
/**
 * Key of the chosen option.
 */
chosen?: (string | null)
status?: DecisionStatus
/**
 * Why.
 */
rationale?: (string | null)
/**
 * Who decided.
 */
decided_by?: (Text | null)
/**
 * A value, or null to take it away.
 */
decided_at?: (Instant | null)
/**
 * What it rests on.
 * 
 * @maxItems 500
 */
evidence?: (Text[] | null)
/**
 * Decision it replaces.
 */
supersedes?: (string | null)
}
/**
 * All fields of a decision, and for a new one the id that is known already.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "decision_put".
 */
export interface DecisionPut {
/**
 * A UUID.
 */
id?: string
/**
 * Key of a repo: forge, owner and name.
 */
repo: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
loop: string
/**
 * Its id in the loop, such as DEC-001; of a promotion that of its record.
 */
id_in_loop: string
/**
 * A line of text for people.
 */
question: string
/**
 * What could be chosen.
 * 
 * @minItems 1
 * @maxItems 50
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
 * 
 * @maxItems 100
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
 * 
 * @maxItems 100
 */
consequences?: Text[]
})[]]
/**
 * Key of the chosen option.
 */
chosen?: string
status: DecisionStatus
/**
 * Why.
 */
rationale?: string
/**
 * A line of text for people.
 */
decided_by?: string
decided_at?: Instant
/**
 * What it rests on.
 * 
 * @maxItems 500
 */
evidence?: Text[]
/**
 * Decision it replaces.
 */
supersedes?: string
}
/**
 * A domain.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "domain".
 */
export interface Domain {
/**
 * A UUID.
 */
id: string
key: Key
rev: Rev
field_revs: FieldRevs
created_at: Instant
updated_at: Instant
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
slug: string
/**
 * A line of text for people.
 */
title: string
}
/**
 * One page, ascending by key.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "domain_page".
 */
export interface DomainPage {
/**
 * Resources.
 */
items: Domain[]
/**
 * Cursor of the next page; absent on the last.
 */
next?: string
}
/**
 * Merge patch (RFC 7396) of a domain: null takes a field away.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "domain_patch".
 */
export interface DomainPatch {
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
slug?: string
/**
 * A line of text for people.
 */
title?: string
}
/**
 * All fields of a domain, and for a new one the id that is known already.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "domain_put".
 */
export interface DomainPut {
/**
 * A UUID.
 */
id?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
slug: string
/**
 * A line of text for people.
 */
title: string
}
/**
 * Something that a client told.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "event".
 */
export interface Event {
/**
 * A UUID.
 */
id: string
key: Key
rev: Rev
field_revs: FieldRevs
created_at: Instant
updated_at: Instant
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
type: string
/**
 * Key of a repo: forge, owner and name.
 */
repo?: string
/**
 * The resource it is about.
 */
subject?: {
kind: Kind
key: Key
}
/**
 * What happened, for people.
 */
message?: string
/**
 * RFC 3339 instant in UTC.
 */
at?: string
/**
 * More, by name.
 */
data?: {
/**
 * A value.
 */
[k: string]: string | number | boolean | null
}
}
/**
 * Something to be told, once for its id.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "event_request".
 */
export interface EventRequest {
/**
 * The client's own id of it: a repetition is not a second event.
 */
id: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
type: string
/**
 * Key of a repo: forge, owner and name.
 */
repo?: string
/**
 * The resource it is about.
 */
subject?: {
kind: Kind
key: Key
}
/**
 * What happened, for people.
 */
message?: string
/**
 * RFC 3339 instant in UTC.
 */
at?: string
/**
 * More, by name.
 */
data?: {
/**
 * A value.
 */
[k: string]: string | number | boolean | null
}
}
/**
 * One thing that is wrong with a request.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "finding".
 */
export interface Finding {
/**
 * Stable name of the rule.
 */
code: string
/**
 * What was expected and received.
 */
message: string
/**
 * What to do.
 */
hint?: string
/**
 * Where in the body (RFC 6901).
 */
pointer?: string
}
/**
 * Whether it works.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "health".
 */
export interface Health {
/**
 * ok, or what is wrong.
 */
status: ("ok" | "unavailable")
}
/**
 * Every change of one resource, oldest first.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "history".
 */
export interface History {
/**
 * Changes.
 */
changes: Change[]
}
/**
 * A metrics record that the hub has.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "kept_record".
 */
export interface KeptRecord {
record: MetricsRecord
/**
 * RFC 3339 instant in UTC.
 */
received_at: string
/**
 * The token's name.
 */
sent_by: string
}
/**
 * One run of an agent in a repo, as a line of its metrics file.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "metrics_record".
 */
export interface MetricsRecord {
/**
 * A UUID.
 */
record_id: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
agent: string
repo: RepoKey
slot?: SlotKey
/**
 * Name of a resource among its kind; never changes. It may contain '/'.
 */
cycle?: string
/**
 * Which attempt, from 1.
 */
attempt: number
/**
 * Why it ran.
 */
trigger: ("schedule" | "retry" | "catch_up" | "backfill" | "manual")
/**
 * Whether it did what it should.
 */
success: boolean
/**
 * What came of it.
 */
outcome: ("success" | "noop" | "failed" | "timeout" | "cancelled")
/**
 * Seconds that it took.
 */
time_s: number
/**
 * How good it is, from 0 to 1.
 */
quality?: number
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
quality_source?: string
/**
 * A line of text for people.
 */
reason?: string
/**
 * RFC 3339 instant in UTC.
 */
started_at: string
/**
 * RFC 3339 instant in UTC.
 */
finished_at: string
/**
 * RFC 3339 instant in UTC.
 */
recorded_at: string
/**
 * What it cost, by unit, such as usd or output_tokens.
 */
cost?: {
/**
 * An amount.
 */
[k: string]: number
}
/**
 * Who ran it.
 */
actor: string
/**
 * What people did meanwhile.
 * 
 * @maxItems 50
 * 
 * Items: One of them.
 */
interventions?: {
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
kind: string
/**
 * Who.
 */
by?: string
at?: Instant
note?: Text
}[]
/**
 * What it ran on.
 */
provenance?: {
/**
 * Commit.
 */
head?: string
/**
 * Digest of the bundle.
 */
bundle?: string
/**
 * Digest of the activity definition.
 */
definition?: string
}
/**
 * A UUID.
 */
corrects?: string
/**
 * Digest of the line before.
 */
prev?: string
}
/**
 * The right to sync a repo.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "lease".
 */
export interface Lease {
/**
 * Goes with every write; the hub refuses an older one.
 */
fence: number
expires_at: Instant
/**
 * Place in the feed of changes.
 */
head_seq: number
}
/**
 * Gives a lease back.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "lease_release".
 */
export interface LeaseRelease {
/**
 * Its number.
 */
fence: number
}
/**
 * Asks for the sole right to sync a repo, or keeps it.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "lease_request".
 */
export interface LeaseRequest {
/**
 * Who asks, for who is told to wait.
 */
holder: string
/**
 * Seconds; default 300.
 */
lease_s?: number
/**
 * The number of the lease that is to be kept for longer.
 */
fence?: number
}
/**
 * What files and hub last agreed on about one task.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "link".
 */
export interface Link {
/**
 * A UUID.
 */
id: string
key: Key
rev: Rev
field_revs: FieldRevs
created_at: Instant
updated_at: Instant
repo: RepoKey
/**
 * Name of a resource among its kind; never changes. It may contain '/'.
 */
task: string
/**
 * A UUID.
 */
task_id: string
base: Base
base_revs: BaseRevs
/**
 * The task is gone from the files.
 */
orphaned: boolean
}
/**
 * What this hub is.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "meta".
 */
export interface Meta {
hub_id: Uuid
/**
 * Release of the software.
 */
version: string
/**
 * What it is kept in.
 */
store: ("pglite" | "postgresql")
/**
 * RFC 3339 instant in UTC.
 */
now: string
/**
 * Place in the feed of changes.
 */
min_seq: number
/**
 * Place in the feed of changes.
 */
head_seq: number
/**
 * Words of each kind.
 */
statuses: {
/**
 * Of tasks.
 */
task: TaskStatus[]
/**
 * Of workstreams.
 */
workstream: WorkstreamStatus[]
/**
 * Of decisions.
 */
decision: DecisionStatus[]
}
/**
 * Of tasks, rising.
 */
priorities: Priority[]
/**
 * From each status of a task, those it may become.
 */
moves: {
/**
 * Statuses.
 */
[k: string]: TaskStatus[]
}
/**
 * Bounds.
 */
limits: {
/**
 * Bytes of a request's body.
 */
body_bytes: number
/**
 * Items of a batch.
 */
items: number
/**
 * Resources of a page.
 */
page: number
/**
 * Seconds that a long poll waits.
 */
wait_s: number
}
}
/**
 * Problem details (RFC 9457).
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "problem".
 */
export interface Problem {
/**
 * urn:coulomb-loop:problem:<code>.
 */
type: string
/**
 * The kind of problem.
 */
title: string
/**
 * The HTTP status.
 */
status: number
/**
 * Stable name, as in docs/errors.md.
 */
code: string
/**
 * What is wrong, for people.
 */
detail: string
/**
 * What to do next.
 */
hint?: string
/**
 * All that is wrong.
 */
findings?: Finding[]
/**
 * What is there, where a condition failed.
 */
current?: {
[k: string]: unknown
}
min_seq?: Seq
head_seq?: Seq
/**
 * Who has the lease.
 */
holder?: string
/**
 * RFC 3339 instant in UTC.
 */
until?: string
}
/**
 * One page, in the order of arrival.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "record_page".
 */
export interface RecordPage {
/**
 * Records.
 */
items: KeptRecord[]
/**
 * Cursor of the next page; absent on the last.
 */
next?: string
}
/**
 * Gives a claimed task back, with what came of it.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "release_request".
 */
export interface ReleaseRequest {
/**
 * A UUID.
 */
claim: string
/**
 * Status of a task.
 */
status?: ("todo" | "in_progress" | "blocked" | "done" | "cancelled")
/**
 * Added to the task's evidence.
 * 
 * @maxItems 50
 */
evidence?: Text[]
/**
 * A line of text for people.
 */
reason?: string
}
/**
 * Keeps a claim for longer.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "renew_request".
 */
export interface RenewRequest {
/**
 * A UUID.
 */
claim: string
/**
 * Seconds from now; default 900.
 */
lease_s?: number
}
/**
 * A repository.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "repo".
 */
export interface Repo {
/**
 * A UUID.
 */
id: string
key: Key
rev: Rev
field_revs: FieldRevs
created_at: Instant
updated_at: Instant
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
forge: string
/**
 * Owner on its forge.
 */
owner: string
/**
 * Name on its forge.
 */
name: string
/**
 * A line of text for people.
 */
title?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
domain?: string
/**
 * Where people look at it.
 */
url?: string
}
/**
 * One page, ascending by key.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "repo_page".
 */
export interface RepoPage {
/**
 * Resources.
 */
items: Repo[]
/**
 * Cursor of the next page; absent on the last.
 */
next?: string
}
/**
 * Merge patch (RFC 7396) of a repo: null takes a field away.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "repo_patch".
 */
export interface RepoPatch {
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
forge?: string
/**
 * Owner on its forge.
 */
owner?: string
/**
 * Name on its forge.
 */
name?: string
/**
 * Name for people.
 */
title?: (Text | null)
/**
 * Key of its domain.
 */
domain?: (Slug | null)
/**
 * Where people look at it.
 */
url?: (string | null)
}
/**
 * All fields of a repo, and for a new one the id that is known already.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "repo_put".
 */
export interface RepoPut {
/**
 * A UUID.
 */
id?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
forge: string
/**
 * Owner on its forge.
 */
owner: string
/**
 * Name on its forge.
 */
name: string
/**
 * A line of text for people.
 */
title?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
domain?: string
/**
 * Where people look at it.
 */
url?: string
}
/**
 * Says which value stays, for this pair of versions.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "resolve_request".
 */
export interface ResolveRequest {
/**
 * The side that stays, or a value instead of both.
 */
keep: ("local" | "remote" | "value")
/**
 * With keep: value, that value.
 */
value?: string
/**
 * A line of text for people.
 */
reason: string
}
/**
 * An activity that is due in a repo at an instant.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot".
 */
export interface Slot {
/**
 * A UUID.
 */
id: string
key: SlotKey
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
loop: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
activity: string
repo: RepoKey
/**
 * RFC 3339 instant in UTC.
 */
due: string
/**
 * Name of a resource among its kind; never changes. It may contain '/'.
 */
cycle: string
/**
 * Digest of the activity definition.
 */
definition_digest: string
/**
 * Digest of the cadence policy.
 */
policy_digest: string
/**
 * Digest of the pilot's owned schedule values.
 */
schedule_digest?: string
/**
 * RFC 3339 instant in UTC.
 */
ready_at: string
/**
 * RFC 3339 instant in UTC.
 */
start_by?: string
/**
 * RFC 3339 instant in UTC.
 */
close_by?: string
state: SlotState
/**
 * RFC 3339 instant in UTC.
 */
not_before?: string
claim?: Claim
/**
 * RFC 3339 instant in UTC.
 */
created_at: string
}
/**
 * Slots that are claimed, in the order of ready_at, due and key.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_claim_answer".
 */
export interface SlotClaimAnswer {
claim: Claim1
/**
 * Slots.
 */
slots: Slot[]
}
/**
 * Who holds it, and until when; the hub's own.
 */
export interface Claim1 {
/**
 * A UUID.
 */
id: string
/**
 * The token's name.
 */
by: string
/**
 * RFC 3339 instant in UTC.
 */
expires_at: string
}
/**
 * Asks for slots that are due and free.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_claim_request".
 */
export interface SlotClaimRequest {
/**
 * Slots at most; default 50.
 */
limit?: number
/**
 * Seconds for which the claim holds; default 300.
 */
lease_s?: number
/**
 * RFC 3339 instant in UTC.
 */
as_of?: string
/**
 * open: to dispatch them, the default. dispatched: to settle them, or to dispatch them again.
 */
state?: ("open" | "dispatched")
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
loop?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
activity?: string
/**
 * Key of a repo: forge, owner and name.
 */
repo?: string
/**
 * Only these, by id.
 * 
 * @minItems 1
 * @maxItems 500
 */
slots?: [Uuid, ...(Uuid)[]]
}
/**
 * Something that happened to a slot.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_event".
 */
export interface SlotEvent {
slot: SlotKey
/**
 * Its place among the events of the slot, from 1.
 */
seq: number
/**
 * The client's own id of it, once for a slot: a repetition is not a second event.
 */
id: string
type: SlotEventType
/**
 * More, by name.
 */
data?: {
/**
 * A value.
 */
[k: string]: string | number | boolean | null
}
/**
 * RFC 3339 instant in UTC.
 */
not_before?: string
/**
 * The token's name.
 */
by: string
/**
 * RFC 3339 instant in UTC.
 */
at: string
}
/**
 * One page, in the order of slots, and of what happened to each.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_event_page".
 */
export interface SlotEventPage {
/**
 * Events.
 */
items: SlotEvent[]
/**
 * Cursor of the next page; absent on the last.
 */
next?: string
}
/**
 * What became of each slot, in their order.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_expect_answer".
 */
export interface SlotExpectAnswer {
/**
 * Slots.
 * 
 * Items: One slot.
 */
slots: {
id: Uuid
key: SlotKey
/**
 * new: it is there now. same: it was there so. differs: it was there with other values, and keeps them.
 */
outcome: ("new" | "same" | "differs")
/**
 * Names of the values that differ.
 * 
 * Items: A name.
 */
differs?: string[]
}[]
}
/**
 * Slots that are to be there.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_expect_request".
 */
export interface SlotExpectRequest {
/**
 * Slots.
 * 
 * @minItems 1
 * @maxItems 500
 */
slots: [SlotExpected, ...(SlotExpected)[]]
}
/**
 * A slot that is to be: what the ops repo says of it.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_expected".
 */
export interface SlotExpected {
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
loop: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
activity: string
repo: RepoKey
/**
 * RFC 3339 instant in UTC.
 */
due: string
/**
 * Name of a resource among its kind; never changes. It may contain '/'.
 */
cycle: string
/**
 * Digest of the activity definition.
 */
definition_digest: string
/**
 * Digest of the cadence policy.
 */
policy_digest: string
/**
 * Digest of the pilot's owned schedule values.
 */
schedule_digest?: string
/**
 * RFC 3339 instant in UTC.
 */
ready_at?: string
/**
 * RFC 3339 instant in UTC.
 */
start_by?: string
/**
 * RFC 3339 instant in UTC.
 */
close_by?: string
}
/**
 * One page, ascending by due and key.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "slot_page".
 */
export interface SlotPage {
/**
 * Slots.
 */
items: Slot[]
/**
 * Cursor of the next page; absent on the last.
 */
next?: string
}
/**
 * Outcomes, in the order of the writes.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "sync_answer".
 */
export interface SyncAnswer {
/**
 * Outcomes.
 */
outcomes: SyncOutcome[]
}
/**
 * What became of one write.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "sync_outcome".
 */
export interface SyncOutcome {
/**
 * done; stale: its condition does not hold, nothing of it was written; refused: it may not be.
 */
kind: ("done" | "stale" | "refused")
task?: Task
link?: Link
workstream?: Workstream
decision?: Decision
/**
 * Why it is refused.
 */
code?: string
/**
 * The same for people.
 */
message?: string
/**
 * What to do.
 */
hint?: string
}
/**
 * A task.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "task".
 */
export interface Task {
/**
 * A UUID.
 */
id: string
key: Key
rev: Rev
field_revs: FieldRevs
created_at: Instant
updated_at: Instant
/**
 * A line of text for people.
 */
title: string
status: TaskStatus
priority?: Priority
/**
 * Key of a repo: forge, owner and name.
 */
repo: string
/**
 * Name of a resource among its kind; never changes. It may contain '/'.
 */
workstream?: string
/**
 * Markdown for who does it.
 */
description?: string
/**
 * Bundle that was prepared for its session, as Markdown.
 */
bundle?: string
/**
 * Who works on it.
 */
assignee?: string
/**
 * Keys of tasks that must be done first.
 * 
 * @maxItems 100
 */
depends_on?: Key[]
/**
 * What shows that it is done.
 * 
 * @maxItems 100
 */
evidence?: Text[]
/**
 * Words to find it by.
 * 
 * @maxItems 50
 */
labels?: Slug[]
claim?: Claim
}
/**
 * A workstream: a workplan, as the hub knows it.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "workstream".
 */
export interface Workstream {
/**
 * A UUID.
 */
id: string
key: Key
rev: Rev
field_revs: FieldRevs
created_at: Instant
updated_at: Instant
/**
 * A line of text for people.
 */
title: string
status: WorkstreamStatus
/**
 * Key of a repo: forge, owner and name.
 */
repo: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
domain?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
topic?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
owner?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
supplier?: string
/**
 * Day it was written.
 */
created?: string
/**
 * Day of its last change.
 */
updated?: string
/**
 * Keys of workstreams that come first.
 * 
 * @maxItems 100
 */
depends_on?: Key[]
}
/**
 * A conflict to record, once for its pair of versions.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "sync_conflict".
 */
export interface SyncConflict {
field: TaskField
/**
 * The value before; null: none.
 */
base?: (string | null)
/**
 * The value of the files.
 */
local: {
/**
 * The value there; null: none.
 */
value: (string | null)
/**
 * commit:<oid> or rev:<n>: which version of the value it is.
 */
version: string
}
/**
 * The value of the hub.
 */
remote: {
/**
 * The value there; null: none.
 */
value: (string | null)
/**
 * commit:<oid> or rev:<n>: which version of the value it is.
 */
version: string
}
/**
 * The side that lost; null while a person has to say.
 */
loser: ("local" | "remote" | null)
}
/**
 * Writes of one sync, in their order.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "sync_request".
 */
export interface SyncRequest {
/**
 * Number of the lease.
 */
fence: number
/**
 * The writes.
 * 
 * @minItems 1
 * @maxItems 500
 */
items: [SyncItem, ...(SyncItem)[]]
}
/**
 * One page, ascending by key.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "task_page".
 */
export interface TaskPage {
/**
 * Resources.
 */
items: Task[]
/**
 * Cursor of the next page; absent on the last.
 */
next?: string
}
/**
 * Merge patch (RFC 7396) of a task: null takes a field away.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "task_patch".
 */
export interface TaskPatch {
/**
 * A line of text for people.
 */
title?: string
status?: TaskStatus
/**
 * A value, or null to take it away.
 */
priority?: (Priority | null)
/**
 * Key of a repo: forge, owner and name.
 */
repo?: string
/**
 * Key of its workstream.
 */
workstream?: (Key | null)
/**
 * Markdown for who does it.
 */
description?: (LongText | null)
/**
 * A bundle, or null to take it away.
 */
bundle?: (string | null)
/**
 * Who works on it.
 */
assignee?: (string | null)
/**
 * Keys of tasks that must be done first.
 * 
 * @maxItems 100
 */
depends_on?: (Key[] | null)
/**
 * What shows that it is done.
 * 
 * @maxItems 100
 */
evidence?: (Text[] | null)
/**
 * Words to find it by.
 * 
 * @maxItems 50
 */
labels?: (Slug[] | null)
}
/**
 * All fields of a task, and for a new one the id that is known already.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "task_put".
 */
export interface TaskPut {
/**
 * A UUID.
 */
id?: string
/**
 * A line of text for people.
 */
title: string
status: TaskStatus
priority?: Priority
/**
 * Key of a repo: forge, owner and name.
 */
repo: string
/**
 * Name of a resource among its kind; never changes. It may contain '/'.
 */
workstream?: string
/**
 * Text for people.
 */
description?: string
/**
 * Bundle that was prepared for its session, as Markdown.
 */
bundle?: string
/**
 * Who works on it.
 */
assignee?: string
/**
 * Keys of tasks that must be done first.
 * 
 * @maxItems 100
 */
depends_on?: Key[]
/**
 * What shows that it is done.
 * 
 * @maxItems 100
 */
evidence?: Text[]
/**
 * Words to find it by.
 * 
 * @maxItems 50
 */
labels?: Slug[]
}
/**
 * A token, without its secret.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "token".
 */
export interface Token {
id: Uuid
/**
 * The actor in the history.
 */
name: string
/**
 * What it may do.
 */
scopes: Scope[]
/**
 * Key of a repo: forge, owner and name.
 */
repo?: string
created_at: Instant
revoked_at?: Instant
}
/**
 * A new token; its secret is shown once.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "token_created".
 */
export interface TokenCreated {
id: Uuid
/**
 * The actor in the history.
 */
name: string
/**
 * What it may do.
 */
scopes: Scope[]
/**
 * Key of a repo: forge, owner and name.
 */
repo?: string
created_at: Instant
revoked_at?: Instant
/**
 * The secret. The hub keeps only its SHA-256. Absent when a request is repeated.
 */
token?: string
}
/**
 * All tokens, oldest first.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "token_list".
 */
export interface TokenList {
/**
 * Tokens.
 */
items: Token[]
}
/**
 * A new token.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "token_request".
 */
export interface TokenRequest {
/**
 * Who it is: the actor in the history.
 */
name: string
/**
 * What it may do.
 * 
 * @minItems 1
 */
scopes: [Scope, ...(Scope)[]]
/**
 * Key of a repo: forge, owner and name.
 */
repo?: string
}
/**
 * A topic within a domain.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "topic".
 */
export interface Topic {
/**
 * A UUID.
 */
id: string
key: Key
rev: Rev
field_revs: FieldRevs
created_at: Instant
updated_at: Instant
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
slug: string
/**
 * A line of text for people.
 */
title: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
domain?: string
}
/**
 * One page, ascending by key.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "topic_page".
 */
export interface TopicPage {
/**
 * Resources.
 */
items: Topic[]
/**
 * Cursor of the next page; absent on the last.
 */
next?: string
}
/**
 * Merge patch (RFC 7396) of a topic: null takes a field away.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "topic_patch".
 */
export interface TopicPatch {
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
slug?: string
/**
 * A line of text for people.
 */
title?: string
/**
 * Key of its domain.
 */
domain?: (Slug | null)
}
/**
 * All fields of a topic, and for a new one the id that is known already.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "topic_put".
 */
export interface TopicPut {
/**
 * A UUID.
 */
id?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
slug: string
/**
 * A line of text for people.
 */
title: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
domain?: string
}
/**
 * One page, ascending by key.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "workstream_page".
 */
export interface WorkstreamPage {
/**
 * Resources.
 */
items: Workstream[]
/**
 * Cursor of the next page; absent on the last.
 */
next?: string
}
/**
 * Merge patch (RFC 7396) of a workstream: null takes a field away.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "workstream_patch".
 */
export interface WorkstreamPatch {
/**
 * A line of text for people.
 */
title?: string
status?: WorkstreamStatus
/**
 * Key of a repo: forge, owner and name.
 */
repo?: string
/**
 * Key of its domain.
 */
domain?: (Slug | null)
/**
 * Key of its topic.
 */
topic?: (Slug | null)
/**
 * Who answers for it.
 */
owner?: (Slug | null)
/**
 * Who supplies it.
 */
supplier?: (Slug | null)
/**
 * Day it was written.
 */
created?: (Date | null)
/**
 * Day of its last change.
 */
updated?: (Date | null)
/**
 * Keys of workstreams that come first.
 * 
 * @maxItems 100
 */
depends_on?: (Key[] | null)
}
/**
 * All fields of a workstream, and for a new one the id that is known already.
 * 
 * This interface was referenced by `Hub`'s JSON-Schema
 * via the `definition` "workstream_put".
 */
export interface WorkstreamPut {
/**
 * A UUID.
 */
id?: string
/**
 * A line of text for people.
 */
title: string
status: WorkstreamStatus
/**
 * Key of a repo: forge, owner and name.
 */
repo: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
domain?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
topic?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
owner?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
supplier?: string
/**
 * Calendar day.
 */
created?: string
/**
 * Calendar day.
 */
updated?: string
/**
 * Keys of workstreams that come first.
 * 
 * @maxItems 100
 */
depends_on?: Key[]
}
