/** The ledger of slots, what happened to them, and the records of runs. Rows of events and records are only ever added. */
export const sql = `
CREATE TABLE slots (
  id uuid NOT NULL UNIQUE,
  -- Loop, activity, repo and due instant: there is one of each.
  key text COLLATE "C" PRIMARY KEY,
  loop text NOT NULL,
  activity text NOT NULL,
  repo text NOT NULL,
  due timestamptz NOT NULL,
  cycle text NOT NULL,
  definition_digest text NOT NULL,
  policy_digest text NOT NULL,
  schedule_digest text,
  ready_at timestamptz NOT NULL,
  start_by timestamptz,
  close_by timestamptz,
  state text NOT NULL CHECK (state IN ('open', 'dispatched', 'settled')),
  -- Given back until then.
  not_before timestamptz,
  claim_id uuid,
  claimed_by text,
  claim_expires_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX slots_by_due ON slots (due, key);

CREATE INDEX slots_by_repo ON slots (repo, due, key);

CREATE INDEX slots_to_claim ON slots (state, ready_at, due, key) WHERE state <> 'settled';

CREATE TABLE slot_events (
  slot uuid NOT NULL REFERENCES slots (id),
  -- From 1, without gaps: the lock of the slot orders them.
  seq integer NOT NULL,
  -- The id that the client gave it.
  id text COLLATE "C" NOT NULL,
  type text NOT NULL,
  data jsonb,
  not_before timestamptz,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (slot, seq),
  UNIQUE (slot, id)
);

CREATE TABLE records (
  record_id uuid PRIMARY KEY,
  agent text NOT NULL,
  repo text NOT NULL,
  slot text,
  cycle text,
  record jsonb NOT NULL,
  sent_by text NOT NULL,
  received_at timestamptz NOT NULL
);
CREATE INDEX records_by_arrival ON records (received_at, record_id);

CREATE INDEX records_by_repo ON records (repo, received_at, record_id);

CREATE INDEX records_by_slot ON records (slot);
`;
