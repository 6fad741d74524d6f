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
    private final boolean showsValues;

    /**
     * @param isUpdate whether what comes out becomes what is expected
     * @param showsValues whether personal values are shown as they are
     */
    public ExampleRun(Workbench bench, boolean isUpdate, boolean showsValues) {
        this.bench = bench;
        this.isUpdate = isUpdate;
        this.showsValues = showsValues;
    }

    /** Runs them; whether all came out as expected, or were updated. */
    public boolean run(PrintWriter out, Locale locale, ReportFormat format) throws IOException {
        ExampleReport report = new ExampleReport(out, locale, format);
        List<MappingExample> examples = bench.examples();
        for (MappingExample example : examples) {
            requireMapping(example, report);
        }
        for (Mapping mapping : bench.mappings()) {
            MappingExamples tried = bench.tried(mapping);
            Coverage coverage = new Coverage(mapping);
            for (MappingExample example : examples) {
                if (mapping.name().equals(example.system() + "/" + example.mapping())) {
                    run(mapping, tried, example, coverage, report);
                }
            }
            report.write(mapping, coverage);
        }
        return report.end();
    }

    /** An example of a mapping that there is not would be passed over, and look like one that came out right. */
    private void requireMapping(MappingExample example, ExampleReport report) {
        try {
            bench.mapping(example.system(), example.mapping());
        } catch (ProblemException e) {
            report.write(example, e.findings());
        }
    }

    private void run(
            Mapping mapping, MappingExamples tried, MappingExample example, Coverage coverage, ExampleReport report)
            throws IOException {
        try {
            boolean isUpdated = isUpdate && tried.update(example);
            List<Difference> differences = tried.differences(example);
            report.write(example, showsValues ? differences : MaskedDifference.all(mapping, differences), isUpdated);
            cover(coverage, tried, example);
        } catch (ProblemException e) {
            report.write(example, e.findings());
        }
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
