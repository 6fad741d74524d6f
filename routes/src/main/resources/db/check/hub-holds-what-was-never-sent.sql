-- Every chunk in the hub's inbox is in the ledger with the same content, where the hub is in the same database.
SELECT i.flow || ' chunk ' || i.run || '-' || i.number AS place, i.digest AS received, coalesce(c.digest, '-') AS sent
FROM hub.inbox i JOIN ledger.run r ON r.number = i.run AND r.flow = i.flow
LEFT JOIN ledger.chunk c ON c.run = i.run AND c.number = i.number
WHERE c.digest IS DISTINCT FROM i.digest
ORDER BY i.run, i.number
