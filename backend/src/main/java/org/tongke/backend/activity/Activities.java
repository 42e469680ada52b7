package org.tongke.backend.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;

/** The activities: what others may ask and do. */
@Component
public class Activities {
    /** Name of the list of a community's activities for page requests. */
    public static final String LIST = "activities";

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    /** The activity with a raw id. */
    public Optional<Activity> find(String id, Scope scope) {
        throw new UnsupportedOperationException(id + scope);
    }

    /** Activities by raw id; those that are not there are missing. One round trip. */
    public Map<String, Activity> findAll(Collection<String> ids, Scope scope) {
        throw new UnsupportedOperationException(ids.toString() + scope);
    }

    /**
     * Activities that stand, or stood before they were moved, on one of the channels in a window, in the order of their start;
     * each once. A constant number of round trips.
     *
     * @param from first instant of the window
     * @param to first instant after the window
     */
    public List<Activity> findByChannels(
            Collection<String> channels, Instant from, Instant to, int limit, Scope scope) {
        throw new UnsupportedOperationException(channels.toString() + from + to + limit + scope);
    }

    /** How many activities begin on one of the channels in a window, counted up to a limit. */
    public int countByChannels(Collection<String> channels, Instant from, Instant to, int limit, Scope scope) {
        throw new UnsupportedOperationException(channels.toString() + from + to + limit + scope);
    }

    /** Activities of a community that begin in a window, in the order of their start. */
    public Connection<Activity> list(String communityId, Instant from, Instant to, PageRequest page, Scope scope) {
        throw new UnsupportedOperationException(communityId + from + to + page + scope);
    }

    /** All activities of some communities that begin in a window. One round trip. */
    public List<Activity> findByCommunities(Collection<String> communityIds, Instant from, Instant to, Scope scope) {
        throw new UnsupportedOperationException(communityIds.toString() + from + to + scope);
    }
}
