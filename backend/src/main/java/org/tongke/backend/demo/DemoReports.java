package org.tongke.backend.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.demo.DemoPlan.Planned;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.RowResult;

/** Reports what the demo's platforms have planned. Repeating it changes nothing. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoReports {
    private static final Logger LOG = LoggerFactory.getLogger(DemoReports.class);

    private final Batches batches;
    private final ZoneId zone;

    DemoReports(Batches batches, ZoneId zone) {
        this.batches = batches;
        this.zone = zone;
    }

    /** @param changed whether as it stands after its change */
    void send(DemoPlatform platform, List<Planned> planned, boolean changed) {
        for (int from = 0; from < planned.size(); from += Batches.MOST_ROWS) {
            var rows = planned.subList(from, Math.min(planned.size(), from + Batches.MOST_ROWS)).stream()
                    .map(one -> platform.row(one, changed, zone))
                    .toList();
            batches.sync(platform.id(), UUID.randomUUID(), rows, platform.viewer()).stream()
                    .filter(outcome ->
                            outcome.result() == RowResult.QUARANTINED || outcome.result() == RowResult.REFUSED)
                    .forEach(outcome -> LOG.warn("the demo's lesson was not taken: {}", outcome));
        }
    }
}
