package org.exchangebus.adapters.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exchangebus.adapters.Adapters;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.adapters.MemoryLanding;
import org.exchangebus.adapters.Secret;
import org.exchangebus.adapters.Source;
import org.exchangebus.adapters.file.FtpProtocol;
import org.exchangebus.adapters.file.SftpProtocol;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;
import org.exchangebus.schemas.run.SystemFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped credit office and land office, from their adapter.yaml to rows, over FTP in GBK and SFTP. */
class FileSimulatorsIT {

    @TempDir
    Path data;

    private final MemoryLanding landing = new MemoryLanding();

    @Test
    void everyPaperThatTheCreditOfficeIssuesArrivesOnceAndInOrder() throws Exception {
        try (CreditOffice office = CreditOffice.start(data, 11);
                Adapters adapters = adapters(office, Map.of())) {
            Source licences = adapters.source("credit-office", "licence");
            Set<String> numbers = new HashSet<>();
            int ragged = readAll(licences, numbers, "XK_WSH");
            // Of ten bad papers two are ragged lines; the others are rows that the mapping rejects.
            assertThat(ragged).isEqualTo(2);
            assertThat(numbers).hasSize(238).allMatch(number -> number.startsWith("信许字〔2026〕001-"));
            assertThat(office.expected().get(0)).isEqualTo(new Simulator.Expected("licence", 230, 10));
            for (int tick = 0; tick < 4; tick++) {
                office.tick();
                readAll(licences, numbers, "XK_WSH");
            }
            assertThat(numbers).hasSize(238 + 4 * 12);
            assertThat(office.expected().get(0).good()).isEqualTo(230 + 4 * 12);
            assertThat(readAll(licences, new HashSet<>(), "XK_WSH")).isZero();
        }
    }

    @Test
    void aFileInUtf8IsHeldAndMovedAsideAndTheOthersArrive() throws Exception {
        try (CreditOffice office = CreditOffice.start(data, 11);
                Adapters adapters = adapters(office, Map.of())) {
            for (int tick = 0; tick < 5; tick++) {
                office.tick();
            }
            Source licences = adapters.source("credit-office", "licence");
            Capture capture = licences.capture(new Capture.Request(1, null, landing));
            assertThat(capture.segments()).hasSize(6);
            assertThat(capture.held()).singleElement().satisfies(held -> {
                assertThat(held.segment().name()).isEqualTo("licence-utf8-005.csv");
                assertThat(held.reason().render(Locale.CHINESE)).contains("ADAPTER-051", "UTF-8");
            });
            acknowledge(licences, capture);
            assertThat(names(data.resolve("ftp/licence/held"))).hasSize(2);
            assertThat(names(data.resolve("ftp/licence/done"))).hasSize(12);
        }
    }

    @Test
    void aFileThatAPersonDropsUnderAChineseNameWithoutCompanionArrives() throws Exception {
        try (CreditOffice office = CreditOffice.start(data, 11);
                Adapters adapters = adapters(office, Map.of())) {
            Source licences = adapters.source("credit-office", "licence");
            readAll(licences, new HashSet<>(), "XK_WSH");
            String mine = CreditPapers.LICENCE + "\n我的1号" + ",".repeat(17) + "\n";
            Files.write(data.resolve("ftp/licence/我的许可.csv"), mine.getBytes(Charset.forName("GBK")));
            Set<String> numbers = new HashSet<>();
            readAll(licences, numbers, "XK_WSH");
            assertThat(numbers).containsExactly("我的1号");
            assertThat(names(data.resolve("ftp/licence/done"))).anyMatch(name -> name.startsWith("我的许可."));
        }
    }

    @Test
    void theSameFileSentAgainIsPutAsideAgain() throws Exception {
        try (CreditOffice office = CreditOffice.start(data, 11);
                Adapters adapters = adapters(office, Map.of())) {
            Source licences = adapters.source("credit-office", "licence");
            readAll(licences, new HashSet<>(), "XK_WSH");
            String mine = CreditPapers.LICENCE + "\n我的1号" + ",".repeat(17) + "\n";
            for (int sent = 0; sent < 3; sent++) {
                Files.write(data.resolve("ftp/licence/mine.csv"), mine.getBytes(Charset.forName("GBK")));
                readAll(licences, new HashSet<>(), "XK_WSH");
                assertThat(data.resolve("ftp/licence/mine.csv")).doesNotExist();
            }
            assertThat(names(data.resolve("ftp/licence/done")))
                    .filteredOn(name -> name.startsWith("mine."))
                    .hasSize(3);
        }
    }

