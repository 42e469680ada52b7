package org.tongke.backend.timetable;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.VacatedSlot;
import org.tongke.calendar.InstantRange;

/**
 * Arranges a week: activities and what is wanted of them go in, the places that they take and left come out. Knows no store and no
 * clock.
 *
 * <p>An activity takes the place where it stands, if that begins in the week and the activity is wanted now: it was added, or
 * belongs to a followed channel or the owner's own. It left a place if that begins in the week and it was wanted there. A place was
 * not left if the activity stands there again, or left it on one channel to stand there on another. What is hidden has no place.
 */
final class WeekArrangement {
    private static final Comparator<Place> BY_START = Comparator.comparing(Place::startsAt)
            .thenComparing(place -> place.activity().id());

    private final Wanted wanted;
    private final InstantRange week;

    private WeekArrangement(Wanted wanted, InstantRange week) {
        this.wanted = wanted;
        this.week = week;
    }

    /**
     * The places of a week, or of any other stretch, in the order of their start and then of their activities' ids.
     *
     * @param activities activities that may stand or have stood in the week, each once, in any order
     * @param wanted whether and why an activity is in the timetable
     * @param week the instants of the week
     * @param most how many places at most
     */
    static List<Place> arrange(Collection<Activity> activities, Wanted wanted, InstantRange week, int most) {
        var arrangement = new WeekArrangement(wanted, week);
        return activities.stream()
                .filter(activity -> !wanted.hides(activity))
                .flatMap(arrangement::placesOf)
                .sorted(BY_START)
                .limit(most)
                .toList();
    }

    private Stream<Place> placesOf(Activity activity) {
        return wanted.findReason(activity, activity.channels())
                .map(reason -> Stream.concat(taken(activity, reason), left(activity, Optional.of(activity.startsAt()))))
                .orElseGet(() -> left(activity, Optional.empty()));
    }

    private Stream<Place> taken(Activity activity, EntryReason reason) {
        return week.contains(activity.startsAt())
                ? Stream.of(Place.taken(activity, why(reason, activity.channels())))
                : Stream.empty();
    }

    /** @param standsAt where the activity stands for those who want it */
    private Stream<Place> left(Activity activity, Optional<Instant> standsAt) {
        return activity.vacated().stream()
                .filter(slot -> wanted.isAdded(activity) || wanted.isWanted(slot.channel()))
                .filter(slot -> week.contains(slot.startsAt()) && !standsAt.equals(Optional.of(slot.startsAt())))
                .collect(groupingBy(VacatedSlot::startsAt))
                .values()
                .stream()
                .map(slots -> left(activity, slots));
    }

    /** @param slots what the activity left at one time on several channels, the newest first */
    private Place left(Activity activity, List<VacatedSlot> slots) {
        var newest = slots.getFirst();
        var channels = slots.stream().map(VacatedSlot::channel).toList();
        return Place.left(
                newest.startsAt(),
                newest.endsAt(),
                activity,
                why(wanted.findReason(activity, channels).orElseThrow(), channels));
    }

    private Place.Why why(EntryReason reason, Collection<String> channels) {
        return new Place.Why(reason, wanted.via(channels), wanted.named(reason, channels));
    }
}
