package org.exchangebus.adapters.database;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import org.exchangebus.adapters.MemoryLanding;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;

/** A landing that lets something happen at the moment when the first segment is begun. */
final class DisturbedLanding implements Landing {

    /** What happens. */
    interface Disturbance {
        void happen() throws Exception;
    }

    private final MemoryLanding landing = new MemoryLanding();
    private final Callable<Boolean> disturbance;
    private boolean hasHappened;

    DisturbedLanding(Disturbance disturbance) {
        this.disturbance = () -> {
            disturbance.happen();
            return true;
        };
    }

    int size() {
        return landing.size();
    }

    @Override
    public Writer begin(String name) throws IOException {
        if (!hasHappened) {
            try {
                hasHappened = disturbance.call();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
        return landing.begin(name);
    }

    @Override
    public InputStream open(Segment segment) {
        return landing.open(segment);
    }
}
