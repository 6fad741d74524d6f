package org.exchangebus.adapters.format;

import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.TextDecoder;

/**
 * How a department writes its CSV.
 *
 * @param charset GBK, GB2312, GB18030 or UTF-8
 * @param hasHeader whether the first line names the columns, which then may stand in any order; without it they
 *     stand in the order of the fields
 * @param badShare percentage of rows that may be bad; above it, and above ten rows, the file is held
 */
record CsvDialect(
        TextDecoder charset, PrivateUse privateUse, char delimiter, char quote, boolean hasHeader, int badShare) {}
