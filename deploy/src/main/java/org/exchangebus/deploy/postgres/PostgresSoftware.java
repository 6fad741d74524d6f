package org.exchangebus.deploy.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs, unpacked from the class path, and how one is called by this user. */
final class PostgresSoftware {

    private final Path home;
    private final List<String> prefix;

    private PostgresSoftware(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /** Unpacks the programs below {@code directory}, where that has not been done before. */
    static PostgresSoftware below(Path directory) throws IOException {
        return below(
                directory,
                System.getProperty("os.name", "?"),
                System.getProperty("os.arch", "?"),
                List.of("unshare", "-U"));
    }

    static PostgresSoftware below(Path directory, String system, String architecture, List<String> asNobody)
            throws IOException {
        String platform = system + " " + architecture;
        String archive = "/postgres-" + system.toLowerCase(Locale.ROOT) + "-"
                + architecture.replace("amd64", "x86_64").replace("aarch64", "arm_64") + ".txz";
        try (InputStream packed = PostgresSoftware.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new ProblemException(Finding.of("postgres", DeployProblem.DATABASE_NOT_FOR_PLATFORM, platform));
            }
            // The archive's length tells one version from another.
            Path home = directory.resolve("postgres-" + length(archive));
            if (!Files.isDirectory(home)) {
                Path unpacking = directory.resolve(home.getFileName() + ".unpacking");
                delete(unpacking);
                unpack(packed, unpacking);
                Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
            }
            List<String> prefix = new ArrayList<>();
            // A session of its own: Ctrl-C is for the bus, which then ends the server in order.
            if (succeeds(List.of("setsid"), "true")) {
                prefix.add("setsid");
            }
            prefix.addAll(prefix(asNobody));
            return new PostgresSoftware(home, prefix);
        }
    }

    /** The command line of one of the programs: {@code initdb}, {@code pg_ctl}, {@code postgres}. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> prefix(List<String> asNobody) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!succeeds(asNobody, "true")) {
            throw new ProblemException(Finding.of("postgres", DeployProblem.ROOT_WITHOUT_NAMESPACES));
        }
        return asNobody;
    }

    private static boolean succeeds(List<String> prefix, String program) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long length(String archive) throws IOException {
        return java.util.Objects.requireNonNull(PostgresSoftware.class.getResource(archive))
                .openConnection()
                .getContentLengthLong();
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        Files.createDirectories(target);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    static void delete(@Nullable Path directory) throws IOException {
        if (directory == null || !Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
