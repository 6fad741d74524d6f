package org.exchangebus.adapters.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exchangebus.adapters.file.ArrivalRules.Candidate;
import org.exchangebus.adapters.format.FileCheck;
import org.exchangebus.adapters.format.FileFormat;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Capture.Held;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;

/** One look into a directory: what is complete is landed and checked, what is not yet waits for the next run. */
final class FileCapture {

    /** Most files of one run where those that are left over are not forgotten. */
    private static final int MOST_FILES = 1_000;

    private final RemoteDirectory directory;
    private final ArrivalRules rules;
    private final FileFormat format;
    private final Landing landing;
    private final FileSource.Pause pause;
    private final boolean mayLeaveSome;
    private final Map<String, Companion> companions = new HashMap<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final List<Held> held = new ArrayList<>();
    private final List<Segment> taken = new ArrayList<>();
    private final List<ProblemException> refusals = new ArrayList<>();

    FileCapture(
            RemoteDirectory directory,
            ArrivalRules rules,
            FileFormat format,
            Landing landing,
            FileSource.Pause pause,
            boolean mayLeaveSome) {
        this.directory = directory;
        this.rules = rules;
        this.format = format;
        this.landing = landing;
        this.pause = pause;
        this.mayLeaveSome = mayLeaveSome;
    }

    Capture take() throws IOException, InterruptedException {
        Listing listing = directory.list();
        holdRefusedNames(listing);
        List<Candidate> candidates = new ArrayList<>(rules.candidates(listing));
        if (mayLeaveSome && candidates.size() > MOST_FILES) {
            candidates = candidates.subList(0, MOST_FILES);
        }
        candidates = settle(listing, withCompanions(candidates));
        for (Candidate candidate : candidates) {
            takeOne(candidate);
        }
        if (!candidates.isEmpty()) {
            forgetWhatChanged(directory.list());
        }
        holdWhatIsRefused();
        return new Capture(List.copyOf(taken), null, List.copyOf(held));
    }

    private void holdRefusedNames(Listing listing) throws IOException {
        int number = 0;
        for (String name : listing.refused()) {
            Segment segment = land("refused-name-" + ++number, name.getBytes(StandardCharsets.UTF_8), Map.of());
            held.add(new Held(segment, Finding.of(segment.name(), FileProblem.REFUSED_NAME, name)));
        }
    }

    /** One file that may not be read does not stop the others; where none may be read, the server is at fault. */
    private void holdWhatIsRefused() throws IOException {
        if (!refusals.isEmpty() && taken.isEmpty() && held.isEmpty()) {
            throw refusals.get(0);
        }
        int number = 0;
        for (ProblemException refusal : refusals) {
            Finding finding = refusal.findings().get(0);
            byte[] reason = finding.render(Locale.ENGLISH).getBytes(StandardCharsets.UTF_8);
            held.add(new Held(land("refused-file-" + ++number, reason, Map.of()), finding));
        }
    }

