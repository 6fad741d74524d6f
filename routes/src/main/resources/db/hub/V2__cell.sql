-- A value as it stands in a chunk, so that the digest of a record can be computed from what the registry holds.
-- Not STRICT: PostgreSQL then writes the functions out in the query, which is three times as fast.

CREATE FUNCTION length_bytes(length integer) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN length < 128 THEN set_byte('\x00'::bytea, 0, length)
    WHEN length < 16384 THEN set_byte(set_byte('\x0000'::bytea, 0, length & 127 | 128), 1, length >> 7)
    WHEN length < 2097152 THEN set_byte(set_byte(set_byte('\x000000'::bytea, 0, length & 127 | 128),
        1, length >> 7 & 127 | 128), 2, length >> 14)
    ELSE set_byte(set_byte(set_byte(set_byte('\x00000000'::bytea, 0, length & 127 | 128),
        1, length >> 7 & 127 | 128), 2, length >> 14 & 127 | 128), 3, length >> 21)
END;
COMMENT ON FUNCTION length_bytes IS 'A length as a chunk writes it: seven bits a byte, the lowest first. Up to 2^28.';

CREATE FUNCTION cell(value text) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN value IS NULL THEN '\x00'::bytea
    ELSE hub.length_bytes(octet_length(convert_to(value, 'UTF8')) + 1) || convert_to(value, 'UTF8') END;
COMMENT ON FUNCTION cell IS 'A value with its length, as it enters the digest of a record; null is apart from empty.';
