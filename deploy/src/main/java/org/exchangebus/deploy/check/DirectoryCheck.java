package org.exchangebus.deploy.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;

/** Nobody else of this machine reads or writes the data directory; whatever is below is then closed to them, too. */
final class DirectoryCheck implements SelfCheck {

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path data;

    DirectoryCheck(Path data) {
        this.data = data;
    }

    @Override
    public String name() {
        return "data-private";
    }

    @Override
    public CheckResult look() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(data);
            String mode = PosixFilePermissions.toString(permissions);
            if (OWNER.containsAll(permissions)) {
                return CheckResult.of(mode, List.of());
            }
            return CheckResult.of(
                    mode,
                    List.of(Finding.of(
                            data.toString(), DeployProblem.DIRECTORY_IS_NOT_PRIVATE, data.toString(), mode)));
        } catch (UnsupportedOperationException | IOException e) {
            return CheckResult.notChecked(e.toString());
        }
    }
}
