package org.exchangebus.deploy.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Kills the bus of a trial, at random moments or at its crash windows, while its departments go on changing. */
final class Kills {

    private static final Duration UNTIL_KILLED = Duration.ofMinutes(3);

    private final Trial trial;
    private final Random random;

    Kills(Trial trial, long seed) {
        this.trial = trial;
        random = new Random(seed);
    }

    /** Kills as {@code kill -9} does, some milliseconds after the flows began to run. */
    void atRandom(int soonest, int latest) throws Exception {
        ChildProcess child = trial.start();
        child.order("rounds");
        // Not a wait for something to become true: the moment of the kill is what the experiment varies.
        TimeUnit.MILLISECONDS.sleep(soonest + random.nextInt(latest - soonest));
        trial.kill();
    }

    /** Lets the process kill itself at one edge of a window, there at one of its first three passages. */
    String at(KillWindow window) throws Exception {
        return window == KillWindow.K01 ? inTheMiddleOfTheSource() : at(edge(window));
    }

    private KillPoint edge(KillWindow window) {
        String[] edge =
                window.edges().get(random.nextInt(window.edges().size())).split(" ");
        return KillPoint.parse(String.join(" ", edge[0], edge[1], Integer.toString(1 + random.nextInt(3))));
    }

    String at(KillPoint point) throws Exception {
        ChildProcess child = trial.start("-D" + KillPoint.PROPERTY + "=" + point);
        child.order("rounds");
        assertThat(child.awaitEnd(UNTIL_KILLED)).as("came to " + point).isEqualTo(KillPoint.KILLED);
        trial.killedItself();
        return point.toString();
    }

    /** Kills as soon as the server of a source has sent some bytes of what it was asked for. */
    private String inTheMiddleOfTheSource() throws Exception {
        List<Wire> wires = trial.wires();
        Wire wire = wires.get(random.nextInt(wires.size()));
        ChildProcess child = trial.start();
        long at = wire.received() + 200 + random.nextInt(20_000);
        wire.watch((bytes, length, before) -> {
            boolean isTime = before + length >= at;
            if (isTime) {
                child.strike();
            }
            return !isTime;
        });
        child.order("rounds");
        child.awaitEnd(UNTIL_KILLED);
        trial.killedItself();
        wire.watch((bytes, length, before) -> true);
        return "source " + at;
    }
}
