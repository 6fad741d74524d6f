package org.exchangebus.adapters.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangebus.adapters.Adapters;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.adapters.Secret;
import org.exchangebus.adapters.Source;
import org.exchangebus.schemas.run.SystemFolder;

/** Opens the one source of an adapter.yaml that a test writes. */
final class FileTests {

    private FileTests() {}

    static Source open(Path root, String yaml, Map<String, String> addresses, Map<String, String> secrets)
            throws IOException {
        Path folder = Files.createDirectories(root.resolve("test-system"));
        Files.writeString(folder.resolve("adapter.yaml"), yaml);
        Files.writeString(folder.resolve("paper.mapping.yaml"), "");
        Adapters adapters = new Adapters(
                List.of(new SystemFolder(folder)),
                List.of(new FtpProtocol(), new SftpProtocol()),
                lookup(addresses, secrets));
        return adapters.source("test-system", adapters.flows().get(0).source());
    }

    static Lookup lookup(Map<String, String> addresses, Map<String, String> secrets) {
        return new Lookup() {
            @Override
            public Optional<String> address(String name) {
                return Optional.ofNullable(addresses.get(name));
            }

            @Override
            public Optional<Secret> secret(String name) {
                return Optional.ofNullable(secrets.get(name)).map(Secret::new);
            }
        };
    }
}
