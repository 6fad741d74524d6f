package org.exchangebus.deploy.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusYaml;
import org.exchangebus.deploy.ledger.ComparedSheet;
import org.exchangebus.deploy.ledger.SheetFormat;
import org.exchangebus.deploy.workbench.ReplayBench;
import org.exchangebus.routes.landing.LandingStore;
import org.exchangebus.routes.reconciliation.Comparison;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus ledger reconcile}: what proven runs brought beside what the registries hold, key by key. */
@Command(name = "reconcile", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class LedgerReconcileCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Mixin
    private PlacesOption systems;

    @Mixin
    private SheetOption sheet;

    @Parameters(paramLabel = "FLOW", arity = "0..*", descriptionKey = "reconcile.flows")
    private List<String> flows = List.of();

    @Option(names = "--resource", paramLabel = "RESOURCE", descriptionKey = "reconcile.resource")
    private @Nullable String resource;

    @Option(names = "--since", paramLabel = "DAY", descriptionKey = "reconcile.since")
    private @Nullable LocalDate since;

    @Option(names = "--keys", descriptionKey = "reconcile.keys")
    private boolean isWhole;

    @Option(names = "--hub-config", paramLabel = "FILE", descriptionKey = "reconcile.hub")
    private @Nullable Path hub;

    @Override
    public Integer call() {
        Words words = Words.of(spec);
        Terminal terminal = Terminal.on(spec.commandLine().getErr());
        terminal.doing(words.say("ledger.opening"));
        BusConfiguration configuration = place.configuration();
        boolean[] isClean = {false};
        try (LedgerAccess access = LedgerAccess.open(configuration);
                LedgerAccess registry = hub == null ? null : LedgerAccess.openHub(BusYaml.read(hub));
                ReplayBench bench = ReplayBench.open(
                        configuration,
                        systems.places(),
                        LandingStore.reading(
                                access.landing().directory(), access.landing().keys()))) {
            DataSource rows = registry == null ? access.database() : registry.database();
            Comparison comparison = new Comparison(access.database(), rows, bench.replay());
            sheet.write(
                    spec.commandLine().getOut(),
                    (format, out) -> isClean[0] = compare(comparison, bench, format, out, words, terminal));
            return (isClean[0] ? ExitCode.FINE : ExitCode.FINDINGS).code();
        } finally {
            terminal.clear();
        }
    }

    private boolean compare(
            Comparison comparison,
            ReplayBench bench,
            SheetFormat format,
            PrintWriter out,
            Words words,
            Terminal terminal) {
        ComparedSheet compared = new ComparedSheet(format, out, words.locale(), isWhole);
        for (ReplayBench.Brought brought : bench.brought(flows, resource)) {
            Comparison.Question question = new Comparison.Question(
                    brought.resource(),
                    brought.flows(),
                    since == null
                            ? null
                            : since.atStartOfDay(ZoneId.systemDefault()).toInstant());
            compared.add(comparison.compare(
                    question,
                    new ComparisonNews(terminal, words, brought.resource().name()),
                    difference -> compared.add(brought.resource(), difference)));
        }
        terminal.clear();
        return compared.end();
    }
}
