package org.exchangebus.deploy.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.deploy.workbench.RowReport;
import org.exchangebus.deploy.workbench.Workbench;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.transformers.explain.Explainer;
import org.exchangebus.transformers.explain.Explanation;
import org.exchangebus.transformers.mapping.Mapping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus map}: what becomes of a sample file, row by row, and with {@code --explain} how. */
@Command(name = "map", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class MapCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PlacesOption places;

    @Parameters(paramLabel = "SYSTEM[/MAPPING]", descriptionKey = "system.mapping")
    private String name;

    @Option(names = "--file", paramLabel = "SAMPLE", required = true, descriptionKey = "map.file")
    private Path file;

    @Option(names = "--explain", descriptionKey = "map.explain")
    private boolean explain;

    @Option(names = "--row", paramLabel = "N", descriptionKey = "map.row")
    private @Nullable Long row;

    @Option(names = "--show-values", descriptionKey = "show-values")
    private boolean showValues;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() throws Exception {
        Words words = Words.of(spec);
        int slash = name.indexOf('/');
        String system = slash < 0 ? name : name.substring(0, slash);
        try (Workbench bench = Workbench.open(places.places(), system)) {
            Mapping mapping = slash < 0 ? only(bench, system) : bench.mapping(system, name.substring(slash + 1));
            RowReport report = new RowReport(spec.commandLine().getOut(), words.locale(), format, explain);
            rows(bench, mapping).forEach(report::write);
            return (report.end() ? ExitCode.FINE : ExitCode.FINDINGS).code();
        }
    }

    private List<Explanation> rows(Workbench bench, Mapping mapping) throws IOException {
        Explainer explainer = new Explainer(mapping, showValues);
        List<Explanation> explained = new ArrayList<>();
        for (Rows rows : bench.rows(mapping, file)) {
            explained.addAll(explainer.explain(rows));
        }
        if (row == null) {
            return explained;
        }
        List<Explanation> chosen =
                explained.stream().filter(one -> one.position() == row).toList();
        if (chosen.isEmpty()) {
            String first =
                    explained.isEmpty() ? "-" : Long.toString(explained.get(0).position());
            throw new ProblemException(Finding.of(
                    file.toString(),
                    DeployProblem.ROW_MISSING,
                    Long.toString(row),
                    Integer.toString(explained.size()),
                    first));
        }
        return chosen;
    }

    private static Mapping only(Workbench bench, String system) {
        List<Mapping> mappings = List.copyOf(bench.mappings());
        if (mappings.size() == 1) {
            return mappings.get(0);
        }
        List<String> names = mappings.stream()
                .map(mapping -> mapping.name().substring(system.length() + 1))
                .toList();
        throw new ProblemException(Finding.of(
                "bus",
                DeployProblem.MAPPING_NOT_NAMED,
                system,
                String.join(", ", names),
                names.isEmpty() ? "-" : names.get(0)));
    }
}
