export type { Migration } from "./migrations/index.ts";
export { migrate, migrations } from "./migrations/index.ts";
export { openPglite } from "./store/pglite.ts";
export type { PostgresOptions } from "./store/postgres.ts";
export { openPostgres } from "./store/postgres.ts";
export type { Database, Sql, SqlValue } from "./store/sql.ts";
export type { Feed, ListQuery, Once, OnceResult, Store, StoreOptions } from "./store/store.ts";
export { openStore } from "./store/store.ts";
export type {
  Address,
  Author,
  Change,
  Condition,
  Event,
  Fields,
  Json,
  Kind,
  Outcome,
  Refusal,
  Resource,
  Rule,
} from "./store/types.ts";
export { kinds } from "./store/types.ts";
