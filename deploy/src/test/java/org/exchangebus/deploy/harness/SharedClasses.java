package org.exchangebus.deploy.harness;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The class path of children, as jars, and the archive of loaded classes that lets them start in half the time. */
final class SharedClasses {

    private static SharedClasses made;

    private final String classPath;
    private final Path archive;

    private SharedClasses(Path directory) throws IOException {
        archive = directory.resolve("classes.jsa");
        Files.deleteIfExists(archive);
        List<String> entries = new ArrayList<>();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : path.split(File.pathSeparator)) {
            Path place = Path.of(entry);
            // The JVM shares classes of jars only.
            entries.add(
                    Files.isDirectory(place)
                            ? jar(place, directory.resolve(entries.size() + ".jar"))
                                    .toString()
                            : entry);
        }
        classPath = String.join(File.pathSeparator, entries);
    }

    static synchronized SharedClasses get() throws IOException {
        if (made == null) {
            made = new SharedClasses(
                    Files.createDirectories(Path.of("target", "harness")).toAbsolutePath());
        }
        return made;
    }

    String classPath() {
        return classPath;
    }

    boolean isArchived() {
        return Files.exists(archive);
    }

    /** Options that share the classes; of a process that ends in order while there is no archive, one that makes it. */
    List<String> options() {
        return List.of(
                isArchived() ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + archive,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    private static Path jar(Path directory, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted().skip(1).toList()) {
                String name = directory.relativize(file).toString().replace(File.separatorChar, '/');
                boolean isFolder = Files.isDirectory(file);
                zip.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(file, zip);
                }
            }
        }
        return jar;
    }
}
