import type { Sql } from "./store/sql.ts";

/** The shape of the hub's database as text: tables with their columns, constraints and indexes, in the order of names. */
export async function dumpSchema(sql: Sql): Promise<string> {
  const lines = await sql.rows<{ readonly line: string }>(`
    SELECT line FROM (
      SELECT table_name::text AS t, 1 AS part, ordinal_position AS place,
        format('column %s.%s %s%s%s%s', table_name, column_name, udt_name,
          coalesce(' COLLATE ' || collation_name, ''),
          CASE WHEN is_nullable = 'NO' THEN ' NOT NULL' ELSE '' END,
          coalesce(' DEFAULT ' || column_default, '')) AS line
      FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL
      SELECT c.conrelid::regclass::text, 2, 0,
        format('constraint %s.%s %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
      FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
      WHERE n.nspname = 'public' AND c.contype IN ('p', 'u', 'c', 'f')
      UNION ALL
      SELECT tablename::text, 3, 0, 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
    ) AS lines ORDER BY t COLLATE "C", part, place, line COLLATE "C"`);
  return `${lines.map(({ line }) => line).join("\n")}\n`;
}
