package org.tongke.backend.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.who.Scope;

/** What the demo's schools say of lessons that were over when the demo first reported them: that they took place. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoAttendance {
    private static final int AT_ONCE = 50;
    private static final int CLASS_SIZE = 38;

    private final Activities activities;
    private final Clock clock;

    DemoAttendance(Activities activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    /** Confirms the communities' lessons since an instant that nobody has confirmed. Repeating it changes nothing. */
    void confirm(List<String> communityIds, Instant since) {
        for (int from = 0; from < communityIds.size(); from += AT_ONCE) {
            confirmSome(communityIds.subList(from, Math.min(communityIds.size(), from + AT_ONCE)), since);
        }
    }

    private void confirmSome(Collection<String> communityIds, Instant since) {
        var late = activities.findByCommunities(communityIds, since, clock.instant(), Scope.EVERYWHERE).stream()
                .filter(DemoAttendance::isLate)
                .collect(Collectors.toMap(Activity::id, _ -> CLASS_SIZE));
        activities.recordAttendances(Map.copyOf(late), DemoCounty.BY_DEMO);
    }

    private static boolean isLate(Activity activity) {
        var announced = activity.announcedAt();
        return announced != null && announced.isAfter(activity.endsAt()) && activity.attendance() == null;
    }
}
