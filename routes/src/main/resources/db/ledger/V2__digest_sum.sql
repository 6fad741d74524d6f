-- The order-independent digest in SQL, so that whoever can read the tables can prove a run: a sum modulo 2^128.

CREATE FUNCTION digest_number(hex text) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ('x' || substr(hex, 1, 8))::bit(32)::bigint::numeric * 79228162514264337593543950336
    + ('x' || substr(hex, 9, 8))::bit(32)::bigint::numeric * 18446744073709551616
    + ('x' || substr(hex, 17, 8))::bit(32)::bigint::numeric * 4294967296
    + ('x' || substr(hex, 25, 8))::bit(32)::bigint::numeric;
COMMENT ON FUNCTION digest_number IS 'The number that 32 hexadecimal digits are.';

CREATE FUNCTION digest_hex(number numeric) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lpad(to_hex(mod(div(number, 79228162514264337593543950336), 4294967296)::bigint), 8, '0')
    || lpad(to_hex(mod(div(number, 18446744073709551616), 4294967296)::bigint), 8, '0')
    || lpad(to_hex(mod(div(number, 4294967296), 4294967296)::bigint), 8, '0')
    || lpad(to_hex(mod(number, 4294967296)::bigint), 8, '0');
COMMENT ON FUNCTION digest_hex IS 'The 32 hexadecimal digits of a number modulo 2^128.';

CREATE FUNCTION digest_add(sum numeric, hex text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sum + coalesce(ledger.digest_number(hex), 0);
COMMENT ON FUNCTION digest_add IS 'A step of digest_sum.';

CREATE AGGREGATE digest_sum (text) (SFUNC = digest_add, STYPE = numeric, FINALFUNC = digest_hex, INITCOND = '0');
COMMENT ON AGGREGATE digest_sum(text) IS 'Sum of digests as 32 hexadecimal digits: what a run or a registry has to agree on.';
