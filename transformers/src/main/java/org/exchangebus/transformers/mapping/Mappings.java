package org.exchangebus.transformers.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.document.YamlFault;
import org.exchangebus.schemas.document.YamlText;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.Nearest;
import org.jspecify.annotations.Nullable;

/** All mappings of all systems, compiled. */
public final class Mappings {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]+\\.csv");
    private static final String SUFFIX = ".mapping.yaml";

    private final Map<String, Mapping> mappings = new TreeMap<>();

    /**
     * Compiles every {@code *.mapping.yaml} of the folders.
     *
     * @throws ProblemException with everything that is wrong with any of them
     */
    public Mappings(Catalogue catalogue, List<SystemFolder> folders, FieldsOf fieldsOf) {
        MappingCompiler compiler = new MappingCompiler(catalogue.resources());
        List<Finding> findings = new ArrayList<>();
        for (SystemFolder folder : folders) {
            for (String name : names(folder)) {
                List<String> fields = fieldsOf.fields(folder.name(), name);
                if (fields.isEmpty()) {
                    findings.add(Finding.of(folder.mapping(name).toString(), MappingProblem.NO_FIELDS));
                    continue;
                }
                Mapping mapping = compile(compiler, folder, name, fields, findings);
                if (mapping != null) {
                    mappings.put(mapping.name(), mapping);
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
    }

    /**
     * What is wrong with the mappings of a folder whose source cannot be read: all but what its fields would show.
     */
    public static List<Finding> findingsWithoutFields(Catalogue catalogue, SystemFolder folder) {
        MappingCompiler compiler = new MappingCompiler(catalogue.resources());
        List<Finding> findings = new ArrayList<>();
        for (String name : names(folder)) {
            compile(compiler, folder, name, List.of(), findings);
        }
        findings.removeIf(finding -> finding.problem() == MappingProblem.UNKNOWN_FIELD);
        return findings;
    }

    private static @Nullable Mapping compile(
            MappingCompiler compiler, SystemFolder folder, String name, List<String> fields, List<Finding> findings) {
        Path file = folder.mapping(name);
        try {
            return compiler.compile(
                    folder.name() + "/" + name,
                    file.toString(),
                    YamlText.of(file),
                    beside -> beside(folder, beside),
                    fields,
                    findings);
        } catch (YamlFault e) {
            findings.add(e.in(file.toString()));
        } catch (IOException e) {
            findings.add(Finding.of(file.toString(), SchemaProblem.FILE_UNREADABLE, String.valueOf(e.getMessage())));
        }
        return null;
    }

    private static byte @Nullable [] beside(SystemFolder folder, String name) {
        if (!NAME.matcher(name).matches()) {
            return null;
        }
        Path file = folder.path().resolve(name);
        try {
            // No link: what it leads to is not the owner's to show.
            boolean isTaken =
                    Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= FilesBeside.LONGEST;
            return isTaken ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the mappings in a folder, sorted. */
    public static List<String> names(SystemFolder folder) {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Collection<Mapping> all() {
        return Collections.unmodifiableCollection(mappings.values());
    }

    /**
     * The mapping of a system.
     *
     * @throws ProblemException if there is none of that name
     */
    public Mapping mapping(String system, String name) {
        Mapping mapping = mappings.get(system + "/" + name);
        if (mapping == null) {
            throw new ProblemException(Finding.of(
                    system, MappingProblem.UNKNOWN_MAPPING, Nearest.arguments(system + "/" + name, mappings.keySet())));
        }
        return mapping;
    }
}
