package org.exchangebus.adapters.file;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exchangebus.schemas.problem.Finding;

/** What the file that comes beside a data file says of it; nothing is said where a claim is missing. */
final class Companion {

    /** Larger ones are no companions. */
    static final int LARGEST = 4096;

    private final Map<String, String> claims;

    private Companion(Map<String, String> claims) {
        this.claims = claims;
    }

    /** An empty companion: the file is complete, and no more is said. */
    static Companion empty() {
        return new Companion(Map.of());
    }

    /** Reads {@code size= sha256= md5= rows=}, separated by blanks or line ends; anything else is a finding. */
    static Companion parse(byte[] bytes, String place, java.util.List<Finding> findings) {
        Map<String, String> claims = new HashMap<>();
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        for (String claim : text.isEmpty() ? new String[0] : text.split("\\s+")) {
            String lower = claim.toLowerCase(Locale.ROOT);
            if (lower.matches("(size|rows)=[0-9]{1,18}|sha256=[0-9a-f]{64}|md5=[0-9a-f]{32}")) {
                claims.put(lower.substring(0, lower.indexOf('=')), lower.substring(lower.indexOf('=') + 1));
            } else {
                String shown = claim.replaceAll("[^ -~]", "?");
                findings.add(Finding.of(
                        place, FileProblem.COMPANION_UNREADABLE, shown.substring(0, Math.min(40, shown.length()))));
                return empty();
            }
        }
        return new Companion(claims);
    }

    /** Whether it says anything that a cut file would contradict. */
    boolean isProof() {
        return claims.containsKey("size") || claims.containsKey("sha256") || claims.containsKey("md5");
    }

    boolean wantsMd5() {
        return claims.containsKey("md5");
    }

    /** Whether it says that there is nothing, on purpose. */
    boolean declaresEmpty() {
        return "0".equals(claims.get("rows")) && "0".equals(claims.getOrDefault("size", "0"));
    }

    /** What is wrong if a claim says otherwise than what was found. */
    Optional<Finding> contradiction(String place, String claim, String found) {
        String said = claims.get(claim);
        return said == null || said.equals(found)
                ? Optional.empty()
                : Optional.of(Finding.of(place, FileProblem.COMPANION_MISMATCH, claim, said, found));
    }
}
