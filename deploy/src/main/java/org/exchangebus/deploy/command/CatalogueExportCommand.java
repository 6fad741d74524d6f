package org.exchangebus.deploy.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.catalogue.CatalogueDifference;
import org.exchangebus.deploy.catalogue.EditorSchemas;
import org.exchangebus.deploy.catalogue.ExportedFiles;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.export.ExportForm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code bus catalogue export}: resources in the forms that others work with. */
@Command(name = "export", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class CatalogueExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private CatalogueCommand parent;

    @Parameters(paramLabel = "RESOURCE", arity = "0..*", descriptionKey = "catalogue.resource")
    private List<String> names = List.of();

    @Option(names = "--all", descriptionKey = "catalogue.all")
    private boolean all;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            descriptionKey = "catalogue.as",
            converter = FormConverter.class,
            completionCandidates = Forms.class)
    private @Nullable ExportForm form;

    @Option(names = "--editor", paramLabel = "DIR", descriptionKey = "catalogue.editor")
    private @Nullable Path editor;

    @Option(names = "--language", paramLabel = "zh|en", descriptionKey = "catalogue.language")
    private @Nullable Language language;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "catalogue.out")
    private @Nullable Path out;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        PrintWriter output = spec.commandLine().getOut();
        if (editor != null) {
            new ExportedFiles(EditorSchemas.of(parent.catalogue()), editor).write(output, format);
        }
        if (form != null && all == names.isEmpty()) {
            new ExportedFiles(files(form), out).write(output, format);
        } else if (editor == null || form != null || all || !names.isEmpty()) {
            String key = form == null ? "catalogue.form" : "catalogue.which";
            throw new ParameterException(spec.commandLine(), Words.of(spec).say(key));
        }
        return ExitCode.FINE.code();
    }

    private Map<String, String> files(ExportForm form) {
        Catalogue catalogue = parent.catalogue();
        Locale locale = language == null ? Words.of(spec).locale() : language.locale();
        if (all) {
            return form.files(catalogue.resources(), locale);
        }
        List<Resource> resources = names.stream()
                .map(name -> CatalogueDifference.resource(catalogue, name))
                .toList();
        return resources.size() == 1 ? form.files(resources.get(0), locale) : form.files(resources, locale);
    }

    /** The languages of pages and dictionaries. */
    enum Language {
        ZH(Locale.CHINESE),
        EN(Locale.ENGLISH);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        Locale locale() {
            return locale;
        }
    }

    /** The names of the forms, for help and completion. */
    static final class Forms implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ExportForm.values()).map(ExportForm::label).iterator();
        }
    }

    /** Finds a form by its name. */
    static final class FormConverter implements ITypeConverter<ExportForm> {

        @Override
        public ExportForm convert(String value) {
            return Arrays.stream(ExportForm.values())
                    .filter(form -> form.label().equals(value.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(value));
        }
    }
}
