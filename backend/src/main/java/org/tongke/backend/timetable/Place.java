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
        EntryReason reason,
        List<String> via) {

    /** A place where an activity stands. */
    static Place taken(Activity activity, EntryReason reason, List<String> via) {
        return switch (activity.state()) {
            case CANCELLED -> taken(SlotState.CANCELLED, null, activity, reason, via);
            case PLANNED ->
                activity.movedFrom() == null
                        ? taken(SlotState.PLANNED, null, activity, reason, via)
                        : taken(SlotState.MOVED_HERE, activity.movedFrom(), activity, reason, via);
        };
    }

    private static Place taken(
            SlotState slot, @Nullable Instant movedFrom, Activity activity, EntryReason reason, List<String> via) {
        return new Place(slot, activity.startsAt(), activity.endsAt(), null, movedFrom, activity, reason, via);
    }

    /** A place that an activity left. */
    static Place left(Instant startsAt, Instant endsAt, Activity activity, EntryReason reason, List<String> via) {
        return new Place(SlotState.MOVED_AWAY, startsAt, endsAt, activity.startsAt(), null, activity, reason, via);
    }

    /** Whether the activity stands here and is to take place. */
    boolean isHeld() {
        return slot == SlotState.PLANNED || slot == SlotState.MOVED_HERE;
    }

    /** The entry, with those channels that have a name. */
    WeekEntry named(Map<String, Channel> names, List<SchoolPeriod> periods, List<Conflict> conflicts) {
        var channels = via.stream()
                .flatMap(key -> Optional.ofNullable(names.get(key)).stream())
                .toList();
        return new WeekEntry(
                slot, startsAt, endsAt, movedTo, movedFrom, activity, reason, channels, periods, conflicts);
    }
}
