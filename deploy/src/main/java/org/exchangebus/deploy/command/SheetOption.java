package org.exchangebus.deploy.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.exchangebus.deploy.ledger.SheetFormat;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command whose result is a sheet: its form, and where it goes. */
final class SheetOption {

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private SheetFormat format;

    @Option(names = "--to", paramLabel = "FILE", descriptionKey = "sheet.to")
    private @Nullable Path to;

    /** Writes to the file that was asked for, whole or not at all, or to standard output. */
    void write(PrintWriter out, BiConsumer<SheetFormat, PrintWriter> sheet) {
        if (to == null) {
            sheet.accept(format, out);
            return;
        }
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(part, StandardCharsets.UTF_8))) {
                sheet.accept(format, file);
                if (file.checkError()) {
                    throw new IOException("written in part");
                }
            }
            Files.move(part, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ProblemException(
                    Finding.of(to.toString(), DeployProblem.FILE_NOT_WRITTEN, String.valueOf(e.getMessage())), e);
        }
    }
}
