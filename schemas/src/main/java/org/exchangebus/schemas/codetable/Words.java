package org.exchangebus.schemas.codetable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which code a word names: a code in use before a retired one, and none where several would do. */
final class Words {

    private final Map<String, Code> named = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    /**
     * Lets a label or alias name a code.
     *
     * @return the code in use that it names already, which is a mistake of the table; null where all is well
     */
    @Nullable
    String add(String word, Code code) {
        Code other = named.putIfAbsent(word, code);
        if (other == null) {
            return null;
        }
        if (!other.isRetired() && !code.isRetired()) {
            return other.code();
        }
        if (other.isRetired() && code.isRetired()) {
            ambiguous.add(word);
        } else if (other.isRetired()) {
            named.put(word, code);
            ambiguous.remove(word);
        }
        return null;
    }

    Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        named.forEach((word, code) -> {
            if (!ambiguous.contains(word) || !code.isRetired()) {
                codes.put(word, code.code());
            }
        });
        return codes;
    }
}
