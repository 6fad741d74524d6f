CREATE TABLE doubt (
    run       bigint NOT NULL,
    chunk     integer NOT NULL,
    item      text NOT NULL,
    rule      text NOT NULL,
    code      text NOT NULL,
    records   integer NOT NULL CHECK (records > 0),
    place     text NOT NULL,
    position  bigint NOT NULL,
    text      text NOT NULL,
    arguments text[] NOT NULL,
    PRIMARY KEY (run, chunk, item, rule, code),
    FOREIGN KEY (run, chunk) REFERENCES chunk
);
COMMENT ON TABLE doubt IS 'What is doubtful about records that were delivered all the same. Equal doubts of a chunk are one row.';
COMMENT ON COLUMN doubt.records IS 'How many records of the chunk raise it; place, position and text are of the first.';
