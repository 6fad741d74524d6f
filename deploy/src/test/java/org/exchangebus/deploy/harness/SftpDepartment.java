package org.exchangebus.deploy.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Wells as GeoJSON on an SFTP server, without companions. */
final class SftpDepartment implements Department {

    private static final String PASSWORD = "sftp-of-the-harness";

    private final FileDrop drop;
    private final SshServer server;
    private final String fingerprint;

    SftpDepartment(Path home, Truth truth, long seed, int first) throws IOException {
        drop = new FileDrop(home, "SF", ".geojson", StandardCharsets.UTF_8, SftpDepartment::geoJson, truth, seed);
        drop.first(first);
        SimpleGeneratorHostKeyProvider hostKey = new SimpleGeneratorHostKeyProvider(home.resolve("host-key"));
        hostKey.setAlgorithm(KeyUtils.EC_ALGORITHM);
        hostKey.setKeySize(256);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(hostKey);
        server.setFileSystemFactory(new VirtualFileSystemFactory(drop.folder()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setPasswordAuthenticator((user, given, session) -> PASSWORD.equals(given));
        server.start();
        fingerprint =
                KeyUtils.getFingerPrint(hostKey.loadKeys(null).iterator().next().getPublic());
    }

    private static String geoJson(List<Well> wells, List<String> bad) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n"
                + FileDrop.lines(
                        wells,
                        bad,
                        well -> feature(
                                well.code(),
                                well.name(),
                                well.level(),
                                well.step(),
                                well.isGone() ? "1" : "",
                                "" + well.outline()),
                        code -> feature(code, "坏井", "不详", 1, "", "null"),
                        ",\n")
                + "\n]}\n";
    }

    private static String feature(String code, String name, String level, long step, String gone, String geometry) {
        return ("{\"type\":\"Feature\",\"properties\":{\"CODE\":\"%s\",\"NAME\":\"%s\",\"LEVEL\":\"%s\",\"STEP\":%d,"
                        + "\"GONE\":\"%s\"},\"geometry\":%s}")
                .formatted(code, name, level, step, gone, geometry);
    }

    @Override
    public String system() {
        return "wells-sftp";
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public Map<String, String> places() {
        return Map.of("host-key", fingerprint);
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public void change(int wells) throws IOException {
        drop.change(wells);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
