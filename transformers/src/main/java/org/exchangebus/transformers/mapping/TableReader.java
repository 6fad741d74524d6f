package org.exchangebus.transformers.mapping;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangebus.transformers.function.Complaints;
import org.exchangebus.transformers.function.Table;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the tables of a mapping: rows in the mapping itself, or a CSV file beside it. */
final class TableReader {

    /** One line of a table with its place. */
    private record Row(Place place, List<String> cells) {}

    private final FilesBeside files;
    private final Complaints complaints;

    TableReader(FilesBeside files, Complaints complaints) {
        this.files = files;
        this.complaints = complaints;
    }

    /** The tables by name; null for one with which something is wrong, which is told. */
    Map<String, @Nullable Table> read(YamlMap tables) {
        Map<String, @Nullable Table> read = new LinkedHashMap<>();
        for (YamlMap.Entry entry : tables.entries()) {
            List<Row> rows = entry.value() instanceof ScalarNode ? file(tables, entry) : inline(tables, entry.key());
            read.put(entry.key(), rows == null ? null : table(entry, rows));
        }
        return read;
    }

    /** The rows of a list of maps, under a first row of their names. */
    private @Nullable List<Row> inline(YamlMap tables, String name) {
        List<Row> rows = new ArrayList<>();
        List<String> names = List.of();
        for (YamlMap map : tables.maps(name)) {
            if (rows.isEmpty()) {
                names = map.entries().stream().map(YamlMap.Entry::key).toList();
                rows.add(new Row(map.place(), names));
            }
            map.requireOnly(names);
            List<String> cells = new ArrayList<>();
            for (String column : names) {
                YamlMap.Entry cell = map.entry(column);
                if (cell != null && cell.value() instanceof ScalarNode scalar) {
                    cells.add(scalar.getValue());
                }
            }
            rows.add(new Row(map.place(), cells));
        }
        return rows.isEmpty() ? null : rows;
    }

    private @Nullable List<Row> file(YamlMap tables, YamlMap.Entry entry) {
        String file = tables.text(entry);
        if (file == null) {
            return null;
        }
        byte[] bytes = files.read(file);
        try {
            if (bytes != null) {
                String mapping = entry.place().file();
                String place = mapping.substring(0, mapping.lastIndexOf('/') + 1) + file;
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                List<Row> rows = new ArrayList<>();
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)
                        .forEach(record -> rows.add(new Row(
                                new Place(place, (int) record.getStartingLineNumber(), 1, false), record.getFields())));
                return rows;
            }
        } catch (CharacterCodingException | CsvParseException e) {
            // Told below, as that the file cannot be read.
        }
        complaints.add(
                tables.place(entry.value()),
                MappingProblem.TABLE_UNREADABLE,
                file,
                entry.key(),
                String.valueOf(FilesBeside.LONGEST));
        return null;
    }

    private @Nullable Table table(YamlMap.Entry entry, List<Row> rows) {
        List<String> names = rows.isEmpty() ? List.of() : rows.get(0).cells();
        if (names.size() < 2 || new HashSet<>(names).size() < names.size() || names.contains("")) {
            complaints.add(
                    rows.isEmpty() ? entry.place() : rows.get(0).place(),
                    MappingProblem.TABLE_SHAPE,
                    entry.key(),
                    String.valueOf(new HashSet<>(names).size()),
                    "1",
                    String.valueOf(Math.max(2, names.size())));
            return null;
        }
        boolean isSound = true;
        Set<String> keys = new HashSet<>();
        for (int i = 1; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.cells().size() != names.size()) {
                complaints.add(
                        row.place(),
                        MappingProblem.TABLE_SHAPE,
                        entry.key(),
                        String.valueOf(row.cells().size()),
                        String.valueOf(i + 1),
                        String.valueOf(names.size()));
                isSound = false;
            } else if (row.cells().get(0).isEmpty() || !keys.add(row.cells().get(0))) {
                complaints.add(
                        row.place(),
                        MappingProblem.TABLE_KEY_TWICE,
                        entry.key(),
                        row.cells().get(0));
                isSound = false;
            }
        }
        return isSound ? new Table(names, rows.stream().skip(1).map(Row::cells).toList()) : null;
    }
}
