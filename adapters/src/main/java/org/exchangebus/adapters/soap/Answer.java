package org.exchangebus.adapters.soap;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came over HTTP.
 *
 * @param body limited in size and time; unpacked
 */
record Answer(int status, Map<String, List<String>> headers, InputStream body) {

    /** First value of a header, whatever the case of its name. */
    @Nullable
    String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse(null);
    }

    /** Takes the answer while its connection is open. */
    @FunctionalInterface
    interface Taker<T> {
        T take(Answer answer) throws IOException;
    }
}