    @Test
    void stateAndPasswordOutliveARestartAndNobodyElseMayReadThem() throws Exception {
        Map<String, String> secrets;
        List<Simulator.Expected> expected;
        try (CreditOffice office = CreditOffice.start(data, 11)) {
            office.tick();
            secrets = office.secrets();
            expected = office.expected();
        }
        try (CreditOffice office = CreditOffice.start(data, 11)) {
            assertThat(office.secrets()).isEqualTo(secrets);
            assertThat(office.expected()).isEqualTo(expected);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("exchange.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void everyParcelOfTheLandOfficeArrivesWithItsOutline() throws Exception {
        try (LandOffice office = LandOffice.start(data, 11);
                Adapters adapters = adapters(office, Map.of())) {
            Source parcels = adapters.source("land-office", "parcel");
            Set<String> codes = new HashSet<>();
            assertThat(readAll(parcels, codes, "ZDDM")).isEqualTo(1);
            assertThat(codes).hasSize(147);
            office.tick();
            readAll(parcels, codes, "ZDDM");
            assertThat(codes).hasSize(157);
            assertThat(office.expected()).containsExactly(new Simulator.Expected("parcel", 154, 6));
        }
    }

    @Test
    void theLandOfficeKeepsItsHostKeyAndAnotherKeyIsRefusedBeforeThePasswordIsSent() throws Exception {
        String pinned;
        try (LandOffice office = LandOffice.start(data, 11)) {
            pinned = office.addresses().get("land-office.host-key");
        }
        try (LandOffice office = LandOffice.start(data, 11)) {
            assertThat(office.addresses()).containsEntry("land-office.host-key", pinned);
        }
        Files.delete(data.resolve("host-key"));
        try (LandOffice office = LandOffice.start(data, 11);
                Adapters adapters = adapters(office, Map.of("land-office.host-key", pinned))) {
            Source parcels = adapters.source("land-office", "parcel");
            String shown = office.addresses().get("land-office.host-key");
            assertThat(shown).isNotEqualTo(pinned);
            assertThatThrownBy(() -> parcels.capture(new Capture.Request(1, null, landing)))
                    .hasMessageContaining("ADAPTER-025")
                    .hasMessageContaining(shown);
            assertThat(landing.size()).isZero();
        }
    }

    private Adapters adapters(Simulator simulator, Map<String, String> otherAddresses) {
        Map<String, String> addresses = new HashMap<>(simulator.addresses());
        addresses.putAll(otherAddresses);
        Lookup lookup = new Lookup() {
            @Override
            public Optional<String> address(String name) {
                return Optional.ofNullable(addresses.get(name));
            }

            @Override
            public Optional<Secret> secret(String name) {
                return Optional.ofNullable(simulator.secrets().get(name)).map(Secret::new);
            }
        };
        SystemFolder folder = new SystemFolder(Path.of("systems", simulator.system()));
        return new Adapters(List.of(folder), List.of(new FtpProtocol(), new SftpProtocol()), lookup);
    }

    /** Takes, reads and acknowledges; collects one field of every row, and returns how many rows were unreadable. */
    private int readAll(Source source, Set<String> values, String field) throws Exception {
        Capture capture = source.capture(new Capture.Request(1, null, landing));
        assertThat(capture.held()).isEmpty();
        int bad = 0;
        for (Segment segment : capture.segments()) {
            try (BlockReader reader = source.open(new Capture.Reading(segment, landing))) {
                while (reader.hasNext()) {
                    Rows rows = reader.next();
                    bad += rows.badRows().size();
                    for (int row = 0; row < rows.count(); row++) {
                        String value = rows.text(row, rows.fields().indexOf(field));
                        if (value != null) {
                            values.add(value);
                        }
                    }
                }
            }
        }
        acknowledge(source, capture);
        return bad;
    }

    private static void acknowledge(Source source, Capture capture) throws Exception {
        source.acknowledge(new Capture.Acknowledgement(
                capture.segments(),
                capture.held().stream().map(Capture.Held::segment).toList()));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
