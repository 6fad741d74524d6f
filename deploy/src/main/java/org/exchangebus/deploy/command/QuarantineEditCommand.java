package org.exchangebus.deploy.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.EntrySheet;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.QuarantineDesk;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus quarantine edit}: writes another version of a row; what the source gave is kept. */
@Command(name = "edit", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class QuarantineEditCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Mixin
    private ActorOption actor;

    @Parameters(paramLabel = "ID", descriptionKey = "entries.id")
    private long id;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "ask.reason", required = true)
    private String reason;

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "entries.file", required = true)
    private Path file;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        String who = actor.who();
        try (LedgerAccess access = place.open()) {
            QuarantineDesk desk = new Ledger(access.database()).desk();
            desk.edit(id, read(), who, ActorOption.said(reason));
            new EntrySheet(spec.commandLine().getOut(), Words.of(spec).locale()).show(desk.detail(id), false, format);
            return ExitCode.FINE.code();
        }
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ProblemException(
                    Finding.of(file.toString(), DeployProblem.FILE_NOT_READ, String.valueOf(e.getMessage())), e);
        }
    }
}
