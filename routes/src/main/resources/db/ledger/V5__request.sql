-- What a person asks the bus to do, and what became of it.

CREATE TABLE request (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('RUN', 'REDRIVE', 'RESUBMIT')),
    flow       text NOT NULL,
    arguments  jsonb NOT NULL,
    who        text NOT NULL,
    reason     text,
    asked_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    taken_at   timestamptz,
    run        bigint REFERENCES run,
    stopped_at timestamptz,
    stopped_by text,
    closed_at  timestamptz,
    outcome    text,
    CONSTRAINT request_is_taken_with_its_run CHECK ((taken_at IS NULL) = (run IS NULL)),
    CONSTRAINT request_is_closed_with_its_outcome CHECK ((closed_at IS NULL) = (outcome IS NULL))
);
COMMENT ON TABLE request IS 'What somebody asked the bus to do; carried out by a run, which is opened in the transaction that takes the request.';
COMMENT ON COLUMN request.outcome IS 'The state of the run, or why it was not carried out: code and text of a problem.';
CREATE UNIQUE INDEX request_asked_twice_is_one ON request (flow, kind, arguments) WHERE closed_at IS NULL;
CREATE INDEX request_by_run ON request (run);

CREATE TABLE attendance (
    bus     text PRIMARY KEY,
    seen_at timestamptz NOT NULL
);
COMMENT ON TABLE attendance IS 'When a bus last looked for requests; who asks learns from it whether one runs.';

ALTER TABLE run ADD COLUMN taken_from text NOT NULL DEFAULT 'SOURCE'
    CONSTRAINT run_takes_from_a_known_place CHECK (taken_from IN ('SOURCE', 'LANDING', 'QUARANTINE'));
COMMENT ON COLUMN run.taken_from IS 'Where the rows come from: only from the source are they new, so only such a run moves the cursor.';

ALTER TABLE segment ADD COLUMN landed_by bigint REFERENCES run;
COMMENT ON COLUMN segment.landed_by IS 'The run that landed it, whose versions its records have; null where that is the run itself.';
