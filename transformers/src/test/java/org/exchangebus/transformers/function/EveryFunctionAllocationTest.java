package org.exchangebus.transformers.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.exchangebus.transformers.mapping.Tried;
import org.exchangebus.transformers.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A function makes no object for a value that is in order, or its summary says that it allocates. */
class EveryFunctionAllocationTest {

    private static final int VALUES = 2_000;

    static Stream<Function.Example> frugal() {
        return Functions.all().stream()
                .flatMap(function -> function.examples().stream())
                .filter(example -> example.gives() != null)
                .filter(example -> Tried.calls(example.call()).stream()
                        .map(call -> Objects.requireNonNull(Functions.named(call.function())))
                        .noneMatch(function -> function.summary(Locale.ENGLISH).contains("Allocates.")))
                .filter(example -> !example.takes().contains("\u0301"));
    }

    @ParameterizedTest
    @MethodSource("frugal")
    void makesNoObjectForAValueInOrder(Function.Example example) {
        List<Step> compiled = new ArrayList<>();
        Kind kind = Kind.TEXT;
        for (Call call : Tried.calls(example.call())) {
            Function function = Objects.requireNonNull(Functions.named(call.function()));
            compiled.add(Objects.requireNonNull(function.compile(call, kind, Tried.TABLES, (place, problem, texts) -> {
                throw new AssertionError(problem);
            })));
            kind = function.gives() == Kind.SAME ? kind : function.gives();
        }
        Step[] steps = compiled.toArray(Step[]::new);
        byte[] text = example.takes().getBytes(StandardCharsets.UTF_8);
        Value value = new Value();
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        work(value, text, steps);

        long before = thread.getCurrentThreadAllocatedBytes();
        work(value, text, steps);
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).as("bytes for %d values", VALUES).isLessThan(VALUES);
        assertThat(Objects.requireNonNullElse(value.text(), "")).isEqualTo(example.gives());
    }

    private static void work(Value value, byte[] text, Step[] steps) {
        for (int i = 0; i < VALUES; i++) {
            value.startRow();
            value.set(text, 0, text.length);
            for (Step step : steps) {
                if (!value.isNothing() || step.takesNothing()) {
                    step.apply(value);
                }
            }
        }
    }
}
