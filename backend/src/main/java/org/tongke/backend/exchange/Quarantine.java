package org.tongke.backend.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ApplyOutcome;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.base.KillPoint;

/**
 * The quarantine: rows kept aside because something that they name is not known here yet. Of each activity the newest such row is
 * kept, as long as it is newer than what stands in the timetable; in whatever order rows arrive, the same ones remain.
 */
@Component
public class Quarantine {
    private final QuarantineStore store;
    private final Activities activities;

    Quarantine(QuarantineStore store, Activities activities) {
        this.store = store;
        this.activities = activities;
    }

    /** The row that is kept aside of an activity. */
    public Optional<QuarantinedRow> find(ActivityKey key) {
        return store.find(key);
    }

    /**
     * Keeps the rows of a batch that are incomplete, and lets go of those that are overtaken. Rows are kept first and compared with
     * the timetable afterwards: whichever of two backends comes last sees what the other wrote, so that no overtaken row stays. At
     * most four round trips.
     *
     * @param seen all activities that the batch names
     * @return what became of the incomplete rows, by their place in the batch
     */
    Map<Integer, RowOutcome> take(Collection<ActivityKey> seen, List<Aside> incomplete, Instant now) {
        var newest = newest(incomplete);
        var newerKept = store.keep(newest.values().stream()
                .map(aside -> aside.asRow(now.truncatedTo(ChronoUnit.MILLIS)))
                .toList());
        KillPoint.reached("sync.quarantined");
        var standing = store.findRevisions(seen);
        var applied = activities.findVersions(union(standing.keySet(), newest.keySet()));
        store.release(overtaken(standing, applied));
        return incomplete.stream()
                .collect(Collectors.toMap(
                        Aside::index,
                        aside -> outcome(
                                aside,
                                aside.version().against(Optional.ofNullable(applied.get(aside.key()))),
                                newerKept.contains(aside.key()) || isOlder(aside, newest.get(aside.key())))));
    }

    private static boolean isOlder(Aside aside, @Nullable Aside newest) {
        return newest != null && aside.version().revision() < newest.version().revision();
    }

    /** Of each activity the row with the greatest revision; of equal ones the last, which may have been mended. */
    private static Map<ActivityKey, Aside> newest(List<Aside> incomplete) {
        Map<ActivityKey, Aside> newest = new LinkedHashMap<>();
        incomplete.forEach(aside -> newest.merge(
                aside.key(),
                aside,
                (one, other) -> other.version().revision() >= one.version().revision() ? other : one));
        return newest;
    }

    private static Set<ActivityKey> union(Set<ActivityKey> one, Set<ActivityKey> other) {
        var union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }

    private static Map<ActivityKey, Long> overtaken(
            Map<ActivityKey, Long> standing, Map<ActivityKey, ReportedVersion> applied) {
        Map<ActivityKey, Long> overtaken = new HashMap<>();
        standing.forEach((key, revision) -> {
            var version = applied.get(key);
            if (version != null && revision <= version.revision()) {
                overtaken.put(key, version.revision());
            }
        });
        return overtaken;
    }

    private static RowOutcome outcome(Aside aside, ApplyOutcome againstTimetable, boolean isOlder) {
        return switch (againstTimetable) {
            case ApplyOutcome.Applied _ when isOlder -> RowOutcome.of(aside.index(), aside.key(), RowResult.OLDER);
            case ApplyOutcome.Applied _ ->
                RowOutcome.of(aside.index(), aside.key(), RowResult.QUARANTINED, aside.problem());
            case ApplyOutcome other -> RowOutcome.of(aside.index(), aside.key(), other);
        };
    }
}
