import { instantColumn } from "./rows.ts";
import type { Sql } from "./sql.ts";

/** A token without its secret: the hub keeps only the SHA-256 of that (H9). */
export interface TokenRow {
  readonly id: string;
  /** The actor in the history. */
  readonly name: string;
  readonly scopes: readonly string[];
  readonly repo: string | null;
  readonly created_at: string;
  readonly revoked_at: string | null;
}

const columns = `id::text AS id, name, scopes, repo, ${instantColumn("created_at")}, ${instantColumn("revoked_at")}`;

/** The token with this hash, in hex; `undefined`: there is none, or it was revoked. */
export async function findToken(sql: Sql, hash: string): Promise<TokenRow | undefined> {
  const [row] = await sql.rows<TokenRow>(
    `SELECT ${columns} FROM tokens WHERE hash = $1 AND revoked_at IS NULL`,
    [hash],
  );
  return row;
}

/** Every token, oldest first, revoked ones too. */
export async function listTokens(sql: Sql): Promise<readonly TokenRow[]> {
  return sql.rows<TokenRow>(`SELECT ${columns} FROM tokens ORDER BY tokens.created_at, id`);
}

/** Whether the token with this id is in force. */
export async function isTokenInForce(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql.rows("SELECT 1 FROM tokens WHERE id = $1 AND revoked_at IS NULL", [id]);
  return rows.length > 0;
}

/** Whether any token is in force. */
export async function hasTokens(sql: Sql): Promise<boolean> {
  return (await sql.rows("SELECT 1 FROM tokens WHERE revoked_at IS NULL LIMIT 1")).length > 0;
}

/** Keeps a token by its hash. `now` is epoch milliseconds. */
export async function insertToken(
  sql: Sql,
  token: {
    readonly id: string;
    readonly hash: string;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly repo?: string;
  },
  now: number,
): Promise<TokenRow> {
  const [row] = await sql.rows<TokenRow>(
    `INSERT INTO tokens (id, hash, name, scopes, repo, created_at)
      VALUES ($1, $2, $3, $4::text[], $5, $6::timestamptz) RETURNING ${columns}`,
    [token.id, token.hash, token.name, token.scopes, token.repo ?? null, new Date(now).toISOString()],
  );
  if (row === undefined) throw new Error("an inserted row is returned");
  return row;
}

/** Takes a token out of force; answers whether there is such a one. Twice is as good as once. */
export async function revokeToken(sql: Sql, id: string, now: number): Promise<boolean> {
  const rows = await sql.rows(
    "UPDATE tokens SET revoked_at = coalesce(revoked_at, $2::timestamptz) WHERE id = $1 RETURNING id",
    [id, new Date(now).toISOString()],
  );
  return rows.length > 0;
}
