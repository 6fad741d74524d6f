package org.exchangebus.deploy.ledger;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.ledger.Sheet.Bar;
import org.exchangebus.deploy.ledger.Sheet.Part;
import org.exchangebus.routes.ledger.Certificate;
import org.exchangebus.routes.ledger.Certificate.Stages;
import org.exchangebus.routes.ledger.ListedRun;
import org.exchangebus.routes.ledger.RunReport;
import org.jspecify.annotations.Nullable;

/** The certificate of a run on a sheet. */
public final class CertificateSheet {

    private final Certificate certificate;

    public CertificateSheet(Certificate certificate) {
        this.certificate = certificate;
    }

    public void write(SheetFormat format, PrintWriter out, Locale locale) {
        SheetWriter.write(sheet(), format, out, locale);
    }

    Sheet sheet() {
        RunReport said = certificate.run().report();
        Stages stages = certificate.stages();
        return new Sheet(
                "certificate",
                certificate.run().flow() + " " + said.run(),
                verdictOn(certificate),
                List.of(
                        new Bar("read", stages.read()),
                        new Bar("mapped", stages.mapped()),
                        new Bar("signedFor", stages.applied() + stages.superseded() + stages.unchanged()),
                        new Bar("applied", stages.applied())),
                List.of(
                        run(said),
                        Part.single(
                                "window",
                                "cursorBefore",
                                certificate.cursorBefore(),
                                "cursorAfter",
                                certificate.cursorAfter()),
                        stages(stages),
                        proof(said, stages),
                        digests(said),
                        verdict(said),
                        files(),
                        rejections(),
                        doubts()));
    }

    private Part run(RunReport said) {
        ListedRun run = certificate.run();
        return Part.single(
                "run",
                "run",
                said.run(),
                "system",
                said.system(),
                "source",
                said.source(),
                "resource",
                certificate.resource(),
                "state",
                said.state(),
                "opened",
                text(run.openedAt()),
                "landed",
                text(certificate.landedAt()),
                "sent",
                text(certificate.sentAt()),
                "closed",
                text(run.closedAt()),
                "acknowledged",
                text(certificate.acknowledgedAt()));
    }

    private Part stages(Stages stages) {
        return Part.single(
                "stages",
                "takenFiles",
                certificate.files().stream().filter(file -> !file.isHeld()).count(),
                "heldFiles",
                certificate.files().stream()
                        .filter(Certificate.TakenFile::isHeld)
                        .count(),
                "takenBytes",
                certificate.files().stream()
                        .mapToLong(Certificate.TakenFile::bytes)
                        .sum(),
                "read",
                stages.read(),
                "mapped",
                stages.mapped(),
                "quarantined",
                stages.quarantined(),
                "filtered",
                stages.filtered(),
                "chunks",
                stages.chunks(),
                "receipts",
                stages.receipts(),
                "refused",
                stages.refused(),
                "applied",
                stages.applied(),
                "superseded",
                stages.superseded(),
                "unchanged",
                stages.unchanged(),
                "removed",
                stages.removed(),
                "unaccounted",
                stages.unaccounted());
    }

    private static Part proof(RunReport said, Stages stages) {
        return Part.table("proof", List.of("count", "saidByTheRun", "addedUp"))
                .add("read", said.read(), stages.read())
                .add("delivered", said.delivered(), stages.applied() + stages.superseded())
                .add("unchanged", said.unchanged(), stages.unchanged())
                .add("quarantined", said.quarantined(), stages.quarantined())
                .add("filtered", said.filtered(), stages.filtered())
                .add("removed", said.removed(), stages.removed());
    }

    private Part digests(RunReport said) {
        return Part.single(
                "digests",
                "sentDigest",
                certificate.sentDigest(),
                "hubDigest",
                certificate.hubDigest(),
                "digestsEqual",
                certificate.sentDigest().equals(certificate.hubDigest()),
                "digestsEqualWhenClosed",
                said.digestEqual());
    }

    private static Sheet.Verdict verdictOn(Certificate certificate) {
        return certificate.run().closedAt() == null ? Sheet.Verdict.NOT_YET : Sheet.Verdict.of(certificate.isProven());
    }

    private Part verdict(RunReport said) {
        ListedRun.Closing closing = certificate.run().closing();
        return Part.single(
                "verdict",
                "balances",
                certificate.isProven(),
                "red",
                certificate.run().isRed(),
                "reason",
                said.reason(),
                "closedBy",
                closing == null ? null : closing.who(),
                "closedAt",
                closing == null ? null : text(closing.at()),
                "closedBecause",
                closing == null ? null : closing.reason());
    }

    private Part files() {
        Part part = Part.table("files", List.of("name", "bytes", "sha256", "held"));
        certificate.files().forEach(file -> part.add(file.name(), file.bytes(), file.sha256(), file.isHeld()));
        return part;
    }

    private Part rejections() {
        Part part = Part.table("quarantine", List.of("code", "rule", "entries"));
        certificate.rejections().forEach(entry -> part.add(entry.code(), entry.rule(), entry.entries()));
        return part;
    }

    private Part doubts() {
        Part part = Part.table("doubts", List.of("code", "rule", "item", "records"));
        certificate.doubts().forEach(doubt -> part.add(doubt.code(), doubt.rule(), doubt.item(), doubt.records()));
        return part;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
