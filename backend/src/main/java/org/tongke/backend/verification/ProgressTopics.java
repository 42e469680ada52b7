package org.tongke.backend.verification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.live.LiveTopics;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Viewer;

/** Open pages are told when progress changes at one of the viewer's schools or in one of the viewer's regions. */
@Component
class ProgressTopics implements LiveTopics {
    private static final String TOPIC = "progress";

    @Override
    public Set<String> collections() {
        return Set.of(ProgressStore.COLLECTION);
    }

    @Override
    public Map<String, Collection<String>> topicsOf(Viewer viewer) {
        List<String> places = viewer.places().stream().map(PlaceKey::value).toList();
        return Map.of(TOPIC, places);
    }
}
