package org.tongke.backend.timetable.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.live.LiveTopics;
import org.tongke.backend.base.who.Viewer;

/**
 * Tells open pages of an account that its notices were read on another device. That there are new ones, they learn with the topic
 * of the timetable.
 */
@Component
class NoticeTopics implements LiveTopics {
    /** Name of the topic in the nudge. */
    static final String TOPIC = "notices";

    @Override
    public Set<String> collections() {
        return Set.of(NoticeReadStore.COLLECTION);
    }

    @Override
    public Map<String, Collection<String>> topicsOf(Viewer viewer) {
        return viewer.signedIn() ? Map.of(TOPIC, List.of(NoticeReadStore.touchOf(viewer.requireAccount()))) : Map.of();
    }
}