    /** Reads the companions; a file whose companion is refused is left out. */
    private List<Candidate> withCompanions(List<Candidate> candidates) throws IOException {
        List<Candidate> readable = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!candidate.hasCompanion() || hasReadCompanion(candidate.file().name())) {
                readable.add(candidate);
            }
        }
        return readable;
    }

    private boolean hasReadCompanion(String name) throws IOException {
        String companion = name + rules.suffix();
        List<Finding> unreadable = new ArrayList<>();
        try {
            companions.put(name, Companion.parse(small(companion), companion, unreadable));
        } catch (ProblemException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            refusals.add(e);
            return false;
        }
        unreadable.forEach(finding -> findings.put(name, finding));
        return true;
    }

    private byte[] small(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] b, int off, int len) {
                super.write(b, off, Math.min(len, Math.max(0, Companion.LARGEST - size())));
            }
        };
        directory.fetch(name, bytes);
        return bytes.toByteArray();
    }

    /** Leaves only what is complete: proven by a companion that agrees, or unchanged over the time it must settle. */
    private List<Candidate> settle(Listing first, List<Candidate> candidates) throws IOException, InterruptedException {
        List<Candidate> unproven =
                candidates.stream().filter(candidate -> !isProven(candidate)).toList();
        List<RemoteFile> alone = rules.companionsAlone(first);
        if (unproven.isEmpty() && alone.isEmpty()) {
            return candidates;
        }
        pause.of(rules.settledFor());
        Listing later = directory.list();
        Set<Candidate> settled = new HashSet<>(ArrivalRules.settled(unproven, later));
        List<RemoteFile> stillAlone = rules.companionsAlone(later);
        for (RemoteFile companion : alone) {
            if (stillAlone.contains(companion)) {
                Segment segment = land(companion.name(), small(companion.name()), attributes(companion, ""));
                held.add(
                        new Held(segment, Finding.of(companion.name(), FileProblem.COMPANION_ALONE, companion.name())));
            }
        }
        return candidates.stream()
                .filter(candidate -> isProven(candidate) || settled.contains(candidate))
                .toList();
    }

    private boolean isProven(Candidate candidate) {
        Companion companion = companions.get(candidate.file().name());
        String size = String.valueOf(candidate.file().size());
        return companion != null
                && companion.contradiction("", "size", size).isEmpty()
                && !findings.containsKey(candidate.file().name());
    }

    private void takeOne(Candidate candidate) throws IOException {
        RemoteFile file = candidate.file();
        Companion companion = companions.get(file.name());
        Optional<LandedFile> landed = fetch(file, companion);
        if (landed.isEmpty()) {
            return;
        }
        Segment segment = landed.get().segment();
        Optional<Finding> problem = Optional.ofNullable(findings.get(file.name()))
                .or(() -> landed.get().contradiction(companion))
                .or(() -> contentProblem(segment, companion));
        if (problem.isPresent()) {
            held.add(new Held(segment, problem.get()));
        } else {
            taken.add(segment);
        }
    }

    private Optional<Finding> contentProblem(Segment segment, @org.jspecify.annotations.Nullable Companion companion) {
        if (segment.bytes() == 0 && companion != null && companion.declaresEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(landing.open(segment))) {
            FileCheck check = format.check(in, segment.name());
            if (check.problem() != null) {
                return Optional.of(check.problem());
            }
            boolean isProof = companion != null && companion.isProof();
            if (!check.isEnded() && !isProof) {
                return Optional.of(Finding.of(segment.name(), FileProblem.NO_LAST_LINE_END));
            }
            return companion == null
                    ? Optional.empty()
                    : companion.contradiction(segment.name(), "rows", String.valueOf(check.rows()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The file in the landing; nothing if it went away or grew while it was fetched. */
    private Optional<LandedFile> fetch(RemoteFile file, @org.jspecify.annotations.Nullable Companion companion)
            throws IOException {
        boolean hasCompanion = companion != null;
        String companionName = hasCompanion ? file.name() + rules.suffix() : "";
        try (LandingCopy copy = new LandingCopy(landing.begin(file.name()), hasCompanion && companion.wantsMd5())) {
            long received = directory.fetch(file.name(), copy);
            if (received == file.size()) {
                return Optional.of(copy.complete(attributes(file, companionName)));
            }
            if (received > file.size() || hasChanged(file)) {
                return Optional.empty();
            }
            throw new ProblemException(Finding.of(
                    file.name(),
                    FileProblem.SHORT_TRANSFER,
                    file.name(),
                    String.valueOf(file.size()),
                    String.valueOf(received)));
        } catch (ProblemException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            if (!hasChanged(file)) {
                refusals.add(e);
            }
            return Optional.empty();
        }
    }

    private static boolean isRefusal(ProblemException e) {
        return e.findings().get(0).problem() == FileProblem.SERVER_REFUSED;
    }

    private boolean hasChanged(RemoteFile file) throws IOException {
        return !file.equals(directory.list().files().get(file.name()));
    }

    /** A file that was written to or taken away while the others were fetched is left for the next run. */
    private void forgetWhatChanged(Listing after) {
        taken.removeIf(segment -> !isAsListed(segment, after));
        held.removeIf(
                file -> file.segment().attributes().containsKey(FileSource.SIZE) && !isAsListed(file.segment(), after));
    }

    private static boolean isAsListed(Segment segment, Listing listing) {
        RemoteFile now = listing.files().get(segment.name());
        return now != null
                && attributes(now, segment.attributes().getOrDefault(FileSource.COMPANION, ""))
                        .equals(segment.attributes());
    }

    private static Map<String, String> attributes(RemoteFile file, String companion) {
        return Map.of(
                FileSource.SIZE,
                String.valueOf(file.size()),
                FileSource.MODIFIED,
                file.modified(),
                FileSource.COMPANION,
                companion);
    }

    private Segment land(String name, byte[] bytes, Map<String, String> attributes) throws IOException {
        try (Landing.Writer writer = landing.begin(name)) {
            writer.write(bytes);
            return writer.complete(attributes);
        }
    }
}
