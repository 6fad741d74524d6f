package org.exchangebus.adapters.soap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.Source;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Asks a service page by page and lands every answer as it came, once it is known to be readable to its last record.
 *
 * <p>The proof that nothing is missing is the total that the service declares: the pages together have to hold just
 * as many records. Where it changes on the way, all pages are asked again, once.
 */
final class SoapSource implements Source {

    private static final String CHARSET = "charset";
    private static final int COUNTED_TOGETHER = 1_000;
    private static final int ROUNDS = 2;

    private final SoapSettings settings;
    private final Call call;
    private final Tries tries;

    SoapSource(SoapSettings settings, Tries.Waiter waiter) {
        this.settings = settings;
        call = new Call(settings);
        tries = new Tries(settings.address(), waiter);
    }

    @Override
    public List<String> fields() {
        return settings.fields();
    }

    @Override
    public Capture capture(Capture.Request request) throws IOException {
        try {
            for (int round = 1; ; round++) {
                try {
                    return new Capture(pages(request.landing()), null, List.of());
                } catch (AnswerException e) {
                    if (e.problem() != SoapProblem.TOTAL_CHANGED || round == ROUNDS) {
                        throw e;
                    }
                }
            }
        } catch (AnswerException e) {
            throw new ProblemException(e.finding(settings.flow()), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public BlockReader open(Capture.Reading reading) throws IOException {
        Segment segment = reading.segment();
        Charset charset = Charset.forName(segment.attributes().getOrDefault(CHARSET, "UTF-8"));
        BufferedInputStream landed = new BufferedInputStream(reading.landing().open(segment), 64 * 1024);
        AnswerCharset.skipMark(landed);
        return new PageBlocks(new Page(landed, charset, settings), settings, segment.name());
    }

    @Override
    public BlockReader openSample(Path file) throws IOException {
        try {
            Charset charset;
            try (BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
                charset = AnswerCharset.find(bytes, null, settings.charset());
                try (Page page = new Page(bytes, charset, settings)) {
                    readThrough(page);
                }
            }
            BufferedInputStream again = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
            AnswerCharset.skipMark(again);
            return new PageBlocks(new Page(again, charset, settings), settings, file.toString());
        } catch (AnswerException e) {
            throw new ProblemException(e.finding(file.toString()), e);
        }
    }

    /** Reads a page to its end, keeps nothing of it, and requires that it tells of success. */
    private void readThrough(Page page) throws IOException {
        boolean isMore = true;
        while (isMore) {
            Rows.Builder rows = new Rows.Builder(settings.fields(), "", 1);
            for (int i = 0; isMore && i < COUNTED_TOGETHER; i++) {
                isMore = page.next(rows);
            }
        }
        requireSuccess(page);
    }

    @Override
    public void close() {
        call.close();
    }

    private List<Segment> pages(Landing landing) throws AnswerException {
        List<Segment> segments = new ArrayList<>();
        long total = -1;
        long read = 0;
        for (int page = 1; page == 1 || read < total; page++) {
            Taken taken = page(page, landing);
            if (total >= 0 && taken.total() != total) {
                throw AnswerException.of(SoapProblem.TOTAL_CHANGED, Long.toString(total), Long.toString(taken.total()));
            }
            total = taken.total();
            // A page that comes twice fills the total with records of another's place.
            if (taken.records() > 0
                    && segments.stream().anyMatch(before -> before.sha256()
                            .equals(taken.segment().sha256()))) {
                throw AnswerException.of(SoapProblem.PAGE_TWICE, Integer.toString(page));
            }
            read += taken.records();
            segments.add(taken.segment());
            if (taken.records() == 0 || !settings.isPaged()) {
                break;
            }
        }
        if (read != total) {
            throw AnswerException.of(SoapProblem.COUNT_DIFFERS, Long.toString(total), Long.toString(read));
        }
        return segments;
    }

    /** A page that was landed, and what it says. */
    private record Taken(Segment segment, long total, long records) {}

    private Taken page(int number, Landing landing) throws AnswerException {
        byte[] question = Question.of(settings, number);
        String name = "page-%05d".formatted(number);
        return tries.make(() -> call.send(question, answer -> {
            requireXml(answer);
            try (Landing.Writer writer = begin(landing, name)) {
                return take(answer, writer);
            }
        }));
    }

    private Taken take(Answer answer, Landing.Writer writer) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(new Copying(answer.body(), writer), 64 * 1024);
        Charset charset = AnswerCharset.find(bytes, answer.header("Content-Type"), settings.charset());
        long records = 0;
        try (Page page = new Page(bytes, charset, settings)) {
            readThrough(page);
            records = page.position();
            long total = page.total()
                    .orElseThrow(() -> AnswerException.of(
                            SoapProblem.TOTAL_MISSING, settings.total().text()));
            return new Taken(complete(writer, charset), total, records);
        }
    }

    /** A landing that fails is not the service's fault: no {@link IOException}, or the call would be tried again. */
    private static Landing.Writer begin(Landing landing, String name) {
        try {
            return landing.begin(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Segment complete(Landing.Writer writer, Charset charset) {
        try {
            return writer.complete(Map.of(CHARSET, charset.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireSuccess(Page page) throws AnswerException {
        if (settings.code().isEmpty()) {
            return;
        }
        String code = page.said(settings.code());
        if (!code.equals(settings.success())) {
            String message = Tidy.of(page.said(settings.message()));
            throw settings.busy().filter(code::equals).isPresent()
                    ? AnswerException.passing(Duration.ZERO, SoapProblem.RESULT_CODE, code, message)
                    : AnswerException.of(SoapProblem.RESULT_CODE, Tidy.of(code), message);
        }
    }

    private void requireXml(Answer answer) throws IOException {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            throw AnswerException.of(SoapProblem.REDIRECTED, settings.address(), host(answer.header("Location")));
        }
        String type = String.valueOf(answer.header("Content-Type")).toLowerCase(Locale.ROOT);
        boolean isXml = type.startsWith("text/xml") || type.startsWith("application/xml") || type.contains("+xml");
        boolean mayHoldFault = status == 500 || status == 400;
        if (status != 200 && !(mayHoldFault && isXml)) {
            String[] arguments = {settings.address(), Integer.toString(status)};
            throw status >= 500 || status == 429
                    ? AnswerException.passing(pause(answer), SoapProblem.HTTP_STATUS, arguments)
                    : AnswerException.of(SoapProblem.HTTP_STATUS, arguments);
        }
        if (!isXml || type.startsWith("multipart")) {
            throw AnswerException.of(SoapProblem.NOT_XML, Tidy.of(type));
        }
    }

    private static Duration pause(Answer answer) {
        String after = answer.header("Retry-After");
        return after != null && after.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(after)) : Duration.ZERO;
    }

    private static String host(@Nullable String location) {
        try {
            return location == null ? "?" : String.valueOf(URI.create(location).getHost());
        } catch (IllegalArgumentException e) {
            return "?";
        }
    }
}
