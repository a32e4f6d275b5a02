/** Resources, their history, the feed, and what makes a write happen once. */
export const sql = `
CREATE TABLE hub (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  id uuid NOT NULL
);

-- Sequences commit out of order, and a reader of what came after n would skip rows: the lock of this row orders commits.
CREATE TABLE feed (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  seq bigint NOT NULL,
  -- Events up to here may be gone.
  min_seq bigint NOT NULL
);

CREATE TABLE resources (
  kind text NOT NULL,
  key text NOT NULL,
  id uuid NOT NULL UNIQUE,
  rev integer NOT NULL,
  fields jsonb NOT NULL,
  -- The revision that last changed each field.
  field_revs jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (kind, key)
);
CREATE INDEX resources_by_status ON resources (kind, (fields ->> 'status'), key) WHERE deleted_at IS NULL;

CREATE TABLE events (
  seq bigint PRIMARY KEY,
  kind text NOT NULL,
  key text NOT NULL,
  id uuid NOT NULL,
  rev integer NOT NULL,
  -- By field: what it was and what it became; a field that is not there is null.
  changed jsonb NOT NULL,
  deleted boolean NOT NULL,
  actor text NOT NULL,
  cause text,
  at timestamptz NOT NULL
);
CREATE INDEX events_by_resource ON events (id, rev);

CREATE TABLE idempotency (
  actor text NOT NULL,
  key text NOT NULL,
  request text NOT NULL,
  status integer NOT NULL,
  answer jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_by_age ON idempotency (at);
`;
