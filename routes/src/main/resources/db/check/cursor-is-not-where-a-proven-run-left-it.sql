-- A cursor stands where the last proven run of its flow that had one left it.
SELECT c.flow AS place, c.value AS stands, coalesce(l.cursor_after, '-') AS proven, coalesce(l.number, 0) AS run
FROM ledger.cursor c
LEFT JOIN LATERAL (
    SELECT number, cursor_after FROM ledger.run
    WHERE flow = c.flow AND state = 'BALANCED' AND cursor_after IS NOT NULL ORDER BY number DESC LIMIT 1) l ON true
WHERE (c.value, c.run) IS DISTINCT FROM (l.cursor_after, l.number)
ORDER BY c.flow
