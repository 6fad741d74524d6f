package org.exchangebus.schemas.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GeneratedInputsTest {

    private static final Mutation LETTERS = Mutation.ofTexts(List.of("abcdefgh", "12345678"), "(", ")");

    @Test
    void equalSeedsMakeEqualInputsAndOthersMakeOthers() {
        List<String> inputs = new ArrayList<>();
        for (long seed = 0; seed < 500; seed++) {
            byte[] input = LETTERS.input(new SplittableRandom(seed));
            assertThat(LETTERS.input(new SplittableRandom(seed))).isEqualTo(input);
            inputs.add(Arrays.toString(input));
        }
        assertThat(inputs.stream().distinct().count()).isGreaterThan(400);
    }

    @Test
    void aParserThatThrowsIsToldWithWhatMakesItThrowAgain() {
        assertThatThrownBy(() -> new GeneratedInputs(LETTERS, 1, 0, 1_000).each(input -> {
                    if (input.length == 3) {
                        throw new IllegalStateException("three");
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ended in java.lang.IllegalStateException: three")
                .hasMessageMatching("(?s).*-Dgenerated.seed=-?[0-9]+ -Dgenerated.from=[0-9]+ -Dgenerated.inputs=1.*")
                .hasMessageContaining("Its 3 bytes");
    }

    @Test
    void aParserThatWorksTooLongIsStopped() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        assertThatThrownBy(() -> new GeneratedInputs(LETTERS, 1, 0, 1_000).each(input -> {
                    long end = threads.getCurrentThreadCpuTime()
                            + Duration.ofMillis(2_100).toNanos();
                    while (threads.getCurrentThreadCpuTime() < end) {
                        Thread.onSpinWait();
                    }
                }))
                .hasMessageContaining("Input 0 ")
                .hasMessageContaining("took 21");
    }

    @Test
    void aParserThatIsInOrderPasses() {
        assertThatCode(() -> new GeneratedInputs(LETTERS, 1, 0, 1_000).each(input -> {}))
                .doesNotThrowAnyException();
    }
}
