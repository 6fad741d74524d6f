package org.exchangebus.deploy.workbench;

import java.util.Optional;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.adapters.Secret;

/** Some value for every placeholder, so that folders can be read where no address and no secret is known. */
final class Offline implements Lookup {

    private static final String ANY_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKl1Q2pZ7q8mF0S7b1m1nR6T8uQ3d1y5z0x9w8v7u6t5";

    @Override
    public Optional<String> address(String name) {
        if (name.endsWith(".address")) {
            return Optional.of("http://127.0.0.1:1/");
        }
        if (name.endsWith(".host-key")) {
            return Optional.of(ANY_KEY);
        }
        return Optional.of(name.endsWith(".port") ? "1" : "127.0.0.1");
    }

    @Override
    public Optional<Secret> secret(String name) {
        return Optional.of(new Secret("offline"));
    }
}
