package org.exchangebus.deploy.check;

/** One concern that has to be in order before the first route starts; looks and changes nothing. */
public interface SelfCheck {

    /** What it looks at; {@code check.<name>} says it in words. */
    String name();

    CheckResult look();
}
