package org.tongke.backend.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongke.backend.base.who.Scope;

/**
 * Of which changes somebody is told: of those of activities that stand, or stood when they were changed, where that person looks.
 *
 * @param channels keys of channels where he or she looks
 * @param ids raw ids of activities that he or she looks at, wherever they stand and whatever series is hidden
 * @param hiddenIds raw ids of activities of which nothing is told
 * @param hiddenSeries keys of series of which nothing is told
 * @param taught key of the channel of what he or she teaches or attends; empty for somebody who is no known teacher
 * @param inside where he or she may see what only those concerned may
 * @param account raw id of the account, which is not told of what it did itself
 * @param since first instant that counts
 */
public record ChangesAsked(
        List<String> channels,
        Set<String> ids,
        Set<String> hiddenIds,
        Set<String> hiddenSeries,
        Optional<String> taught,
        Scope inside,
        String account,
        Instant since) {

    public ChangesAsked {
        channels = List.copyOf(channels);
        ids = Set.copyOf(ids);
        hiddenIds = Set.copyOf(hiddenIds);
        hiddenSeries = Set.copyOf(hiddenSeries);
    }

    /** The same, of which nothing counts that was before an instant. */
    ChangesAsked notBefore(Instant instant) {
        return instant.isBefore(since)
                ? this
                : new ChangesAsked(channels, ids, hiddenIds, hiddenSeries, taught, inside, account, instant);
    }

    /**
     * Whether a write of an activity concerns that person.
     *
     * @param id raw id of the activity
     * @param touches keys of channels where it stands or stood, with its series among them
     */
    public boolean concerns(String id, Collection<String> touches) {
        return ids.contains(id)
                || !hiddenIds.contains(id)
                        && touches.stream().noneMatch(hiddenSeries::contains)
                        && touches.stream().anyMatch(channels::contains);
    }

    /** Whether that person looks nowhere. */
    boolean isNothing() {
        return channels.isEmpty() && ids.isEmpty();
    }

    /** The fields of a change that he or she is told of. */
    Set<ActivityField> fields(ActivityChange change, Collection<String> places) {
        var concerned = taught.filter(change.channels()::contains).isPresent() && inside.covers(places);
        return concerned ? ActivityField.TOLD_CONCERNED : ActivityField.TOLD;
    }
}
