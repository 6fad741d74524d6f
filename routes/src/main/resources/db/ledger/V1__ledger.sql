-- The ledger: what became of every run, chunk, file and rejected record. The database's time decides.

CREATE SEQUENCE run_number;

CREATE TABLE run (
    number          bigint PRIMARY KEY DEFAULT nextval('run_number'),
    flow            text NOT NULL,
    system          text NOT NULL,
    source          text NOT NULL,
    state           text NOT NULL DEFAULT 'OPEN',
    opened_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    landed_at       timestamptz,
    sent_at         timestamptz,
    closed_at       timestamptz,
    acknowledged_at timestamptz,
    cursor_before   text,
    cursor_after    text,
    chunks          integer,
    read            bigint NOT NULL DEFAULT 0,
    delivered       bigint NOT NULL DEFAULT 0,
    unchanged       bigint NOT NULL DEFAULT 0,
    quarantined     bigint NOT NULL DEFAULT 0,
    filtered        bigint NOT NULL DEFAULT 0,
    held            bigint NOT NULL DEFAULT 0,
    skipped_fires   integer NOT NULL DEFAULT 0,
    sent_digest     text,
    hub_digest      text,
    reason          text,
    CONSTRAINT run_state_is_known CHECK (state IN ('OPEN', 'LANDED', 'SENT', 'BALANCED', 'UNBALANCED', 'FAILED', 'ABANDONED')),
    CONSTRAINT run_is_closed_in_a_final_state CHECK ((closed_at IS NOT NULL) = (state NOT IN ('OPEN', 'LANDED', 'SENT'))),
    CONSTRAINT run_that_is_red_says_why CHECK (state NOT IN ('UNBALANCED', 'FAILED', 'ABANDONED') OR reason IS NOT NULL),
    CONSTRAINT run_that_is_balanced_balances CHECK (state <> 'BALANCED'
        OR read = delivered + unchanged + quarantined + filtered AND sent_digest = hub_digest)
);
COMMENT ON TABLE run IS 'One execution of one source: its window, its counts, its outcome.';
COMMENT ON COLUMN run.read IS 'Rows met at the source, bad ones included; counted apart from what became of them.';
COMMENT ON COLUMN run.held IS 'Files that were held as a whole; their rows are not counted in read.';
COMMENT ON COLUMN run.skipped_fires IS 'How often the schedule fired while this run was open.';
CREATE UNIQUE INDEX run_one_open_per_flow ON run (flow) WHERE closed_at IS NULL;
CREATE INDEX run_by_flow ON run (flow, number DESC);

CREATE TABLE segment (
    run        bigint NOT NULL REFERENCES run,
    number     integer NOT NULL,
    name       text NOT NULL,
    sha256     text NOT NULL CHECK (length(sha256) = 64),
    bytes      bigint NOT NULL CHECK (bytes >= 0),
    attributes jsonb NOT NULL,
    held       boolean NOT NULL,
    PRIMARY KEY (run, number)
);
COMMENT ON TABLE segment IS 'What a run took from its source, by content, in the order in which it is read; held ones are not read.';

CREATE TABLE chunk (
    run             bigint NOT NULL REFERENCES run,
    number          integer NOT NULL CHECK (number >= 0),
    read            integer NOT NULL CHECK (read >= 0),
    records         integer NOT NULL CHECK (records >= 0),
    rejected        integer NOT NULL CHECK (rejected >= 0),
    filtered        integer NOT NULL CHECK (filtered >= 0),
    digest          text NOT NULL CHECK (length(digest) = 32),
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    receipted_at    timestamptz,
    applied         integer,
    superseded      integer,
    unchanged       integer,
    hub_digest      text,
    refusal         text,
    PRIMARY KEY (run, number),
    CONSTRAINT chunk_receipt_is_whole CHECK (receipted_at IS NULL
        OR applied IS NOT NULL AND superseded IS NOT NULL AND unchanged IS NOT NULL AND hub_digest IS NOT NULL)
);
COMMENT ON TABLE chunk IS 'A chunk that is on its way or that the hub has signed for. Recorded before it is sent.';

CREATE TABLE stray_receipt (
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    chunk       text NOT NULL,
    reason      text NOT NULL
);
COMMENT ON TABLE stray_receipt IS 'Receipts for chunks that were never sent, or that contradict an earlier receipt; an alarm.';

CREATE TABLE quarantine (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text NOT NULL CHECK (kind IN ('RECORD', 'FILE')),
    flow        text NOT NULL,
    fingerprint bytea NOT NULL,
    first_run   bigint NOT NULL REFERENCES run,
    last_run    bigint NOT NULL REFERENCES run,
    seen        integer NOT NULL DEFAULT 1 CHECK (seen > 0),
    first_seen  timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_seen   timestamptz NOT NULL DEFAULT clock_timestamp(),
    place       text NOT NULL,
    position    bigint NOT NULL,
    key         text,
    item        text,
    rule        text NOT NULL,
    code        text NOT NULL,
    text        text NOT NULL,
    arguments   text[] NOT NULL,
    payload     bytea NOT NULL,
    state       text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'RELEASED', 'DISCARDED')),
    UNIQUE (flow, fingerprint)
);
COMMENT ON TABLE quarantine IS 'Records and files that could not be accepted, with payload and reason. Met again, an entry is the same entry.';
COMMENT ON COLUMN quarantine.payload IS 'The row as it was read; for a file its digest in the landing store, as text.';
CREATE INDEX quarantine_by_last_run ON quarantine (last_run);
CREATE INDEX quarantine_by_first_run ON quarantine (first_run);
CREATE INDEX quarantine_by_flow ON quarantine (flow, last_seen DESC);

CREATE TABLE cursor (
    flow     text PRIMARY KEY,
    value    text NOT NULL,
    run      bigint NOT NULL REFERENCES run,
    moved_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE cursor IS 'Where the next run of a flow begins; moves only in the transaction that proves a run.';

CREATE TABLE flow_state (
    flow       text PRIMARY KEY,
    paused     boolean NOT NULL,
    who        text NOT NULL,
    reason     text,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE flow_state IS 'Who paused or resumed a flow, when and why.';
