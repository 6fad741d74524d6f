package org.exchangebus.adapters.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a source and its database, and cuts a connection after so many bytes of answers. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final AtomicLong answered = new AtomicLong();
    private volatile long limit = Long.MAX_VALUE;

    CuttingProxy(int port) throws IOException {
        pool.execute(() -> {
            try {
                while (true) {
                    Socket client = door.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                    pool.execute(() -> pass(client, server, new AtomicLong(), Long.MAX_VALUE));
                    pool.execute(() -> pass(server, client, answered, limit));
                }
            } catch (IOException e) {
                pool.shutdown();
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on a connection ends after so many bytes of answers. */
    void limit(long bytes) {
        limit = bytes;
        answered.set(0);
    }

    /** Bytes of answers since the limit was set. */
    long answered() {
        return answered.get();
    }

    private static void pass(Socket from, Socket to, AtomicLong passed, long most) {
        byte[] buffer = new byte[1024];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int read = 0;
            while (read >= 0 && passed.get() < most) {
                read = in.read(buffer);
                int length = (int) Math.min(read, most - passed.get());
                out.write(buffer, 0, Math.max(0, length));
                passed.addAndGet(Math.max(0, length));
            }
        } catch (IOException e) {
            // One side has hung up; that the other notices is what the test is about.
            passed.addAndGet(0);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        pool.shutdownNow();
    }
}
