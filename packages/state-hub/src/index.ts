export { createHub, type Hub, type HubOptions } from "./api/hub.ts";
export { openapiDocument } from "./api/openapi.ts";
export type { Caller, Scope } from "./api/route.ts";
export type { Migration } from "./migrations/index.ts";
export { migrate, migrations } from "./migrations/index.ts";
export { freeRules } from "./rules/free.ts";
export { taskMoves } from "./rules/moves.ts";
export { hubRules } from "./rules/rules.ts";
export { type ServedHub, type ServeOptions, serveHub } from "./serve.ts";
export { openPglite } from "./store/pglite.ts";
export { openPgliteProcess } from "./store/pglite-process.ts";
export type { PostgresOptions } from "./store/postgres.ts";
export { openPostgres } from "./store/postgres.ts";
export { type Database, type Sql, type SqlValue, UnavailableError } from "./store/sql.ts";
export { type Backup, type BackupSummary, backupHub, readBackup, restoreHub } from "./store/backup.ts";
export type { FeedQuery } from "./store/feed.ts";
export type {
  Answer,
  Feed,
  ListQuery,
  OnceResult,
  SnapshotQuery,
  Store,
  StoreOptions,
  Transaction,
} from "./store/store.ts";
export { openStore } from "./store/store.ts";
export type {
  Address,
  Author,
  Change,
  Condition,
  Event,
  Fields,
  GroupOutcome,
  Json,
  Kind,
  Outcome,
  Reference,
  Refusal,
  Resource,
  RuleFrame,
  Rules,
} from "./store/types.ts";
export { kinds } from "./store/types.ts";
export { hasTokens } from "./store/tokens.ts";
