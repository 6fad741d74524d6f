package org.exchangebus.adapters.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * The land office: GeoJSON files of parcels in CGCS2000 on an SFTP server whose host key stays the same; no companions.
 */
public final class LandOffice implements Simulator {

    private static final String USER = "exchange";
    private static final int FIRST_PARCELS = 150;
    private static final int BAD_EVERY = 25;

    private final Path root;
    private final long seed;
    private final String password;
    private final SshServer server;
    private final String fingerprint;

    private LandOffice(Path root, long seed, String password, SshServer server, String fingerprint) {
        this.root = root;
        this.seed = seed;
        this.password = password;
        this.server = server;
        this.fingerprint = fingerprint;
    }

    /** Starts the server; files, password and host key of an earlier start in the directory are found again. */
    public static LandOffice start(Path directory, long seed) throws IOException {
        Path root = directory.resolve("sftp");
        for (String folder : List.of("parcel/done", "parcel/held")) {
            Files.createDirectories(root.resolve(folder));
        }
        String password = Passwords.kept(directory, USER);
        SimpleGeneratorHostKeyProvider hostKey = new SimpleGeneratorHostKeyProvider(directory.resolve("host-key"));
        hostKey.setAlgorithm(KeyUtils.EC_ALGORITHM);
        hostKey.setKeySize(256);
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(hostKey);
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setPasswordAuthenticator((user, given, session) -> USER.equals(user)
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8)));
        server.start();
        PublicKey key = hostKey.loadKeys(null).iterator().next().getPublic();
        LandOffice office = new LandOffice(root, seed, password, server, KeyUtils.getFingerPrint(key));
        if (office.files() == 0) {
            office.issue(1, FIRST_PARCELS);
        }
        return office;
    }

    @Override
    public String system() {
        return "land-office";
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of(
                "land-office.host",
                "127.0.0.1",
                "land-office.port",
                Integer.toString(server.getPort()),
                "land-office.host-key",
                fingerprint);
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("land-office.password", password);
    }

    @Override
    public String invitation() {
        return "Land office (SFTP): sftp -P %d %s@127.0.0.1 (password %s, host key %s), folder parcel"
                .formatted(server.getPort(), USER, password, fingerprint);
    }

    /** Counted from the number of files, of which each has its known parcels. */
    @Override
    public synchronized List<Expected> expected() throws java.io.UncheckedIOException {
        try {
            int later = Math.max(0, files() - 1);
            int bad = FIRST_PARCELS / BAD_EVERY;
            return List.of(new Expected("parcel", FIRST_PARCELS - bad + later * 10L, bad));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A new file of ten parcels. */
    @Override
    public synchronized void tick() throws IOException {
        issue(files() + 1, 10);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private void issue(int file, int parcels) throws IOException {
        Path half = root.resolve("parcels-%04d.half".formatted(file));
        Files.writeString(half, new Parcels(seed, file).collection(parcels, BAD_EVERY));
        Files.move(half, root.resolve("parcel/parcels-%04d.geojson".formatted(file)), StandardCopyOption.ATOMIC_MOVE);
    }

    /** How many files were issued; those that the bus moved away count too. */
    private int files() throws IOException {
        try (Stream<Path> all = Files.walk(root.resolve("parcel"))) {
            return (int) all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("parcels-\\d{4}\\..*"))
                    .map(name -> name.substring(0, 12))
                    .distinct()
                    .count();
        }
    }
}
