package org.exchangebus.deploy.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The results of cases, a JSON line each, in a file that says which are done. */
final class Results {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    Results(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
    }

    boolean has(String name) throws IOException {
        return all().stream().anyMatch(line -> line.path("case").asText().equals(name));
    }

    ObjectNode add(String name, long seed, Verdict verdict, List<Long> recoveries, double seconds) throws IOException {
        ObjectNode line = JSON.createObjectNode()
                .put("case", name)
                .put("seed", seed)
                .put("kills", verdict.kills)
                .put("faults", verdict.faults)
                .put("records", verdict.states)
                .put("effects", verdict.effects)
                .put("lost", verdict.lost.size())
                .put("doubled", verdict.doubled.size())
                .put("older", verdict.older.size())
                .put("altered", verdict.altered.size())
                .put("unquarantined", verdict.unquarantined.size())
                .put("unproven", verdict.unproven.size())
                .put("seconds", Math.round(seconds));
        if (!verdict.isClean()) {
            line.put("found", verdict.toString());
        }
        recoveries.forEach(line.withArray("recoveries-ms")::add);
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return line;
    }

    /** All cases together, those of earlier calls too; the control counts apart. */
    ObjectNode summary() throws IOException {
        ObjectNode sum =
                JSON.createObjectNode().put("summary", file.getFileName().toString());
        List<Long> recoveries = new ArrayList<>();
        List<String> counts = List.of(
                "kills",
                "faults",
                "records",
                "effects",
                "lost",
                "doubled",
                "older",
                "altered",
                "unquarantined",
                "unproven");
        List<ObjectNode> cases = all().stream()
                .filter(line -> !line.path("case").asText().startsWith("naive"))
                .toList();
        sum.put("cases", cases.size());
        counts.forEach(count -> sum.put(
                count,
                cases.stream().mapToLong(line -> line.path(count).asLong()).sum()));
        cases.forEach(line -> line.path("recoveries-ms").forEach(recovery -> recoveries.add(recovery.asLong())));
        recoveries.sort(null);
        if (!recoveries.isEmpty()) {
            sum.put("recovery-p50-ms", recoveries.get((recoveries.size() - 1) / 2));
            sum.put("recovery-p99-ms", recoveries.get((int) Math.ceil(recoveries.size() * 0.99) - 1));
        }
        return sum;
    }

    private List<ObjectNode> all() throws IOException {
        List<ObjectNode> lines = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                lines.add((ObjectNode) JSON.readTree(line));
            }
        }
        return lines;
    }
}
