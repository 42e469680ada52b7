package org.tongke.backend.verification.evaluation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An activity as far as it matters here.
 *
 * @param id id of the activity
 * @param lesson id of the activity that stands for the lesson, where several report it; else its own
 * @param kind code of its kind, such as {@code SYNCED_LESSON}
 * @param subject code of its subject; null where it has none
 * @param startAt when it starts
 * @param endAt when it is over; not before {@code startAt}
 * @param cancelled whether it was called off
 * @param announcedAt when it was first reported; null if that is not known
 * @param confirmed whether a school says that it took place
 * @param schools ids of all schools that take part, those outside the community among them
 */
public record ActivityFact(
        String id,
        String lesson,
        String kind,
        @Nullable String subject,
        Instant startAt,
        Instant endAt,
        boolean cancelled,
        @Nullable Instant announcedAt,
        boolean confirmed,
        Set<String> schools) {

    /** By time, then that which stands for the lesson, then by everything else, so that facts that differ never tie. */
    static final Comparator<ActivityFact> ORDER = Comparator.comparing(ActivityFact::startAt)
            .thenComparing(activity -> !activity.id().equals(activity.lesson()))
            .thenComparing(ActivityFact::id)
            .thenComparing(ActivityFact::lesson)
            .thenComparing(ActivityFact::endAt)
            .thenComparing(ActivityFact::kind)
            .thenComparing(ActivityFact::subject, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ActivityFact::cancelled)
            .thenComparing(ActivityFact::announcedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ActivityFact::confirmed)
            .thenComparing(activity -> new TreeSet<>(activity.schools()).toString());

    public ActivityFact {
        if (endAt.isBefore(startAt)) {
            throw new IllegalArgumentException(id + " ends before it starts");
        }
        schools = Set.copyOf(schools);
    }

    /** Whether nobody knew of it before it was over, and no school has confirmed it. */
    boolean waitsForConfirmation() {
        return !confirmed && announcedAt != null && announcedAt.isAfter(endAt);
    }
}
