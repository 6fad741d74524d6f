-- Who did what, when and why: append-only, each entry with the hash of the one before it. Hashes are made by the bus.

CREATE TABLE audit (
    number   bigint PRIMARY KEY CHECK (number > 0),
    at       timestamptz NOT NULL,
    who      text NOT NULL,
    act      text NOT NULL,
    subject  text NOT NULL,
    reason   text,
    detail   text NOT NULL,
    previous text NOT NULL UNIQUE CHECK (length(previous) = 64),
    hash     text NOT NULL CHECK (length(hash) = 64)
);
COMMENT ON TABLE audit IS 'Acts of people and of the bus, entered in the transaction of the act. ./bus audit verify proves it.';
COMMENT ON COLUMN audit.detail IS 'A JSON object of texts, names sorted, as it was hashed; no values of records, no secrets.';
COMMENT ON COLUMN audit.previous IS 'Hash of the entry before; 64 zeros for the first. Unique, so that the chain cannot fork.';
COMMENT ON COLUMN audit.hash IS 'SM3 over all other columns; the encoding is told in routes/decisions/0005-the-audit-is-a-chain.md.';

CREATE TABLE audit_head (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    number bigint NOT NULL,
    hash   text NOT NULL CHECK (length(hash) = 64)
);
COMMENT ON TABLE audit_head IS 'The last entry of the audit; its row is locked by whoever enters the next one.';
INSERT INTO audit_head (number, hash) VALUES (0, repeat('0', 64));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of %.% is refused: what was entered stays', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME;
END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_head_stays BEFORE INSERT OR DELETE OR TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
