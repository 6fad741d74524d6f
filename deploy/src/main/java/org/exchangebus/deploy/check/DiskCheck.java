package org.exchangebus.deploy.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;

/** The disk has more left than the reserve of the landing store: else the first run would stop. */
final class DiskCheck implements SelfCheck {

    private final Path data;
    private final long reserve;

    DiskCheck(Path data, long reserve) {
        this.data = data;
        this.reserve = reserve;
    }

    @Override
    public String name() {
        return "disk-free";
    }

    @Override
    public CheckResult look() {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            List<Finding> findings = free > reserve
                    ? List.of()
                    : List.of(Finding.of(
                            data.toString(),
                            DeployProblem.DISK_FULL,
                            data.toString(),
                            "" + (free >> 20),
                            "" + (reserve >> 20)));
            return CheckResult.of((free >> 20) + " MB", findings);
        } catch (IOException e) {
            return CheckResult.notChecked(e.toString());
        }
    }
}
