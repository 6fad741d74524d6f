package org.exchangebus.adapters.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which of the listed files are complete and whose turn it is.
 *
 * @param pattern the names of data files
 * @param suffix what a companion's name has more than its data file's; empty if there are none
 * @param isCompanionRequired whether a file without companion waits
 * @param settledFor how long a file must not change
 */
record ArrivalRules(Pattern pattern, String suffix, boolean isCompanionRequired, Duration settledFor) {

    /** One file that is complete as far as a listing can say. */
    record Candidate(RemoteFile file, boolean hasCompanion) {}

    boolean isData(String name) {
        return pattern.matcher(name).matches() && !isCompanion(name);
    }

    boolean isCompanion(String name) {
        return !suffix.isEmpty() && name.endsWith(suffix);
    }

    /** The data files whose companion is there or that need none, by name. */
    List<Candidate> candidates(Listing listing) {
        List<Candidate> candidates = new ArrayList<>();
        for (RemoteFile file : listing.files().values()) {
            boolean hasCompanion = !suffix.isEmpty() && listing.files().containsKey(file.name() + suffix);
            if (isData(file.name()) && (hasCompanion || !isCompanionRequired)) {
                candidates.add(new Candidate(file, hasCompanion));
            }
        }
        candidates.sort(Comparator.comparing(candidate -> candidate.file().name()));
        return candidates;
    }

    /** Companions of data files that are not there, by name. */
    List<RemoteFile> companionsAlone(Listing listing) {
        return listing.files().values().stream()
                .filter(file -> isCompanion(file.name()))
                .filter(file -> {
                    String data = file.name().substring(0, file.name().length() - suffix.length());
                    return isData(data) && !listing.files().containsKey(data);
                })
                .sorted(Comparator.comparing(RemoteFile::name))
                .toList();
    }

    /** Those that a later listing shows unchanged in size and time. */
    static List<Candidate> settled(List<Candidate> candidates, Listing later) {
        return candidates.stream()
                .filter(candidate -> candidate
                        .file()
                        .equals(later.files().get(candidate.file().name())))
                .toList();
    }

    /** A file name pattern with {@code *} and {@code ?}. */
    static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
