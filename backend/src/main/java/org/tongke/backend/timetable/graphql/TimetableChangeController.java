package org.tongke.backend.timetable.graphql;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.ActivityChanges.ActivitiesChanged;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.TimetableChanges;
import reactor.core.publisher.Flux;

/** The subscription in the section "timetable" of the schema. */
@Controller
class TimetableChangeController {
    private final TimetableChanges changes;

    TimetableChangeController(TimetableChanges changes) {
        this.changes = changes;
    }

    @SubscriptionMapping
    Flux<ActivitiesChanged> myTimetableChanged(@Argument @Nullable String after, Viewer viewer) {
        return changes.follow(after, viewer);
    }
}
