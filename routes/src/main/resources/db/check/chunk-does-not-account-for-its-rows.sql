-- Every row of a chunk is a record, rejected or filtered; every record that is signed for is applied or unchanged.
SELECT r.flow || ' chunk ' || c.run || '-' || c.number AS place, c.read,
       concat_ws(' + ', c.records, c.rejected, c.filtered) AS became,
       coalesce(concat_ws(' + ', c.applied, c.superseded, c.unchanged), '-') AS signed
FROM ledger.chunk c JOIN ledger.run r ON r.number = c.run
WHERE c.read <> c.records + c.rejected + c.filtered
   OR r.state = 'BALANCED' AND (c.receipted_at IS NULL OR c.refusal IS NOT NULL OR c.digest <> c.hub_digest
      OR c.records <> c.applied + c.superseded + c.unchanged)
ORDER BY c.run, c.number
