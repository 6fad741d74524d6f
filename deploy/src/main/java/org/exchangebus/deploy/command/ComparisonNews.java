package org.exchangebus.deploy.command;

import org.exchangebus.routes.reconciliation.Comparison;

/** Tells a person who waits how far a comparison is, at most every two seconds. */
final class ComparisonNews implements Comparison.Progress {

    private static final long INTERVAL = 2_000_000_000L;

    private final Terminal terminal;
    private final Words words;
    private final String resource;
    private long told = System.nanoTime() - INTERVAL;

    ComparisonNews(Terminal terminal, Words words, String resource) {
        this.terminal = terminal;
        this.words = words;
        this.resource = resource;
    }

    @Override
    public void replayed(long runs, long all) {
        if (runs == all || System.nanoTime() - told >= INTERVAL) {
            told = System.nanoTime();
            terminal.doing(words.say("reconcile.replayed", resource, runs, all));
        }
    }

    @Override
    public void comparing(int ranges) {
        terminal.doing(words.say("reconcile.comparing", resource, ranges));
    }
}
