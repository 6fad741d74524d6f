-- Every receipt that came was for a chunk that was sent, and none contradicted another.
SELECT 'chunk ' || chunk AS place, reason, count(*) AS times
FROM ledger.stray_receipt GROUP BY chunk, reason ORDER BY chunk
