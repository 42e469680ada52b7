package org.tongke.backend.timetable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.live.LiveTopics;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.term.BellSchedules;

/** Tells open pages of a timetable when an activity that its owner may want, the bells of a school or the timetable itself has changed. */
@Component
class TimetableTopics implements LiveTopics {
    /** Name of the topic in the nudge. */
    static final String TOPIC = "timetable";

    static final String ACTIVITIES = "activities";

    private final Following following;

    TimetableTopics(Following following) {
        this.following = following;
    }

    @Override
    public Set<String> collections() {
        return Set.of(ACTIVITIES, TimetableStore.COLLECTION, BellSchedules.COLLECTION);
    }

    @Override
    public Map<String, Collection<String>> topicsOf(Viewer viewer) {
        if (!viewer.signedIn()) {
            return Map.of();
        }
        var timetable = following.of(viewer);
        var wanted = following.wanted(viewer, timetable);
        var touches = new ArrayList<>(wanted.channels());
        Bells.schoolsOf(viewer).forEach(id -> touches.add(BellSchedules.touchOf(id)));
        wanted.added().forEach(id -> touches.add(LiveTopics.thing(ACTIVITIES, id)));
        touches.add(TimetableStore.touchOf(timetable.account()));
        return Map.of(TOPIC, touches);
    }
}
