-- Full sets that are under way. Their keys are in one table per resource, keys_<table>, made beside the registry's.

CREATE TABLE full_set (
    flow     text PRIMARY KEY,
    run      bigint NOT NULL,
    resource text NOT NULL,
    chunks   integer NOT NULL,
    entries  bigint NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE full_set IS 'A flow that is bringing everything it has; gone when the set is closed or another run begins.';
COMMENT ON COLUMN full_set.entries IS 'Records and kept keys of the chunks so far.';
