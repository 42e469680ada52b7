package org.tongke.backend.timetable.notice;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.live.LiveTopics;
import org.tongke.backend.base.who.Viewer;

/**
 * Tells open pages of an account that its notices were read on another device, and that there may be news of resources. That an activity has
 * changed, they learn with the topic of the timetable.
 */
@Component
class NoticeTopics implements LiveTopics {
    /** Name of the topic in the nudge. */
    static final String TOPIC = "notices";

    private final List<NoticeSource> sources;

    NoticeTopics(ObjectProvider<NoticeSource> sources) {
        this.sources = sources.orderedStream().toList();
    }

    @Override
    public Set<String> collections() {
        var all = new HashSet<>(Set.of(NoticeReadStore.COLLECTION));
        sources.forEach(source -> all.addAll(source.collections()));
        return all;
    }

    @Override
    public Map<String, Collection<String>> topicsOf(Viewer viewer) {
        if (!viewer.signedIn()) {
            return Map.of();
        }
        var touches = new HashSet<>(Set.of(NoticeReadStore.touchOf(viewer.requireAccount())));
        sources.forEach(source -> touches.addAll(source.touchesOf(viewer)));
        return Map.of(TOPIC, touches);
    }
}
