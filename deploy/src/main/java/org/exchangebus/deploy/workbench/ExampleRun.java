package org.exchangebus.deploy.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.transformers.example.Coverage;
import org.exchangebus.transformers.example.Difference;
import org.exchangebus.transformers.example.MappingExample;
import org.exchangebus.transformers.example.MappingExamples;
import org.exchangebus.transformers.mapping.Mapping;

/** Runs the examples of systems, and tells how they came out. */
public final class ExampleRun {

    private final Workbench bench;
    private final boolean isUpdate;

    /** @param isUpdate whether what comes out becomes what is expected */
    public ExampleRun(Workbench bench, boolean isUpdate) {
        this.bench = bench;
        this.isUpdate = isUpdate;
    }

    /** Runs them; whether all came out as expected, or were updated. */
    public boolean run(PrintWriter out, Locale locale, ReportFormat format) throws IOException {
        ExampleReport report = new ExampleReport(out, locale, format);
        List<MappingExample> examples = bench.examples();
        // An example of a mapping that there is not would be passed over, and look like one that came out right.
        examples.forEach(example -> bench.mapping(example.system(), example.mapping()));
        for (Mapping mapping : bench.mappings()) {
            MappingExamples tried = bench.tried(mapping);
            Coverage coverage = new Coverage(mapping);
            for (MappingExample example : examples) {
                if (mapping.name().equals(example.system() + "/" + example.mapping())) {
                    boolean isUpdated = isUpdate && tried.update(example);
                    List<Difference> differences = tried.differences(example);
                    report.write(example, differences, isUpdated);
                    cover(coverage, tried, example);
                }
            }
            report.write(mapping, coverage);
        }
        return report.end();
    }

    private static void cover(Coverage coverage, MappingExamples tried, MappingExample example) throws IOException {
        try {
            for (Rows rows : tried.rows(example)) {
                coverage.add(rows);
            }
        } catch (ProblemException e) {
            if (!example.isRaw()) {
                throw e;
            }
            // A file that is refused as a whole shows nothing of the mapping.
        }
    }
}
