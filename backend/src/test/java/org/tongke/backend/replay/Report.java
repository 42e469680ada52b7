package org.tongke.backend.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One report of a lesson, as the oracle knows it: what is said now, what was said before, and where it stood. */
final class Report {
    private Said now;
    private int writes = 1;
    private @Nullable Instant movedFrom;
    private final List<Change> changes = new ArrayList<>();
    private final Map<Place, Stood> stood = new HashMap<>();

    /** A place in a timetable: a channel and a start. */
    record Place(String channel, Instant startsAt) {}

    /** Until when it was to last at a place, and at which write it stood there last. */
    record Stood(Instant endsAt, int write) {}

    /** A change, of which those are told who look at one of the channels. */
    record Change(Said before, Said after, String by, String account, Set<String> channels) {
        static Change of(Said before, Said after, String by, String account) {
            var channels = new TreeSet<>(before.channels());
            channels.addAll(after.channels());
            return new Change(before, after, by, account, channels);
        }
    }

    Report(Said first) {
        now = first;
        stand();
    }

    /** Takes what is said next. */
    void says(Said next, String by, String account) {
        changes.add(Change.of(now, next, by, account));
        if (!next.startsAt().equals(now.startsAt())) {
            movedFrom = now.startsAt();
        }
        now = next;
        writes++;
        stand();
    }

    private void stand() {
        now.channels()
                .forEach(channel -> stood.put(new Place(channel, now.startsAt()), new Stood(now.endsAt(), writes)));
    }

    String id() {
        return now.id();
    }

    Said now() {
        return now;
    }

    int writes() {
        return writes;
    }

    @Nullable
    Instant movedFrom() {
        return movedFrom;
    }

    List<Change> changes() {
        return changes;
    }

    /** Places where it stood once and stands no more. */
    Map<Place, Stood> left() {
        var left = new HashMap<>(stood);
        now.channels().forEach(channel -> left.remove(new Place(channel, now.startsAt())));
        return left;
    }
}
