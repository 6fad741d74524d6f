package org.exchangebus.adapters.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.message.MessageUtils;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.transport.ConduitInitiatorManager;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Sends one question over CXF's HTTP transport and lets the answer be taken as a stream of bytes.
 *
 * <p>Only the transport, without CXF's interceptors: the bytes are landed as they came, and parsed by nobody before.
 * A call has one deadline for everything, kept by a second thread, because a peer that sends a byte a second is in
 * time for every single read.
 */
final class Call implements AutoCloseable {

    private static final String TRANSPORT = "http://cxf.apache.org/transports/http";

    private final SoapSettings settings;
    private final Bus bus;
    private final ExecutorService worker = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "soap-call");
        thread.setDaemon(true);
        thread.setContextClassLoader(Call.class.getClassLoader());
        return thread;
    });

    Call(SoapSettings settings) {
        this.settings = settings;
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // CXF looks for its parts with the thread's loader, which in a packed application is not ours everywhere.
        thread.setContextClassLoader(Call.class.getClassLoader());
        try {
            bus = BusFactory.newInstance().createBus();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What the taker makes of the answer; throws what it throws, or what went wrong on the way. */
    <T> T send(byte[] question, Answer.Taker<T> taker) throws IOException {
        AtomicReference<@Nullable InputStream> open = new AtomicReference<>();
        Future<T> exchange = worker.submit(() -> exchange(question, taker, open));
        try {
            return exchange.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            InputStream answer = open.get();
            if (answer != null) {
                answer.close();
            }
            exchange.cancel(true);
            throw AnswerException.of(
                    SoapProblem.DEADLINE, Long.toString(settings.deadline().toSeconds()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        bus.shutdown(false);
    }

    private <T> T exchange(byte[] question, Answer.Taker<T> taker, AtomicReference<@Nullable InputStream> open)
            throws IOException {
        long until = System.nanoTime() + settings.deadline().toNanos();
        HTTPConduit conduit = conduit();
        try {
            Taken<T> taken = new Taken<>();
            conduit.setMessageObserver(in -> taken.take(in, until, taker, open));
            Message message = message();
            conduit.prepare(message);
            try (OutputStream out = message.getContent(OutputStream.class)) {
                out.write(question);
            }
            conduit.close(message);
            return taken.result();
        } finally {
            conduit.close();
        }
    }

    private HTTPConduit conduit() throws IOException {
        EndpointInfo endpoint = new EndpointInfo();
        endpoint.setAddress(settings.address());
        HTTPClientPolicy policy = new HTTPClientPolicy();
        policy.setConnectionTimeout(settings.patience().toMillis());
        // Later than the deadline of the whole, which is the one that is to be told.
        policy.setReceiveTimeout(settings.deadline().plusSeconds(10).toMillis());
        policy.setAllowChunking(false);
        policy.setAutoRedirect(false);
        policy.setVersion("1.1");
        try {
            HTTPConduit conduit = (HTTPConduit) bus.getExtension(ConduitInitiatorManager.class)
                    .getConduitInitiator(TRANSPORT)
                    .getConduit(endpoint, bus);
            conduit.setClient(policy);
            return conduit;
        } catch (org.apache.cxf.BusException e) {
            throw new IllegalStateException(e);
        }
    }

    private Message message() {
        String action = "\"" + settings.action() + "\"";
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Message message = new MessageImpl();
        if (settings.isSoap12()) {
            String parameter = settings.action().isEmpty() ? "" : "; action=" + action;
            message.put(Message.CONTENT_TYPE, "application/soap+xml; charset=UTF-8" + parameter);
        } else {
            message.put(Message.CONTENT_TYPE, "text/xml; charset=UTF-8");
            headers.put("SOAPAction", List.of(action));
        }
        message.put(Message.PROTOCOL_HEADERS, headers);
        message.put(Message.HTTP_REQUEST_METHOD, "POST");
        message.put(Message.ENDPOINT_ADDRESS, settings.address());
        // Every status is looked at here.
        message.put("org.apache.cxf.transport.no_io_exceptions", true);
        Exchange exchange = new ExchangeImpl();
        exchange.put(Bus.class, bus);
        exchange.setSynchronous(true);
        exchange.setOutMessage(message);
        message.setExchange(exchange);
        return message;
    }

    /** The answer's way from CXF's callback to the caller. */
    private final class Taken<T> {

        private @Nullable T result;
        private @Nullable IOException failure;
        private @Nullable RuntimeException unexpected;
        private boolean isTaken;

        void take(Message in, long until, Answer.Taker<T> taker, AtomicReference<@Nullable InputStream> open) {
            isTaken = true;
            try (InputStream body = body(in)) {
                open.set(body);
                Map<String, List<String>> headers = headers(in);
                Answer raw = new Answer(MessageUtils.getReponseCodeFromMessage(in), headers, body);
                InputStream limited = new LimitedStream(
                        unpacked(raw),
                        settings.largestAnswer(),
                        until,
                        settings.deadline().toSeconds());
                result = taker.take(new Answer(raw.status(), headers, limited));
            } catch (IOException e) {
                failure = e;
            } catch (RuntimeException e) {
                unexpected = e;
            }
        }

        T result() throws IOException {
            if (unexpected != null) {
                throw unexpected;
            }
            if (failure != null) {
                throw failure;
            }
            if (!isTaken || result == null) {
                throw new IOException("no answer");
            }
            return result;
        }

        private InputStream body(Message in) {
            InputStream body = in.getContent(InputStream.class);
            return body == null ? InputStream.nullInputStream() : body;
        }

        @SuppressWarnings("unchecked")
        private Map<String, List<String>> headers(Message in) {
            Object headers = in.get(Message.PROTOCOL_HEADERS);
            return headers == null ? Map.of() : (Map<String, List<String>>) headers;
        }

        private InputStream unpacked(Answer answer) throws IOException {
            String encoding = answer.header("Content-Encoding");
            if (encoding == null || encoding.equalsIgnoreCase("identity")) {
                return answer.body();
            }
            if (encoding.equalsIgnoreCase("gzip")) {
                return new GZIPInputStream(answer.body());
            }
            throw AnswerException.of(SoapProblem.NOT_XML, encoding);
        }
    }
}
