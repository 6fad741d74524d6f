-- Runs say which resource they bring, so that a resource can be added up whoever carries it. Runs of before say nothing.

ALTER TABLE run ADD COLUMN resource text;
COMMENT ON COLUMN run.resource IS 'Name of the resource in the catalogue; unknown for runs from before this was kept.';
CREATE INDEX run_by_resource ON run (resource, number);

CREATE TABLE difference (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    resource      text NOT NULL,
    key_hash      uuid NOT NULL,
    key           text NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('MISSING', 'OTHER_CONTENT', 'NOT_FROM_ANY_RUN')),
    flow          text NOT NULL,
    run           bigint NOT NULL,
    found_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    settled_at    timestamptz
);
COMMENT ON TABLE difference IS 'Where the registry does not hold what proven runs brought; somebody has to look, until a later comparison finds it settled.';
COMMENT ON COLUMN difference.key IS 'The key with its personal values masked.';
COMMENT ON COLUMN difference.run IS 'The run that brought the record last; for one that no run brought, the run that the registry names.';
CREATE UNIQUE INDEX difference_open ON difference (resource, key_hash) WHERE settled_at IS NULL;
