package org.exchangebus.adapters.soap;

import java.io.IOException;
import java.time.Duration;

/** Repeats a call that only reads, where another try may help: after 1 and 4 seconds, or after what the service asks. */
final class Tries {

    static final int MOST = 3;

    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Lets time pass. */
    @FunctionalInterface
    interface Waiter {
        void pause(Duration time) throws InterruptedException;
    }

    /** One try. */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws IOException;
    }

    private final String address;
    private final Waiter waiter;

    Tries(String address, Waiter waiter) {
        this.address = address;
        this.waiter = waiter;
    }

    <T> T make(Attempt<T> attempt) throws AnswerException {
        for (int number = 1; ; number++) {
            Duration pause = Duration.ofSeconds(number == 1 ? 1 : 4);
            try {
                return attempt.make();
            } catch (AnswerException e) {
                if (!e.isTransient() || number == MOST) {
                    throw e;
                }
                pause = e.pause().orElse(pause);
            } catch (IOException e) {
                if (number == MOST) {
                    throw AnswerException.of(SoapProblem.NOT_REACHED, address, Integer.toString(MOST), reason(e));
                }
            }
            await(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        }
    }

    private void await(Duration pause) throws AnswerException {
        try {
            waiter.pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AnswerException.of(SoapProblem.NOT_REACHED, address, "1", "interrupted");
        }
    }

    private static String reason(IOException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return Tidy.of(text);
    }
}
