package org.tongke.backend.timetable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;

/** A {@link WeekEntry} that knows its channels by key only: their names are found for all places at once. */
record Place(
        SlotState slot,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant movedTo,
        @Nullable Instant movedFrom,
        Activity activity,
        Why why) {

    /**
     * Why an activity has a place.
     *
     * @param reason the first that holds
     * @param via keys of the followed channels on which it stands, at most {@value WeekEntry#MOST_VIA}
     * @param named ids of the named parts of the timetable that hold it
     */
    record Why(EntryReason reason, List<String> via, List<String> named) {}

    /** A place where an activity stands. */
    static Place taken(Activity activity, Why why) {
        return switch (activity.state()) {
            case CANCELLED -> taken(SlotState.CANCELLED, null, activity, why);
            case PLANNED ->
                activity.movedFrom() == null
                        ? taken(SlotState.PLANNED, null, activity, why)
                        : taken(SlotState.MOVED_HERE, activity.movedFrom(), activity, why);
        };
    }

    private static Place taken(SlotState slot, @Nullable Instant movedFrom, Activity activity, Why why) {
        return new Place(slot, activity.startsAt(), activity.endsAt(), null, movedFrom, activity, why);
    }

    /** A place that an activity left. */
    static Place left(Instant startsAt, Instant endsAt, Activity activity, Why why) {
        return new Place(SlotState.MOVED_AWAY, startsAt, endsAt, activity.startsAt(), null, activity, why);
    }

    EntryReason reason() {
        return why.reason();
    }

    List<String> via() {
        return why.via();
    }

    /** Whether the activity stands here and is to take place. */
    boolean isHeld() {
        return slot == SlotState.PLANNED || slot == SlotState.MOVED_HERE;
    }

    /** The entry, with those channels that have a name. */
    WeekEntry named(Map<String, Channel> names, List<SchoolPeriod> periods, List<Conflict> conflicts) {
        var channels = via().stream()
                .flatMap(key -> Optional.ofNullable(names.get(key)).stream())
                .toList();
        return new WeekEntry(
                slot,
                startsAt,
                endsAt,
                movedTo,
                movedFrom,
                activity,
                why.reason(),
                channels,
                why.named(),
                periods,
                conflicts);
    }
}
