package org.tongke.backend.push;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.Resources;

/**
 * Delivers pushes whose time has come. A push is first marked, so that nobody edits it any more; then its schools are written down in batches, each
 * under an id of push and school; then it is marked as delivered, and only then they see it, all at once. Whoever is interrupted leaves it
 * marked, and the next one begins anew: schools that are written down stay so.
 */
@Component
class Deliverer {
    static final int BATCH = 500;
    private static final int AT_ONCE = 20;
    private static final Origin BY = Origin.system("push");

    private final PushStore store;
    private final DeliveryStore deliveries;
    private final Receivers receivers;
    private final Resources resources;
    private final Clock clock;

    Deliverer(PushStore store, DeliveryStore deliveries, Receivers receivers, Resources resources, Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.resources = resources;
        this.clock = clock;
    }

    /** Delivers what is due; what is more than a few comes with the next call. One round trip when nothing is. */
    void deliverDue() {
        store.findDue(now(), AT_ONCE).forEach(this::deliver);
    }

    /** Delivers a push, unless somebody writes it meanwhile: then it is looked at again. */
    void deliver(Push found) {
        var resource = resources
                .findAll(List.of(found.said().resourceId()))
                .get(found.said().resourceId());
        if (resource == null || !resource.isCurrent()) {
            var recall = new Push.Recall(found.createdBy(), now(), reason(resource));
            store.write(found, found.recalled(recall), BY, now());
            return;
        }
        var push = found;
        if (push.isPlanned()) {
            push = found.delivering();
            if (!store.write(found, push, BY, now())) {
                return;
            }
            KillPoint.reached("push.begun");
        }
        var schools = receivers.find(push.said().rule(), push.centreCode()).all().stream()
                .map(Receiver::school)
                .toList();
        for (int from = 0; from < schools.size(); from += BATCH) {
            deliveries.add(push.id(), schools.subList(from, Math.min(schools.size(), from + BATCH)));
            KillPoint.reached("push.batch");
        }
        KillPoint.reached("push.written");
        // if it was recalled meanwhile, nobody sees it
        store.write(push, push.delivered(now()), BY, now());
        KillPoint.reached("push.delivered");
    }

    private static String reason(@Nullable Resource resource) {
        var withdrawal = resource == null ? null : resource.withdrawal();
        return withdrawal == null ? "" : withdrawal.reason();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
