-- A proven run is the sum of its chunks: rows, records, both digests.
SELECT r.flow || ' run ' || r.number AS place,
       concat_ws(' ', r.read, r.delivered, r.unchanged, r.quarantined, r.filtered, r.removed, r.sent_digest, r.hub_digest) AS said,
       concat_ws(' ', c.read, c.delivered, c.unchanged, c.quarantined, c.filtered, c.removed, c.sent, c.hub) AS added_up
FROM ledger.run r
CROSS JOIN LATERAL (
    SELECT coalesce(sum(read), 0) AS read, coalesce(sum(applied + superseded), 0) AS delivered,
           coalesce(sum(unchanged), 0) AS unchanged, coalesce(sum(rejected), 0) AS quarantined,
           coalesce(sum(filtered), 0) AS filtered, coalesce(sum(removed), 0) AS removed,
           ledger.digest_sum(digest) AS sent, ledger.digest_sum(hub_digest) AS hub
    FROM ledger.chunk WHERE run = r.number) c
WHERE r.state = 'BALANCED'
  AND (r.read, r.delivered, r.unchanged, r.quarantined, r.filtered, r.removed, r.sent_digest, r.hub_digest)
      IS DISTINCT FROM (c.read, c.delivered, c.unchanged, c.quarantined, c.filtered, c.removed, c.sent, c.hub)
ORDER BY r.number
