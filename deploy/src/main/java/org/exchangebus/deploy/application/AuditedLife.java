package org.exchangebus.deploy.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.routes.audit.Head;
import org.exchangebus.routes.audit.HeadFile;
import org.exchangebus.routes.ledger.Audit;
import org.exchangebus.schemas.run.SystemFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From start to stop of a bus in the audit, and the audit's head outside of the database meanwhile. */
final class AuditedLife implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedLife.class);

    private final Audit audit;
    private final HeadFile heads;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "audit-head"));
    private long exported;

    private AuditedLife(Audit audit, HeadFile heads) {
        this.audit = audit;
        this.heads = heads;
    }

    /** Enters the start, without which there is none, and exports the head each minute in which it changed. */
    static AuditedLife begin(Audit audit, HeadFile heads, BusConfiguration configuration, List<SystemFolder> systems) {
        AuditedLife life = new AuditedLife(audit, heads);
        audit.enter(Act.START, who(), "bus", null, detail(configuration, systems));
        life.clock.scheduleAtFixedRate(life::export, 0, 1, TimeUnit.MINUTES);
        return life;
    }

    @Override
    public void close() {
        clock.shutdown();
        try {
            audit.enter(Act.STOP, who(), "bus", null, Map.of());
        } catch (RuntimeException e) {
            LOG.warn("The stop of the bus could not be entered in the audit: {}", e.getMessage());
        }
        export();
    }

    private synchronized void export() {
        try {
            Head head = audit.head();
            if (head.number() != exported) {
                heads.append(head);
                exported = head.number();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The head of the audit could not be exported, and is tried again: {}", e.toString());
        }
    }

    private static String who() {
        return "os:" + System.getProperty("user.name", "?");
    }

    /** Digests of mappings are those that {@code sha256sum} gives. */
    private static Map<String, String> detail(BusConfiguration configuration, List<SystemFolder> systems) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("version", BusVersion.text());
        // Passwords say only that they are there; roles have no order of their own.
        String settings = new TreeSet<>(configuration.roles()) + " " + configuration.data() + " "
                + configuration.systems() + " " + configuration.catalogue() + " " + configuration.database() + " "
                + configuration.broker() + " " + configuration.web() + " " + configuration.schedule();
        detail.put("configuration", sha256(settings.getBytes(StandardCharsets.UTF_8)));
        for (SystemFolder system : systems) {
            try (Stream<Path> files = Files.list(system.path())) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                    detail.put(system.name() + "/" + file.getFileName(), sha256(Files.readAllBytes(file)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return detail;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
