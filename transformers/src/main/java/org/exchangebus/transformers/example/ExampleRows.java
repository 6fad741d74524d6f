package org.exchangebus.transformers.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.transformers.function.Words;
import org.exchangebus.transformers.problem.ExampleProblem;
import org.exchangebus.transformers.problem.Nearest;

/** Rows written by hand, {@code in.json}: a list of objects of texts or nulls; a field that is not named is null. */
final class ExampleRows {

    private ExampleRows() {}

    /**
     * Reads them.
     *
     * @throws ProblemException with everything that the source could not have sent
     */
    static Rows read(Path file, List<String> fields) throws IOException {
        JsonNode rows = ExampleJson.read(file);
        requireShape(file, rows, fields);
        Rows.Builder builder = new Rows.Builder(fields, file.toString(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            for (String field : fields) {
                builder.cell(rows.get(i).path(field).textValue());
            }
            builder.endRow(i + 1L);
        }
        return builder.build();
    }

    private static void requireShape(Path file, JsonNode rows, List<String> fields) {
        if (!rows.isArray() || rows.isEmpty()) {
            throw ExampleJson.refusal(file.toString(), new Words("it is no list of rows", "不是行的列表"));
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String where = file + " row " + (i + 1);
            if (!rows.get(i).isObject()) {
                findings.add(Finding.of(where, ExampleProblem.ROW_NO_OBJECT));
            }
            Iterator<Map.Entry<String, JsonNode>> cells = rows.get(i).fields();
            while (cells.hasNext()) {
                Map.Entry<String, JsonNode> cell = cells.next();
                if (!fields.contains(cell.getKey())) {
                    findings.add(
                            Finding.of(where, ExampleProblem.UNKNOWN_FIELD, Nearest.arguments(cell.getKey(), fields)));
                } else if (!cell.getValue().isTextual() && !cell.getValue().isNull()) {
                    findings.add(Finding.of(where, ExampleProblem.CELL_NOT_TEXT, cell.getKey()));
                } else if (!StandardCharsets.UTF_8
                        .newEncoder()
                        .canEncode(cell.getValue().asText())) {
                    findings.add(Finding.of(where, ExampleProblem.HALF_CHARACTER, cell.getKey()));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
    }
}
