package org.exchangebus.deploy.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Files that were made of the catalogue: written to a directory, or one of them to standard output. */
public final class ExportedFiles {

    private final Map<String, String> files;
    private final @Nullable Path directory;

    /** @param directory where they go; null for standard output, which takes a single one */
    public ExportedFiles(Map<String, String> files, @Nullable Path directory) {
        this.files = files;
        this.directory = directory;
    }

    /** Tells, with a directory, the path of each file that was written. */
    public void write(PrintWriter out, ReportFormat format) {
        if (directory != null) {
            files.forEach((name, content) -> write(directory, name, content, out, format));
        } else if (files.size() == 1) {
            out.print(files.values().iterator().next());
            out.flush();
        } else {
            throw new ProblemException(Finding.of(
                    "export",
                    DeployProblem.DIRECTORY_NOT_NAMED,
                    String.valueOf(files.size()),
                    files.keySet().iterator().next()));
        }
    }

    private static void write(Path directory, String name, String content, PrintWriter out, ReportFormat format) {
        Path file = directory.resolve(name);
        try {
            Files.createDirectories(directory);
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new ProblemException(
                    Finding.of(
                            file.toString(),
                            DeployProblem.FILE_NOT_WRITTEN,
                            e.getClass().getSimpleName()),
                    e);
        }
        out.println(
                format == ReportFormat.JSON
                        ? JsonNodeFactory.instance
                                .objectNode()
                                .put("file", file.toString())
                                .toString()
                        : file.toString());
    }
}
