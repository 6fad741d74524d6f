package org.exchangebus.deploy.harness;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.exchangebus.deploy.application.Exchange;
import org.exchangebus.deploy.harness.Effects.Effect;
import org.exchangebus.routes.audit.ChainCheck;
import org.exchangebus.routes.audit.Head;
import org.exchangebus.routes.audit.HeadFile;
import org.exchangebus.routes.landing.LandingCheck;
import org.exchangebus.routes.ledger.AuditTrail;
import org.exchangebus.routes.ledger.LedgerCheck;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that speaks for or against a trial: the checker's word, the ledger's own checks, receipts and quarantine. */
final class Evidence {

    private Evidence() {}

    static Verdict judge(Trial trial) throws IOException {
        List<Effect> effects = trial.effects.all();
        Verdict verdict = Checker.check(trial.truth, effects, trial.effects.registry());
        verdict.kills = trial.kills();
        verdict.faults = trial.faults();
        ledger(trial, verdict);
        audit(trial, verdict);
        receipts(trial.jdbc(), effects, verdict);
        quarantine(trial, verdict);
        return verdict;
    }

    private static void ledger(Trial trial, Verdict verdict) {
        LedgerCheck check = new LedgerCheck(trial.hub());
        check.run(outcome -> outcome.findings()
                .forEach(finding -> verdict.unproven.add(outcome.invariant() + " " + finding.render(Locale.ENGLISH))));
        LandingCheck landing = new LandingCheck(
                trial.data().resolve("landing"), trial.configuration().landing().keys());
        check.landed(segment -> landing.check(segment, true)
                .ifPresent(finding -> verdict.unproven.add(finding.render(Locale.ENGLISH))));
        int stray = trial.jdbc().queryForObject("SELECT count(*) FROM ledger.stray_receipt", Integer.class);
        if (stray > 0) {
            verdict.unproven.add(stray + " stray receipts");
        }
    }

    /** The chain has no bad entry, no fork and no end that was cut off. */
    private static void audit(Trial trial, Verdict verdict) throws IOException {
        ChainCheck chain =
                new ChainCheck(new HeadFile(trial.data().resolve(Exchange.AUDIT).resolve(Exchange.HEADS)).read());
        Head head = new AuditTrail(trial.hub()).read(chain::take);
        chain.end(head).ifPresent(finding -> verdict.unproven.add(finding.render(Locale.ENGLISH)));
    }

    /** What receipts say was applied is what happened to the registry, flow by flow. */
    private static void receipts(JdbcTemplate jdbc, List<Effect> effects, Verdict verdict) {
        Map<String, Long> happened =
                effects.stream().collect(Collectors.groupingBy(Effect::flow, TreeMap::new, Collectors.counting()));
        Map<String, Long> signed = new TreeMap<>();
        jdbc.query(
                "SELECT r.flow, sum(c.applied) AS applied FROM ledger.chunk c JOIN ledger.run r ON r.number = c.run"
                        + " GROUP BY r.flow HAVING sum(c.applied) > 0",
                row -> {
                    signed.put(row.getString(1), row.getLong(2));
                });
        if (!signed.equals(happened)) {
            verdict.unproven.add("receipts say " + signed + ", the registry saw " + happened);
        }
    }

    private static void quarantine(Trial trial, Verdict verdict) {
        Set<String> kept = new TreeSet<>(
                trial.jdbc().queryForList("SELECT key FROM ledger.quarantine WHERE kind = 'RECORD'", String.class));
        Set<String> bad = trial.truth.bad();
        bad.stream().filter(code -> !kept.contains(code)).forEach(verdict.unquarantined::add);
        kept.stream().filter(code -> !bad.contains(code)).forEach(verdict.unquarantined::add);
    }
}
