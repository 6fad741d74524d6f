-- What may leave the landing store, and what has left it. The ledger says so first; the files go after it.

ALTER TABLE run ADD COLUMN purged_at timestamptz;
ALTER TABLE run ADD CONSTRAINT run_is_purged_only_when_it_rests CHECK (purged_at IS NULL
    OR state = 'BALANCED' AND acknowledged_at IS NOT NULL OR state IN ('UNBALANCED', 'FAILED'));
COMMENT ON COLUMN run.purged_at IS 'When the run gave up what it took: its bytes need no longer be in the landing store.';
CREATE INDEX run_not_purged ON run (closed_at) WHERE purged_at IS NULL;

ALTER TABLE segment ADD COLUMN removed_at timestamptz;
COMMENT ON COLUMN segment.removed_at IS 'When its bytes left the landing store, because no run claimed them any more.';
CREATE INDEX segment_by_content ON segment (sha256);

CREATE TABLE flow (
    name    text PRIMARY KEY,
    follows text
);
COMMENT ON TABLE flow IS 'The flows that this bus knows, entered at its start: nothing is purged that one of them still has to follow.';

CREATE TABLE identity (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    one boolean PRIMARY KEY DEFAULT true CHECK (one)
);
INSERT INTO identity DEFAULT VALUES;
COMMENT ON TABLE identity IS 'Which ledger this is, so that a landing store is not cleared by another one.';
