package org.exchangebus.deploy.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.exchangebus.adapters.Adapters;
import org.exchangebus.adapters.Protocol;
import org.exchangebus.adapters.database.DatabaseProtocol;
import org.exchangebus.adapters.file.FtpProtocol;
import org.exchangebus.adapters.file.SftpProtocol;
import org.exchangebus.adapters.soap.SoapProtocol;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.SystemFolder;
import org.jspecify.annotations.Nullable;

/** Which systems there are, and by which protocols they can be reached. */
public final class Systems {

    /** Every protocol that an {@code adapter.yaml} may name. */
    public static final List<Protocol> PROTOCOLS =
            List.of(new SoapProtocol(), new FtpProtocol(), new SftpProtocol(), new DatabaseProtocol());

    /** System property that names the folder of the launcher. */
    private static final String HOME = "bus.home";

    private Systems() {}

    /** The systems that ship with the bus; the demonstration's departments. */
    public static List<SystemFolder> bundled() {
        URL folder = Objects.requireNonNull(Adapters.class.getResource("/systems"), "systems");
        try {
            return SystemFolder.below(SystemFolder.onClassPath(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same systems where their files can be edited: in the folder that the launcher runs from. Where that is not
     * known, those of the class path.
     */
    public static List<SystemFolder> shipped() {
        String home = System.getProperty(HOME);
        Path systems = home == null ? null : Path.of(home, "adapters", "systems");
        return systems != null && Files.isDirectory(systems) ? below(systems) : bundled();
    }

    /** The system folders below a directory. */
    public static List<SystemFolder> below(@Nullable Path directory) {
        if (directory == null) {
            return List.of();
        }
        if (Files.isRegularFile(new SystemFolder(directory).adapter())) {
            Path around = directory.toAbsolutePath().normalize().getParent();
            throw new ProblemException(Finding.of(
                    directory.toString(),
                    DeployProblem.FOLDER_OF_ONE_SYSTEM,
                    directory.toString(),
                    String.valueOf(around)));
        }
        try {
            return SystemFolder.below(directory);
        } catch (IOException e) {
            throw new ProblemException(
                    Finding.of(directory.toString(), DeployProblem.PLACE_OF_DIRECTORY_MISSING, directory.toString()),
                    e);
        }
    }
}
