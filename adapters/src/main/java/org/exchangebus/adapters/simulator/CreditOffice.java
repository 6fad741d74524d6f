package org.exchangebus.adapters.simulator;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The credit office: CSV files in GBK on an FTP server whose names are GBK too, licences and penalties in the layout of
 * 2015, each with a companion of its size, digest and rows. Now and then a file comes again with corrections, or in
 * UTF-8 by mistake.
 */
public final class CreditOffice implements Simulator {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String USER = "exchange";
    private static final int FIRST_PAPERS = 240;
    private static final int BAD_EVERY = 24;
    private static final int LATER_PAPERS = 12;

    private final Path root;
    private final Path stateFile;
    private final long seed;
    private final String password;
    private final GbkFtpServer server;
    private final Properties state;

    private CreditOffice(Path directory, long seed, String password, GbkFtpServer server, Properties state) {
        this.root = directory.resolve("ftp");
        this.stateFile = directory.resolve("state.properties");
        this.seed = seed;
        this.password = password;
        this.server = server;
        this.state = state;
    }

    /** Starts the server; files, counts and password of an earlier start in the directory are found again. */
    public static CreditOffice start(Path directory, long seed) throws IOException {
        for (String folder : List.of("licence/done", "licence/held", "penalty/done", "penalty/held")) {
            Files.createDirectories(directory.resolve("ftp").resolve(folder));
        }
        Properties state = new Properties();
        Path stateFile = directory.resolve("state.properties");
        if (Files.exists(stateFile)) {
            try (Reader reader = Files.newBufferedReader(stateFile)) {
                state.load(reader);
            }
        }
        String password = Passwords.kept(directory, USER);
        GbkFtpServer server = GbkFtpServer.start(directory.resolve("ftp"), USER, password);
        CreditOffice office = new CreditOffice(directory, seed, password, server, state);
        if (office.count("licence.files") == 0) {
            office.issueNext("licence", FIRST_PAPERS);
            office.issueNext("penalty", FIRST_PAPERS / 2);
        }
        return office;
    }

    @Override
    public String system() {
        return "credit-office";
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("credit-office.host", "127.0.0.1", "credit-office.port", Integer.toString(server.port()));
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("credit-office.password", password);
    }

    @Override
    public String invitation() {
        return "Credit office (FTP): curl -T mine.csv ftp://%s:%s@127.0.0.1:%d/licence/"
                .formatted(USER, password, server.port());
    }

    /** Counts every paper of a file that is not held; papers of a file that came again count once. */
    @Override
    public synchronized List<Expected> expected() {
        return List.of(
                new Expected("licence", count("licence.good"), count("licence.bad")),
                new Expected("penalty", count("penalty.good"), count("penalty.bad")));
    }

    /** A new file of licences; every second time one of penalties, every third a correction, every fifth a bad file. */
    @Override
    public synchronized void tick() throws IOException {
        int tick = count("ticks") + 1;
        state.setProperty("ticks", String.valueOf(tick));
        issueNext("licence", LATER_PAPERS);
        if (tick % 2 == 0) {
            issueNext("penalty", LATER_PAPERS);
        }
        if (tick % 3 == 0) {
            issueAgain("licence");
        }
        if (tick % 5 == 0) {
            byte[] wrong = text("licence", 900 + tick, 5, 0).getBytes(StandardCharsets.UTF_8);
            put("licence", "licence-utf8-%03d.csv".formatted(tick), wrong, 5);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void issueNext(String source, int papers) throws IOException {
        int file = count(source + ".files") + 1;
        int bad = papers / BAD_EVERY;
        add(source + ".files", 1);
        add(source + ".good", papers - bad);
        add(source + ".bad", bad);
        put(source, name(source, file), text(source, file, papers, 0).getBytes(GBK), papers);
    }

    /** The file before the last once more under its name, with other contents; the first, large one never. */
    private void issueAgain(String source) throws IOException {
        int file = count(source + ".files") - 1;
        if (file > 1) {
            add(source + ".revisions", 1);
            String text = text(source, file, LATER_PAPERS, count(source + ".revisions"));
            put(source, name(source, file), text.getBytes(GBK), LATER_PAPERS);
        }
    }

    private static String name(String source, int file) {
        return "%s-%04d.csv".formatted(source, file);
    }

    private String text(String source, int file, int papers, int revision) {
        CreditPapers made = new CreditPapers(seed, source.equals("licence"), file, revision);
        return String.join("\r\n", made.lines(papers, BAD_EVERY)) + "\r\n";
    }

    private void put(String source, String name, byte[] bytes, int rows) throws IOException {
        Path folder = root.resolve(source);
        String claim = "size=%d sha256=%s rows=%d%n".formatted(bytes.length, sha256(bytes), rows);
        Files.deleteIfExists(folder.resolve(name + ".ok"));
        Path half = Files.write(root.resolve(name + ".half"), bytes);
        Files.move(half, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        Path halfClaim = Files.writeString(root.resolve(name + ".ok.half"), claim);
        Files.move(halfClaim, folder.resolve(name + ".ok"), StandardCopyOption.REPLACE_EXISTING);
        keep();
    }

    private void keep() throws IOException {
        Path half = stateFile.resolveSibling("state.half");
        try (Writer writer = Files.newBufferedWriter(half)) {
            state.store(writer, null);
        }
        Files.move(half, stateFile, StandardCopyOption.REPLACE_EXISTING);
    }

    private int count(String key) {
        return Integer.parseInt(state.getProperty(key, "0"));
    }

    private void add(String key, int more) {
        state.setProperty(key, String.valueOf(count(key) + more));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
