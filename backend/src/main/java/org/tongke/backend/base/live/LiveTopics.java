package org.tongke.backend.base.live;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.tongke.backend.base.who.Viewer;

/** What an open page of somebody is to be told of. A room that has something live implements it. */
public interface LiveTopics {
    /** Collections whose facts can touch the viewer's. */
    Set<String> collections();

    /**
     * Topics of a viewer and what touches them: the key is the topic's name in the nudge, as in {@code timetable}; the values
     * are entries of {@code touches} or {@code places} of facts. Asked anew at each connection and each nudge.
     */
    Map<String, Collection<String>> topicsOf(Viewer viewer);
}
