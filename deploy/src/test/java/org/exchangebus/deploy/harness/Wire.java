package org.exchangebus.deploy.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A wire between a client and a server of TCP that can be made bad: the eight faults that Toxiproxy has, and two of ours. */
final class Wire implements AutoCloseable {

    /** What is wrong with a wire; what the amount counts stands beside each. */
    enum Kind {
        /** Milliseconds before anything arrives. */
        LATENCY,
        /** Bytes a second. */
        BANDWIDTH,
        /** Milliseconds until an end is told. */
        SLOW_CLOSE,
        /** Nothing arrives; after milliseconds the connection ends. */
        TIMEOUT,
        /** Bytes that arrive at once. */
        SLICER,
        /** Bytes after which the connection ends. */
        LIMIT_DATA,
        /** Milliseconds until the connection is reset. */
        RESET_PEER,
        /** Nobody is there. */
        DOWN
    }

    /** A fault of all connections. */
    record Fault(Kind kind, long amount) {}

    /** What a watcher wants to become of bytes that the server sent. */
    interface Watcher {

        /**
         * Looks at bytes before they are passed on.
         *
         * @param before how many the server sent earlier, over all connections
         * @return false to end the connection without passing them on
         */
        boolean passes(byte[] bytes, int length, long before);
    }

    private static final Pattern PASSIVE = Pattern.compile("227 [^(]*\\((\\d+,\\d+,\\d+,\\d+),(\\d+),(\\d+)\\)");

    private final ServerSocket door;
    private final int target;
    private final boolean isFtp;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Wire> further = ConcurrentHashMap.newKeySet();
    private final AtomicLong received;
    private volatile @Nullable Fault fault;
    private volatile Watcher watcher = (bytes, length, before) -> true;
    private volatile @Nullable Wire leader;

    /**
     * A wire to a port of this machine.
     *
     * @param isFtp whether connections for data, which the server names, go over wires with the same faults
     */
    Wire(int target, boolean isFtp) throws IOException {
        this(target, isFtp, null);
    }

    private Wire(int target, boolean isFtp, @Nullable Wire leader) throws IOException {
        this.target = target;
        this.isFtp = isFtp;
        this.leader = leader;
        received = leader == null ? new AtomicLong() : leader.received;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on all connections suffer from this; null heals the wire. */
    void suffer(@Nullable Fault next) {
        fault = next;
        if (next != null && next.kind == Kind.DOWN) {
            cut();
        }
    }

    void watch(Watcher next) {
        watcher = next;
    }

    /** Bytes that the server sent so far. */
    long received() {
        return received.get();
    }

    /** Ends all connections. */
    void cut() {
        open.forEach(Wire::end);
        further.forEach(Wire::cut);
    }

    private @Nullable Fault fault() {
        Wire first = leader;
        return first == null ? fault : first.fault;
    }

    private Watcher watcher() {
        Wire first = leader;
        return first == null ? watcher : first.watcher;
    }

    private boolean is(Kind kind) {
        Fault now = fault();
        return now != null && now.kind == kind;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (is(Kind.DOWN)) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                start(() -> pump(client, server, false));
                start(() -> pump(server, client, true));
            } catch (IOException e) {
                // The door was closed, or the server is away: the client sees an end.
                cut();
            }
        }
    }

    private void pump(Socket from, Socket to, boolean isFromServer) {
        byte[] buffer = new byte[8192];
        long passed = 0;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length;
            while ((length = in.read(buffer)) >= 0) {
                byte[] bytes = buffer;
                if (isFromServer && isFtp) {
                    bytes = redirected(buffer, length);
                    length = bytes.length;
                }
                if (isFromServer && !watcher().passes(bytes, length, received.getAndAdd(length))) {
                    break;
                }
                passed += length;
                if (!pass(bytes, length, out, passed)) {
                    break;
                }
            }
        } catch (IOException e) {
            // One side went away; the other is told below.
        }
        if (is(Kind.SLOW_CLOSE)) {
            pause(fault().amount);
        }
        finish(from, to);
    }

    /** Whether the connection goes on. */
    private boolean pass(byte[] bytes, int length, OutputStream out, long passed) throws IOException {
        Fault now = fault();
        if (now == null) {
            out.write(bytes, 0, length);
            return true;
        }
        switch (now.kind) {
            case LATENCY -> pause(now.amount);
            case BANDWIDTH -> pause(1000L * length / now.amount);
            case TIMEOUT, RESET_PEER -> {
                pause(now.amount);
                return false;
            }
            case SLICER -> {
                for (int at = 0; at < length; at += (int) now.amount) {
                    out.write(bytes, at, (int) Math.min(now.amount, length - at));
                    out.flush();
                    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
                }
                return true;
            }
            case LIMIT_DATA -> {
                if (passed > now.amount) {
                    out.write(bytes, 0, (int) Math.max(0, now.amount - (passed - length)));
                    return false;
                }
            }
            default -> {}
        }
        out.write(bytes, 0, length);
        return true;
    }

    /** The answer to PASV with a port of ours in it. */
    private byte[] redirected(byte[] buffer, int length) throws IOException {
        String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
        Matcher matcher = PASSIVE.matcher(text);
        if (!matcher.find()) {
            return java.util.Arrays.copyOf(buffer, length);
        }
        int port = Integer.parseInt(matcher.group(2)) << 8 | Integer.parseInt(matcher.group(3));
        Wire data = new Wire(port, false, this);
        further.add(data);
        String ours = matcher.group(1) + "," + (data.port() >> 8) + "," + (data.port() & 255);
        return (text.substring(0, matcher.start(1)) + ours + text.substring(matcher.end(3)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void finish(Socket from, Socket to) {
        if (is(Kind.RESET_PEER)) {
            for (Socket socket : new Socket[] {from, to}) {
                try {
                    socket.setSoLinger(true, 0);
                } catch (IOException e) {
                    // It is closed already.
                }
            }
        }
        end(from);
        end(to);
        open.remove(from);
        open.remove(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
        for (Wire data : further) {
            data.close();
        }
    }
}
