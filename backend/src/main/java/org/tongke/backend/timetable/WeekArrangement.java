package org.tongke.backend.timetable;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.VacatedSlot;
import org.tongke.calendar.InstantRange;

/**
 * Arranges a week: activities and followed channels go in, the places that they take and left come out. Knows no store and no
 * clock.
 *
 * <p>An activity takes the place where it stands, if that begins in the week and the activity belongs to a followed channel now.
 * It left a place if that begins in the week and it stood there on a followed channel. A place was not left if the activity
 * stands there again, or left it on one followed channel to stand there on another.
 */
final class WeekArrangement {
    private static final Comparator<Place> BY_START = Comparator.comparing(Place::startsAt)
            .thenComparing(place -> place.activity().id());

    private final Map<String, Integer> followed = new HashMap<>();
    private final InstantRange week;

    private WeekArrangement(Collection<String> followed, InstantRange week) {
        followed.forEach(channel -> this.followed.put(channel, this.followed.size()));
        this.week = week;
    }

    /**
     * The places of a week, or of any other stretch, in the order of their start and then of their activities' ids.
     *
     * @param activities activities that may stand or have stood in the week, each once, in any order
     * @param followed keys of channels in the order in which they were added, each once
     * @param week the instants of the week
     * @param most how many places at most
     */
    static List<Place> arrange(
            Collection<Activity> activities, Collection<String> followed, InstantRange week, int most) {
        var arrangement = new WeekArrangement(followed, week);
        return activities.stream()
                .flatMap(arrangement::placesOf)
                .sorted(BY_START)
                .limit(most)
                .toList();
    }

    private Stream<Place> placesOf(Activity activity) {
        var via = inOrder(activity.channels().stream());
        return via.isEmpty()
                ? left(activity, Optional.empty())
                : Stream.concat(taken(activity, via), left(activity, Optional.of(activity.startsAt())));
    }

    private Stream<Place> taken(Activity activity, List<String> via) {
        return week.contains(activity.startsAt()) ? Stream.of(Place.taken(activity, via)) : Stream.empty();
    }

    /** @param standsAt where the activity stands for those who follow */
    private Stream<Place> left(Activity activity, Optional<Instant> standsAt) {
        return activity.vacated().stream()
                .filter(slot -> followed.containsKey(slot.channel()) && week.contains(slot.startsAt()))
                .filter(slot -> !standsAt.equals(Optional.of(slot.startsAt())))
                .collect(groupingBy(VacatedSlot::startsAt))
                .values()
                .stream()
                .map(slots -> left(activity, slots));
    }

    /** @param slots what the activity left at one time on several channels, the newest first */
    private Place left(Activity activity, List<VacatedSlot> slots) {
        var newest = slots.getFirst();
        return Place.left(
                newest.startsAt(),
                newest.endsAt(),
                activity,
                inOrder(slots.stream().map(VacatedSlot::channel).distinct()));
    }

    private List<String> inOrder(Stream<String> channels) {
        return channels.filter(followed::containsKey)
                .sorted(Comparator.comparing(channel -> Objects.requireNonNull(followed.get(channel))))
                .limit(WeekEntry.MOST_VIA)
                .toList();
    }
}
