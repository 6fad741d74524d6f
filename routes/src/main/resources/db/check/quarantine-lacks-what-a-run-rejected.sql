-- A run that put rows aside has them in quarantine, and one that held files has those.
SELECT r.flow || ' run ' || r.number AS place, r.quarantined AS rows_aside, r.held AS files_held
FROM ledger.run r
WHERE r.state = 'BALANCED'
  AND (r.quarantined > 0 AND NOT EXISTS (SELECT 1 FROM ledger.quarantine q
          WHERE q.flow = r.flow AND q.kind = 'RECORD' AND r.number BETWEEN q.first_run AND q.last_run)
    OR r.held > (SELECT count(*) FROM ledger.segment s WHERE s.run = r.number AND s.held))
ORDER BY r.number
