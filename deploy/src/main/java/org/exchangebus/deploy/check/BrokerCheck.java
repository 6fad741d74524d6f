package org.exchangebus.deploy.check;

import java.util.ArrayList;
import java.util.List;
import org.exchangebus.deploy.check.BrokerFacts.Address;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.jspecify.annotations.Nullable;

/** The broker keeps and syncs messages, asks who comes, and neither drops nor makes anything on its own. */
public final class BrokerCheck implements SelfCheck {

    private final BrokerFacts.Source source;

    public BrokerCheck(BrokerFacts.Source source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public CheckResult look() {
        BrokerFacts facts;
        try {
            facts = source.read();
        } catch (Exception e) {
            return CheckResult.notChecked(
                    e.getMessage() == null
                            ? e.toString()
                            : e.getMessage().lines().findFirst().orElse(""));
        }
        List<Finding> findings = new ArrayList<>();
        if (!facts.persistent()) {
            findings.add(Finding.of("broker", DeployProblem.BROKER_IS_NOT_PERSISTENT));
        }
        if (!facts.synced() || Boolean.FALSE.equals(facts.datasync())) {
            findings.add(Finding.of("broker", DeployProblem.BROKER_DOES_NOT_SYNC));
        }
        if (!facts.secured()) {
            findings.add(Finding.of("broker", DeployProblem.BROKER_IS_OPEN));
        }
        if (facts.acceptors() != null && !facts.acceptors().isEmpty()) {
            String acceptors = String.join(", ", facts.acceptors());
            findings.add(Finding.of("broker", DeployProblem.BROKER_IS_REACHABLE, acceptors));
        }
        facts.addresses().forEach(address -> look(address, findings));
        return CheckResult.of(facts.addresses().size() + " addresses", findings);
    }

    private static void look(Address address, List<Finding> findings) {
        String name = address.name();
        if (isEmpty(address.deadLetter())) {
            findings.add(Finding.of("broker", DeployProblem.ADDRESS_HAS_NO_DEAD_LETTERS, name));
        }
        if (isEmpty(address.expiry())) {
            findings.add(Finding.of("broker", DeployProblem.ADDRESS_HAS_NO_EXPIRY, name));
        }
        if (address.whenFull().equals("DROP") || address.whenFull().equals("FAIL")) {
            findings.add(Finding.of("broker", DeployProblem.ADDRESS_DROPS, name, address.whenFull()));
        }
        if (address.createdByUse()) {
            findings.add(Finding.of("broker", DeployProblem.ADDRESS_IS_MADE_BY_USE, name));
        }
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
