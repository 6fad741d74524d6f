package org.exchangebus.adapters.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that says whatever a test wants, to the last byte of HTTP, and remembers what it was asked. */
final class StubService implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

    /** Answers a question; the connection ends with it. */
    @FunctionalInterface
    interface Script {
        void answer(int number, OutputStream out) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final Script script;

    StubService(Script script) throws IOException {
        this.script = script;
        Thread thread = new Thread(this::serve, "stub");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers of HTTP status 200 and type {@code text/xml; charset=UTF-8}; the last is repeated. */
    static StubService of(String... bodies) throws IOException {
        return new StubService((number, out) -> {
            byte[] body = bodies[Math.min(number, bodies.length) - 1].getBytes(StandardCharsets.UTF_8);
            write(out, "200 OK", "text/xml; charset=UTF-8", body);
        });
    }

    static void write(OutputStream out, String status, String type, byte[] body, String... headers) throws IOException {
        head(out, status, type, "Content-Length: " + body.length + "\r\n" + String.join("", headers));
        out.write(body);
    }

    static void head(OutputStream out, String status, String type, String headers) throws IOException {
        String head =
                "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nConnection: close\r\n" + headers + "\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/service";
    }

    int port() {
        return server.getLocalPort();
    }

    /** Heads and bodies of what was asked, in order. */
    List<String> questions() {
        return questions;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                questions.add(question(socket.getInputStream()));
                script.answer(questions.size(), socket.getOutputStream());
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // The client went away, as some tests want it to.
            }
        }
    }

    private static String question(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            head.write(b);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        return text + new String(body, StandardCharsets.UTF_8);
    }
}
