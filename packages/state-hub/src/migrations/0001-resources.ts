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
  -- In one order everywhere, whatever the language of the database.
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
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

CREATE INDEX resources_by_repo ON resources ((fields ->> 'repo'), kind, key);

CREATE TABLE events (
  seq bigint PRIMARY KEY,
  kind text NOT NULL,
  key text NOT NULL,
  id uuid NOT NULL,
  rev integer NOT NULL,
  -- By field: what it was and what it became; a field that is not there is null.
  changed jsonb NOT NULL,
  deleted boolean NOT NULL,
  -- Key of the repo that the resource belongs to.
  repo text,
  actor text NOT NULL,
  cause text,
  at timestamptz NOT NULL
);
CREATE INDEX events_by_resource ON events (id, rev);
CREATE INDEX events_by_repo ON events (repo, seq);

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

CREATE TABLE tokens (
  id uuid PRIMARY KEY,
  -- SHA-256 in hex; the secret itself is nowhere.
  hash text NOT NULL UNIQUE,
  name text NOT NULL,
  scopes text[] NOT NULL,
  repo text,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);

-- Who may sync a repo: the fence grows with each lease, and an older one writes nothing.
CREATE TABLE replicas (
  repo_id uuid PRIMARY KEY,
  fence bigint NOT NULL,
  holder text NOT NULL,
  expires_at timestamptz NOT NULL
);
`;
