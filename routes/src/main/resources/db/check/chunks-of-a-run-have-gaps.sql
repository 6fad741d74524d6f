-- The chunks of a proven run are numbered from 0 without a gap, and there are as many as were sent.
SELECT r.flow || ' run ' || r.number AS place, r.chunks AS sent, count(c.number) AS there,
       coalesce(max(c.number), -1) AS last
FROM ledger.run r LEFT JOIN ledger.chunk c ON c.run = r.number
WHERE r.state = 'BALANCED'
GROUP BY r.number
HAVING count(c.number) <> r.chunks OR coalesce(max(c.number), -1) <> r.chunks - 1
ORDER BY r.number
