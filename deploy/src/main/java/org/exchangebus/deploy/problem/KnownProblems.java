package org.exchangebus.deploy.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangebus.adapters.AdapterProblem;
import org.exchangebus.adapters.charset.CharsetProblem;
import org.exchangebus.adapters.database.DatabaseProblem;
import org.exchangebus.adapters.file.FileProblem;
import org.exchangebus.adapters.format.FormatProblem;
import org.exchangebus.adapters.soap.SoapProblem;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.identifier.Fault;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.YamlProblem;
import org.exchangebus.transformers.problem.ExampleProblem;
import org.exchangebus.transformers.problem.GeometryProblem;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.ValueProblem;

/** All problems of all modules by code, so that what the ledger keeps can be told in the reader's language. */
public final class KnownProblems {

    private static final List<Class<? extends Problem>> ENUMS = List.of(
            SchemaProblem.class,
            YamlProblem.class,
            Fault.class,
            MappingProblem.class,
            ExampleProblem.class,
            ValueProblem.class,
            GeometryProblem.class,
            AdapterProblem.class,
            CharsetProblem.class,
            FileProblem.class,
            FormatProblem.class,
            SoapProblem.class,
            DatabaseProblem.class,
            RoutesProblem.class,
            DeployProblem.class);

    private static final Map<String, Problem> BY_CODE =
            all().collect(Collectors.toUnmodifiableMap(Problem::code, Function.identity()));

    private KnownProblems() {}

    /** Every problem there is. */
    public static Stream<Problem> all() {
        return ENUMS.stream().flatMap(problems -> Arrays.stream(problems.getEnumConstants()));
    }

    /** The problem of a code. */
    public static Optional<Problem> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** What is wrong, told in the language of the locale; the text that was kept where the code is of another version. */
    public static String text(String code, List<String> arguments, String kept, Locale locale) {
        return ofCode(code).map(problem -> problem.text(locale, arguments)).orElse(kept);
    }
}
