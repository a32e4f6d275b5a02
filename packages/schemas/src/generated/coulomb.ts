// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Name of a repository or its owner on a forge.
 */
export type RepoName = string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string

/**
 * coulomb.yaml: the configuration of an ops repo.
 */
export interface Coulomb {
/**
 * Version of this format. A reader refuses a newer major.
 */
schema_version: "coulomb/v1"
/**
 * Who we are in branch names and markers; two installations never touch each other's proposals.
 */
installation: string
/**
 * Time zone for everything that names none.
 */
timezone: string
/**
 * Where repositories live.
 * 
 * @minItems 1
 */
forges: [Forge, ...(Forge)[]]
/**
 * The state hub: a service by url, or an embedded one in a folder.
 */
state_hub?: {
/**
 * Base address of the hub.
 */
url?: string
token?: Secret
/**
 * Folder of an embedded hub, relative to coulomb.yaml.
 */
data_dir?: string
}
/**
 * Where the files of the ops repo are, as globs relative to coulomb.yaml.
 */
paths?: {
/**
 * Folders of loops.
 * 
 * Items: A glob.
 */
loops?: string[]
/**
 * Workplan files.
 * 
 * Items: A glob.
 */
workplans?: string[]
/**
 * Activity definition files.
 * 
 * Items: A glob.
 */
activity_definitions?: string[]
}
/**
 * Bounds that hold for every run.
 */
limits?: {
/**
 * Repositories worked on at once. Default 8.
 */
concurrency?: number
/**
 * Proposals opened an hour on each forge. Default 60.
 */
proposals_per_hour?: number
/**
 * Proposals opened at once on one forge before pacing begins. Default 5.
 */
proposals_burst?: number
/**
 * Share of a loop that one run may take away without being asked. Default 20.
 */
max_removal_percent?: number
}
/**
 * This repo, as its forge knows it. Its state branch keeps what was last seen in sync.
 */
ops_repo: {
/**
 * Name of a forge declared above.
 */
forge: string
owner: RepoName
repo: RepoName
}
/**
 * Who is who across forges, keys and agents' records.
 */
people?: Person[]
}
/**
 * One forge.
 */
export interface Forge {
/**
 * Name that rosters use.
 */
name: string
/**
 * What it is. `git` is any repository that git can reach, without a server.
 */
kind: ("git" | "gitea" | "github")
/**
 * Base address, or for `git` a folder or URL that may hold {owner} and {repo}. Relative folders start at coulomb.yaml.
 */
url: string
/**
 * Owner for entries that name none.
 */
owner?: string
token?: Secret
/**
 * A GitHub App instead of a token.
 */
app?: {
/**
 * App id.
 */
id: number
/**
 * Installation id; found by owner when absent.
 */
installation_id?: number
private_key: Secret
}
}
/**
 * Where a secret comes from: an environment variable or a file. Never the secret itself.
 */
export interface Secret {
/**
 * Name of the environment variable.
 */
env?: string
/**
 * Path of a file that holds the secret.
 */
file?: string
}
/**
 * One person.
 */
export interface Person {
/**
 * Name used in policies.
 */
user: string
/**
 * Login on each forge, by the forge's name.
 */
logins?: {
[k: string]: string
}
/**
 * E-mail addresses in commits.
 * 
 * Items: An address.
 */
emails?: string[]
/**
 * SSH public keys, for signed approvals.
 * 
 * Items: A key, as in authorized_keys.
 */
keys?: string[]
/**
 * Names under which this person's agents record evidence.
 * 
 * Items: An actor.
 */
actors?: string[]
/**
 * Roles, such as regulator.
 */
roles?: Slug[]
}
