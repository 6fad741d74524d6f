package org.exchangebus.deploy.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.exchangebus.deploy.problem.DeployProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void isCreatedForItsOwnerAlone() throws IOException {
        Path path = directory.resolve("made/here");
        try (DataDirectory data = DataDirectory.open(path)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void refusesASecondBusAndNamesTheFirst() {
        try (DataDirectory first = DataDirectory.open(directory)) {
            assertThatThrownBy(() -> DataDirectory.open(first.path()))
                    .hasMessageContaining(DeployProblem.DIRECTORY_IN_USE.code())
                    .hasMessageContaining("'" + ProcessHandle.current().pid() + "'");
        }
        DataDirectory.open(directory).close();
    }

    @Test
    void refusesAPlaceWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("below")))
                .hasMessageContaining(DeployProblem.DIRECTORY_NOT_WRITABLE.code())
                .hasMessageContaining(file.resolve("below").toString());
    }

    @Test
    void sweepsWhatAKilledProcessUnpackedAndLetsNobodyElseReadWhatItUnpacks() throws IOException {
        DataDirectory.open(directory).close();
        Path left = Files.writeString(directory.resolve("temporary/left"), "by a process that was killed");

        DataDirectory.open(directory).close();

        assertThat(left).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("temporary"))))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesADiskThatIsNearlyFull() {
        assertThatThrownBy(() -> DataDirectory.open(directory, Long.MAX_VALUE))
                .hasMessageContaining(DeployProblem.DISK_FULL.code());
    }

    @Test
    void keepsAPasswordOnceItIsMade() throws IOException {
        try (DataDirectory data = DataDirectory.open(directory)) {
            String made = data.secrets().orNew("broker");
            assertThat(made).matches("[A-Za-z2-9]{24}");
            assertThat(data.secrets().orNew("broker")).isEqualTo(made);
            Path file = data.secrets().path("broker");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }
}
