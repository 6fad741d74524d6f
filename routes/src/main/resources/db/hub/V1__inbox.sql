-- The hub's memory of chunks.

CREATE TABLE inbox (
    flow        text NOT NULL,
    run         bigint NOT NULL,
    number      integer NOT NULL,
    digest      text NOT NULL CHECK (length(digest) = 32),
    receipt     text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (flow, run, number)
);
COMMENT ON TABLE inbox IS 'Every chunk that was taken or refused, with its receipt; entered in the transaction of its effect.';
