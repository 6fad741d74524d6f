package org.exchangebus.adapters.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small FTP server with one directory in memory that misbehaves as told, and remembers what it was asked. */
final class LyingFtpServer implements AutoCloseable {

    final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> moreLines = new CopyOnWriteArrayList<>();

    volatile boolean offersMlsd;
    volatile int bytesPerFile = Integer.MAX_VALUE;
    volatile String passiveHost = "127,0,0,1";
    volatile boolean deletesOnRetr;
    volatile boolean hangsUpAfterRetr;
    volatile boolean refusesRetr;
    volatile String refusedName = "";
    volatile boolean resetsData;
    volatile Runnable afterMove = () -> {};
    volatile String password = "right";

    private final Charset charset;
    private final ServerSocket control;
    private final Thread acceptor;

    LyingFtpServer(Charset charset) throws IOException {
        this.charset = charset;
        this.control = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        this.acceptor = new Thread(this::accept, "lying-ftp");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return control.getLocalPort();
    }

    long asked(String command) {
        return commands.stream().filter(line -> line.startsWith(command)).count();
    }

    @Override
    public void close() throws IOException {
        control.close();
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!control.isClosed()) {
            try {
                Socket client = control.accept();
                Thread thread = new Thread(() -> serve(client), "lying-ftp-session");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                ServerSocket data = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            OutputStream out = client.getOutputStream();
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), charset));
            say(out, "220 ready");
            String from = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String command = line.split(" ")[0];
                String argument = line.length() > command.length() ? line.substring(command.length() + 1) : "";
                switch (command) {
                    case "USER" -> say(out, "331 password");
                    case "PASS" -> say(out, argument.equals(password) ? "230 in" : "530 no");
                    case "SYST" -> say(out, "215 UNIX Type: L8");
                    case "FEAT" -> say(out, offersMlsd ? "211-Features\r\n MLST size*;modify*;\r\n211 End" : "502 no");
                    case "CWD" -> say(out, argument.equals("/in") ? "250 there" : "550 no such directory");
                    case "TYPE", "NOOP" -> say(out, "200 fine");
                    case "PASV" ->
                        say(
                                out,
                                "227 (" + passiveHost + "," + data.getLocalPort() / 256 + ","
                                        + data.getLocalPort() % 256 + ")");
                    case "LIST", "MLSD" -> send(out, data, listing(command).getBytes(charset));
                    case "RETR" -> {
                        retrieve(out, data, argument);
                        if (hangsUpAfterRetr) {
                            hangsUpAfterRetr = false;
                            return;
                        }
                    }
                    case "MKD" -> say(out, "257 made");
                    case "RNFR" -> {
                        from = argument;
                        say(out, files.containsKey(argument) ? "350 to" : "550 gone");
                    }
                    case "RNTO" -> {
                        if (files.containsKey(argument)) {
                            say(out, "550 exists");
                            continue;
                        }
                        files.put(argument, Objects.requireNonNull(files.remove(from)));
                        afterMove.run();
                        say(out, "250 moved");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "502 " + command + " not known");
                }
            }
        } catch (IOException e) {
            // The client hung up.
        }
    }

    private String listing(String command) {
        StringBuilder listing = new StringBuilder();
        files.forEach((name, bytes) -> {
            if (!name.contains("/")) {
                listing.append(
                        command.equals("MLSD")
                                ? "type=file;size=%d;modify=20260701080000; %s\r\n".formatted(bytes.length, name)
                                : "-rw-r--r--   1 ftp ftp %10d Jul 01 08:00 %s\r\n".formatted(bytes.length, name));
            }
        });
        moreLines.forEach(line -> listing.append(line).append("\r\n"));
        return listing.toString();
    }

    private void retrieve(OutputStream out, ServerSocket data, String name) throws IOException {
        if (deletesOnRetr) {
            files.remove(name);
        }
        byte[] bytes = files.get(name);
        if (bytes == null || refusesRetr || name.equals(refusedName)) {
            data.accept().close();
            say(out, "550 not available");
            return;
        }
        say(out, "150 here");
        try (Socket connection = data.accept()) {
            connection.getOutputStream().write(bytes, 0, Math.min(bytes.length, bytesPerFile));
            if (resetsData) {
                connection.setSoLinger(true, 0);
            }
        }
        if (!hangsUpAfterRetr) {
            say(out, "226 all of it");
        }
    }

    private void send(OutputStream out, ServerSocket data, byte[] bytes) throws IOException {
        say(out, "150 here");
        try (Socket connection = data.accept()) {
            connection.getOutputStream().write(bytes);
        }
        say(out, "226 done");
    }

    private void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(charset));
        out.flush();
    }
}
