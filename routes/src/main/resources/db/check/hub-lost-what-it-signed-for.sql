-- Every chunk that is signed for stands in the hub's inbox, where the hub is in the same database.
SELECT r.flow || ' chunk ' || c.run || '-' || c.number AS place, c.records
FROM ledger.chunk c JOIN ledger.run r ON r.number = c.run
LEFT JOIN hub.inbox i ON i.flow = r.flow AND i.run = c.run AND i.number = c.number
WHERE c.receipted_at IS NOT NULL AND c.refusal IS NULL AND i.run IS NULL
ORDER BY c.run, c.number
