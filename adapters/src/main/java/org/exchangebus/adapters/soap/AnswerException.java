package org.exchangebus.adapters.soap;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.exchangebus.adapters.charset.NotInCharsetException;
import org.exchangebus.schemas.problem.Finding;
import org.jspecify.annotations.Nullable;

/** An answer that is not accepted, with the problem that it is. */
final class AnswerException extends IOException {

    private final transient SoapProblem problem;
    private final String[] arguments;
    private final boolean isTransient;
    private final Duration pause;

    private AnswerException(SoapProblem problem, boolean isTransient, Duration pause, String... arguments) {
        super(problem.code());
        this.problem = problem;
        this.isTransient = isTransient;
        this.pause = pause;
        this.arguments = arguments;
    }

    static AnswerException of(SoapProblem problem, String... arguments) {
        return new AnswerException(problem, false, Duration.ZERO, arguments);
    }

    /** Something that may be over soon; the service may have said how soon. */
    static AnswerException passing(Duration pause, SoapProblem problem, String... arguments) {
        return new AnswerException(problem, true, pause, arguments);
    }

    /**
     * What really was wrong when a parser gave up: an input that failed below it, or the XML itself.
     *
     * @param part what was parsed, for the message
     * @param charset how its bytes were read
     */
    static IOException from(XMLStreamException e, String part, String charset) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof AnswerException found) {
                return found;
            }
            if (cause instanceof NotInCharsetException found) {
                return of(SoapProblem.NOT_IN_CHARSET, charset, Long.toString(found.offset()));
            }
            if (cause instanceof CharacterCodingException) {
                return of(SoapProblem.NOT_IN_CHARSET, charset, "?");
            }
            if (cause instanceof IOException failed) {
                return failed;
            }
        }
        String line =
                e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getLineNumber());
        String column =
                e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getColumnNumber());
        return of(SoapProblem.MALFORMED, part, line, column);
    }

    private static @Nullable Throwable next(Throwable cause) {
        if (cause.getCause() != null && cause.getCause() != cause) {
            return cause.getCause();
        }
        return cause instanceof XMLStreamException xml ? xml.getNestedException() : null;
    }

    SoapProblem problem() {
        return problem;
    }

    /** Whether another try may help. */
    boolean isTransient() {
        return isTransient;
    }

    /** How long the service wants to be left alone; empty where it did not say. */
    Optional<Duration> pause() {
        return pause.isZero() ? Optional.empty() : Optional.of(pause);
    }

    Finding finding(String where) {
        return Finding.of(where, problem, arguments);
    }
}
