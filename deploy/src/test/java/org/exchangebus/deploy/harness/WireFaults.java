package org.exchangebus.deploy.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.exchangebus.deploy.harness.Wire.Fault;

/** Makes wires bad one after another, those to the departments and the one to the ledger's database. */
final class WireFaults {

    private final List<Wire> wires;
    private final Random random;
    private final List<Fault> suffered = new ArrayList<>();

    WireFaults(Trial trial, long seed) {
        wires = new ArrayList<>(trial.wires());
        wires.add(trial.ledgerWire());
        random = new Random(seed);
    }

    /** One fault of this kind on some wire for some time, then it is healed. */
    Fault suffer(Wire.Kind kind) throws InterruptedException {
        Wire wire = wires.get(random.nextInt(wires.size()));
        Fault fault = new Fault(kind, amount(kind));
        wire.suffer(fault);
        try {
            // How long it lasts is what the experiment varies.
            TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(2000));
        } finally {
            wire.suffer(null);
        }
        suffered.add(fault);
        return fault;
    }

    int count() {
        return suffered.size();
    }

    private long amount(Wire.Kind kind) {
        return switch (kind) {
            case LATENCY -> 5 + random.nextInt(200);
            case BANDWIDTH -> 20_000 + random.nextInt(200_000);
            case SLOW_CLOSE -> 50 + random.nextInt(1000);
            case TIMEOUT -> 50 + random.nextInt(2000);
            case SLICER -> 1 + random.nextInt(100);
            case LIMIT_DATA -> 100 + random.nextInt(50_000);
            case RESET_PEER -> random.nextInt(500);
            case DOWN -> 0;
        };
    }
}
