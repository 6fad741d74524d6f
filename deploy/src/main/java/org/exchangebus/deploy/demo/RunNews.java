package org.exchangebus.deploy.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.bus.FlowStatus;

/** Which runs have been closed since it was asked last; a run that found nothing is no news. */
public final class RunNews {

    private final FlowControl flows;
    private final Map<String, Long> told = new HashMap<>();

    public RunNews(FlowControl flows) {
        this.flows = flows;
    }

    /** How the flows stand whose last run is new and has read something, or is red. */
    public List<FlowStatus> next() {
        List<FlowStatus> news = new ArrayList<>();
        for (FlowStatus status : flows.statuses()) {
            if (status.state().equals("RUNNING")) {
                continue;
            }
            Long before = told.put(status.flow(), status.lastRun());
            boolean isNew = before == null ? status.lastRun() > 0 : before != status.lastRun();
            if (isNew && (status.read() > 0 || status.state().equals("FAILED"))) {
                news.add(status);
            }
        }
        return news;
    }
}
