-- Runs that take everything, and what they find gone.

ALTER TABLE run ADD COLUMN sweep boolean NOT NULL DEFAULT false;
ALTER TABLE run ADD COLUMN let_through_by text;
ALTER TABLE run ADD COLUMN full_set boolean NOT NULL DEFAULT false;
ALTER TABLE run ADD COLUMN removed bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN run.sweep IS 'Whether everything was asked for instead of what changed since the cursor.';
COMMENT ON COLUMN run.let_through_by IS 'Who answers for it that more records go than may go by themselves.';
COMMENT ON COLUMN run.full_set IS 'Whether the run took everything that the source holds, and records that are not in it go.';
COMMENT ON COLUMN run.removed IS 'Records that were marked as deleted because the full set no longer holds them; not part of the balance.';
COMMENT ON COLUMN run.reason IS 'Why the run is red or waits; of a proven run, what else there is to say.';

ALTER TABLE chunk ADD COLUMN kept integer NOT NULL DEFAULT 0 CHECK (kept >= 0);
ALTER TABLE chunk ADD COLUMN removed integer NOT NULL DEFAULT 0 CHECK (removed >= 0);
COMMENT ON COLUMN chunk.kept IS 'Rejected rows whose key is known; of the others nobody can say which record they are.';

CREATE TABLE sweep_due (
    flow           text PRIMARY KEY,
    since          timestamptz NOT NULL DEFAULT clock_timestamp(),
    let_through_by text
);
COMMENT ON TABLE sweep_due IS 'Flows whose next run takes everything; stays until such a run has been delivered.';
