package org.exchangebus.adapters.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.exchangebus.adapters.MemoryLanding;
import org.exchangebus.adapters.Source;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ordinary FTP server in UTF-8 with MLSD, and files that are still being written. */
class PlainServersIT {

    private static final String ADAPTER = """
            summary: An ordinary server, for this test only.
            title: 测试
            department: 测试
            contact: test@example.org
            protocol: ftp
            connection:
              host: 127.0.0.1
              port: ${plain.port}
              user: exchange
              password: ${secret:plain.password}
              control-charset: UTF-8
            sources:
              paper:
                summary: Papers in CSV, as many as there are.
                mapping: paper
                resource: paper
                schedule: every 20s
                directory: /
                settled-for: 1s
                format: {kind: csv, charset: UTF-8}
                fields: [A, B]
            """;

    @TempDir
    Path data;

    @TempDir
    Path systems;

    private final MemoryLanding landing = new MemoryLanding();
    private FtpServer server;
    private Source source;

    @BeforeEach
    void start() throws Exception {
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(0);
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener.createListener());
        UserManager users = new PropertiesUserManagerFactory().createUserManager();
        BaseUser user = new BaseUser();
        user.setName("exchange");
        user.setPassword("right");
        user.setHomeDirectory(data.toString());
        user.setAuthorities(List.of(new WritePermission()));
        users.save(user);
        factory.setUserManager(users);
        server = factory.createServer();
        server.start();
        String port = String.valueOf(factory.getListener("default").getPort());
        source = FileTests.open(systems, ADAPTER, Map.of("plain.port", port), Map.of("plain.password", "right"));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void filesThatAreLeftAreTakenAgainWithEqualSegments() throws Exception {
        Files.writeString(data.resolve("a b.csv"), "A,B\n1,中\n");

        Capture first = capture();
        source.acknowledge(new Capture.Acknowledgement(first.segments(), List.of()));
        Capture second = capture();

        assertThat(first.segments()).hasSize(1).isEqualTo(second.segments());
        assertThat(landing.size()).isEqualTo(1);
        assertThat(Files.exists(data.resolve("a b.csv"))).isTrue();
    }

    @Test
    void aFileIsNotTakenWhileSomebodyWritesIt() throws Exception {
        Path file = data.resolve("slow.csv");
        AtomicBoolean isDone = new AtomicBoolean();
        Thread writer = new Thread(() -> write(file, isDone));
        writer.start();
        for (int i = 0; i < 3; i++) {
            Capture capture = capture();
            assertThat(capture.segments()).isEmpty();
            assertThat(capture.held()).isEmpty();
        }
        isDone.set(true);
        writer.join();
        assertThat(capture().segments()).extracting(Segment::bytes).containsExactly(Files.size(file));
    }

    @Test
    void aTransferOfManyMegabytesIsWhole() throws Exception {
        String row = "x".repeat(99) + "," + "中".repeat(30) + "\n";
        Files.writeString(data.resolve("big.csv"), "A,B\n" + row.repeat(60_000));

        Capture capture = capture();

        assertThat(capture.held()).isEmpty();
        assertThat(landing.bytes(capture.segments().get(0))).isEqualTo(Files.readAllBytes(data.resolve("big.csv")));
    }

    @Test
    void anEmptyDirectoryIsNoErrorButAServerThatIsGoneIs() throws Exception {
        assertThat(capture().segments()).isEmpty();
        server.stop();
        assertThatThrownBy(this::capture).hasMessageContaining("ADAPTER-020");
    }

    private Capture capture() throws Exception {
        return source.capture(new Capture.Request(1, null, landing));
    }

    /** Rows one by one, each in two halves, far faster than a file has to settle. */
    private static void write(Path file, AtomicBoolean isDone) {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("A,B\n".getBytes(StandardCharsets.UTF_8));
            while (!isDone.get()) {
                out.write("1,".getBytes(StandardCharsets.UTF_8));
                Thread.sleep(25);
                out.write("2\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
