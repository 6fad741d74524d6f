package org.exchangebus.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.exchangebus.deploy.problem.KnownProblems;
import org.exchangebus.schemas.problem.Problem;
import org.junit.jupiter.api.Test;

class KnownProblemsTest {

    @Test
    void knowsEveryProblemOfTheHouse() {
        Set<String> enums = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.exchangebus")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Problem.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(enums).hasSizeGreaterThan(5);
        assertThat(KnownProblems.all().map(problem -> problem.getClass().getName()))
                .containsAll(enums);
    }

    @Test
    void tellsWhatTheLedgerKeptInTheLanguageOfTheReader() {
        assertThat(KnownProblems.text("MAPPING-101", List.of("x", "y", "z"), "kept", Locale.CHINESE))
                .matches(".*[一-鿿].*");
        assertThat(KnownProblems.text("OLD-999", List.of(), "kept", Locale.CHINESE))
                .isEqualTo("kept");
    }
}
