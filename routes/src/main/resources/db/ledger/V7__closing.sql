-- A red run stays red until a later run has taken its window again and is proven, or until somebody closes it.

CREATE TABLE closing (
    run       bigint PRIMARY KEY REFERENCES run,
    closed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    who       text NOT NULL CHECK (who <> ''),
    reason    text NOT NULL CHECK (reason <> '')
);
COMMENT ON TABLE closing IS 'Who looked into a red run and closed it, when and why. Says nothing about the run itself, which stays as it is.';

CREATE INDEX run_not_proven ON run (flow, number) WHERE state IN ('UNBALANCED', 'FAILED');
CREATE INDEX run_proven ON run (flow, number) WHERE state = 'BALANCED';

CREATE VIEW red_run AS
SELECT r.number, r.flow, r.state, r.closed_at, r.reason
FROM run r
WHERE r.state IN ('UNBALANCED', 'FAILED')
  AND NOT EXISTS (SELECT 1 FROM closing c WHERE c.run = r.number)
  AND (r.state = 'UNBALANCED'
    OR EXISTS (SELECT 1 FROM chunk c WHERE c.run = r.number)
    OR NOT EXISTS (SELECT 1 FROM run p WHERE p.flow = r.flow AND p.state = 'BALANCED' AND p.number > r.number
        AND p.taken_from = r.taken_from));
COMMENT ON VIEW red_run IS 'Runs that are red. One that failed before anything of it was sent is healed by the next proven run of its flow, which takes the same window; any other waits for a person.';
