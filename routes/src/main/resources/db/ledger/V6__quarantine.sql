-- The life of what waits in quarantine: which version of the row it is, who changed it, and what became of it.

ALTER TABLE quarantine
    ADD COLUMN version   bigint,
    ADD COLUMN whole_key boolean NOT NULL DEFAULT false,
    ADD COLUMN segment   text,
    ADD COLUMN request   bigint REFERENCES request,
    ADD COLUMN sent_by   bigint REFERENCES run,
    ADD COLUMN closed_at timestamptz,
    ADD COLUMN closed_by text,
    ADD COLUMN closed_for text,
    DROP CONSTRAINT quarantine_state_check,
    ADD CONSTRAINT quarantine_state_is_known
        CHECK (state IN ('WAITING', 'RESUBMITTED', 'RELEASED', 'DISCARDED', 'SUPERSEDED'));
COMMENT ON COLUMN quarantine.version IS 'The version that a record of the row would have; an entry that is sent unchanged keeps it.';
COMMENT ON COLUMN quarantine.whole_key IS 'Whether every part of the key could be read, so that a newer record of the same key is recognised.';
COMMENT ON COLUMN quarantine.segment IS 'The landed bytes that the row stands in, by their digest.';
COMMENT ON COLUMN quarantine.request IS 'The request that sends it, while it is RESUBMITTED and after it was RELEASED.';
COMMENT ON COLUMN quarantine.sent_by IS 'The run in which it has become a record.';
COMMENT ON COLUMN quarantine.closed_by IS 'The run that released or superseded it, or the person who discarded it.';
CREATE INDEX quarantine_open_keys ON quarantine (flow, key) WHERE state IN ('WAITING', 'RESUBMITTED') AND whole_key;
CREATE INDEX quarantine_by_request ON quarantine (request) WHERE request IS NOT NULL;

CREATE TABLE quarantine_edit (
    entry       bigint NOT NULL REFERENCES quarantine,
    number      integer NOT NULL CHECK (number > 0),
    payload     bytea NOT NULL,
    who         text NOT NULL CHECK (who <> ''),
    reason      text NOT NULL CHECK (reason <> ''),
    edited_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    approved_by text,
    approved_at timestamptz,
    PRIMARY KEY (entry, number),
    CONSTRAINT edit_is_approved_by_somebody_else CHECK (approved_by IS NULL OR lower(btrim(approved_by)) <> lower(btrim(who))),
    CONSTRAINT edit_is_approved_at_a_time CHECK ((approved_by IS NULL) = (approved_at IS NULL))
);
COMMENT ON TABLE quarantine_edit IS 'Versions of a row that somebody wrote; what the source gave stays in quarantine.payload. The last one counts.';

DROP INDEX request_asked_twice_is_one;
CREATE UNIQUE INDEX request_asked_twice_is_one ON request (flow, kind, arguments) WHERE closed_at IS NULL AND kind <> 'RESUBMIT';
