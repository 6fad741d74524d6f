package org.exchangebus.adapters.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * How the value of a column becomes text: one text for one value, whatever driver or engine tells it.
 *
 * <p>Dates that are none, such as {@code 0000-00-00}, and numbers that are none, such as {@code NaN}, stay the text
 * that they are: what becomes of them is the mapping's business. Padding stays, and NULL is not the empty text.
 */
enum Value {
    TEXT {
        @Override
        String canonical(String text) {
            return text;
        }
    },
    /** The bytes that the database keeps, because it says something else of their charset than they are. */
    BYTES {
        @Override
        byte @Nullable [] read(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }

        @Override
        String canonical(String text) {
            return text;
        }
    },
    /** Plain digits, never an exponent; the scale stays. */
    NUMBER {
        @Override
        String canonical(String text) {
            char last = text.charAt(text.length() - 1);
            return Character.isDigit(last) || last == '.' ? new BigDecimal(text).toPlainString() : text;
        }
    },
    /** {@code yyyy-MM-dd HH:mm:ss}, with six digits of a second where there is a part of one. */
    MOMENT {
        @Override
        String canonical(String text) {
            int dot = text.indexOf('.');
            if (dot < 0) {
                return text;
            }
            String fraction = (text.substring(dot + 1) + "000000").substring(0, 6);
            return fraction.equals("000000") ? text.substring(0, dot) : text.substring(0, dot + 1) + fraction;
        }
    };

    static Value of(int type) {
        return switch (type) {
            case Types.NUMERIC, Types.DECIMAL, Types.FLOAT, Types.REAL, Types.DOUBLE -> NUMBER;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
            default -> TEXT;
        };
    }

    /** The text of a column of the current row in UTF-8, or as it is kept; null where the value is NULL. */
    byte @Nullable [] read(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : (text.isEmpty() ? text : canonical(text)).getBytes(StandardCharsets.UTF_8);
    }

    abstract String canonical(String text);
}
