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
     * are entries of {@code touches} or {@code places} of facts in {@link #collections}, or a {@link #thing}. Asked at each connection, and again when
     * a fact was written that touches {@link #own} of the viewer's account or when the viewer's grants have changed: so what
     * somebody follows is kept in a fact that touches that.
     */
    Map<String, Collection<String>> topicsOf(Viewer viewer);

    /** Entry of {@code touches} that says: what this account follows has changed. */
    static String own(String account) {
        return "account:" + account;
    }

    /** A single fact, whatever it touches. */
    static String thing(String collection, String id) {
        return collection + "/" + id;
    }
}
