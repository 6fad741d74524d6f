package org.exchangebus.adapters.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.exchangebus.schemas.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {

    @ParameterizedTest
    @CsvSource({
        "MOMENT, 2020-01-01 10:00:00, 2020-01-01 10:00:00",
        "MOMENT, 2020-01-01 10:00:00.000, 2020-01-01 10:00:00",
        "MOMENT, 2020-01-01 10:00:00.5, 2020-01-01 10:00:00.500000",
        "MOMENT, 0000-00-00 00:00:00.000000, 0000-00-00 00:00:00",
        "NUMBER, 1E+20, 100000000000000000000",
        "NUMBER, 1.50, 1.50",
        "NUMBER, -0.0, 0.0",
        "NUMBER, NaN, NaN",
        "NUMBER, Infinity, Infinity",
        "TEXT, 007 , 007",
    })
    void hasOneTextForOneValue(Value kind, String found, String canonical) {
        assertThat(kind.canonical(found)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a;b", "a`b", "a\"b", "1a", "a.b.c", "", "表"})
    void letsNothingButPlainNamesIntoAStatement(String name) {
        for (Dialect dialect : EnumSet.allOf(Dialect.class)) {
            assertThatThrownBy(() -> dialect.quoted(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Dialect.POSTGRESQL.quoted("public.entity")).isEqualTo("\"public\".\"entity\"");
        assertThat(Dialect.MARIADB.quoted("order")).isEqualTo("`order`");
    }

    @ParameterizedTest
    @EnumSource(DatabaseProblem.class)
    void saysEveryProblemInBothLanguages(Problem problem) {
        assertThat(problem.texts().english())
                .isNotBlank()
                .isNotEqualTo(problem.texts().chinese());
        assertThat(problem.texts().chineseRemedy()).isNotBlank();
    }

    @Test
    void hasACodeOfItsOwnForEveryProblem() {
        assertThat(EnumSet.allOf(DatabaseProblem.class))
                .extracting(Problem::code)
                .doesNotHaveDuplicates();
    }
}
