package org.exchangebus.adapters.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.exchangebus.adapters.Secret;
import org.exchangebus.adapters.Settings;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** An SFTP server, known by its host key before anything else is said to it. */
record SftpServerAddress(
        String flow,
        String host,
        int port,
        String user,
        @Nullable Secret password,
        @Nullable Secret key,
        String hostKey,
        Charset names,
        Duration connectTimeout,
        Duration readTimeout)
        implements RemoteServer {

    static SftpServerAddress of(String flow, Settings connection) {
        if (!connection.has("password") && !connection.has("key")) {
            throw connection.problem("user", FileProblem.NO_CREDENTIALS);
        }
        return new SftpServerAddress(
                flow,
                connection.text("host"),
                connection.number("port", 22),
                connection.text("user"),
                connection.secretIfSet("password").orElse(null),
                connection.secretIfSet("key").orElse(null),
                connection.text("host-key"),
                connection.charset("names-charset", StandardCharsets.UTF_8),
                connection.duration("connect-timeout", Duration.ofSeconds(20)),
                connection.duration("read-timeout", Duration.ofSeconds(60)));
    }

    String name() {
        return host + ":" + port;
    }

    @Override
    public RemoteDirectory connect(String directory) throws IOException {
        AtomicReference<String> refusedKey = new AtomicReference<>();
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((session, address, shown) -> {
            boolean isPinned = isPinned(shown);
            if (!isPinned) {
                refusedKey.set(KeyUtils.getFingerPrint(shown));
            }
            return isPinned;
        });
        // Nothing of the account that runs the bus is offered: no key, no agent, no known hosts.
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setHostConfigEntryResolver(org.apache.sshd.client.config.hosts.HostConfigEntryResolver.EMPTY);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, readTimeout.multipliedBy(2));
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, Duration.ofSeconds(30));
        client.start();
        try {
            ClientSession session =
                    client.connect(user, host, port).verify(connectTimeout).getSession();
            authenticate(session, refusedKey);
            SftpDirectory connected = new SftpDirectory(
                    this, directory, client, SftpClientFactory.instance().createSftpClient(session));
            connected.requireThere();
            return connected;
        } catch (IOException | GeneralSecurityException e) {
            client.stop();
            throw new ProblemException(
                    Finding.of(flow, FileProblem.CANNOT_CONNECT, name(), String.valueOf(e.getMessage())), e);
        } catch (ProblemException e) {
            client.stop();
            throw e;
        }
    }

    private void authenticate(ClientSession session, AtomicReference<String> refusedKey)
            throws IOException, GeneralSecurityException {
        if (password != null) {
            session.addPasswordIdentity(password.reveal());
        }
        if (key != null) {
            byte[] bytes = key.reveal().getBytes(StandardCharsets.UTF_8);
            for (KeyPair pair : SecurityUtils.loadKeyPairIdentities(
                    session, () -> "key", new java.io.ByteArrayInputStream(bytes), FilePasswordProvider.EMPTY)) {
                session.addPublicKeyIdentity(pair);
            }
        }
        try {
            session.auth().verify(connectTimeout);
        } catch (IOException e) {
            String shown = refusedKey.get();
            throw shown == null
                    ? problem(FileProblem.LOGIN_REFUSED, name(), user)
                    : problem(FileProblem.OTHER_HOST_KEY, name(), shown);
        }
    }

    private boolean isPinned(PublicKey shown) {
        if (hostKey.startsWith("SHA256:")) {
            return KeyUtils.checkFingerPrint(hostKey, shown).getKey();
        }
        return PublicKeyEntry.toString(shown).equals(String.join(" ", firstTwo(hostKey)));
    }

    private static String[] firstTwo(String line) {
        return java.util.Arrays.copyOf(line.strip().split("\\s+"), 2);
    }

    ProblemException lost(IOException e) {
        return new ProblemException(
                Finding.of(flow, FileProblem.CONNECTION_LOST, name(), String.valueOf(e.getMessage())), e);
    }

    ProblemException problem(Problem problem, String... arguments) {
        return new ProblemException(Finding.of(flow, problem, arguments));
    }
}
