package org.exchangebus.schemas.document;

import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;

/** The patterns of a schema, for the validator. */
public final class SchemaPattern {

    private static final int LONGEST = 1_000;

    private SchemaPattern() {}

    /** A pattern that no text of more than a thousand characters matches: Java's would recurse on it to the stack's end. */
    public static RegularExpression of(String pattern) {
        RegularExpression found = JDKRegularExpressionFactory.getInstance().getRegularExpression(pattern);
        return text -> text.length() <= LONGEST && found.matches(text);
    }
}
