package org.exchangebus.routes.purge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.ledger.Claims.Identity;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/**
 * A file beside the landed ones that names their ledger and its newest run.
 *
 * <p>A ledger that is another one, or that was set back to an earlier state, knows nothing of files that it would have
 * removed as nobody's.
 */
final class LedgerMark {

    private final Path file;

    LedgerMark(Path landing) {
        file = landing.resolve("ledger");
    }

    void require(Identity ledger) {
        try {
            String[] marked = Files.readString(file).strip().split(" ");
            if (!marked[0].equals(ledger.id()) || Long.parseLong(marked[1]) > ledger.newestRun()) {
                throw new ProblemException(Finding.of(
                        file.toString(),
                        RoutesProblem.LANDING_IS_OF_ANOTHER_LEDGER,
                        marked[0],
                        marked[1],
                        ledger.id(),
                        "" + ledger.newestRun()));
            }
        } catch (NoSuchFileException e) {
            // The first purge of this store.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(ledger);
    }

    private void write(Identity ledger) {
        Path next = file.resolveSibling("ledger.next");
        try {
            Files.writeString(next, ledger.id() + " " + ledger.newestRun() + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
