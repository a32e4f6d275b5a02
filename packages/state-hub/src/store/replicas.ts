import { instantColumn } from "./rows.ts";
import type { Sql } from "./sql.ts";

/** Who may sync a repo, and until when (RFC 3339). The fence grows by one with each lease. */
export interface ReplicaLease {
  readonly fence: number;
  readonly holder: string;
  readonly expiresAt: string;
}

/** What became of a wish for a lease. */
export type LeaseResult =
  | { readonly kind: "ours"; readonly lease: ReplicaLease }
  | { readonly kind: "held"; readonly lease: ReplicaLease }
  /** It was to be kept for longer, and is somebody else's by now. */
  | { readonly kind: "lost" };

interface LeaseRow {
  readonly fence: number;
  readonly holder: string;
  readonly expires_at: string;
}

const columns = `fence::float8 AS fence, holder, ${instantColumn("expires_at")}`;

/** The lease of a repo, locked until the transaction ends; `undefined`: nobody ever had one. */
export async function lockLease(sql: Sql, repoId: string): Promise<ReplicaLease | undefined> {
  const [row] = await sql.rows<LeaseRow>(`SELECT ${columns} FROM replicas WHERE repo_id = $1 FOR UPDATE`, [
    repoId,
  ]);
  return row === undefined ? undefined : { fence: row.fence, holder: row.holder, expiresAt: row.expires_at };
}

/**
 * Gives the lease of a repo to a holder at an instant (epoch milliseconds), for so many seconds, unless somebody has it.
 * With the fence of a lease that is still the newest, that one is kept for longer, also when its time was over.
 */
export async function takeLease(
  sql: Sql,
  repoId: string,
  wish: { readonly holder: string; readonly seconds: number; readonly fence?: number; readonly now: number },
): Promise<LeaseResult> {
  const { holder, seconds, now } = wish;
  // So that two who are first lock the same row.
  await sql.rows(
    "INSERT INTO replicas (repo_id, fence, holder, expires_at) VALUES ($1, 0, '', 'epoch') ON CONFLICT DO NOTHING",
    [repoId],
  );
  const lease = await lockLease(sql, repoId);
  if (lease === undefined) throw new Error("the lease was just made");
  if (wish.fence !== undefined && wish.fence !== lease.fence) return { kind: "lost" };
  if (wish.fence === undefined && Date.parse(lease.expiresAt) > now) return { kind: "held", lease };
  const fence = wish.fence ?? lease.fence + 1;
  const expiresAt = new Date(now + seconds * 1000).toISOString();
  await setLease(sql, repoId, { fence, holder, expiresAt });
  return { kind: "ours", lease: { fence, holder, expiresAt } };
}

/** Writes a lease that was locked. */
export async function setLease(
  sql: Sql,
  repoId: string,
  { fence, holder, expiresAt }: ReplicaLease,
): Promise<void> {
  await sql.rows(
    "UPDATE replicas SET fence = $2, holder = $3, expires_at = $4::timestamptz WHERE repo_id = $1",
    [repoId, fence, holder, expiresAt],
  );
}
